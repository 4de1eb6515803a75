import { AudioStreamClosedError, Pacer } from './index';
import type { PacedStream } from './index';
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

  describe('play', () => {
    it('writes the lead at once, in chunks of 100 ms, and the rest as it is heard', () => {
      void stream.play(speech(1000));
      expect(listener.writes.map(({ bytes }) => bytes.length)).toEqual([1600, 1600, 1600]);
      clock.advance(99);
      expect(listener.writes).toHaveLength(3);
      clock.advance(1);
      expect(listener.writes).toHaveLength(4);
      clock.advance(1000);
      expect(listener.bytes).toEqual(speech(1000));
    });

    it('resolves when the last byte has been heard, not when it is written', async () => {
      const playing = watch(stream.play(speech(250)));
      expect(listener.byteLength).toBe(4000);
      clock.advance(249);
      await reactions();
      expect(playing.result).toBeUndefined();
      clock.advance(11);
      await reactions();
      expect(playing.result).toEqual({ durationMs: 250, playedMs: 250, interrupted: false, staleMs: 0 });
    });

    it('queues: the second follows the first without a gap', async () => {
      const first = watch(stream.play(speech(330, 1)));
      const second = watch(stream.play(speech(450, 2)));
      clock.advance(340);
      await reactions();
      expect(first.result?.interrupted).toBe(false);
      expect(second.result).toBeUndefined();
      clock.advance(460);
      await reactions();
      expect(second.result).toEqual({ durationMs: 450, playedMs: 450, interrupted: false, staleMs: 0 });
      expect(listener.bytes).toEqual(joined(speech(330, 1), speech(450, 2)));
      expect(listener.account().silentMs).toBe(0);
    });

    it('starts at once again after silence, which is no gap', () => {
      void stream.play(speech(100, 1));
      clock.advance(5000);
      void stream.play(speech(100, 2));
      expect(listener.byteLength).toBe(3200);
      expect(stream.gaps).toEqual({ count: 0, totalMs: 0 });
    });

    it('keeps a longer lead for a prompt that asks for it', () => {
      void stream.play(speech(3000), { leadMs: 1000 });
      expect(listener.byteLength).toBe(16_000);
    });

    it('plays nothing in no time, after what is queued', async () => {
      const before = watch(stream.play(speech(100)));
      const empty = watch(stream.play(new Uint8Array()));
      await reactions();
      expect(empty.result).toBeUndefined();
      clock.advance(100);
      await reactions();
      expect(before.result?.playedMs).toBe(100);
      expect(empty.result).toEqual({ durationMs: 0, playedMs: 0, interrupted: false, staleMs: 0 });
      await expect(stream.play(new Uint8Array())).resolves.toMatchObject({ interrupted: false });
    });

    it('refuses half a sample', async () => {
      await expect(stream.play(new Uint8Array(3))).rejects.toThrow(RangeError);
      expect(listener.writes).toEqual([]);
    });

    it('counts the silence that a stall longer than the lead makes', () => {
      void stream.play(speech(1000));
      clock.stall(350);
      expect(stream.gaps).toEqual({ count: 1, totalMs: 50 });
      expect(listener.account().silentMs).toBe(50);
    });

    it('counts it also between two prompts that were to follow one another', () => {
      void stream.play(speech(300, 1));
      void stream.play(speech(300, 2));
      clock.stall(340);
      expect(stream.gaps).toEqual({ count: 1, totalMs: 40 });
    });
  });

  describe('stop', () => {
    it('writes nothing more, and tells what was heard and what is still to be heard', async () => {
      const current = watch(stream.play(speech(1000)));
      const queued = watch(stream.play(speech(500)));
      clock.advance(130);
      stream.stop();
      expect(clock.timerCount).toBe(0);
      const written = listener.byteLength;
      expect(written).toBe(400 * 16);
      clock.advance(2000);
      await reactions();
      expect(listener.byteLength).toBe(written);
      expect(current.result).toEqual({ durationMs: 1000, playedMs: 130, interrupted: true, staleMs: 270 });
      expect(queued.result).toEqual({ durationMs: 500, playedMs: 0, interrupted: true, staleMs: 0 });
    });

    it('shares the stale audio out among the prompts it belongs to', async () => {
      const first = watch(stream.play(speech(100, 1)));
      const second = watch(stream.play(speech(1000, 2)));
      clock.advance(40);
      stream.stop();
      await reactions();
      expect(first.result).toMatchObject({ playedMs: 40, staleMs: 60 });
      expect(second.result).toMatchObject({ playedMs: 0, staleMs: 200 });
    });

    it('leaves a prompt complete that had been heard, although no tick had noticed', async () => {
      const playing = watch(stream.play(speech(110)));
      clock.advance(115);
      stream.stop();
      await reactions();
      expect(playing.result).toMatchObject({ interrupted: false, playedMs: 110 });
    });

    it('lets the next prompt follow what is still to be heard', async () => {
      void stream.play(speech(1000, 1));
      clock.advance(130);
      stream.stop();
      const next = watch(stream.play(speech(100, 2)));
      clock.advance(369);
      await reactions();
      expect(next.result).toBeUndefined();
      clock.advance(21);
      await reactions();
      expect(next.result).toEqual({ durationMs: 100, playedMs: 100, interrupted: false, staleMs: 0 });
    });

    it('may be called by the sink in the middle of a write', async () => {
      listener.onWrite = () => {
        stream.stop();
      };
      const playing = watch(stream.play(speech(1000)));
      await reactions();
      expect(listener.byteLength).toBe(1600);
      expect(playing.result).toMatchObject({ interrupted: true, playedMs: 0, staleMs: 100 });
    });

    it('does nothing when nothing plays', () => {
      stream.stop();
      expect(listener.writes).toEqual([]);
    });
  });

  describe('an abort signal', () => {
    it('stops only its own prompt; the next one follows at once', async () => {
      const controller = new AbortController();
      const first = watch(stream.play(speech(1000, 1), { signal: controller.signal }));
      const second = watch(stream.play(speech(100, 2)));
      clock.advance(150);
      const heardOfFirst = listener.bytes;
      controller.abort();
      await reactions();
      expect(first.result).toEqual({ durationMs: 1000, playedMs: 150, interrupted: true, staleMs: 250 });
      expect(second.result).toBeUndefined();
      clock.advance(400);
      await reactions();
      expect(second.result).toMatchObject({ interrupted: false });
      expect(listener.bytes).toEqual(joined(heardOfFirst, speech(100, 2)));
      expect(listener.account().silentMs).toBe(0);
    });

    it('takes a prompt out of the queue', async () => {
      const controller = new AbortController();
      void stream.play(speech(500, 1));
      const queued = watch(stream.play(speech(500, 2), { signal: controller.signal }));
      void stream.play(speech(500, 3));
      controller.abort();
      clock.advance(1100);
      await reactions();
      expect(queued.result).toEqual({ durationMs: 500, playedMs: 0, interrupted: true, staleMs: 0 });
      expect(listener.bytes).toEqual(joined(speech(500, 1), speech(500, 3)));
    });

    it('aborted already: nothing is written', async () => {
      await expect(stream.play(speech(500), { signal: AbortSignal.abort() })).resolves.toEqual({
        durationMs: 500,
        playedMs: 0,
        interrupted: true,
        staleMs: 0,
      });
      expect(listener.writes).toEqual([]);
    });

    it('aborted after the end: no effect', async () => {
      const controller = new AbortController();
      const playing = watch(stream.play(speech(100), { signal: controller.signal }));
      clock.advance(200);
      controller.abort();
      await reactions();
      expect(playing.result).toMatchObject({ interrupted: false });
    });

    it('is let go of when the prompt ends, however it ends', async () => {
      const { signal } = new AbortController();
      const removed = jest.spyOn(signal, 'removeEventListener');
      void stream.play(speech(100), { signal });
      clock.advance(200);
      void stream.play(speech(100), { signal });
      stream.stop();
      listener.onWrite = () => {
        throw new Error('socket gone');
      };
      await expect(stream.play(speech(100), { signal })).rejects.toThrow(AudioStreamClosedError);
      expect(removed).toHaveBeenCalledTimes(3);
    });
  });

  describe('idle', () => {
    it('resolves at once when nothing plays', async () => {
      await stream.idle();
      expect(clock.timerCount).toBe(0);
    });

    it('resolves when everything queued has been heard', async () => {
      void stream.play(speech(300, 1));
      void stream.play(speech(300, 2));
      const idle = watch(stream.idle().then(() => clock.now()));
      const began = clock.now();
      clock.advance(1000);
      await reactions();
      expect(idle.result).toBe(clock.now());
      expect(listener.heldMs(began + 600)).toBe(0);
    });

    it('waits for stale audio after a stop, and keeps the tick for as long', async () => {
      void stream.play(speech(1000));
      clock.advance(100);
      stream.stop();
      const idle = watch(stream.idle().then(() => true));
      expect(clock.timerCount).toBe(1);
      clock.advance(290);
      await reactions();
      expect(idle.result).toBeUndefined();
      clock.advance(20);
      await reactions();
      expect(idle.result).toBe(true);
      expect(clock.timerCount).toBe(0);
    });
  });

  describe('pause and resume', () => {
    it('writes nothing while paused and goes on with the next byte: none lost, none twice', async () => {
      const playing = watch(stream.play(speech(1000)));
      clock.advance(210);
      stream.pause();
      expect(clock.timerCount).toBe(0);
      const written = listener.byteLength;
      clock.advance(30_000);
      expect(listener.byteLength).toBe(written);
      stream.resume();
      expect(listener.byteLength).toBe(written + 4800);
      clock.advance(1000);
      await reactions();
      expect(playing.result).toEqual({ durationMs: 1000, playedMs: 1000, interrupted: false, staleMs: 0 });
      expect(listener.bytes).toEqual(speech(1000));
      expect(stream.gaps.count).toBe(0);
    });

    it('still completes what had been sent entirely', async () => {
      const playing = watch(stream.play(speech(200)));
      stream.pause();
      clock.advance(220);
      await reactions();
      expect(playing.result).toMatchObject({ interrupted: false });
      expect(clock.timerCount).toBe(0);
    });

    it('keeps what is queued meanwhile', () => {
      stream.pause();
      void stream.play(speech(200));
      clock.advance(500);
      expect(listener.writes).toEqual([]);
      stream.resume();
      expect(listener.bytes).toEqual(speech(200));
    });

    it('counts bytes already sent as heard', async () => {
      const playing = watch(stream.play(speech(1000)));
      stream.pause();
      clock.advance(1000);
      stream.stop();
      await reactions();
      expect(playing.result).toEqual({ durationMs: 1000, playedMs: 300, interrupted: true, staleMs: 0 });
    });

    it('may be called by the sink when its socket is full', () => {
      listener.onWrite = () => {
        stream.pause();
      };
      void stream.play(speech(1000));
      expect(listener.byteLength).toBe(1600);
      stream.resume();
      expect(listener.byteLength).toBe(3200);
    });

    it('resume without pause changes nothing', () => {
      void stream.play(speech(1000));
      stream.resume();
      clock.stall(350);
      expect(stream.gaps.count).toBe(1);
    });
  });

  describe('close', () => {
    it('resolves what plays as interrupted, releases who waits for silence, and refuses more', async () => {
      const playing = watch(stream.play(speech(1000)));
      const idle = watch(stream.idle().then(() => true));
      clock.advance(50);
      stream.close();
      stream.close();
      await reactions();
      expect(playing.result).toEqual({ durationMs: 1000, playedMs: 50, interrupted: true, staleMs: 250 });
      expect(idle.result).toBe(true);
      await expect(stream.play(speech(10))).rejects.toMatchObject({
        name: 'AudioStreamClosedError',
        code: 'AUDIO_STREAM_CLOSED',
      });
      await stream.idle();
      expect(clock.timerCount).toBe(0);
    });
  });

  describe('a sink that throws', () => {
    it('closes its stream with the cause, and no other', async () => {
      const gone = new Error('socket gone');
      const otherListener = new Listener(clock);
      const other = watch(pacer.open(otherListener).play(speech(1000)));
      const playing = watch(stream.play(speech(1000)));
      const queued = watch(stream.play(speech(1000)));
      const idle = watch(stream.idle().then(() => true));
      clock.advance(50);
      listener.onWrite = () => {
        throw gone;
      };
      clock.advance(1000);
      await reactions();
      for (const { error } of [playing, queued]) {
        expect(error).toBeInstanceOf(AudioStreamClosedError);
        expect(error).toMatchObject({ code: 'AUDIO_STREAM_CLOSED', cause: gone });
      }
      expect(idle.result).toBe(true);
      await expect(stream.play(speech(10))).rejects.toMatchObject({ cause: gone });
      expect(listener.writes).toHaveLength(4);
      expect(other.result).toMatchObject({ interrupted: false });
      expect(otherListener.bytes).toEqual(speech(1000));
      expect(otherListener.account().silentMs).toBe(0);
    });

    it('rejects a play whose very first write fails', async () => {
      listener.onWrite = () => {
        throw new Error('socket gone');
      };
      await expect(stream.play(speech(10))).rejects.toThrow(AudioStreamClosedError);
    });
  });
});
