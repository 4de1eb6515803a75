import type { INodeProperties } from 'n8n-workflow';
import { collectDigits, type CallOperation, type Parameters, type StepResult } from '../../../src/shared';
import {
  contradiction,
  interDigitTimeoutMs,
  keysOf,
  longestAttemptMs,
  questionFields,
  questionOf,
  questionOptions,
  whyUnanswered,
} from './question-fields';

const operation = 'collectDTMF';
const OUTPUTS = { match: 0, noInput: 1, noMatch: 2, hungUp: 3 } as const;

const [prompt, timeout] = questionFields(operation, 'e.g. /prompts/press-1-sales-2-support.wav');

const properties: INodeProperties[] = [
  ...(prompt ? [prompt] : []),
  {
    displayName: 'Max Digits',
    name: 'maxDigits',
    type: 'number',
    typeOptions: { minValue: 1, maxValue: 128 },
    default: 1,
    displayOptions: { show: { operation: [operation] } },
    description: 'The entry is complete at once when it has so many digits',
  },
  ...(timeout ? [timeout] : []),
  {
    displayName: 'Separate Outputs',
    name: 'separateOutputs',
    type: 'boolean',
    noDataExpression: true,
    default: false,
    displayOptions: { show: { operation: [operation] } },
    description: 'Whether no input, no match and a hang-up leave by outputs of their own',
  },
  questionOptions(operation, [
    {
      displayName: 'Mask Digits',
      name: 'maskDigits',
      type: 'boolean',
      default: false,
      description: 'Whether the entry is shown as dots in the output, where only its length is needed',
    },
    {
      displayName: 'Min Digits',
      name: 'minDigits',
      type: 'number',
      typeOptions: { minValue: 1, maxValue: 128 },
      default: 1,
      description: 'Fewer digits are no valid entry',
    },
    {
      displayName: 'Pattern',
      name: 'pattern',
      type: 'string',
      default: '',
      placeholder: 'e.g. 4[0-9]{15}',
      description: 'What the whole entry must look like: keys, classes, groups, | and quantifiers',
    },
    {
      displayName: 'Terminators',
      name: 'terminators',
      type: 'string',
      default: '#',
      description: 'Keys that end the entry and are not part of it. Empty: none.',
    },
    {
      displayName: 'Timeout Between Digits (Seconds)',
      name: 'interDigitTimeout',
      type: 'number',
      typeOptions: { minValue: 1, maxValue: 300 },
      default: 3,
      description: 'Seconds to the next key. Then the entry is taken as it is, if it has enough digits.',
    },
    {
      displayName: 'Valid Digits',
      name: 'validDigits',
      type: 'string',
      default: '0123456789',
      description: 'Keys that an entry may consist of',
    },
  ]),
];

export const collectDtmf: CallOperation = {
  name: 'Collect Digits',
  properties,
  failureOutput: OUTPUTS.hungUp,
  prepare({ parameters }) {
    const { options, audio } = optionsOf(parameters);
    const isMasked = parameters.flag('options.maskDigits');
    return {
      facts: { audio },
      async act(call, { pbx, signal }) {
        const { connection$ } = pbx;
        const result = await collectDigits(call, { ...options, connection$, ...(signal && { signal }) });
        return toResult(result, isMasked);
      },
    };
  },
};

function optionsOf(parameters: Parameters) {
  const question = questionOf(parameters);
  const maxDigits = parameters.integer('maxDigits', { min: 1, max: 128 });
  const minDigits = parameters.integer('options.minDigits', { min: 1, max: 128 });
  const terminators = keysOf(parameters, 'options.terminators');
  const validDigits = keysOf(parameters, 'options.validDigits', { required: true });
  const pattern = parameters.text('options.pattern');
  const betweenKeysMs = interDigitTimeoutMs(parameters);
  if (minDigits > maxDigits) {
    throw contradiction(
      "'Min Digits' is greater than 'Max Digits'",
      'No entry could ever be long enough. Change one of the two.',
    );
  }
  if (Array.from(terminators).some((key) => validDigits.includes(key))) {
    throw contradiction(
      "'Terminators' and 'Valid Digits' have a key in common",
      'A key either ends the entry or is part of it. Remove it from one of the two.',
    );
  }
  const options = {
    ...question.options,
    maxDurationMs: longestAttemptMs(question.options.firstDigitTimeoutMs ?? 0, maxDigits * betweenKeysMs),
    maxDigits,
    minDigits,
    terminators,
    validDigits,
    ...(pattern !== '' && { pattern }),
    interDigitTimeoutMs: betweenKeysMs,
    finalDigitTimeoutMs: betweenKeysMs,
  };
  return { options, audio: question.audio };
}

function toResult(result: Awaited<ReturnType<typeof collectDigits>>, isMasked: boolean): StepResult {
  const { attempts } = result;
  if (result.kind !== 'match') {
    const reason = whyUnanswered(result);
    return {
      json: { success: false, dtmfInput: '', terminator: null, reason, attempts },
      output: OUTPUTS[reason],
    };
  }
  const { digits, terminator = null } = result;
  const dtmfInput = isMasked ? '•'.repeat(digits.length) : digits;
  return { json: { success: true, dtmfInput, terminator, reason: 'match', attempts }, output: OUTPUTS.match };
}
