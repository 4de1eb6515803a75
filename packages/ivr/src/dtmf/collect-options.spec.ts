import { CollectOptionsError } from './collect-errors';
import type { CollectOptions } from './collect-options';
import { NOTHING_OPEN, openThings, setScene, waitingKeys } from '../testing/scene';

describe('options that cannot work', () => {
  it.each<[string, CollectOptions, RegExp]>([
    ['row 1: min above max', { minDigits: 5, maxDigits: 4 }, /minDigits: must not be greater than maxDigits/],
    ['row 1: min above the default max', { minDigits: 2 }, /minDigits: must not be greater/],
    [
      'row 1: min 0 with nothing to end an empty entry',
      { minDigits: 0, terminators: '', firstDigitTimeoutMs: 0, maxDurationMs: 9_000 },
      /minDigits: 0 needs a terminator or a firstDigitTimeoutMs/,
    ],
    ['row 2: no digit', { maxDigits: 0 }, /maxDigits/],
    ['row 2: more than 128', { maxDigits: 129 }, /maxDigits/],
    ['row 2: half a digit', { maxDigits: 1.5 }, /maxDigits/],
    ['row 3: wait for ever', { firstDigitTimeoutMs: 0 }, /firstDigitTimeoutMs: 0 waits for ever/],
    ['row 4: no time between digits', { interDigitTimeoutMs: 0 }, /interDigitTimeoutMs/],
    ['row 5: no time after the last', { finalDigitTimeoutMs: Number.NaN }, /finalDigitTimeoutMs/],
    ['row 6: a key in both sets', { validDigits: '123#' }, /terminators: # can't be in validDigits too/],
    ['row 6: no such key', { terminators: 'x' }, /terminators\.0: use the keys/],
    ['row 10: no such key', { validDigits: '1 2' }, /validDigits\.1: use the keys/],
    ['row 10: no key at all', { validDigits: '' }, /validDigits: name at least one key/],
    ['row 19: longer than a day', { maxDurationMs: 86_400_001 }, /maxDurationMs/],
    ['row 17: no attempt', { attempts: 0 }, /attempts/],
    [
      'row 17: a count that profile 3cx does not keep',
      { attempts: { noInput: 2 } },
      /profile 'voicexml' only/,
    ],
    [
      'row 17: more of one kind than in all',
      { profile: 'voicexml', attempts: { noMatch: 4 } },
      /must not be greater than total, which is 3/,
    ],
    [
      'row 7: a terminator required, and none there',
      { terminators: '', requireTerminator: true },
      /requireTerminator: needs a terminator/,
    ],
    [
      'row 7: no time for it',
      { requireTerminator: true, termTimeoutMs: 0 },
      /termTimeoutMs: 0 leaves no time/,
    ],
    [
      'row 9: waiting for none',
      { terminators: '', termTimeoutMs: 1 },
      /termTimeoutMs: waits for a terminator/,
    ],
    [
      'row 11: a pattern that cannot be read',
      { pattern: '1(2' },
      /pattern: at character 4, a \( is never closed/,
    ],
    ['row 18: two first prompts', { prompt: 'a', prompts: { initial: 'b' } }, /prompt: is the same as/],
  ])('%s', async (_, options, message) => {
    const scene = setScene();
    scene.call.press('1');
    const error: unknown = await scene.collect(options).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(CollectOptionsError);
    expect(error).toMatchObject({ code: 'COLLECT_OPTIONS_INVALID', name: 'CollectOptionsError' });
    expect(error).toHaveProperty('message', expect.stringMatching(message));
    expect(error).toHaveProperty('cause');
    expect(openThings(scene)).toEqual(NOTHING_OPEN);
    expect(waitingKeys(scene.call)).toBe('1');
  });

  it('a misspelt name is refused, not passed over', async () => {
    const misspelt: object = { maxDigit: 4 };
    await expect(setScene().collect(misspelt)).rejects.toThrow(/maxDigit/);
  });

  it('every problem is named at once', async () => {
    const both = setScene().collect({ maxDigits: 0, attempts: 0 });
    await expect(both).rejects.toThrow(/maxDigits.*attempts/);
  });
});

describe('options at their limits', () => {
  it.each<[string, CollectOptions]>([
    ['128 digits', { maxDigits: 128 }],
    ['exactly as many as they may be', { minDigits: 4, maxDigits: 4 }],
    ['an empty entry by the first-digit timeout', { minDigits: 0, terminators: '' }],
    ['for ever, but for a cap', { firstDigitTimeoutMs: 0, maxDurationMs: 1_000 }],
    ['a day', { maxDurationMs: 86_400_000 }],
  ])('%s', async (_, options) => {
    const { call, collect } = setScene();
    const result = collect(options);
    call.callerHangsUp();
    expect(await result).toMatchObject({ kind: 'callEnded' });
  });
});
