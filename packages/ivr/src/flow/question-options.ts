import type { DtmfKey } from '@org/3cx-core';
import type { CollectOptions } from '../dtmf/collect-options';
import type { FlowAsking, FlowEntry, FlowPrompt, FlowStep, FlowSurveyQuestion } from './definition';
import { spoken, type Speech } from './spoken-prompts';

type StepOf<Do extends FlowStep['do']> = Extract<FlowStep, { do: Do }>;

/** What a menu, a confirmation or a collection of a flow tells `collectDigits`. */
export function questionOptions(
  step: StepOf<'menu' | 'confirm' | 'collect'>,
  speech: Speech,
): CollectOptions {
  switch (step.do) {
    case 'menu':
      return keyOptions(step, Object.keys(step.choices), speech);
    case 'confirm':
      return keyOptions(step, [step.yesKey, step.noKey], speech);
    case 'collect':
      return { ...entryOptions(step, speech), masked: step.secret };
  }
}

/** What one question of a survey does. */
export function surveyOptions(question: FlowSurveyQuestion, speech: Speech): CollectOptions {
  if (question.kind === 'yesNo') return keyOptions(question, [question.yesKey, question.noKey], speech);
  const { min, max } = question;
  return {
    ...askingOptions(question, speech),
    maxDigits: String(max).length,
    validate: (digits) => Number(digits) >= min && Number(digits) <= max,
    masked: false,
  };
}

/** An entry of several digits. */
export function entryOptions(entry: FlowEntry, speech: Speech): CollectOptions {
  return {
    ...askingOptions(entry, speech),
    maxDigits: entry.maxDigits,
    ...given(entry, [
      'minDigits',
      'interDigitTimeoutMs',
      'finalDigitTimeoutMs',
      'termTimeoutMs',
      'requireTerminator',
      'validDigits',
      'onInvalidDigit',
      'pattern',
    ]),
  };
}

function keyOptions(asking: FlowAsking, keys: readonly string[], speech: Speech): CollectOptions {
  return {
    ...(keys.includes('#' satisfies DtmfKey) && { terminators: '' }),
    ...askingOptions(asking, speech),
    maxDigits: 1,
    validDigits: keys.join(''),
    masked: false,
  };
}

function askingOptions(asking: FlowAsking, speech: Speech): CollectOptions {
  const say = (prompt: FlowPrompt | undefined) => spoken(prompt, speech);
  const { prompt, retryPrompt, noInputPrompts, noMatchPrompts } = asking;
  return {
    prompts: {
      initial: say(prompt),
      ...(retryPrompt !== undefined && { retry: say(retryPrompt) }),
      ...(noInputPrompts && { noInput: noInputPrompts.map(say) }),
      ...(noMatchPrompts && { noMatch: noMatchPrompts.map(say) }),
    },
    ...given(asking, [
      'profile',
      'attempts',
      'firstDigitTimeoutMs',
      'terminators',
      'bargeIn',
      'typeAhead',
      'maxDurationMs',
    ]),
  };
}

type Given<From, Key extends keyof From> = { [Each in Key]?: Exclude<From[Each], undefined> };

function given<From extends object, Key extends keyof From>(
  from: From,
  keys: readonly Key[],
): Given<From, Key> {
  const result: Given<From, Key> = {};
  for (const key of keys) {
    const value = from[key];
    if (value !== undefined) result[key] = value as Exclude<From[Key], undefined>;
  }
  return result;
}
