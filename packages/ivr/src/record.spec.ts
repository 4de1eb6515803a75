import type { BufferCleared } from './dtmf/collect-result';
import { record, type RecordMessageOptions } from './record';
import { FakeFlowCall } from './testing/fake-flow-call';
import { VirtualClock } from './testing/virtual-clock';

function setLine(speaksMs: number) {
  const clock = new VirtualClock();
  const call = new FakeFlowCall(clock);
  call.speaksMs = speaksMs;
  const waiting = () => call.digits.waiting.map(({ key }) => key).join('');
  return { clock, call, waiting, start: (options?: RecordMessageOptions) => record(call, options) };
}

describe('record', () => {
  it('plays the prompt, then records until # is pressed', async () => {
    const { clock, call, start } = setLine(4_000);
    const result = start({ prompt: ['please', 'after-the-beep'] });
    await clock.advance(4_000);
    expect(call.heard).toEqual(['please', 'after-the-beep']);
    await clock.advance(5_000);
    call.press('#');
    expect(await result).toMatchObject({
      kind: 'recorded',
      recording: { durationMs: 4_000, endedBy: 'key', key: '#' },
    });
  });

  it('ends after silence, or at the longest', async () => {
    const quiet = setLine(4_000);
    const silence = quiet.start({ endOnSilenceSeconds: 3 });
    await quiet.clock.advance(7_001);
    expect(await silence).toMatchObject({ kind: 'recorded', recording: { endedBy: 'silence' } });
    const talkative = setLine(90_000);
    const longest = talkative.start({ maxSeconds: 30 });
    await talkative.clock.advance(30_001);
    expect(await longest).toMatchObject({ kind: 'recorded', recording: { endedBy: 'max-length' } });
  });

  it('a key of endOnKey skips the prompt, pressed during it or before; others wait', async () => {
    const { clock, call, start } = setLine(4_000);
    const result = start({ prompt: 'please' });
    await clock.advance(500);
    call.press('#');
    await clock.advance(1_000);
    call.press('#');
    expect(await result).toMatchObject({ kind: 'recorded', recording: { durationMs: 1_000 } });

    const ahead = setLine(4_000);
    ahead.call.press('#');
    const skipped = ahead.start({ prompt: 'please' });
    await ahead.clock.advance(2_000);
    expect(ahead.call.heard).toEqual([]);
    ahead.call.press('#');
    expect(await skipped).toMatchObject({ kind: 'recorded' });
  });

  it('drops the keys pressed meanwhile at its end, and says so (B.4 row 16)', async () => {
    const { clock, call, waiting, start } = setLine(4_000);
    const cleared: BufferCleared[] = [];
    const result = start({ onBufferCleared: (event) => cleared.push(event) });
    await clock.advance(2_000);
    call.press('12#');
    await result;
    expect(waiting()).toBe('');
    expect(cleared).toEqual([{ reason: 'recording', count: 2 }]);
  });

  it.each([
    ['nothing', 0],
    ['less than minSeconds', 1_500],
  ])('%s is no recording', async (_, speaksMs) => {
    const { clock, call, start } = setLine(speaksMs);
    const result = start({ minSeconds: 2 });
    await clock.advance(5_000);
    call.press('#');
    expect(await result).toEqual({ kind: 'empty' });
  });

  it('a hang-up ends the recording, and what was said counts', async () => {
    const { clock, call, start } = setLine(4_000);
    const result = start();
    await clock.advance(3_000);
    call.callerHangsUp();
    expect(await result).toMatchObject({
      kind: 'recorded',
      recording: { endedBy: 'hang-up', durationMs: 3_000 },
    });
  });

  it('a hang-up during the prompt, or before anything was said, is the end of the call', async () => {
    const early = setLine(4_000);
    const first = early.start({ prompt: 'please' });
    await early.clock.advance(1_000);
    early.call.callerHangsUp();
    expect(await first).toEqual({ kind: 'callEnded' });
    const silent = setLine(0);
    const second = silent.start();
    await silent.clock.advance(3_000);
    silent.call.callerHangsUp();
    expect(await second).toEqual({ kind: 'callEnded' });
  });

  it.each([1_000, 4_000])('aborted after %d ms it rejects with the reason, and nothing stays', async (ms) => {
    const { clock, call, start } = setLine(4_000);
    const stop = new AbortController();
    const result = start({ prompt: 'please', signal: stop.signal });
    await clock.advance(ms);
    const reason = new Error('enough');
    stop.abort(reason);
    await expect(result).rejects.toBe(reason);
    expect([clock.openTimers, call.digits.claimed, call.playing]).toEqual([0, false, 0]);
  });

  it('refuses a minimum above the maximum', async () => {
    const { start } = setLine(0);
    await expect(start({ minSeconds: 10, maxSeconds: 5 })).rejects.toThrow('minSeconds');
  });
});
