const FRAME = 20 * 8;

/**
 * How alike two recordings rise and fall, whatever was done to their waveforms on
 * the way: the best correlation, over all delays, of their loudness in frames of
 * 20 ms. 1 is alike, 0 is unrelated. Telephone samples, `part` the shorter one.
 */
export function loudnessSimilarity(whole: Int16Array, part: Int16Array): number {
  const [long, short] = [loudness(whole), loudness(part)];
  let best = 0;
  for (let lag = 0; lag + short.length <= long.length; lag += 1) {
    best = Math.max(best, correlation(long.slice(lag, lag + short.length), short));
  }
  return best;
}

function loudness(samples: Int16Array): readonly number[] {
  return Array.from({ length: Math.floor(samples.length / FRAME) }, (_, frame) => {
    const part = samples.subarray(frame * FRAME, (frame + 1) * FRAME);
    return Math.sqrt(part.reduce((sum, sample) => sum + sample * sample, 0) / FRAME);
  });
}

/** Pearson's coefficient; 0 when one of them is even. */
function correlation(a: readonly number[], b: readonly number[]): number {
  const mean = (values: readonly number[]): number =>
    values.reduce((sum, value) => sum + value, 0) / values.length;
  const [meanA, meanB] = [mean(a), mean(b)];
  let [product, squareA, squareB] = [0, 0, 0];
  a.forEach((value, index) => {
    const [x, y] = [value - meanA, (b[index] ?? 0) - meanB];
    product += x * y;
    squareA += x * x;
    squareB += y * y;
  });
  return squareA * squareB === 0 ? 0 : product / Math.sqrt(squareA * squareB);
}
