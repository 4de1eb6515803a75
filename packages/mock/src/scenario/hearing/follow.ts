import { best, likeness, likenesses } from './likeness';
import { isQuiet, quietRms, samplesPerMs } from './reference';

const blockSamples = 50 * samplesPerMs;
/** A hole longer than this is the end of the recording. */
const longestHoleSamples = 1000 * samplesPerMs;
const sameBlock = 0.7;
const sameAgain = 0.9;
/** One sound of a voice is much like another: it takes this much to be sure that it goes on. */
const resumptionSamples = 200 * samplesPerMs;
/** A hole may begin in the middle of one block and of the next. */
const blocksTried = 4;

/** A stretch in which the recording stood still, samples of what was heard. */
export interface Hole {
  readonly at: number;
  readonly length: number;
}

/** How much of a recording was heard. */
export interface Followed {
  /** `hearing`: more must be heard to tell. `cut`: it broke off. */
  readonly kind: 'hearing' | 'whole' | 'cut';
  /** Samples of what was heard. */
  readonly from: number;
  readonly to: number;
  /** Samples of the recording; `begin` is more than 0 when its beginning was lost. */
  readonly begin: number;
  readonly end: number;
  readonly holes: readonly Hole[];
}

/**
 * Follows a recording through what was heard, block by block, over holes of up to
 * a second, and back to how much of its beginning was there.
 * @param at sample of `heard` at which the first sample of the recording was, or would have been, heard.
 * @param from a sample of the recording that is known to have been heard.
 * @param complete nothing more will be heard.
 */
export function follow(
  heard: Int16Array,
  samples: Int16Array,
  at: number,
  from: number,
  complete: boolean,
): Followed {
  const known = from - (from % blockSamples);
  const begin = beginning(heard, samples, at, known);
  const holes: Hole[] = [];
  let shift = at;
  let done = known;
  const told = (kind: Followed['kind']): Followed => {
    const to = Math.min(shift + done, heard.length);
    return { kind, from: Math.max(0, at + begin), to, begin, end: done, holes };
  };
  while (done < samples.length) {
    const block = samples.subarray(done, done + blockSamples);
    const enough = shift + done + block.length <= heard.length;
    if (enough && isSame(heard, shift + done, block)) {
      done += block.length;
      continue;
    }
    const reach = shift + done + longestHoleSamples + blocksTried * blockSamples + resumptionSamples;
    if (heard.length < reach && !complete) return told('hearing');
    const again = resumption(heard, samples, shift, done);
    if (again === undefined) break;
    if (again.hole > 0) holes.push({ at: shift + done, length: again.hole });
    shift += again.hole;
    done = again.from;
  }
  return told(samples.length - done < blockSamples ? 'whole' : 'cut');
}

/** A quiet block has no shape to compare: anything but quiet is something else. */
function isSame(heard: Int16Array, at: number, block: Int16Array): boolean {
  if (isQuiet(block)) return isQuiet(heard.subarray(at, at + block.length), 4);
  return likeness(heard, at, block) >= sameBlock;
}

/** The earliest sample of the recording from which on it was heard without a break until `known`. */
function beginning(heard: Int16Array, samples: Int16Array, at: number, known: number): number {
  let begin = known;
  while (begin > 0) {
    const earlier = begin - blockSamples;
    const block = samples.subarray(earlier, begin);
    if (at + earlier < 0) break;
    if (!isSame(heard, at + earlier, block)) break;
    begin = earlier;
  }
  return begin;
}

/** Where the recording goes on after it stood still. */
function resumption(heard: Int16Array, samples: Int16Array, shift: number, done: number) {
  for (let tried = 0; tried < blocksTried; tried += 1) {
    const from = done + tried * blockSamples;
    const stretch = samples.subarray(from, from + resumptionSamples);
    if (stretch.length < blockSamples) return undefined;
    if (isQuiet(stretch.subarray(0, blockSamples))) continue;
    const first = shift + from;
    const within = heard.subarray(first, first + longestHoleSamples + stretch.length);
    const found = likenesses(within, stretch, quietRms / 2);
    const hole = best(found);
    if ((found[hole] ?? 0) >= sameAgain) return { hole, from: from + stretch.length };
  }
  return undefined;
}
