import { DriftBuffer, levelOf, mixMinus } from '../index';

const sine = (hertz: number, count: number, from = 0, rate = 8000): Int16Array =>
  Int16Array.from({ length: count }, (_, index) =>
    Math.round(8000 * Math.sin((2 * Math.PI * hertz * (from + index)) / rate)),
  );

/** Twenty milliseconds by the reader's clock, again and again, from a sender whose clock runs `ppm` faster. */
const run = (
  ppm: number,
  seconds: number,
  chunkMs = 20,
): { buffer: DriftBuffer; heard: Int16Array; depths: number[] } => {
  const buffer = new DriftBuffer();
  const heard = new Int16Array(seconds * 8000);
  const depths: number[] = [];
  let sent = 0;
  for (let tick = 0; tick < seconds * 50; tick += 1) {
    const due = Math.floor((tick * 160 * (1 + ppm / 1e6)) / (chunkMs * 8)) * chunkMs * 8;
    buffer.push(sine(1000, due - sent, sent));
    sent = due;
    heard.set(buffer.read(160), tick * 160);
    depths.push(buffer.depthMs);
  }
  return { buffer, heard, depths };
};

describe('DriftBuffer', () => {
  it('gives back what came, delayed by its target and otherwise unchanged, while the clocks agree', () => {
    const { heard, buffer } = run(0, 10);
    const first = heard.findIndex((sample) => sample !== 0);
    expect(first).toBeLessThan(8000 * 0.16);
    const expected = sine(1000, heard.length - first + 1);
    expect([...heard.subarray(first, first + 70_000)]).toEqual([...expected.subarray(1, 70_001)]);
    expect(buffer.underruns).toBe(0);
  });

  it.each([-500, 500])(
    'a sender %i ppm off is followed for minutes without a dropout, the sound unharmed',
    (ppm) => {
      const { buffer, depths, heard } = run(ppm, 300, 60);
      expect(buffer.underruns).toBe(0);
      expect(buffer.droppedMs).toBe(0);
      expect(Math.max(...depths.slice(500))).toBeLessThan(250);
      const late = heard.subarray(-80_000);
      expect(levelOf(late)).toBeCloseTo(20 * Math.log10(8000 / 32_768), 0);
      // No step between neighbours is larger than a sine of this level has.
      let steps = 0;
      for (let index = 1; index < late.length; index += 1) {
        steps = Math.max(steps, Math.abs((late[index] ?? 0) - (late[index - 1] ?? 0)));
      }
      expect(steps).toBeLessThan(8000 * 2 * Math.sin((Math.PI * 1000) / 8000) * 1.05);
    },
  );

  it('after a pause of the sender there is silence, then the store is gathered again', () => {
    const buffer = new DriftBuffer();
    buffer.push(sine(500, 8 * 130));
    for (let tick = 0; tick < 20; tick += 1) buffer.read(160);
    expect(buffer.underruns).toBe(1);
    expect(buffer.read(160).every((sample) => sample === 0)).toBe(true);
    buffer.push(sine(500, 8 * 100));
    expect(buffer.read(160).every((sample) => sample === 0)).toBe(true);
    buffer.push(sine(500, 8 * 30, 1));
    expect(buffer.read(160).some((sample) => sample !== 0)).toBe(true);
  });

  it('a burst is cut down to the target, so that nobody talks seconds behind', () => {
    const buffer = new DriftBuffer();
    buffer.push(sine(500, 8 * 5000));
    expect(buffer.depthMs).toBe(120);
    expect(buffer.droppedMs).toBe(4880);
  });
});

describe('mixMinus', () => {
  it('gives each the sum of the others', () => {
    const mixed = mixMinus([Int16Array.of(1, 2), Int16Array.of(10, 20), Int16Array.of(100, 200)]);
    expect(mixed.map((voice) => [...voice])).toEqual([
      [110, 220],
      [101, 202],
      [11, 22],
    ]);
  });

  it('clips, and two parties just hear each other', () => {
    const loud = Int16Array.of(30_000, -30_000);
    expect(mixMinus([loud, loud, loud]).map((voice) => [...voice])[0]).toEqual([32_767, -32_768]);
    expect(mixMinus([loud, Int16Array.of(5, 6)]).map((voice) => [...voice])).toEqual([
      [5, 6],
      [30_000, -30_000],
    ]);
    expect(mixMinus([])).toEqual([]);
  });
});
