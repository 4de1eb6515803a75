import { samplesOfPcm } from '../pcm-samples';
import { TELEPHONE_SAMPLE_RATE } from '../telephone-pcm';
import { levelOf, SILENCE_DBFS } from './level';

/** `clipped`, `quiet` and `loud` can be heard by the caller; `silent` means there is nothing to hear. */
export type AudioWarning = 'clipped' | 'quiet' | 'loud' | 'silent';

/** How a prompt will sound. Levels in decibels against a sine of full scale. */
export interface AudioReport {
  /** Milliseconds. */
  readonly durationMs: number;
  /** The loudest sample. */
  readonly peakDbfs: number;
  /** Loudness of the stretches in which something is said: pauses don't make a prompt quieter. */
  readonly activeLevelDbfs: number;
  /** Milliseconds spent at full scale, three samples or more in a row. */
  readonly clippedMs: number;
  /** Silence before and after, milliseconds. */
  readonly leadingSilenceMs: number;
  readonly trailingSilenceMs: number;
  readonly warnings: readonly AudioWarning[];
}

const BLOCK = TELEPHONE_SAMPLE_RATE / 50;
const MS_PER_BLOCK = 20;
/** A pause is this far below the loudest 20 ms, or below what a line's noise is. */
const PAUSE_BELOW_PEAK_DB = 30;
const PAUSE_DBFS = -55;
const CLIPPED_RUN = 3;
/** Speech on a telephone is comfortable around −20 dBFS. */
const QUIET_DBFS = -32;
const LOUD_DBFS = -10;

function clippedSamples(samples: Int16Array): number {
  let clipped = 0;
  let run = 0;
  for (const sample of samples) {
    const isFull = sample >= 32_767 || sample <= -32_767;
    run = isFull ? run + 1 : 0;
    if (run === CLIPPED_RUN) clipped += CLIPPED_RUN;
    else if (run > CLIPPED_RUN) clipped += 1;
  }
  return clipped;
}

/** Measures telephone PCM: how long, how loud, whether it is distorted. */
export function reportOn(pcm: Uint8Array): AudioReport {
  const samples = samplesOfPcm(pcm);
  const levels = Array.from({ length: Math.ceil(samples.length / BLOCK) }, (_, block) =>
    levelOf(samples.subarray(block * BLOCK, (block + 1) * BLOCK)),
  );
  const peak = samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);
  const loudest = levels.reduce((most, level) => Math.max(most, level), SILENCE_DBFS);
  const floor = Math.max(PAUSE_DBFS, loudest - PAUSE_BELOW_PEAK_DB);
  const active = levels.filter((level) => level > floor);
  const meanPower = active.reduce((sum, level) => sum + 10 ** (level / 10), 0) / active.length;
  const activeLevelDbfs = active.length === 0 ? SILENCE_DBFS : 10 * Math.log10(meanPower);
  const clipped = clippedSamples(samples);
  const first = levels.findIndex((level) => level > floor);
  const last = levels.findLastIndex((level) => level > floor);
  const warnings: AudioWarning[] = [];
  if (active.length === 0) warnings.push('silent');
  else if (activeLevelDbfs < QUIET_DBFS) warnings.push('quiet');
  else if (activeLevelDbfs > LOUD_DBFS) warnings.push('loud');
  if (clipped > 0) warnings.push('clipped');
  const durationMs = (samples.length / TELEPHONE_SAMPLE_RATE) * 1000;
  return {
    durationMs,
    peakDbfs: peak === 0 ? SILENCE_DBFS : 20 * Math.log10(peak / 0x8000),
    activeLevelDbfs,
    clippedMs: (clipped / TELEPHONE_SAMPLE_RATE) * 1000,
    leadingSilenceMs: first === -1 ? durationMs : first * MS_PER_BLOCK,
    trailingSilenceMs: last === -1 ? durationMs : Math.max(0, durationMs - (last + 1) * MS_PER_BLOCK),
    warnings,
  };
}
