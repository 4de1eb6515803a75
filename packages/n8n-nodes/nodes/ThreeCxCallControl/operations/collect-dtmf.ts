import type { IDataObject } from 'n8n-workflow';
import { collectDigits, GuidedError, type CallOperation, type Parameters } from '../../../src/shared';
import { requireAudioAddress } from './audio-address';
import { collectDtmfProperties } from './collect-dtmf-properties';

const KEYS = { pattern: /^[0-9*#A-D]+$/, patternMeaning: 'keys from 0-9, *, # and A-D, without spaces' };
const WAIT = { min: 1, max: 300 };

export const collectDtmf: CallOperation = {
  name: 'Collect Digits',
  properties: collectDtmfProperties,
  prepare({ parameters }) {
    const options = readOptions(parameters);
    return {
      facts: { audio: options.prompt ?? 'the prompt' },
      async act(call, signal) {
        return toFields(await collectDigits(call, { ...options, ...(signal && { signal }) }));
      },
    };
  },
};

function readOptions(parameters: Parameters) {
  const prompt = parameters.text('prompt');
  const maxDigits = parameters.integer('maxDigits', { min: 1, max: 128 });
  const minDigits = parameters.integer('options.minDigits', { min: 1, max: 128 });
  const terminators = parameters.text('options.terminators', KEYS);
  const validDigits = parameters.text('options.validDigits', { ...KEYS, required: true });
  const betweenKeysMs = parameters.integer('options.interDigitTimeout', WAIT) * 1_000;
  if (minDigits > maxDigits) {
    throw new GuidedError(
      'PARAMETER',
      "'Min Digits' is greater than 'Max Digits'",
      'No entry could ever be long enough. Change one of the two.',
    );
  }
  if (Array.from(terminators).some((key) => validDigits.includes(key))) {
    throw new GuidedError(
      'PARAMETER',
      "'Terminators' and 'Valid Digits' have a key in common",
      'A key either ends the entry or is part of it. Remove it from one of the two.',
    );
  }
  return {
    ...(prompt !== '' && { prompt: requireAudioAddress("'Prompt'", prompt) }),
    maxDigits,
    minDigits,
    terminators,
    validDigits,
    firstDigitTimeoutMs: parameters.integer('timeout', WAIT) * 1_000,
    interDigitTimeoutMs: betweenKeysMs,
    finalDigitTimeoutMs: betweenKeysMs,
    attempts: parameters.integer('options.retries', { min: 1, max: 10 }),
    bargeIn: parameters.flag('options.interruptible'),
    typeAhead: parameters.flag('options.typeAhead') ? ('keep' as const) : ('clear' as const),
  };
}

function toFields(result: Awaited<ReturnType<typeof collectDigits>>): IDataObject {
  const { attempts } = result;
  const nothing = { success: false, dtmfInput: '', terminator: null, attempts };
  switch (result.kind) {
    case 'match':
      return {
        success: true,
        dtmfInput: result.digits,
        terminator: result.terminator ?? null,
        reason: 'match',
        attempts,
      };
    case 'noInput':
      return { ...nothing, reason: 'noInput' };
    case 'noMatch':
      return { ...nothing, reason: 'noMatch' };
    case 'failed':
      return { ...nothing, reason: result.reason === 'noInput' ? 'noInput' : 'noMatch' };
    case 'error':
      throw result.error;
    case 'callEnded':
      return { ...nothing, reason: 'hungUp' };
  }
}
