const sampleRate = 8000;
const frequency = 425;
const cadenceSamples = { on: sampleRate, period: 5 * sampleRate };
const amplitude = 6000;

/** European ringback (425 Hz, 1 s in 5): what a caller's leg carries while the far phone rings. */
export function ringback(from: number, count: number): Int16Array {
  return Int16Array.from({ length: count }, (_, index) => {
    const at = from + index;
    if (at % cadenceSamples.period >= cadenceSamples.on) return 0;
    return Math.round(amplitude * Math.sin((2 * Math.PI * frequency * at) / sampleRate));
  });
}
