import { CollectOptionsError } from '../dtmf/collect-errors';
import type { CollectOptions } from '../dtmf/collect-options';
import { planCollection } from '../dtmf/collect-plan';
import type { FlowStep, FlowSurveyQuestion } from './definition';
import { entryOptions, questionOptions, surveyOptions } from './question-options';
import type { Speech } from './spoken-prompts';
import { variablesIn } from './template';

/** Which prompts are heard doesn't matter here. */
const NO_SPEECH: Speech = { language: '', fallback: '', read: () => undefined };

/** What is wrong with how a step asks for keys, one sentence each. */
export function questionProblems(step: FlowStep): readonly string[] {
  switch (step.do) {
    case 'menu':
      if (Object.keys(step.choices).length === 0) return ['choices: name at least one key.'];
      return refusals('', questionOptions(step, NO_SPEECH));
    case 'confirm':
      return [...sameKey(step), ...refusals('', questionOptions(step, NO_SPEECH))];
    case 'collect':
      return refusals('', questionOptions(step, NO_SPEECH));
    case 'authenticate':
      return [
        ...refusals('id: ', entryOptions(step.id, NO_SPEECH)),
        ...refusals('pin: ', entryOptions(step.pin, NO_SPEECH)),
        ...unverified(step),
      ];
    case 'survey':
      return step.questions.flatMap((question, index) => [
        ...(step.questions.findIndex(({ name }) => name === question.name) < index
          ? [`${question.name}: two questions have this name, rename one.`]
          : []),
        ...surveyProblems(question).map((problem) => `${question.name}: ${problem}`),
      ]);
    case 'record':
      return step.minSeconds > step.maxSeconds
        ? ['minSeconds: is more than maxSeconds, so that nothing could be recorded: lower it.']
        : [];
    default:
      return [];
  }
}

/** A request that isn't told id and PIN can't verify them. */
function unverified({ verify }: Extract<FlowStep, { do: 'authenticate' }>): readonly string[] {
  const { url, headers = {}, body } = verify;
  if (body === undefined) return [];
  const texts = [url, ...Object.values(headers), ...Object.values(body)].map(String);
  const told = new Set(texts.flatMap(variablesIn));
  return ['id', 'pin']
    .filter((name) => !told.has(name))
    .map((name) => `verify: nothing in it says {{${name}}}: name it in the body, or leave the body out.`);
}

function surveyProblems(question: FlowSurveyQuestion): readonly string[] {
  if (question.kind === 'yesNo')
    return [...sameKey(question), ...refusals('', surveyOptions(question, NO_SPEECH))];
  if (question.min > question.max) return ['min is greater than max: swap them.'];
  return refusals('', surveyOptions(question, NO_SPEECH));
}

function sameKey({ yesKey, noKey }: { readonly yesKey: string; readonly noKey: string }): readonly string[] {
  return yesKey === noKey ? [`yesKey and noKey are both ${yesKey}: give each a key of its own.`] : [];
}

function refusals(prefix: string, options: CollectOptions): readonly string[] {
  try {
    planCollection(options);
    return [];
  } catch (problem) {
    if (!(problem instanceof CollectOptionsError)) throw problem;
    return [prefix + problem.message.replace('Check the options of collectDigits. ', '')];
  }
}
