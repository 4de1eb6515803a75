import type { CollectOptions } from '../dtmf/collect-options';
import type { FlowPrompt, FlowStep } from './definition';
import { promptsIn } from './interpreter';

/** What a menu or a collection of a flow tells `collectDigits`. */
export function questionOptions(
  step: Extract<FlowStep, { do: 'menu' | 'collect' }>,
  language: string,
  fallback: string,
): CollectOptions {
  const spoken = (prompt: FlowPrompt | undefined) => promptsIn(prompt, language, fallback);
  const { prompt, retryPrompt, noInputPrompts, noMatchPrompts } = step;
  const shared = {
    prompts: {
      initial: spoken(prompt),
      ...(retryPrompt !== undefined && { retry: spoken(retryPrompt) }),
      ...(noInputPrompts && { noInput: noInputPrompts.map(spoken) }),
      ...(noMatchPrompts && { noMatch: noMatchPrompts.map(spoken) }),
    },
    ...given(step, [
      'profile',
      'attempts',
      'firstDigitTimeoutMs',
      'terminators',
      'bargeIn',
      'typeAhead',
      'maxDurationMs',
    ]),
  };
  if (step.do === 'menu') {
    const keys = Object.keys(step.choices);
    return {
      ...(keys.includes('#') && { terminators: '' }),
      ...shared,
      maxDigits: 1,
      validDigits: keys.join(''),
    };
  }
  return {
    ...shared,
    maxDigits: step.maxDigits,
    masked: step.secret,
    ...given(step, [
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
