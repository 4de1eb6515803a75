import { CollectValidationError } from './collect-errors';
import { isPending, NOTHING_OPEN, openThings, setScene, waitingKeys } from '../testing/scene';

describe('row 7: a terminator that is required', () => {
  it('ends the entry, before maxDigits and at maxDigits', async () => {
    const { clock, call, collect } = setScene();
    for (const keys of ['12#', '1234#']) {
      const result = collect({ maxDigits: 4, requireTerminator: true });
      for (const key of keys) {
        call.press(key);
        await clock.advance(1_900);
      }
      expect(await result).toMatchObject({ kind: 'match', digits: keys.slice(0, -1), terminator: '#' });
    }
  });

  it.each([
    ['the final-digit timeout passes', '12', 2_000],
    ['termTimeoutMs, 2 s, passes after maxDigits', '1234', 2_000],
    ['another key comes in its place', '12345', 0],
  ])('is missing when %s: no-terminator', async (_, keys, waitMs) => {
    const { clock, call, collect } = setScene();
    const result = collect({ maxDigits: 4, requireTerminator: true });
    call.press(keys);
    if (waitMs > 0) {
      await clock.advance(waitMs - 1);
      expect(await isPending(result)).toBe(true);
      await clock.advance(1);
    }
    const reason = 'no-terminator';
    expect(await result).toMatchObject({ kind: 'noMatch', reason, flushedDigits: keys.length });
    expect(waitingKeys(call)).toBe('');
  });
});

describe('row 9: termTimeoutMs', () => {
  const options = { maxDigits: 2, termTimeoutMs: 1_500 };

  it('waits for a terminator once maxDigits are there', async () => {
    const { clock, call, collect } = setScene();
    const result = collect(options);
    call.press('12');
    await clock.advance(1_499);
    call.press('#');
    expect(await result).toMatchObject({ kind: 'match', digits: '12', terminator: '#', durationMs: 1_499 });
  });

  it('ends in a match without one, and a terminator after that is a key of the next step', async () => {
    const { clock, call, collect } = setScene();
    const result = collect(options);
    call.press('12');
    await clock.advance(1_500);
    const match = await result;
    expect(match).toMatchObject({ kind: 'match', digits: '12', durationMs: 1_500 });
    expect(match).not.toHaveProperty('terminator');
    call.press('#');
    expect(waitingKeys(call)).toBe('#');
  });

  it('is cut short by another key, which stays for the next step', async () => {
    const { clock, call, collect } = setScene();
    const result = collect(options);
    call.press('12');
    await clock.advance(400);
    call.press('3');
    expect(await result).toMatchObject({ kind: 'match', digits: '12', durationMs: 400 });
    expect(waitingKeys(call)).toBe('3');
  });
});

describe("row 10: onInvalidDigit 'ignore'", () => {
  it('passes over such a key as if it had not been pressed, and counts it', async () => {
    const { clock, call, collect } = setScene();
    const result = collect({ maxDigits: 3, minDigits: 3, onInvalidDigit: 'ignore', validDigits: '123' });
    call.press('1');
    await clock.advance(2_999);
    call.press('9');
    await clock.advance(1);
    expect(await result).toMatchObject({ kind: 'noMatch', reason: 'too-short', ignoredDigits: 1 });
    const next = collect({ maxDigits: 2, onInvalidDigit: 'ignore' });
    call.press('*1*2');
    expect(await next).toMatchObject({ kind: 'match', digits: '12', ignoredDigits: 2, flushedDigits: 0 });
  });

  it('such a key stops the prompt when pressed during it, and waiting ones do not keep it from starting', async () => {
    const { clock, call, collect } = setScene();
    call.press('*');
    const result = collect({ prompt: 'menu', onInvalidDigit: 'ignore' });
    await clock.advance(500);
    expect(call.playing).toBe(1);
    call.press('*');
    await clock.advance(4_999);
    expect(call.plays).toMatchObject([{ endedAt: 1_500, interrupted: true }]);
    expect(await isPending(result)).toBe(true);
    await clock.advance(1);
    expect(await result).toMatchObject({ kind: 'noInput', ignoredDigits: 2 });
  });
});

describe('row 11: pattern', () => {
  it.each([
    ['1234', 'match'],
    ['2234', 'noMatch'],
  ])('is asked about the whole entry: %s', async (keys, kind) => {
    const { call, collect } = setScene();
    const result = collect({ maxDigits: 4, pattern: '1\\d{3}' });
    call.press(keys);
    expect(await result).toMatchObject({ kind, ...(kind === 'noMatch' && { reason: 'validation' }) });
  });

  it('that takes too long is an error, not a refusal', async () => {
    const scene = setScene();
    const result = scene.collect({ maxDigits: 128, pattern: `${'('.repeat(40)}1${')+'.repeat(40)}` });
    scene.call.press('1'.repeat(128));
    const outcome = await result;
    expect(outcome).toMatchObject({ kind: 'error', attempts: 1, flushedDigits: 128 });
    expect(outcome.kind === 'error' && outcome.error.cause).toBeInstanceOf(Error);
    expect(openThings(scene)).toEqual(NOTHING_OPEN);
  });
});

describe('row 11: validate', () => {
  it('has its say once, after the entry is complete; true is a match', async () => {
    const { call, collect } = setScene();
    const validate = jest.fn(() => true);
    const result = collect({ maxDigits: 4, validate });
    call.press('12#');
    expect(await result).toMatchObject({ kind: 'match', digits: '12', terminator: '#' });
    expect(validate.mock.calls).toEqual([['12', expect.any(AbortSignal)]]);
  });

  it('false refuses, and the caller is asked again', async () => {
    const { clock, call, collect } = setScene();
    const result = collect({
      maxDigits: 1,
      prompt: 'ask',
      attempts: 2,
      validate: (digits) => Promise.resolve(digits === '2'),
    });
    call.press('1');
    await clock.advance(1);
    expect(call.playing).toBe(1);
    call.press('2');
    expect(await result).toMatchObject({ kind: 'match', digits: '2', attempts: 2, flushedDigits: 1 });
  });

  it('is not asked about an entry that is none, or that the pattern refuses', async () => {
    const { call, collect } = setScene();
    const validate = jest.fn(() => true);
    const short = collect({ minDigits: 3, maxDigits: 3, validate });
    call.press('1#');
    await short;
    const unfit = collect({ pattern: '2', validate });
    call.press('1');
    expect(await unfit).toMatchObject({ reason: 'validation' });
    expect(validate).not.toHaveBeenCalled();
  });

  it('keys pressed meanwhile are for the next step when it says yes, and gone when it says no', async () => {
    const { clock, call, collect } = setScene();
    for (const [says, waiting, flushed] of [
      [true, '34', 1],
      [false, '', 4],
    ] as const) {
      call.digits.clear();
      const result = collect({ validate: () => after(clock, 600, says) });
      call.press('1');
      await clock.advance(100);
      call.press('#');
      call.press('34');
      await clock.advance(500);
      expect((await result).flushedDigits).toBe(flushed);
      expect(waitingKeys(call)).toBe(waiting);
    }
  });

  it('a throw is an error with its cause, and no attempt is made again', async () => {
    const scene = setScene();
    const cause = new Error('The database is down');
    const result = scene.collect({ attempts: 3, validate: () => Promise.reject(cause) });
    scene.call.press('1');
    const outcome = await result;
    expect(outcome).toMatchObject({ kind: 'error', attempts: 1, flushedDigits: 1 });
    if (outcome.kind !== 'error') throw new Error('not an error');
    expect(outcome.error).toBeInstanceOf(CollectValidationError);
    expect(outcome.error).toMatchObject({ code: 'COLLECT_VALIDATION', cause });
    expect(openThings(scene)).toEqual(NOTHING_OPEN);
  });

  it('longer than validateTimeoutMs, 5 s, is an error too, and its signal is aborted', async () => {
    const scene = setScene();
    const signals: AbortSignal[] = [];
    const result = scene.collect({
      validate: (_, signal) => {
        signals.push(signal);
        return new Promise<boolean>(() => undefined);
      },
    });
    scene.call.press('1');
    await scene.clock.advance(4_999);
    expect(await isPending(result)).toBe(true);
    await scene.clock.advance(1);
    expect(await result).toMatchObject({ kind: 'error', error: { code: 'COLLECT_VALIDATION' } });
    expect(signals).toMatchObject([{ aborted: true }]);
    expect(openThings(scene)).toEqual(NOTHING_OPEN);
  });

  it('does not outlive the call', async () => {
    const scene = setScene();
    const result = scene.collect({ maxDigits: 4, validate: () => after(scene.clock, 1_000, true) });
    scene.call.press('12#');
    await scene.clock.advance(500);
    scene.call.callerHangsUp();
    expect(await result).toMatchObject({ kind: 'callEnded', partialDigits: '12', flushedDigits: 1 });
    await scene.clock.advance(500);
    expect(openThings(scene)).toEqual(NOTHING_OPEN);
  });
});

function after(clock: ReturnType<typeof setScene>['clock'], ms: number, says: boolean): Promise<boolean> {
  return new Promise((resolve) => {
    clock.after(ms, () => {
      resolve(says);
    });
  });
}
