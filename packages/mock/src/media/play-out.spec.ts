import * as fc from 'fast-check';
import { PlayOut } from './play-out';
import type { Gap } from './play-out';

const options = { discardFirstMs: 0, gapWindowMs: 1000 };

/** `ms` milliseconds of audio in which every sample differs from zero and from its neighbours. */
function audio(ms: number, first = 1): Buffer {
  const bytes = Buffer.alloc(ms * 16);
  for (let index = 0; index < ms * 8; index += 1)
    bytes.writeInt16LE(((first + index) % 30_000) + 1, index * 2);
  return bytes;
}

function samples(bytes: Buffer): number[] {
  return Array.from({ length: bytes.length / 2 }, (_, index) => bytes.readInt16LE(index * 2));
}

const silence = (ms: number): number[] => Array.from({ length: ms * 8 }, () => 0);

describe('what the caller hears', () => {
  test('is what was written, at the pace of a telephone', () => {
    const playOut = new PlayOut(100, options);
    playOut.write(audio(500), 100);
    expect([...playOut.heard(300)]).toEqual(samples(audio(500).subarray(0, 200 * 16)));
    expect([...playOut.heard(700)]).toEqual([...samples(audio(500)), ...silence(100)]);
    expect(playOut.heardMs(700)).toBe(600);
  });

  test('is silence wherever no byte had arrived in time', () => {
    const playOut = new PlayOut(0, options);
    playOut.write(audio(100), 50);
    playOut.write(audio(100), 180);
    expect([...playOut.heard(300)]).toEqual([
      ...silence(50),
      ...samples(audio(100)),
      ...silence(30),
      ...samples(audio(100)),
      ...silence(20),
    ]);
    expect(playOut.gaps(300)).toEqual([{ atMs: 150, lengthMs: 30 }]);
  });

  test('has no gap when the next bytes arrive at the very moment the last ones end', () => {
    const playOut = new PlayOut(0, options);
    playOut.write(audio(100), 0);
    playOut.write(audio(100), 100);
    expect(playOut.gaps(200)).toEqual([]);
  });

  test('has a pause, not a gap, when the silence is longer than the window', () => {
    const playOut = new PlayOut(0, options);
    playOut.write(audio(100), 0);
    playOut.write(audio(100), 1101);
    playOut.write(audio(100), 2201);
    expect(playOut.gaps(3000)).toEqual([{ atMs: 1201, lengthMs: 1000 }]);
  });

  test('keeps samples whole across odd chunks', () => {
    const playOut = new PlayOut(0, options);
    const bytes = audio(20);
    playOut.write(bytes.subarray(0, 7), 0);
    playOut.write(bytes.subarray(7, 8), 0);
    playOut.write(bytes.subarray(8, 11), 0);
    playOut.write(bytes.subarray(11), 0);
    expect([...playOut.heard(20)]).toEqual(samples(bytes));
  });

  test('lacks what arrived within the first discarded milliseconds', () => {
    const playOut = new PlayOut(0, { ...options, discardFirstMs: 400 });
    playOut.write(audio(100), 0);
    playOut.write(audio(100), 399);
    playOut.write(audio(100, 77), 400);
    expect([...playOut.heard(500)]).toEqual([...silence(400), ...samples(audio(100, 77))]);
  });

  test('is hold music, recorded as silence, during a hold; what was waiting is lost', () => {
    const playOut = new PlayOut(0, options);
    playOut.write(audio(300), 0);
    playOut.hold(100);
    playOut.write(audio(50), 120);
    playOut.resume(200);
    playOut.write(audio(50, 500), 200);
    expect([...playOut.heard(250)]).toEqual([
      ...samples(audio(300).subarray(0, 100 * 16)),
      ...silence(100),
      ...samples(audio(50, 500)),
    ]);
    expect(playOut.gaps(250)).toEqual([]);
  });

  test('stops growing once the leg is gone', () => {
    const playOut = new PlayOut(0, options);
    playOut.write(audio(300), 0);
    playOut.stop(100);
    playOut.write(audio(300), 150);
    expect(playOut.heardMs(1000)).toBe(100);
    expect([...playOut.heard(1000)]).toEqual(samples(audio(300).subarray(0, 100 * 16)));
  });

  test('tells how far ahead the writer was', () => {
    const playOut = new PlayOut(0, options);
    playOut.write(audio(300), 0);
    playOut.write(audio(200), 250);
    playOut.write(audio(10), 260);
    expect(playOut.maxLeadMs).toBe(300);
  });
});

type Step =
  | { readonly afterMs: number; readonly kind: 'write'; readonly bytes: number }
  | { readonly afterMs: number; readonly kind: 'hold' | 'resume' };

/** The definition, millisecond by millisecond. */
function naive(steps: readonly Step[], untilMs: number, discardFirstMs: number, gapWindowMs: number) {
  const heard: number[] = [];
  const gaps: Gap[] = [];
  let queue: number[] = [];
  let spare: number[] = [];
  let held = false;
  let lastAudio: number | undefined;
  let maxLead = 0;
  let next = 0;
  let written = 0;
  let at = steps[0]?.afterMs ?? Infinity;
  for (let ms = 0; ms < untilMs; ms += 1) {
    for (let step = steps[next]; step && at <= ms; step = steps[next]) {
      if (step.kind === 'write') {
        const bytes = [...spare, ...Array.from({ length: step.bytes }, () => (written++ % 251) + 1)];
        spare = bytes.length % 2 === 1 ? bytes.slice(-1) : [];
        const arrived: number[] = [];
        for (let index = 0; index + 1 < bytes.length; index += 2) {
          arrived.push(Buffer.from(bytes.slice(index, index + 2)).readInt16LE());
        }
        if (!held && ms >= discardFirstMs) queue.push(...arrived);
        maxLead = Math.max(maxLead, queue.length);
      } else {
        held = step.kind === 'hold';
        if (held) {
          queue = [];
          lastAudio = undefined;
        }
      }
      next += 1;
      at += steps[next]?.afterMs ?? Infinity;
    }
    for (let sample = ms * 8; sample < ms * 8 + 8; sample += 1) {
      const playing = queue.shift();
      if (playing !== undefined) {
        const silentFor = lastAudio === undefined ? 0 : sample - lastAudio;
        if (lastAudio !== undefined && silentFor > 0 && silentFor <= gapWindowMs * 8) {
          gaps.push({ atMs: lastAudio / 8, lengthMs: silentFor / 8 });
        }
        lastAudio = sample + 1;
      }
      heard.push(playing ?? 0);
    }
  }
  return { heard, gaps, maxLeadMs: maxLead / 8 };
}

describe('for any schedule of arrivals', () => {
  const step: fc.Arbitrary<Step> = fc.oneof(
    {
      weight: 8,
      arbitrary: fc.record({ afterMs: fc.nat(60), kind: fc.constant('write'), bytes: fc.nat(900) }),
    },
    { weight: 1, arbitrary: fc.record({ afterMs: fc.nat(40), kind: fc.constantFrom('hold', 'resume') }) },
  );

  test('heard audio, gaps and lead are those of a millisecond-by-millisecond model', () => {
    fc.assert(
      fc.property(
        fc.array(step, { maxLength: 40 }),
        fc.nat(120),
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 1, max: 1500 }),
        (steps, discardFirstMs, gapWindowMs, untilMs) => {
          const startedAt = 1000;
          const playOut = new PlayOut(startedAt, { discardFirstMs, gapWindowMs });
          let at = 0;
          let written = 0;
          for (const { afterMs, ...action } of steps) {
            at += afterMs;
            if (at >= untilMs) break;
            if (action.kind === 'write') {
              const bytes = Buffer.from(Array.from({ length: action.bytes }, () => (written++ % 251) + 1));
              playOut.write(bytes, startedAt + at);
            } else if (action.kind === 'hold') playOut.hold(startedAt + at);
            else playOut.resume(startedAt + at);
          }
          const expected = naive(steps, untilMs, discardFirstMs, gapWindowMs);
          const heard = Buffer.from(playOut.heard(startedAt + untilMs).buffer);
          expect(heard.equals(Buffer.from(Int16Array.from(expected.heard).buffer))).toBe(true);
          expect(playOut.gaps(startedAt + untilMs)).toEqual(expected.gaps);
          expect(playOut.maxLeadMs).toBe(expected.maxLeadMs);
        },
      ),
      { numRuns: 300 },
    );
  });
});
