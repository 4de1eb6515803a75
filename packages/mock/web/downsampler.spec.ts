import { Downsampler } from './downsampler';

/** 0.4 s of a tone through the downsampler in blocks of 128, as a browser gives them; without the first and last 100 ms. */
function through(rate: number, hz: number, amplitude = 0.5): Int16Array {
  const downsampler = new Downsampler(rate);
  const pieces: Int16Array[] = [];
  for (let at = 0; at < rate * 0.4; at += 128) {
    pieces.push(
      downsampler.push(
        Float32Array.from(
          { length: 128 },
          (_, index) => amplitude * Math.sin((2 * Math.PI * hz * (at + index)) / rate),
        ),
      ),
    );
  }
  const all = Int16Array.from(pieces.flatMap((piece) => [...piece]));
  return all.slice(800, -800);
}

const rms = (samples: Int16Array): number =>
  Math.sqrt(samples.reduce((sum, sample) => sum + (sample / 32_768) ** 2, 0) / samples.length);
const decibels = (samples: Int16Array, amplitude = 0.5): number =>
  20 * Math.log10(rms(samples) / (amplitude / Math.SQRT2));

describe.each([8000, 16_000, 44_100, 48_000, 96_000])('from %i Hz', (rate) => {
  test('eight thousand samples come of a second', () => {
    const downsampler = new Downsampler(rate);
    let count = 0;
    for (let at = 0; at < rate * 2; at += 128) count += downsampler.push(new Float32Array(128)).length;
    expect(Math.abs(count - 16_000)).toBeLessThanOrEqual(40);
  });

  test.each([300, 697, 1000, 1633, 3000])('what a telephone carries stays as it is (%i Hz)', (hz) => {
    expect(Math.abs(decibels(through(rate, hz)))).toBeLessThan(0.2);
  });
});

describe.each([44_100, 48_000, 96_000])('from %i Hz', (rate) => {
  test.each([4500, 5000, 7000, 7900])('what would come back as noise is gone (%i Hz)', (hz) => {
    expect(decibels(through(rate, hz))).toBeLessThan(-55);
  });
});

test('what is too loud is cut, not turned over', () => {
  const loud = through(48_000, 1000, 1.5);
  expect([Math.max(...loud), Math.min(...loud)]).toEqual([32_767, -32_768]);
});
