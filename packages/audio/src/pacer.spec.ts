import fc from 'fast-check';
import { AudioStreamClosedError, Pacer } from './index';
import type { PacedStream, PlaybackResult } from './index';
import { Listener } from './testing/listener';
import { joined, sameBytes, speech } from './testing/speech';
import { VirtualPacerClock } from './testing/virtual-pacer-clock';
import { reactions, watch } from './testing/watch';

describe('Pacer', () => {
  describe('the tick', () => {
    it('exists only while some stream has something to play', () => {
      const clock = new VirtualPacerClock();
      const pacer = new Pacer({ clock });
      const streams = [pacer.open(new Listener(clock)), pacer.open(new Listener(clock))];
      expect(clock.timerCount).toBe(0);
      for (const stream of streams) void stream.play(speech(100));
      expect(clock.timerCount).toBe(1);
      void streams[0]?.play(speech(200));
      clock.advance(150);
      expect(clock.timerCount).toBe(1);
      clock.advance(170);
      expect(clock.timerCount).toBe(0);
    });

    it('is shared by all streams and runs every tickMs', () => {
      const clock = new VirtualPacerClock();
      const every = jest.spyOn(clock, 'every');
      const pacer = new Pacer({ clock, tickMs: 10 });
      for (let count = 0; count < 50; count += 1) void pacer.open(new Listener(clock)).play(speech(500));
      expect(every.mock.calls.map(([intervalMs]) => intervalMs)).toEqual([10]);
      pacer.dispose();
    });

    it('uses the timer and the clock of the runtime by default, and leaves none behind', async () => {
      jest.useFakeTimers({ doNotFake: ['setImmediate'] });
      try {
        const pacer = new Pacer();
        const listener = new Listener(performance);
        const playing = watch(pacer.open(listener).play(speech(500)));
        expect(jest.getTimerCount()).toBe(1);
        jest.advanceTimersByTime(520);
        await reactions();
        expect(playing.result).toMatchObject({ playedMs: 500 });
        expect(jest.getTimerCount()).toBe(0);
        expect(listener.account().silentMs).toBe(0);
      } finally {
        jest.useRealTimers();
      }
    });
  });

  describe('dispose', () => {
    it('closes every stream and leaves no timer', async () => {
      const clock = new VirtualPacerClock();
      const pacer = new Pacer({ clock });
      const streams = [pacer.open(new Listener(clock)), pacer.open(new Listener(clock))];
      const playing = streams.map((stream) => watch(stream.play(speech(1000))));
      pacer.dispose();
      pacer.dispose();
      expect(clock.timerCount).toBe(0);
      await reactions();
      expect(playing.map(({ result }) => result?.interrupted)).toEqual([true, true]);
      for (const stream of streams) {
        await expect(stream.play(speech(10))).rejects.toThrow(AudioStreamClosedError);
      }
      expect(() => pacer.open(new Listener(clock))).toThrow(AudioStreamClosedError);
    });
  });

  describe('the lead', () => {
    it('is 290 ms by default, in writes of 126 ms: a stall of 150 ms is not heard, however it falls', () => {
      for (let at = 0; at < 200; at += 5) {
        const clock = new VirtualPacerClock();
        const pacer = new Pacer({ clock });
        const listener = new Listener(clock);
        const stream = pacer.open(listener);
        void stream.play(speech(3000));
        expect(listener.writes.map(({ bytes }) => bytes.length)).toEqual([2016, 2016]);
        clock.advance(1000 + at);
        clock.stall(150);
        clock.advance(3000);
        expect(listener.account().silentMs).toBe(0);
        expect(stream.gaps.count).toBe(0);
        expect(Math.max(...listener.account().leads)).toBeLessThanOrEqual(760);
        pacer.dispose();
      }
    });

    it('grows after a stall and shrinks again', () => {
      const clock = new VirtualPacerClock();
      const pacer = new Pacer({ clock, tickMs: 20, leadMs: 300, chunkMs: 100 });
      const listener = new Listener(clock);
      void pacer.open(listener).play(speech(120_000));
      clock.advance(1000);
      expect(pacer.leadMs).toBe(300);
      clock.advance(10);
      clock.stall(160);
      expect(pacer.leadMs).toBe(420);
      expect(listener.heldMs(clock.now())).toBeGreaterThan(320);
      clock.advance(60_000);
      expect(pacer.leadMs).toBeLessThan(302);
      pacer.dispose();
    });

    it.each([
      { tickMs: 0 },
      { chunkMs: 0 },
      { leadMs: 139 },
      { leadMs: 800 },
      { maxLeadMs: 289 },
      { leadMs: NaN },
    ])('refuses %j', (options) => {
      expect(() => new Pacer(options)).toThrow(RangeError);
    });
  });

  it('writes whole samples whatever the chunk', () => {
    const clock = new VirtualPacerClock();
    const pacer = new Pacer({ clock, chunkMs: 33.3 });
    const listener = new Listener(clock);
    void pacer.open(listener).play(speech(500));
    clock.advance(600);
    expect(listener.writes.every(({ bytes }) => bytes.length % 2 === 0)).toBe(true);
    expect(listener.bytes).toEqual(speech(500));
    pacer.dispose();
  });

  describe('on a machine that is late at random', () => {
    interface Play {
      /** Tick before which it is asked for. */
      readonly atTick: number;
      readonly ms: number;
      readonly stream: number;
    }

    const STREAMS = 3;
    const TICKS = 120;
    const lateness = (maxMs: number): fc.Arbitrary<number[]> =>
      fc.array(fc.oneof({ weight: 4, arbitrary: fc.constant(0) }, fc.nat(maxMs)), {
        minLength: TICKS,
        maxLength: TICKS,
      });
    const plays = fc.array(
      fc.record({
        atTick: fc.nat(40),
        ms: fc.nat(900),
        stream: fc.nat(STREAMS - 1),
      }),
      { minLength: 1, maxLength: 8 },
    );

    interface Line {
      readonly stream: PacedStream;
      readonly listener: Listener;
      readonly asked: Uint8Array[];
      readonly results: PlaybackResult[];
    }

    const openLines = (clock: VirtualPacerClock, pacer: Pacer): Line[] =>
      Array.from({ length: STREAMS }, () => {
        const listener = new Listener(clock);
        return { stream: pacer.open(listener), listener, asked: [], results: [] };
      });

    /** Plays what is asked for before this tick, then ticks; without a timer, time just passes. */
    const step = (clock: VirtualPacerClock, lines: Line[], due: Play[], lateMs: number): void => {
      for (const { ms, stream } of due) {
        const line = lines[stream];
        if (!line) continue;
        const pcm = speech(ms, line.asked.length + 1);
        line.asked.push(pcm);
        void line.stream.play(pcm).then((result) => line.results.push(result));
      }
      if (clock.timerCount > 0) clock.tick(lateMs);
      else clock.advance(20);
    };

    it('delivers every byte in order, never leads too far, and no stall up to 150 ms is heard', async () => {
      await fc.assert(
        fc.asyncProperty(plays, lateness(150), async (asked, late) => {
          const clock = new VirtualPacerClock();
          const pacer = new Pacer({ clock });
          const lines = openLines(clock, pacer);
          late.forEach((lateMs, tick) => {
            step(
              clock,
              lines,
              asked.filter(({ atTick }) => atTick === tick),
              lateMs,
            );
          });
          clock.advance(10_000);
          await reactions();
          for (const { stream, listener, asked: pcm, results } of lines) {
            expect(sameBytes(listener.bytes, joined(...pcm))).toBe(true);
            expect(Math.max(0, ...listener.account().leads)).toBeLessThanOrEqual(760);
            expect(stream.gaps.count).toBe(0);
            expect(results.map(({ interrupted, playedMs }) => [interrupted, playedMs])).toEqual(
              pcm.map(({ length }) => [false, length / 16]),
            );
          }
          expect(clock.timerCount).toBe(0);
          pacer.dispose();
        }),
        { numRuns: 150 },
      );
    });

    it('writes nothing after a stop, and accounts for every millisecond, however long the stalls', async () => {
      await fc.assert(
        fc.asyncProperty(
          plays,
          lateness(1500),
          fc.nat(TICKS - 1),
          fc.nat(19),
          async (asked, late, stopTick, after) => {
            const clock = new VirtualPacerClock();
            const pacer = new Pacer({ clock });
            const lines = openLines(clock, pacer);
            for (let tick = 0; tick <= stopTick; tick += 1) {
              step(
                clock,
                lines,
                asked.filter(({ atTick }) => atTick === tick),
                late[tick] ?? 0,
              );
            }
            clock.advance(after);
            const stoppedAt = clock.now();
            for (const { stream } of lines) stream.stop();
            expect(clock.timerCount).toBe(0);
            const written = lines.map(({ listener }) => listener.byteLength);
            clock.advance(5000);
            await reactions();
            expect(lines.map(({ listener }) => listener.byteLength)).toEqual(written);
            for (const { listener, asked: pcm, results } of lines) {
              const sum = (of: (result: PlaybackResult) => number): number =>
                results.reduce((total, result) => total + of(result), 0);
              expect(results).toHaveLength(pcm.length);
              expect(sameBytes(listener.bytes, joined(...pcm).subarray(0, listener.byteLength))).toBe(true);
              expect(Math.max(0, ...listener.account().leads)).toBeLessThanOrEqual(760);
              expect(sum(({ staleMs }) => staleMs)).toBeCloseTo(listener.heldMs(stoppedAt), 6);
              expect(sum(({ playedMs, staleMs }) => playedMs + staleMs)).toBeCloseTo(
                listener.byteLength / 16,
                6,
              );
              for (const { durationMs, playedMs, staleMs, interrupted } of results) {
                expect(interrupted).toBe(playedMs < durationMs);
                expect(staleMs).toBeGreaterThanOrEqual(0);
              }
            }
            pacer.dispose();
          },
        ),
        { numRuns: 150 },
      );
    });
  });
});
