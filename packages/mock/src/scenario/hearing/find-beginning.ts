import { best, energyOf, likenesses } from './likeness';
import { quietRms, samplesPerMs } from './reference';

/** As much of a recording as it takes to recognise it. */
const probeSamples = 300 * samplesPerMs;
const alike = 0.85;
/** A probe is as loud as this share of the loudest stretch of its recording, in energy. */
const loudEnough = 0.3;
const searchStep = 20 * samplesPerMs;

/** A stretch of a recording by which it is looked for. */
export interface Probe {
  /** Where in the recording it begins, samples. */
  readonly begin: number;
  readonly samples: Int16Array;
}

export interface Sought {
  /** Sample of `heard` at which the first sample of the recording was, or would have been, heard. */
  readonly at: number | undefined;
  /** It isn't in `heard` before this sample; look from here when more has been heard. */
  readonly searchedTo: number;
}

/** The first stretch from `from` on that is loud enough to be recognised. */
export function probeOf(recording: Int16Array, from = 0): Probe {
  const length = Math.min(probeSamples, recording.length - from);
  const windows: { readonly begin: number; readonly energy: number }[] = [];
  for (let begin = from; begin + length <= recording.length; begin += searchStep) {
    windows.push({ begin, energy: energyOf(recording.subarray(begin, begin + length)) });
  }
  const loudest = Math.max(0, ...windows.map(({ energy }) => energy));
  const begin = windows.find(({ energy }) => energy >= loudest * loudEnough)?.begin ?? from;
  return { begin, samples: recording.subarray(begin, begin + length) };
}

/**
 * Looks for a recording in what was heard, whatever its level.
 * @param from how far `heard` has been searched already.
 * @param complete nothing more will be heard.
 */
export function findRecording(heard: Int16Array, probe: Probe, from: number, complete: boolean): Sought {
  const { length } = probe.samples;
  const found = likenesses(heard.subarray(from), probe.samples, quietRms / 2);
  const first = found.findIndex((likeness) => likeness >= alike);
  if (first === -1) return { at: undefined, searchedTo: from + found.length };
  // A voice is like itself a period later, a tone all the time: what fits best may come up to a probe later.
  if (first + length > found.length && !complete) return { at: undefined, searchedTo: from + first };
  const at = from + best(found, first, Math.min(first + length, found.length));
  return { at: at - probe.begin, searchedTo: at + length };
}
