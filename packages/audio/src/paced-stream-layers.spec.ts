import { Pacer } from './index';
import type { AudioSink, PacedStream } from './index';
import { Listener } from './testing/listener';
import { joined, speech } from './testing/speech';
import { VirtualPacerClock } from './testing/virtual-pacer-clock';
import { reactions, watch } from './testing/watch';

describe('PacedStream', () => {
  let clock: VirtualPacerClock;
  let pacer: Pacer;
  let listener: Listener;
  let stream: PacedStream;

  beforeEach(() => {
    clock = new VirtualPacerClock();
    pacer = new Pacer({ clock, tickMs: 20, leadMs: 300, chunkMs: 100 });
    listener = new Listener(clock);
    stream = pacer.open(listener);
  });

  afterEach(() => {
    pacer.dispose();
    expect(clock.timerCount).toBe(0);
  });

  describe('repeat', () => {
    it('plays so many times without a seam, and resolves after the last', async () => {
      const playing = watch(stream.play(speech(130), { repeat: 3 }));
      clock.advance(400);
      await reactions();
      expect(playing.result).toEqual({ durationMs: 390, playedMs: 390, interrupted: false, staleMs: 0 });
      expect(listener.bytes).toEqual(joined(speech(130), speech(130), speech(130)));
      expect(listener.account().silentMs).toBe(0);
    });

    it('without end goes on until stopped', async () => {
      const stop = new AbortController();
      const playing = watch(stream.play(speech(70), { repeat: Infinity, signal: stop.signal }));
      clock.advance(60_000);
      expect(listener.account().silentMs).toBe(0);
      stop.abort();
      await reactions();
      expect(playing.result).toMatchObject({ durationMs: Infinity, playedMs: 60_000, interrupted: true });
      expect(stream.metrics.staleMs).toBe(playing.result?.staleMs);
    });

    it('of nothing ends at once, however often', async () => {
      const playing = watch(stream.play(new Uint8Array(), { repeat: Infinity }));
      await reactions();
      expect(playing.result).toMatchObject({ durationMs: 0, interrupted: false });
    });

    it.each([0, -1, 1.5, NaN])('refuses %d times', async (repeat) => {
      await expect(stream.play(speech(10), { repeat })).rejects.toThrow(RangeError);
    });
  });

  describe('layers', () => {
    it('a prompt goes before what repeats without end, which goes on where it was', async () => {
      void stream.play(speech(10_000, 1), { repeat: Infinity });
      clock.advance(200);
      const sent = listener.byteLength;
      const prompt = watch(stream.play(speech(500, 2)));
      clock.advance(2000);
      await reactions();
      expect(prompt.result).toMatchObject({ playedMs: 500, interrupted: false });
      const background = speech(10_000, 1);
      const expected = joined(background.subarray(0, sent), speech(500, 2), background.subarray(sent));
      expect(listener.bytes).toEqual(expected.subarray(0, listener.byteLength));
      expect(listener.account().silentMs).toBe(0);
    });

    it('the foreground goes before all, and what it pushed aside goes on without loss or repetition', async () => {
      const prompt = watch(stream.play(speech(1000, 1)));
      clock.advance(200);
      const sent = listener.byteLength;
      const resume = new AbortController();
      void stream.play(speech(5000, 2), { repeat: Infinity, layer: 'foreground', signal: resume.signal });
      const later = watch(stream.play(speech(300, 3)));
      clock.advance(3000);
      await reactions();
      expect(prompt.result).toBeUndefined();
      resume.abort();
      const music = listener.byteLength - sent;
      clock.advance(3000);
      await reactions();
      expect(prompt.result).toEqual({ durationMs: 1000, playedMs: 1000, interrupted: false, staleMs: 0 });
      expect(later.result?.interrupted).toBe(false);
      expect(listener.bytes).toEqual(
        joined(
          speech(1000, 1).subarray(0, sent),
          speech(5000, 2).subarray(0, music),
          speech(1000, 1).subarray(sent),
          speech(300, 3),
        ),
      );
    });

    it('idle does not wait for what never ends', async () => {
      void stream.play(speech(1000), { repeat: Infinity });
      void stream.play(speech(500));
      const idle = watch(stream.idle().then(() => 'idle'));
      clock.advance(300);
      await reactions();
      expect(idle.result).toBeUndefined();
      clock.advance(600);
      await reactions();
      expect(idle.result).toBe('idle');
    });
  });

  describe('a sink that takes nothing for a while', () => {
    const blockable = (): { sink: AudioSink; block: (blocked: boolean) => void } => {
      let blocked = false;
      return {
        sink: {
          write: (bytes) => {
            listener.write(bytes);
          },
          canWrite: () => !blocked,
        },
        block: (now) => {
          blocked = now;
        },
      };
    };

    it('is written nothing, and goes on with the next byte, told apart from a gap', async () => {
      const { sink, block } = blockable();
      const slow = pacer.open(sink);
      const playing = watch(slow.play(speech(2000)));
      clock.advance(500);
      block(true);
      const written = listener.byteLength;
      clock.advance(3000);
      expect(listener.byteLength).toBe(written);
      expect(slow.metrics.blockedMs).toBeGreaterThan(2800);
      block(false);
      clock.advance(2000);
      await reactions();
      expect(listener.bytes).toEqual(speech(2000));
      expect(playing.result).toMatchObject({ playedMs: 2000, interrupted: false });
      expect(slow.metrics.gaps).toEqual({ count: 0, totalMs: 0 });
      expect(slow.metrics.blockedMs).toBeLessThanOrEqual(3100);
    });

    it('can be stopped meanwhile', async () => {
      const { sink, block } = blockable();
      const slow = pacer.open(sink);
      block(true);
      const playing = watch(slow.play(speech(500)));
      slow.stop();
      await reactions();
      expect(playing.result).toMatchObject({ playedMs: 0, interrupted: true });
      block(false);
      clock.advance(1000);
      expect(listener.byteLength).toBe(0);
    });
  });

  describe('onSent', () => {
    it('is called when all has been handed over, before it has been heard', () => {
      const onSent = jest.fn();
      void stream.play(speech(500), { onSent });
      expect(onSent).not.toHaveBeenCalled();
      clock.advance(200);
      expect(onSent).toHaveBeenCalledTimes(1);
      clock.advance(1000);
      expect(onSent).toHaveBeenCalledTimes(1);
    });

    it.each([
      [
        'stopped',
        () => {
          stream.stop();
        },
      ],
      [
        'closed',
        () => {
          stream.close();
        },
      ],
    ])('is called when %s before', (_, end) => {
      const onSent = jest.fn();
      void stream.play(speech(5000), { onSent });
      end();
      expect(onSent).toHaveBeenCalledTimes(1);
    });
  });

  it('metrics add up what was stale at each stop', () => {
    for (let round = 0; round < 2; round += 1) {
      void stream.play(speech(1000));
      stream.stop();
      clock.advance(1000);
    }
    expect(stream.metrics).toEqual({ gaps: { count: 0, totalMs: 0 }, leadMs: 0, staleMs: 600, blockedMs: 0 });
  });
});
