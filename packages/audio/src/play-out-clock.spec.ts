import fc from 'fast-check';
import { PlayOutClock } from './index';

/** 100 ms of telephone PCM. */
const CHUNK = 1600;

describe('PlayOutClock', () => {
  it('has nothing to play before the first write', () => {
    const clock = new PlayOutClock();
    expect(clock.leadMs(5000)).toBe(0);
    expect(clock.endsAt).toBe(-Infinity);
    expect(clock.gaps).toEqual({ count: 0, totalMs: 0 });
  });

  it('plays 16 bytes per millisecond from the moment they arrive', () => {
    const clock = new PlayOutClock();
    clock.write(CHUNK, 1000);
    expect(clock.endsAt).toBe(1100);
    expect(clock.leadMs(1030)).toBe(70);
    expect(clock.leadMs(1100)).toBe(0);
  });

  it('appends what arrives while it plays', () => {
    const clock = new PlayOutClock();
    clock.write(CHUNK, 1000);
    clock.write(CHUNK, 1050);
    expect(clock.endsAt).toBe(1200);
    expect(clock.gaps.count).toBe(0);
  });

  it('counts the silence when a prompt goes on too late', () => {
    const clock = new PlayOutClock();
    clock.write(CHUNK, 1000);
    clock.write(CHUNK, 1130);
    expect(clock.endsAt).toBe(1230);
    expect(clock.gaps).toEqual({ count: 1, totalMs: 30 });
  });

  it('counts no gap when the next bytes arrive on the dot', () => {
    const clock = new PlayOutClock();
    clock.write(CHUNK, 1000);
    clock.write(CHUNK, 1100);
    expect(clock.gaps).toEqual({ count: 0, totalMs: 0 });
  });

  it('counts no gap in front of a new prompt', () => {
    const clock = new PlayOutClock();
    clock.write(CHUNK, 1000);
    clock.beginPrompt();
    clock.write(CHUNK, 5000);
    clock.write(CHUNK, 5101);
    expect(clock.gaps).toEqual({ count: 1, totalMs: 1 });
  });

  it('agrees with a buffer that is filled and emptied millisecond by millisecond', () => {
    const step = fc.record({ afterMs: fc.nat(400), ms: fc.nat(300), newPrompt: fc.boolean() });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
        const clock = new PlayOutClock();
        let now = 0;
        let held = 0;
        let silence = 0;
        let inPrompt = false;
        const gaps = { count: 0, totalMs: 0 };
        for (const { afterMs, ms, newPrompt } of steps) {
          for (let passed = 0; passed < afterMs; passed += 1) {
            if (held > 0) held -= 1;
            else silence += 1;
          }
          now += afterMs;
          if (newPrompt) {
            clock.beginPrompt();
            inPrompt = false;
          }
          clock.write(ms * 16, now);
          if (ms > 0) {
            if (inPrompt && silence > 0) {
              gaps.count += 1;
              gaps.totalMs += silence;
            }
            inPrompt = true;
            silence = 0;
          }
          held += ms;
          expect(clock.leadMs(now)).toBe(held);
          expect(clock.gaps).toEqual(gaps);
        }
      }),
    );
  });
});
