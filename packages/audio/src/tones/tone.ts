import { pcmOfSamples } from '../pcm-samples';
import { TELEPHONE_SAMPLE_RATE } from '../telephone-pcm';

/** One sinusoid of a tone. */
export interface ToneComponent {
  /** Hertz, below 4000. */
  readonly hertz: number;
  /** Level of this sinusoid alone, in decibels against a sine of full scale; at most 0. */
  readonly levelDb: number;
}

/** A tone that is on, off, on, … */
export interface Cadence {
  readonly components: readonly ToneComponent[];
  /** Milliseconds on and off, in turn, beginning with on. Repeated to the end. */
  readonly pattern: readonly number[];
}

/** How long a tone takes to come and go: an abrupt edge is heard as a click. */
const RAMP_MS = 3;
const SAMPLES_PER_MS = TELEPHONE_SAMPLE_RATE / 1000;

const burst = (components: readonly ToneComponent[], count: number, phaseAt: number): number[] => {
  const ramp = Math.min(RAMP_MS * SAMPLES_PER_MS, Math.floor(count / 2));
  const parts = components.map(({ hertz, levelDb }) => ({
    step: (2 * Math.PI * hertz) / TELEPHONE_SAMPLE_RATE,
    amplitude: 0x7fff * 10 ** (levelDb / 20),
  }));
  return Array.from({ length: count }, (_, index) => {
    const edge = Math.min(index + 0.5, count - index - 0.5) / ramp;
    const envelope = edge >= 1 ? 1 : Math.sin((Math.PI / 2) * edge) ** 2;
    return (
      envelope *
      parts.reduce((sum, { step, amplitude }) => sum + amplitude * Math.sin(step * (phaseAt + index)), 0)
    );
  });
};

/** A tone as telephone PCM, with soft edges. Milliseconds. */
export function tonePcm(components: readonly ToneComponent[], ms: number): Uint8Array<ArrayBuffer> {
  return pcmOfSamples(burst(components, Math.round(ms * SAMPLES_PER_MS), 0));
}

/**
 * A tone with a cadence as telephone PCM.
 * @param ms how long in all; default one round of the pattern, which can be repeated without a seam
 * @throws RangeError when the pattern lasts no time
 */
export function cadencePcm({ components, pattern }: Cadence, ms?: number): Uint8Array<ArrayBuffer> {
  const round = pattern.reduce((sum, length) => sum + length, 0);
  if (!(round > 0)) throw new RangeError('The pattern of a cadence must last longer than 0 ms.');
  const total = Math.round((ms ?? round) * SAMPLES_PER_MS);
  const samples = new Float64Array(total);
  let at = 0;
  for (let turn = 0; at < total; turn += 1) {
    const length = Math.round((pattern[turn % pattern.length] ?? 0) * SAMPLES_PER_MS);
    const isOn = (turn % pattern.length) % 2 === 0;
    const count = Math.min(length, total - at);
    if (isOn) samples.set(burst(components, count, at), at);
    at += length;
  }
  return pcmOfSamples(samples);
}
