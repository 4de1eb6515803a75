import { isPending, NOTHING_OPEN, openThings, setScene, waitingKeys } from '../testing/scene';
import type { BufferCleared } from './collect-result';

describe("row 12: bargeIn 'valid-only'", () => {
  it('other keys do not stop the prompt and are no part of the entry', async () => {
    const { clock, call, collect } = setScene();
    const result = collect({ prompt: 'menu', bargeIn: 'valid-only', validDigits: '12' });
    await clock.advance(500);
    call.press('9#');
    await clock.advance(500);
    expect(call.playing).toBe(1);
    call.press('2');
    expect(await result).toMatchObject({ kind: 'match', digits: '2', ignoredDigits: 2 });
    await clock.advance(0);
    expect(call.plays).toMatchObject([{ endedAt: 2_000, interrupted: true }]);
  });

  it('once the prompt is over they count like any other', async () => {
    const { clock, call, collect } = setScene();
    const result = collect({ prompt: 'menu', bargeIn: 'valid-only', validDigits: '12' });
    await clock.advance(2_000);
    call.press('9');
    expect(await result).toMatchObject({ kind: 'noMatch', reason: 'invalid-digit', ignoredDigits: 0 });
  });
});

describe('row 17, profile voicexml', () => {
  it('each kind of failure has a count of its own', async () => {
    const { clock, call, collect } = setScene();
    const result = collect({
      profile: 'voicexml',
      attempts: { noInput: 2, noMatch: 3, total: 9 },
      validDigits: '1',
    });
    call.press('9');
    await clock.advance(1);
    call.press('9');
    await clock.advance(10_000);
    expect(await result).toMatchObject({
      kind: 'failed',
      reason: 'noInput',
      counts: { noInput: 2, noMatch: 2, total: 4 },
      attempts: 4,
    });
  });

  it('the final-digit timeout is that between digits, unless given', async () => {
    const { clock, call, collect } = setScene();
    const result = collect({ profile: 'voicexml', maxDigits: 4 });
    call.press('1');
    await clock.advance(3_000);
    expect(await result).toMatchObject({ kind: 'match', durationMs: 3_000 });
  });
});

describe('row 18: prompts', () => {
  const prompts = {
    initial: ['welcome', 'menu'],
    retry: 'menu',
    noInput: ['silent-1', 'silent-2'],
    noMatch: ['wrong-1'],
  };

  it('the first attempt has its own, later ones the error prompt of that failure and then retry', async () => {
    const { clock, call, collect } = setScene();
    const result = collect({ prompts, profile: 'voicexml', attempts: { noInput: 5, noMatch: 4, total: 6 } });
    await clock.advance(4_000 + 5_000);
    await clock.advance(4_000);
    call.press('*');
    await clock.advance(9_000);
    await clock.advance(9_000);
    await clock.advance(9_000);
    expect(call.plays.map(({ source }) => source)).toEqual([
      ...['welcome', 'menu'],
      ...['silent-1', 'menu'],
      ...['wrong-1', 'menu'],
      ...['silent-2', 'menu'],
      ...['silent-2', 'menu'],
      ...['silent-2'],
    ]);
    call.press('1');
    expect(await result).toMatchObject({ kind: 'match', attempts: 6 });
  });

  it('with the one count of profile 3cx, any failure brings the next handler', async () => {
    const { clock, call, collect } = setScene();
    const result = collect({ prompts, attempts: 3 });
    call.press('*');
    await clock.advance(9_000);
    await clock.advance(0);
    expect(call.plays.map(({ source }) => source)).toEqual(['welcome', 'wrong-1', 'menu', 'silent-2']);
    call.press('1');
    await result;
  });

  it('retry is as initial unless given; an empty list is silence, and the timers start at once', async () => {
    const { clock, call, collect } = setScene();
    const repeated = collect({ prompts: { initial: 'menu' }, attempts: 2 });
    await clock.advance(14_000);
    expect(await repeated).toMatchObject({ kind: 'failed' });
    expect(call.plays).toHaveLength(2);
    const silent = collect({ prompts: { initial: 'menu', retry: [] }, attempts: 2 });
    await clock.advance(12_000);
    expect(await silent).toMatchObject({ kind: 'failed' });
    expect(call.plays).toHaveLength(3);
  });

  it('a key stops all of them', async () => {
    const { clock, call, collect } = setScene();
    const result = collect({ prompts });
    await clock.advance(500);
    call.press('1');
    await result;
    await clock.advance(2_000);
    expect(call.plays).toMatchObject([{ source: 'welcome', endedAt: 1_500, interrupted: true }]);
  });

  it('may be bytes', async () => {
    const { clock, call, collect } = setScene();
    const bytes = new Uint8Array([82, 73, 70, 70]);
    const result = collect({ prompt: bytes });
    await clock.advance(7_000);
    await result;
    expect(call.plays).toMatchObject([{ source: bytes }]);
  });
});

describe('row 24: the connection is lost and comes back', () => {
  it('the attempt begins again, prompt included, and is not counted twice', async () => {
    const scene = setScene();
    const { clock, call, connection$, collect } = scene;
    const result = collect({ prompt: 'pin', minDigits: 4, maxDigits: 4, connection$ });
    await clock.advance(2_000);
    call.press('12');
    connection$.tell('lost');
    await clock.advance(1_000);
    connection$.tell('connected');
    await clock.advance(2_000);
    expect(call.plays).toHaveLength(2);
    call.press('3456');
    expect(await result).toMatchObject({ digits: '3456', attempts: 1, gap: true, flushedDigits: 2 });
    expect(openThings(scene)).toEqual(NOTHING_OPEN);
  });

  it('during the prompt: it is played anew', async () => {
    const { clock, call, connection$, collect } = setScene();
    const result = collect({ prompt: 'pin', connection$ });
    await clock.advance(500);
    connection$.tell('connected');
    await clock.advance(2_000);
    expect(call.plays).toMatchObject([
      { endedAt: 1_500, interrupted: true },
      { startedAt: 1_500, endedAt: 3_500 },
    ]);
    await clock.advance(5_000);
    expect(await result).toMatchObject({ kind: 'noInput', gap: true });
  });

  it("onGap 'continue': goes on with the keys that are there", async () => {
    const { clock, call, connection$, collect } = setScene();
    const result = collect({ maxDigits: 4, minDigits: 4, connection$, onGap: 'continue' });
    call.press('12');
    await clock.advance(1_000);
    connection$.tell('lost');
    connection$.tell('connected');
    call.press('34');
    expect(await result).toMatchObject({ digits: '1234', gap: true });
  });

  it('timers go on meanwhile', async () => {
    const { clock, connection$, collect } = setScene();
    const result = collect({ connection$ });
    connection$.tell('lost');
    await clock.advance(5_000);
    expect(await result).toMatchObject({ kind: 'noInput', gap: false });
  });

  it('a state told on subscribing is no gap', async () => {
    const { call, collect } = setScene();
    const connection$ = {
      subscribe(next: (state: 'connected') => void) {
        next('connected');
        return { unsubscribe: () => undefined };
      },
    };
    const result = collect({ connection$ });
    call.press('1');
    expect(await result).toMatchObject({ kind: 'match', gap: false });
  });

  it('an entry that is already being checked is complete: it stands', async () => {
    const { clock, call, connection$, collect } = setScene();
    const validate = () =>
      new Promise<boolean>((resolve) => {
        clock.after(500, () => {
          resolve(true);
        });
      });
    const result = collect({ connection$, validate });
    call.press('1');
    connection$.tell('connected');
    await clock.advance(500);
    expect(await result).toMatchObject({ kind: 'match', gap: true, attempts: 1 });
  });
});

describe('row 16: each flush is told', () => {
  function listen() {
    const scene = setScene();
    const events: BufferCleared[] = [];
    const onBufferCleared = (event: BufferCleared) => events.push(event);
    return { ...scene, events, onBufferCleared };
  }

  it('preflush, and the end of a prompt that cannot be interrupted', async () => {
    const { clock, call, collect, events, onBufferCleared } = listen();
    call.press('12');
    const result = collect({ prompt: 'p', typeAhead: 'clear', bargeIn: false, onBufferCleared });
    await clock.advance(1_000);
    call.press('345');
    expect(events).toEqual([{ reason: 'preflush', count: 2 }]);
    await clock.advance(1_000);
    expect(events.slice(1)).toEqual([{ reason: 'prompt', count: 3 }]);
    call.press('1');
    await result;
    expect(events).toHaveLength(2);
  });

  it('noMatch, with what was pressed behind it', async () => {
    const { call, collect, events, onBufferCleared } = listen();
    const result = collect({ minDigits: 3, maxDigits: 3, onBufferCleared });
    call.press('1#77');
    await result;
    expect(events.map(({ reason }) => reason)).toEqual(['noMatch', 'noMatch', 'noMatch']);
    expect(events.reduce((sum, { count }) => sum + count, 0)).toBe(4);
  });

  it('silence flushes nothing, and then there is nothing to tell', async () => {
    const { clock, collect, events, onBufferCleared } = listen();
    const result = collect({ onBufferCleared });
    await clock.advance(5_000);
    await result;
    expect(events).toEqual([]);
  });

  it('a gap, an error, and the end of the call', async () => {
    const { clock, call, connection$, collect, events, onBufferCleared } = listen();
    const validate = () => {
      throw new Error('no');
    };
    const failing = collect({ maxDigits: 2, connection$, validate, onBufferCleared });
    call.press('1');
    connection$.tell('connected');
    await clock.advance(1);
    call.press('22');
    await failing;
    const ended = collect({ validate: () => new Promise<boolean>(() => undefined), onBufferCleared });
    call.press('1');
    call.press('2');
    call.callerHangsUp();
    await ended;
    expect(events).toEqual([
      { reason: 'gap', count: 1 },
      { reason: 'error', count: 2 },
      { reason: 'callEnded', count: 1 },
    ]);
  });

  it('an abort', async () => {
    const { call, clock, collect, events, onBufferCleared } = listen();
    const abort = new AbortController();
    const result = collect({ maxDigits: 4, signal: abort.signal, onBufferCleared });
    call.press('12');
    abort.abort();
    await expect(result).rejects.toThrow();
    await clock.advance(0);
    expect(events).toEqual([{ reason: 'abort', count: 2 }]);
    expect(waitingKeys(call)).toBe('');
  });

  it('a prompt that fails', async () => {
    const { call, clock, collect, events, onBufferCleared } = listen();
    call.promptError = new Error('gone');
    call.press('9');
    const result = collect({ prompt: 'p', bargeIn: false, onBufferCleared });
    await expect(result).rejects.toThrow('gone');
    await clock.advance(0);
    expect(events).toEqual([{ reason: 'error', count: 1 }]);
    expect(await isPending(result.catch(() => undefined))).toBe(false);
  });
});
