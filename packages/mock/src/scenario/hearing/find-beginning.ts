import { likeness, mostLike, thinned } from './likeness';
import { samplesPerMs } from './reference';

/** As much of a recording as it takes to recognise it. */
const probeSamples = 300 * samplesPerMs;
const thinning = 4;
const worthALook = 0.6;
const certain = 0.85;
/** A probe is as loud as this share of the loudest stretch of its recording, in energy. */
const loudEnough = 0.3;
const searchStep = 20 * samplesPerMs;

export interface Sought {
  /** Sample of `heard` at which the first sample of the recording was, or would have been, heard. */
  readonly at: number | undefined;
  /** It isn't in `heard` before this sample; look from here when more has been heard. */
  readonly searchedTo: number;
}

/** Where from `from` on a recording is loud enough, in what a coarse look sees of it, to be recognised. */
export function probeOf(
  samples: Int16Array,
  from = 0,
): { readonly begin: number; readonly probe: Int16Array } {
  const length = Math.min(probeSamples, samples.length - from);
  const windows: { readonly begin: number; readonly energy: number }[] = [];
  for (let begin = from; begin + length <= samples.length; begin += searchStep) {
    const thin = thinned(samples.subarray(begin, begin + length), thinning);
    windows.push({ begin, energy: thin.reduce((sum, sample) => sum + sample * sample, 0) });
  }
  const loudest = Math.max(0, ...windows.map(({ energy }) => energy));
  const begin = windows.find(({ energy }) => energy >= loudest * loudEnough)?.begin ?? from;
  return { begin, probe: samples.subarray(begin, begin + length) };
}

/**
 * Looks for a recording in what was heard, whatever its level: coarsely at a
 * quarter of the sample rate first, then to the sample.
 * @param probe a stretch of the recording from `probeOf`.
 * @param from how far `heard` has been searched already.
 * @param complete nothing more will be heard.
 */
export function findRecording(
  heard: Int16Array,
  { begin, probe }: ReturnType<typeof probeOf>,
  from: number,
  complete: boolean,
): Sought {
  const thinProbe = thinned(probe, thinning);
  const halfway = thinned(probe.subarray(thinning / 2), thinning);
  const start = from - (from % thinning);
  const thinHeard = thinned(heard.subarray(start), thinning);
  const lags = Math.max(0, thinHeard.length - thinProbe.length + 1);
  const coarse = Float32Array.from({ length: lags }, (_, lag) =>
    Math.max(likeness(thinHeard, lag, thinProbe), likeness(thinHeard, lag, halfway)),
  );
  for (let lag = 0; lag < lags; lag += 1) {
    if ((coarse[lag] ?? 0) < worthALook) continue;
    // A voice is like itself a period later, a tone all the time: what fits best may come up to a probe later.
    const end = lag + thinProbe.length;
    if (end > lags && !complete) return { at: undefined, searchedTo: start + lag * thinning };
    const best = peaks(coarse, lag, Math.min(end, lags))
      .map((peak) => start + peak * thinning)
      .map((near) => mostLike(heard, near - thinning, near + thinning, probe))
      .reduce((one, other) => (other.likeness > one.likeness ? other : one), { at: 0, likeness: 0 });
    if (best.likeness >= certain) return { at: best.at - begin, searchedTo: best.at + probe.length };
    lag = end - 1;
  }
  return { at: undefined, searchedTo: start + lags * thinning };
}

/** Where from `from` on, `to` excluded, the likeness is no less than on either side, and worth a look. */
function peaks(likenesses: Float32Array, from: number, to: number): number[] {
  const found: number[] = [];
  for (let lag = from; lag < to; lag += 1) {
    const here = likenesses[lag] ?? 0;
    const before = likenesses[lag - 1] ?? 0;
    const after = likenesses[lag + 1] ?? 0;
    if (here >= worthALook && here >= before && here >= after) found.push(lag);
  }
  return found;
}
