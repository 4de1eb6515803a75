import type { CollectOptions, CollectResult } from '@org/3cx-ivr';
import type { INodeProperties } from 'n8n-workflow';
import { GuidedError, type Parameters } from '../../../src/shared';
import { audioAddress, audioField } from './audio-field';

const KEYS = { pattern: /^[0-9*#A-D]+$/, patternMeaning: 'keys from 0-9, *, # and A-D, without spaces' };
const WAIT = { min: 1, max: 300 };

/** The fields up front of a step that asks the caller. */
export function questionFields(operation: string, promptPlaceholder: string): INodeProperties[] {
  const show = { operation: [operation] };
  return [
    audioField({
      displayName: 'Prompt',
      name: 'prompt',
      show,
      placeholder: promptPlaceholder,
      description:
        'Audio played first: a path on the 3CX web server or a web address of a WAV, MP3 or GSM file. Empty: nothing is played.',
    }),
    {
      displayName: 'Timeout (Seconds)',
      name: 'timeout',
      type: 'number',
      typeOptions: { minValue: 1, maxValue: 300 },
      default: 10,
      displayOptions: { show },
      description: 'Seconds to the first key, from the end of the prompt',
    },
  ];
}

/** The options that every step has that asks the caller, in alphabetical order with `more`. */
export function questionOptions(operation: string, more: readonly INodeProperties[] = []): INodeProperties {
  const options = [...questionOptionFields, ...more];
  return {
    displayName: 'Options',
    name: 'options',
    type: 'collection',
    placeholder: 'Add option',
    default: {},
    displayOptions: { show: { operation: [operation] } },
    options: options.sort((one, other) => one.displayName.localeCompare(other.displayName)),
  };
}

const questionOptionFields: readonly INodeProperties[] = [
  {
    displayName: 'Attempts',
    name: 'retries',
    type: 'number',
    typeOptions: { minValue: 1, maxValue: 10 },
    default: 3,
    description: 'How often the caller is asked in all, when no valid entry comes',
  },
  {
    displayName: 'Interruptible',
    name: 'interruptible',
    type: 'boolean',
    default: true,
    description:
      'Whether the first key stops the prompt and counts. If not, keys pressed during it are ignored.',
  },
  audioField({
    displayName: 'No Input Prompt',
    name: 'noInputPrompt',
    placeholder: 'e.g. /prompts/no-input.wav',
    description: 'Played before the caller is asked again after pressing nothing',
  }),
  audioField({
    displayName: 'No Match Prompt',
    name: 'noMatchPrompt',
    placeholder: 'e.g. /prompts/invalid.wav',
    description: 'Played before the caller is asked again after a wrong entry',
  }),
  audioField({
    displayName: 'Retry Prompt',
    name: 'retryPrompt',
    placeholder: 'e.g. /prompts/press-again.wav',
    description: 'Played instead of Prompt from the second attempt on',
  }),
  {
    displayName: 'Type-Ahead',
    name: 'typeAhead',
    type: 'boolean',
    default: true,
    description: 'Whether keys pressed before this step count',
  },
];

type QuestionOptions = Pick<
  CollectOptions,
  'prompts' | 'firstDigitTimeoutMs' | 'maxDurationMs' | 'attempts' | 'bargeIn' | 'typeAhead'
>;

export interface Question {
  readonly options: QuestionOptions;
  /** What may turn out not to be playable, as the user wrote it. */
  readonly audio: string;
}

/** @throws GuidedError naming the field that can't be used */
export function questionOf(parameters: Parameters): Question {
  const initial = audioAddress(parameters, 'prompt', "'Prompt'");
  const retry = audioAddress(parameters, 'options.retryPrompt', "'Retry Prompt'");
  const noInput = audioAddress(parameters, 'options.noInputPrompt', "'No Input Prompt'");
  const noMatch = audioAddress(parameters, 'options.noMatchPrompt', "'No Match Prompt'");
  const firstDigitTimeoutMs = parameters.integer('timeout', WAIT) * 1_000;
  const files = [initial, retry, noInput, noMatch].filter((file) => file !== '');
  return {
    options: {
      prompts: {
        ...(initial !== '' && { initial }),
        ...(retry !== '' && { retry }),
        ...(noInput !== '' && { noInput: [noInput] }),
        ...(noMatch !== '' && { noMatch: [noMatch] }),
      },
      firstDigitTimeoutMs,
      maxDurationMs: longestAttemptMs(firstDigitTimeoutMs),
      attempts: parameters.integer('options.retries', { min: 1, max: 10 }),
      bargeIn: parameters.flag('options.interruptible'),
      typeAhead: parameters.flag('options.typeAhead') ? 'keep' : 'clear',
    },
    audio: files.length === 0 ? 'the prompt' : files.join(', '),
  };
}

/**
 * How long an attempt may take as a whole: long enough for the waits that are allowed.
 * @param typingMs - what the keys after the first may take
 */
export function longestAttemptMs(firstDigitTimeoutMs: number, typingMs = 0): number {
  return Math.max(60_000, firstDigitTimeoutMs + typingMs + 1_000);
}

/** @throws GuidedError when it holds anything but keys */
export function keysOf(parameters: Parameters, name: string, { required = false } = {}): string {
  return parameters.text(name, { ...KEYS, required });
}

/** @throws GuidedError when it isn't exactly one key */
export function oneKeyOf(parameters: Parameters, name: string): string {
  return parameters.text(name, {
    pattern: /^[0-9*#A-D]$/,
    patternMeaning: 'one key from 0-9, *, # and A-D',
    required: true,
  });
}

/** How long keys may be apart, milliseconds. */
export function interDigitTimeoutMs(parameters: Parameters): number {
  return parameters.integer('options.interDigitTimeout', WAIT) * 1_000;
}

export type Unanswered = 'noInput' | 'noMatch' | 'hungUp';

/**
 * Why a question has no answer.
 * @throws what the check of an entry failed with
 */
export function whyUnanswered(result: Exclude<CollectResult, { readonly kind: 'match' }>): Unanswered {
  switch (result.kind) {
    case 'noInput':
    case 'noMatch':
      return result.kind;
    case 'failed':
      return result.reason === 'noInput' ? 'noInput' : 'noMatch';
    case 'callEnded':
      return 'hungUp';
    case 'error':
      throw result.error;
  }
}

export function contradiction(message: string, description: string): GuidedError {
  return new GuidedError('PARAMETER', message, description);
}
