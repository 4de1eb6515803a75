import { isPending, setScene, waitingKeys } from '../testing/scene';

describe('an entry of digits', () => {
  it('row 1: minDigits is 1 by default, so one key and the final-digit timeout make an entry', async () => {
    const { clock, call, collect } = setScene();
    const result = collect({ maxDigits: 4 });
    call.press('7');
    await clock.advance(2_000);
    expect(await result).toEqual({
      kind: 'match',
      digits: '7',
      source: 'live',
      durationMs: 2_000,
      attempts: 1,
      ignoredDigits: 0,
      flushedDigits: 0,
      gap: false,
    });
  });

  it('row 1: with minDigits 0 the terminator alone is an empty entry, silence is still noInput', async () => {
    const { clock, call, collect } = setScene();
    const empty = collect({ minDigits: 0, maxDigits: 4 });
    call.press('#');
    expect(await empty).toMatchObject({ kind: 'match', digits: '', terminator: '#', source: 'live' });
    const silent = collect({ minDigits: 0, maxDigits: 4 });
    await clock.advance(5_000);
    expect(await silent).toMatchObject({ kind: 'noInput' });
  });

  it('row 2: maxDigits is 1 by default, and reaching it ends the entry at once', async () => {
    const { clock, call, collect } = setScene();
    const result = collect();
    await clock.advance(1_234);
    call.press('3');
    expect(await result).toMatchObject({ kind: 'match', digits: '3', durationMs: 1_234 });
  });

  it('row 2: keys beyond maxDigits stay in the type-ahead buffer, in order', async () => {
    const { call, collect } = setScene();
    call.press('12345');
    expect(await collect({ maxDigits: 2 })).toMatchObject({ digits: '12', source: 'type-ahead' });
    expect(waitingKeys(call)).toBe('345');
    expect(await collect({ maxDigits: 3 })).toMatchObject({ digits: '345', source: 'type-ahead' });
  });

  it('row 3: without a prompt the first-digit timeout, 5 s, runs from the start', async () => {
    const { clock, collect } = setScene();
    const result = collect();
    await clock.advance(4_999);
    expect(await isPending(result)).toBe(true);
    await clock.advance(1);
    expect(await result).toEqual({
      kind: 'noInput',
      attempts: 1,
      ignoredDigits: 0,
      flushedDigits: 0,
      gap: false,
    });
  });

  it('row 3: with a prompt it runs from the moment the prompt has been heard to its end', async () => {
    const { clock, call, collect } = setScene();
    call.promptMs = 30_000;
    const result = collect({ prompt: '/prompts/pin.wav', firstDigitTimeoutMs: 4_000 });
    await clock.advance(33_999);
    expect(await isPending(result)).toBe(true);
    await clock.advance(1);
    expect(await result).toMatchObject({ kind: 'noInput' });
  });

  it('row 3: a key cancels it', async () => {
    const { clock, call, collect } = setScene();
    const result = collect({ minDigits: 2, maxDigits: 2, interDigitTimeoutMs: 9_000 });
    await clock.advance(4_999);
    call.press('1');
    await clock.advance(8_999);
    call.press('2');
    expect(await result).toMatchObject({ kind: 'match', digits: '12' });
  });

  it('row 3: 0 waits for the first key as long as maxDurationMs allows', async () => {
    const { clock, call, collect } = setScene();
    const result = collect({ firstDigitTimeoutMs: 0, maxDurationMs: 3_600_000 });
    await clock.advance(3_599_999);
    call.press('1');
    expect(await result).toMatchObject({ kind: 'match', digits: '1' });
  });

  it('row 4: the inter-digit timeout, 3 s after each key below minDigits, ends in too-short', async () => {
    const { clock, call, collect } = setScene();
    const result = collect({ minDigits: 4, maxDigits: 6 });
    call.press('1');
    await clock.advance(2_999);
    call.press('2');
    await clock.advance(2_999);
    expect(await isPending(result)).toBe(true);
    await clock.advance(1);
    expect(await result).toEqual({
      kind: 'noMatch',
      reason: 'too-short',
      attempts: 1,
      ignoredDigits: 0,
      flushedDigits: 2,
      gap: false,
    });
  });

  it('row 5: the final-digit timeout, 2 s after each key from minDigits on, ends in a match', async () => {
    const { clock, call, collect } = setScene();
    const result = collect({ minDigits: 2, maxDigits: 6 });
    call.press('1');
    await clock.advance(2_500);
    call.press('2');
    await clock.advance(1_999);
    call.press('3');
    await clock.advance(1_999);
    expect(await isPending(result)).toBe(true);
    await clock.advance(1);
    expect(await result).toMatchObject({ kind: 'match', digits: '123' });
  });

  it('row 6: any of the terminators ends the entry and is told apart from it', async () => {
    const { call, collect } = setScene();
    const result = collect({ maxDigits: 6, terminators: '*#' });
    call.press('12*');
    const match = await result;
    expect(match).toMatchObject({ kind: 'match', digits: '12', terminator: '*' });
  });

  it('row 6: without terminators # is a key like any other', async () => {
    const { call, collect } = setScene();
    const result = collect({ maxDigits: 2, terminators: '', validDigits: '0123456789#' });
    call.press('1#');
    expect(await result).toMatchObject({ kind: 'match', digits: '1#' });
  });

  it('row 7: a terminator at or above minDigits matches at once', async () => {
    const { call, collect } = setScene();
    const result = collect({ minDigits: 2, maxDigits: 6 });
    call.press('12#');
    expect(await result).toMatchObject({ kind: 'match', digits: '12', terminator: '#', durationMs: 0 });
  });

  it('row 8: a terminator below minDigits is too-short', async () => {
    const { call, collect } = setScene();
    const result = collect({ minDigits: 3, maxDigits: 6 });
    call.press('12#');
    expect(await result).toMatchObject({ kind: 'noMatch', reason: 'too-short', flushedDigits: 3 });
  });

  it('row 8: as the very first key it is too-short as well, never noInput', async () => {
    const { call, collect } = setScene();
    const result = collect({ minDigits: 1, maxDigits: 6 });
    call.press('#');
    expect(await result).toMatchObject({ kind: 'noMatch', reason: 'too-short', flushedDigits: 1 });
  });

  it('row 10: a menu refuses a key that is no choice at once', async () => {
    const { call, collect } = setScene();
    const result = collect({ validDigits: '12' });
    call.press('3');
    expect(await isPending(result)).toBe(false);
    expect(await result).toMatchObject({ kind: 'noMatch', reason: 'invalid-digit', flushedDigits: 1 });
  });

  it.each([
    ['the terminator', '1*2#', 0],
    ['maxDigits', '1*23', 0],
    ['the final-digit timeout', '1*2', 2_000],
    ['the inter-digit timeout', '*', 3_000],
  ])('row 10: in a longer entry an invalid key ends the attempt when %s does', async (_, keys, waitMs) => {
    const { clock, call, collect } = setScene();
    const result = collect({ minDigits: 3, maxDigits: 4 });
    call.press(keys);
    if (waitMs > 0) {
      await clock.advance(waitMs - 1);
      expect(await isPending(result)).toBe(true);
      await clock.advance(1);
    }
    expect(await result).toMatchObject({ kind: 'noMatch', reason: 'invalid-digit' });
  });

  it('row 10: A to D count only where they are listed', async () => {
    const { call, collect } = setScene();
    const listed = collect({ validDigits: 'ABCD' });
    call.press('C');
    expect(await listed).toMatchObject({ kind: 'match', digits: 'C' });
    const unlisted = collect();
    call.press('C');
    expect(await unlisted).toMatchObject({ kind: 'noMatch', reason: 'invalid-digit' });
  });
});

describe('row 9: the terminator a caller adds from habit', () => {
  it('is dropped when it comes within 1 s of a match that needed none', async () => {
    const { clock, call, collect } = setScene();
    const first = collect({ maxDigits: 2 });
    call.press('12');
    expect(await first).toMatchObject({ kind: 'match', digits: '12' });
    const second = collect();
    await clock.advance(1_000);
    call.press('#');
    expect(await isPending(second)).toBe(true);
    call.press('5');
    expect(await second).toMatchObject({ kind: 'match', digits: '5' });
  });

  it('is dropped after a match by the final-digit timeout too', async () => {
    const { clock, call, collect } = setScene();
    const result = collect({ maxDigits: 4 });
    call.press('12');
    await clock.advance(2_000);
    expect(await result).toMatchObject({ kind: 'match' });
    call.press('#');
    expect(waitingKeys(call)).toBe('');
  });

  it('is dropped when it came in the same message as the last digit, or had been typed ahead', async () => {
    const { call, collect } = setScene();
    const live = collect({ maxDigits: 2 });
    call.press('12#3');
    expect(await live).toMatchObject({ kind: 'match', digits: '12', flushedDigits: 1 });
    expect(waitingKeys(call)).toBe('3');
    call.press('45#6');
    expect(await collect({ maxDigits: 3 })).toMatchObject({ digits: '345', flushedDigits: 1 });
    expect(waitingKeys(call)).toBe('6');
  });

  it.each([
    ['later than 1 s', 1_001, '#', '#'],
    ['after another key', 0, '5#', '5#'],
    ['twice', 0, '##', '#'],
  ])('stays when it comes %s', async (_, waitMs, keys, waiting) => {
    const { clock, call, collect } = setScene();
    const result = collect({ maxDigits: 2 });
    call.press('12');
    await result;
    await clock.advance(waitMs);
    call.press(keys);
    expect(waitingKeys(call)).toBe(waiting);
  });

  it('stays after an entry that ended with a terminator', async () => {
    const { call, collect } = setScene();
    const result = collect({ maxDigits: 4 });
    call.press('12#');
    await result;
    call.press('#');
    expect(waitingKeys(call)).toBe('#');
  });
});
