import { CallEndedError } from '@org/3cx-core';
import { collectDigits } from './collect-digits';
import { NOTHING_OPEN, isPending, openThings, setScene, waitingKeys } from '../testing/scene';

const prompt = '/prompts/menu.wav';

describe('row 23: the call ends', () => {
  it('during the prompt: callEnded at once, no retry', async () => {
    const scene = setScene();
    const { clock, call, collect } = scene;
    const result = collect({ prompt, attempts: 3 });
    await clock.advance(500);
    call.callerHangsUp();
    expect(await isPending(result)).toBe(false);
    expect(await result).toEqual({
      kind: 'callEnded',
      partialDigits: '',
      attempts: 1,
      ignoredDigits: 0,
      flushedDigits: 0,
      gap: false,
    });
    expect(call.plays).toHaveLength(1);
    expect(openThings(scene)).toEqual(NOTHING_OPEN);
  });

  it('in the middle of an entry: what had been keyed is in the result', async () => {
    const scene = setScene();
    const { call, collect } = scene;
    const result = collect({ minDigits: 4, maxDigits: 4 });
    call.press('12');
    call.callerHangsUp();
    expect(await result).toMatchObject({ kind: 'callEnded', partialDigits: '12' });
    expect(openThings(scene)).toEqual(NOTHING_OPEN);
  });

  it('before the step: callEnded, whether the call or the prompt tells first', async () => {
    const scene = setScene();
    scene.call.callerHangsUp();
    expect(await scene.collect({ prompt })).toMatchObject({ kind: 'callEnded' });
    expect(openThings(scene)).toEqual(NOTHING_OPEN);
  });

  it('and only the prompt knows yet: its CallEndedError is a callEnded', async () => {
    const scene = setScene();
    scene.call.promptError = new CallEndedError('The call has ended');
    expect(await scene.collect({ prompt })).toMatchObject({ kind: 'callEnded' });
    expect(openThings(scene)).toEqual(NOTHING_OPEN);
  });

  it('in the instant of a match: the match stands', async () => {
    const { call, collect } = setScene();
    const result = collect();
    call.press('1');
    call.callerHangsUp();
    expect(await result).toMatchObject({ kind: 'match', digits: '1' });
  });
});

describe('row 23: the application aborts', () => {
  it('rejects with the reason of the signal and leaves nothing open', async () => {
    const scene = setScene();
    const { clock, call, collect } = scene;
    const abort = new AbortController();
    const result = collect({ prompt, maxDigits: 4, signal: abort.signal });
    await clock.advance(500);
    call.press('12');
    abort.abort();
    await expect(result).rejects.toMatchObject({ name: 'AbortError' });
    await clock.advance(0);
    expect(openThings(scene)).toEqual(NOTHING_OPEN);
    expect(waitingKeys(call)).toBe('');
  });

  it('stops the prompt', async () => {
    const scene = setScene();
    const { clock, call, collect } = scene;
    const abort = new AbortController();
    const reason = new Error('The workflow was cancelled');
    const result = collect({ prompt, signal: abort.signal });
    await clock.advance(500);
    abort.abort(reason);
    await expect(result).rejects.toBe(reason);
    await clock.advance(0);
    expect(call.plays).toMatchObject([{ endedAt: 1_500, interrupted: true }]);
  });

  it('before the step: claims and plays nothing', async () => {
    const { call, collect } = setScene();
    call.press('1');
    await expect(collect({ prompt, signal: AbortSignal.abort() })).rejects.toMatchObject({
      name: 'AbortError',
    });
    expect(call.plays).toEqual([]);
    expect(waitingKeys(call)).toBe('1');
  });

  it('after the step: changes nothing', async () => {
    const { call, collect } = setScene();
    const abort = new AbortController();
    const result = collect({ signal: abort.signal });
    call.press('1');
    abort.abort();
    expect(await result).toMatchObject({ kind: 'match', digits: '1' });
  });
});

describe('a prompt that cannot be played', () => {
  it('rejects with its error and leaves nothing open', async () => {
    const scene = setScene();
    const missing = new Error('There is no such file');
    scene.call.promptError = missing;
    await expect(scene.collect({ prompt })).rejects.toBe(missing);
    expect(openThings(scene)).toEqual(NOTHING_OPEN);
  });

  it('in a later attempt as well', async () => {
    const scene = setScene();
    const { clock, call, collect } = scene;
    const result = collect({ prompt, attempts: 2 });
    const rejection = expect(result).rejects.toThrow('gone');
    await clock.advance(2_000);
    call.promptError = new Error('The file is gone');
    await clock.advance(5_000);
    await rejection;
    expect(openThings(scene)).toEqual(NOTHING_OPEN);
  });

  it('is no unhandled rejection when a key has settled the step before', async () => {
    const scene = setScene();
    const { clock, call, collect } = scene;
    call.promptError = new Error('There is no such file');
    const result = collect({ prompt });
    call.press('1');
    expect(await result).toMatchObject({ kind: 'match', digits: '1' });
    await clock.advance(0);
    expect(openThings(scene)).toEqual(NOTHING_OPEN);
  });
});

describe('whatever the end', () => {
  it('two steps at once: the second rejects, the first goes on', async () => {
    const { call, collect } = setScene();
    const first = collect();
    await expect(collect()).rejects.toThrow('claimed');
    call.press('1');
    expect(await first).toMatchObject({ kind: 'match', digits: '1' });
  });

  it('the signal holds no listener of a finished step', async () => {
    const { call, collect } = setScene();
    const { signal } = new AbortController();
    const listeners = new Set<unknown>();
    const add = jest.spyOn(signal, 'addEventListener').mockImplementation((_, listener) => {
      listeners.add(listener);
    });
    jest.spyOn(signal, 'removeEventListener').mockImplementation((_, listener) => {
      listeners.delete(listener);
    });
    const result = collect({ signal });
    call.press('1');
    await result;
    expect(add).toHaveBeenCalledTimes(1);
    expect(listeners.size).toBe(0);
  });
});

describe('row 25: the clock', () => {
  afterEach(() => {
    jest.useRealTimers();
  });

  it('is monotonic: setting the wall clock changes nothing', async () => {
    jest.useFakeTimers();
    const { call } = setScene();
    const result = collectDigits(call, { attempts: 1 });
    await jest.advanceTimersByTimeAsync(2_000);
    jest.setSystemTime(Date.now() + 86_400_000);
    const pending = jest.fn();
    void result.finally(pending);
    await jest.advanceTimersByTimeAsync(2_999);
    expect(pending).not.toHaveBeenCalled();
    await jest.advanceTimersByTimeAsync(1);
    expect(await result).toMatchObject({ kind: 'noInput' });
    expect(jest.getTimerCount()).toBe(0);
  });
});
