import { isPending, setScene, waitingKeys } from '../testing/scene';

describe('row 19: maxDurationMs, 60 s', () => {
  it('ends an entry that is long enough in a match', async () => {
    const { clock, call, collect } = setScene();
    const result = collect({ maxDigits: 128 });
    for (let second = 0; second < 60; second += 1) {
      call.press('5');
      await clock.advance(1_000);
    }
    expect(await result).toMatchObject({ kind: 'match', digits: '5'.repeat(60), durationMs: 60_000 });
  });

  it('ends one that is too short in too-slow', async () => {
    const { clock, call, collect } = setScene();
    const result = collect({ minDigits: 9, maxDigits: 9, maxDurationMs: 5_000 });
    for (let second = 0; second < 4; second += 1) {
      call.press('5');
      await clock.advance(1_250);
    }
    expect(await result).toMatchObject({ kind: 'noMatch', reason: 'too-slow', flushedDigits: 4 });
  });

  it('counts from the first timer of the attempt: a long prompt costs nothing', async () => {
    const { clock, call, collect } = setScene();
    call.promptMs = 120_000;
    const result = collect({ prompt: '/prompts/terms.wav', firstDigitTimeoutMs: 0, maxDurationMs: 1_000 });
    await clock.advance(120_999);
    expect(await isPending(result)).toBe(true);
    await clock.advance(1);
    expect(await result).toMatchObject({ kind: 'noMatch', reason: 'too-slow' });
  });

  it('counts from a barge-in, and anew in each attempt', async () => {
    const { clock, call, collect } = setScene();
    call.promptMs = 120_000;
    const result = collect({
      prompt: '/prompts/terms.wav',
      minDigits: 3,
      maxDigits: 3,
      maxDurationMs: 2_000,
      attempts: 2,
    });
    await clock.advance(500);
    call.press('1');
    await clock.advance(2_000);
    call.press('1');
    await clock.advance(1_999);
    call.press('23');
    expect(await result).toMatchObject({ kind: 'match', digits: '123', attempts: 2 });
  });
});

describe('row 20: repeated keys', () => {
  it('every event is a key press, however close the next one of the same key', async () => {
    const { clock, call, collect } = setScene();
    const result = collect({ maxDigits: 3 });
    call.press('5');
    await clock.advance(10);
    call.press('5');
    call.press('5');
    expect(await result).toMatchObject({ digits: '555' });
  });
});

describe('row 21: several keys in one message', () => {
  it('are taken in order with one timestamp', async () => {
    const { call, collect } = setScene();
    const result = collect({ maxDigits: 6 });
    call.press('12#');
    expect(await result).toMatchObject({ digits: '12', terminator: '#' });
  });

  it('a match in the middle leaves the rest in the buffer', async () => {
    const { call, collect } = setScene();
    const result = collect({ maxDigits: 2 });
    call.press('1234');
    expect(await result).toMatchObject({ digits: '12' });
    expect(waitingKeys(call)).toBe('34');
  });

  it('the rest stands before keys pressed later', async () => {
    const { call, collect } = setScene();
    const result = collect({ maxDigits: 2 });
    call.press('1234');
    call.press('5');
    await result;
    call.press('6');
    expect(waitingKeys(call)).toBe('3456');
  });
});

describe('row 22: a key and a timer', () => {
  it('the timer wins when it was due before the key arrived, though it fires after', async () => {
    const { clock, call, collect } = setScene();
    const result = collect({ minDigits: 2, maxDigits: 9 });
    call.press('12');
    clock.jump(2_001);
    call.press('3');
    expect(await result).toMatchObject({ kind: 'match', digits: '12', durationMs: 2_000 });
    expect(waitingKeys(call)).toBe('3');
  });

  it('the key wins when it arrived before the timer was due, though it is handed in after', async () => {
    const { clock, call, collect } = setScene();
    const result = collect({ minDigits: 2, maxDigits: 3 });
    call.press('12');
    clock.jump(2_005);
    clock.fireDue();
    call.press('3', 1_000 + 1_999);
    expect(await result).toMatchObject({ kind: 'match', digits: '123' });
  });

  it.each(['key first', 'timer first'])('at the same time the key wins: %s', async (order) => {
    const { clock, call, collect } = setScene();
    const result = collect({ minDigits: 2, maxDigits: 3 });
    call.press('12');
    await clock.advance(1_999);
    clock.jump(1);
    if (order === 'timer first') clock.fireDue();
    call.press('3');
    if (order === 'key first') clock.fireDue();
    expect(await result).toMatchObject({ kind: 'match', digits: '123' });
  });

  it('after a blocked process the timers of several attempts have passed before the key', async () => {
    const { clock, call, collect } = setScene();
    const result = collect({ attempts: 3 });
    clock.jump(11_000);
    call.press('1');
    expect(await result).toMatchObject({ kind: 'match', digits: '1', attempts: 3 });
  });

  it('a timer that fires early is set again for the rest', async () => {
    const { clock, call, collect } = setScene();
    const early = {
      now: clock.now,
      after: (ms: number, fn: () => void) => clock.after(Math.ceil(ms / 2), fn),
    };
    const result = collect({ maxDigits: 2, clock: early });
    call.press('1');
    await clock.advance(1_999);
    expect(await isPending(result)).toBe(true);
    await clock.advance(1);
    expect(await result).toMatchObject({ kind: 'match', digits: '1' });
  });
});
