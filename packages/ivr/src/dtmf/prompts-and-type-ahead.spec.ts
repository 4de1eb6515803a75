import { collectDigits } from './collect-digits';
import { isPending, setScene, waitingKeys } from '../testing/scene';

const prompt = '/prompts/menu.wav';

describe('row 12: barge-in', () => {
  it('the first key stops the prompt at once and is digit 1', async () => {
    const { clock, call, collect } = setScene();
    const result = collect({ prompt, minDigits: 2, maxDigits: 2 });
    await clock.advance(700);
    call.press('1');
    await clock.advance(0);
    expect(call.plays).toEqual([{ source: prompt, startedAt: 1_000, endedAt: 1_700, interrupted: true }]);
    await clock.advance(2_999);
    call.press('2');
    expect(await result).toMatchObject({ kind: 'match', digits: '12' });
  });

  it('runs the inter-digit timer from the key, not from where the prompt would have ended', async () => {
    const { clock, call, collect } = setScene();
    call.promptMs = 60_000;
    const result = collect({ prompt, minDigits: 2, maxDigits: 2 });
    await clock.advance(700);
    call.press('1');
    await clock.advance(3_000);
    expect(await result).toMatchObject({ kind: 'noMatch', reason: 'too-short' });
  });

  it('a key outside validDigits stops the prompt too', async () => {
    const { clock, call, collect } = setScene();
    const result = collect({ prompt, validDigits: '12' });
    await clock.advance(700);
    call.press('*');
    expect(await result).toMatchObject({ kind: 'noMatch', reason: 'invalid-digit' });
    await clock.advance(0);
    expect(call.plays).toMatchObject([{ endedAt: 1_700, interrupted: true }]);
  });

  it('a prompt that somebody else stops is over: the first-digit timer runs', async () => {
    const { clock, call, collect } = setScene();
    const result = collect({ prompt });
    await clock.advance(500);
    call.stopAudio();
    await clock.advance(4_999);
    expect(await isPending(result)).toBe(true);
    await clock.advance(1);
    expect(await result).toMatchObject({ kind: 'noInput' });
  });
});

describe('row 13: a prompt that plays to its end', () => {
  it('discards and counts the keys pressed before and during it', async () => {
    const { clock, call, collect } = setScene();
    call.press('98');
    const result = collect({ prompt, bargeIn: false, maxDigits: 2 });
    await clock.advance(1_000);
    call.press('7#6');
    await clock.advance(999);
    expect(call.playing).toBe(1);
    await clock.advance(1);
    expect(call.plays).toMatchObject([{ endedAt: 3_000, interrupted: false }]);
    call.press('12');
    expect(await result).toMatchObject({ kind: 'match', digits: '12', source: 'live', ignoredDigits: 5 });
    expect(waitingKeys(call)).toBe('');
  });

  it('discards nothing when there is no prompt', async () => {
    const { call, collect } = setScene();
    call.press('1');
    expect(await collect({ bargeIn: false })).toMatchObject({ digits: '1', ignoredDigits: 0 });
  });

  it('waits for the first key from its end on', async () => {
    const { clock, collect } = setScene();
    const result = collect({ prompt, bargeIn: false });
    await clock.advance(6_999);
    expect(await isPending(result)).toBe(true);
    await clock.advance(1);
    expect(await result).toMatchObject({ kind: 'noInput' });
  });
});

describe('row 14: type-ahead', () => {
  it("'keep' uses the keys pressed before the step", async () => {
    const { clock, call, collect } = setScene();
    call.press('12');
    await clock.advance(3_000);
    expect(await collect({ maxDigits: 2 })).toMatchObject({
      kind: 'match',
      digits: '12',
      source: 'type-ahead',
      durationMs: 0,
    });
  });

  it("'clear' drops and counts them", async () => {
    const { call, collect } = setScene();
    call.press('12');
    const result = collect({ prompt, typeAhead: 'clear' });
    call.press('3');
    expect(await result).toMatchObject({ digits: '3', source: 'live', flushedDigits: 2, ignoredDigits: 0 });
  });

  it('keys pressed between two steps of a call reach the second', async () => {
    const { call, collect } = setScene();
    const first = collect();
    call.press('1');
    await first;
    call.press('2');
    expect(await collect()).toMatchObject({ digits: '2', source: 'type-ahead' });
  });
});

describe('row 15: waiting keys and the prompt', () => {
  it('the prompt is not started when they satisfy the step', async () => {
    const { call, collect } = setScene();
    call.press('1');
    expect(await collect({ prompt })).toMatchObject({ kind: 'match', digits: '1' });
    expect(call.plays).toEqual([]);
  });

  it('nor when they are a part of the entry: the digit timers run from the start of the step', async () => {
    const { clock, call, collect } = setScene();
    call.press('1');
    await clock.advance(2_900);
    const short = collect({ prompt, minDigits: 2, maxDigits: 2 });
    await clock.advance(2_999);
    expect(await isPending(short)).toBe(true);
    call.press('2');
    expect(await short).toMatchObject({ kind: 'match', digits: '12', source: 'mixed' });
    call.press('3');
    const long = collect({ prompt, maxDigits: 9 });
    await clock.advance(2_000);
    expect(await long).toMatchObject({ kind: 'match', digits: '3', source: 'type-ahead' });
    expect(call.plays).toEqual([]);
  });
});

describe('row 16: what a failed attempt flushes', () => {
  it('the keys still waiting behind the one that made it fail, before the prompt is repeated', async () => {
    const { clock, call, collect } = setScene();
    call.press('1#77');
    const result = collect({ prompt, minDigits: 2, maxDigits: 2, attempts: 2 });
    await clock.advance(10);
    expect(call.playing).toBe(1);
    call.press('12');
    expect(await result).toMatchObject({ digits: '12', source: 'live', attempts: 2, flushedDigits: 4 });
  });

  it('the rest of the message whose key made it fail, also in the last attempt', async () => {
    const { call, collect } = setScene();
    const result = collect({ minDigits: 2, maxDigits: 4 });
    call.press('1#77');
    expect(await result).toMatchObject({ kind: 'noMatch', flushedDigits: 4 });
    expect(waitingKeys(call)).toBe('');
  });

  it('but not a key pressed after it', async () => {
    const { clock, call, collect } = setScene();
    const result = collect({ minDigits: 2, maxDigits: 4 });
    call.press('1#');
    clock.jump(1);
    call.press('7');
    expect(await result).toMatchObject({ kind: 'noMatch', flushedDigits: 2 });
    expect(waitingKeys(call)).toBe('7');
  });
});

describe('row 17, total attempts only', () => {
  it('repeats the prompt for each attempt and reports the last failure', async () => {
    const { clock, call, collect } = setScene();
    const result = collect({ prompt, attempts: 3, validDigits: '12' });
    await clock.advance(7_000);
    call.press('9');
    await clock.advance(7_000);
    expect(await result).toEqual({
      kind: 'failed',
      reason: 'noInput',
      counts: { noInput: 2, noMatch: 1, total: 3 },
      attempts: 3,
      ignoredDigits: 0,
      flushedDigits: 1,
      gap: false,
    });
    expect(call.plays.map(({ startedAt }) => startedAt)).toEqual([1_000, 8_000, 8_000]);
  });

  it('3 by default', async () => {
    const { clock, call } = setScene();
    const result = collectDigits(call, { clock, prompt });
    await clock.advance(20_999);
    expect(await isPending(result)).toBe(true);
    await clock.advance(1);
    expect(await result).toMatchObject({ kind: 'failed', reason: 'noInput', attempts: 3 });
    expect(call.plays).toHaveLength(3);
  });

  it('1 is no retry', async () => {
    const { clock, call, collect } = setScene();
    const result = collect({ prompt, attempts: 1 });
    await clock.advance(7_000);
    expect(await result).toMatchObject({ kind: 'noInput', attempts: 1 });
    expect(call.plays).toHaveLength(1);
  });

  it('a match in a later attempt says in which', async () => {
    const { clock, call, collect } = setScene();
    const result = collect({ attempts: 3 });
    await clock.advance(5_500);
    call.press('4');
    expect(await result).toMatchObject({ kind: 'match', digits: '4', attempts: 2, durationMs: 5_500 });
  });
});
