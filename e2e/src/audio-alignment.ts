const SAMPLES_PER_MS = 8;
/** Long enough to be unmistakable in speech, short enough to lie between two faults. */
const BLOCK = 100 * SAMPLES_PER_MS;
const FRAME = 10 * SAMPLES_PER_MS;
/** How far a later part may have slipped against the earlier ones. */
const SLIP = 1_000 * SAMPLES_PER_MS;
/** Blocks quieter than this (of 32,768) have no shape to search for. */
const QUIET_RMS = 300;
const SAME = 0.97;
/** Of the energy of a frame; the added floor is a tenth of what a caller could notice. */
const FRAME_ERROR = 0.05;
const FLOOR_RMS = 16;

/** Where a prompt was heard, and how whole it was. */
export interface Alignment {
  /** Where the prompt's beginning lies, or would lie, in the recording; NaN when it wasn't heard at all. */
  readonly offsetMs: number;
  /** Mean normalised cross-correlation of the prompt's audible parts, each at its best place: 1 is identical. */
  readonly similarity: number;
  /** How much of the prompt was not heard, in steps of 10 ms. */
  readonly missingMs: number;
  /** How much was put in between, such as a gap of silence. */
  readonly extraMs: number;
}

interface Search {
  readonly heard: Int16Array;
  readonly prompt: Int16Array;
  /** Energy of `heard` up to each sample. */
  readonly energies: Float64Array;
}

interface Place {
  readonly lag: number;
  readonly similarity: number;
}

/**
 * Finds a prompt in what a caller has heard by normalised cross-correlation:
 * first its loudest blocks anywhere, then every other block near where it should
 * be. A block that is found later than its neighbours is a gap; frames that fit
 * at no place are missing.
 */
export function alignPrompt(heard: Int16Array, prompt: Int16Array): Alignment {
  const blocks = audibleBlocks(prompt);
  const search = { heard, prompt, energies: energySums(heard) };
  const anchor = findAnchor(search, blocks);
  if (anchor === undefined) {
    return { offsetMs: NaN, similarity: 0, missingMs: prompt.length / SAMPLES_PER_MS, extraMs: 0 };
  }
  const places: Place[] = [];
  let expected = anchor;
  for (const block of blocks) {
    const place = bestPlace(search, block, expected - SLIP, expected + SLIP, expected);
    places.push(place);
    if (place.similarity >= SAME) expected = place.lag;
  }
  const found = places.filter(({ similarity }) => similarity >= SAME).map(({ lag }) => lag);
  const slips = found.slice(1).map((lag, index) => lag - (found[index] ?? lag));
  return {
    offsetMs: (found[0] ?? anchor) / SAMPLES_PER_MS,
    similarity: places.reduce((sum, { similarity }) => sum + similarity, 0) / places.length,
    missingMs: missingFrames(heard, prompt, new Set(found)) * (FRAME / SAMPLES_PER_MS),
    extraMs: slips.filter((slip) => slip > 0).reduce((sum, slip) => sum + slip, 0) / SAMPLES_PER_MS,
  };
}

/** Where the prompt's blocks with a recognisable shape begin; all of a whole length. */
function audibleBlocks(prompt: Int16Array): readonly number[] {
  const starts: number[] = [];
  for (let start = 0; start + BLOCK <= prompt.length; start += BLOCK) {
    if (Math.sqrt(energy(prompt, start, BLOCK) / BLOCK) >= QUIET_RMS) starts.push(start);
  }
  if (starts.length === 0) throw new Error('The prompt is too short or too quiet to be recognised');
  return starts;
}

/** The lag of the loudest block that is heard anywhere. */
function findAnchor(search: Search, blocks: readonly number[]): number | undefined {
  const { heard, prompt } = search;
  const loudestFirst = blocks.toSorted((a, b) => energy(prompt, b, BLOCK) - energy(prompt, a, BLOCK));
  for (const block of loudestFirst) {
    const { lag, similarity } = bestPlace(search, block, 0 - block, heard.length, 0);
    if (similarity >= SAME) return lag;
  }
  return undefined;
}

/** The best lag for a block between two lags; `preferred` is looked at first and taken when it fits. */
function bestPlace(
  { heard, prompt, energies }: Search,
  block: number,
  from: number,
  to: number,
  preferred: number,
): Place {
  const blockEnergy = energy(prompt, block, BLOCK);
  const at = (lag: number): number => {
    const start = block + lag;
    const heardEnergy = (energies[start + BLOCK] ?? 0) - (energies[start] ?? 0);
    return heardEnergy === 0
      ? 0
      : product(heard, start, prompt, block) / Math.sqrt(heardEnergy * blockEnergy);
  };
  const first = Math.max(from, 0 - block);
  const last = Math.min(to, heard.length - BLOCK - block);
  if (preferred >= first && preferred <= last) {
    const similarity = at(preferred);
    if (similarity >= SAME) return { lag: preferred, similarity };
  }
  let best: Place = { lag: preferred, similarity: 0 };
  for (let lag = first; lag <= last; lag += 1) {
    const similarity = at(lag);
    if (similarity > best.similarity) best = { lag, similarity };
  }
  return best;
}

/** Frames of the prompt that were heard at none of these lags. */
function missingFrames(heard: Int16Array, prompt: Int16Array, lags: ReadonlySet<number>): number {
  let missing = 0;
  for (let start = 0; start + FRAME <= prompt.length; start += FRAME) {
    const allowed = FRAME_ERROR * energy(prompt, start, FRAME) + FRAME * FLOOR_RMS ** 2;
    const wasHeard = [...lags].some((lag) => difference(heard, start + lag, prompt, start) <= allowed);
    if (!wasHeard) missing += 1;
  }
  return missing;
}

function energySums(samples: Int16Array): Float64Array {
  const sums = new Float64Array(samples.length + 1);
  samples.forEach((sample, index) => {
    sums[index + 1] = (sums[index] ?? 0) + sample ** 2;
  });
  return sums;
}

function energy(samples: Int16Array, start: number, length: number): number {
  let sum = 0;
  for (let index = start; index < start + length; index += 1) sum += (samples[index] ?? 0) ** 2;
  return sum;
}

function product(heard: Int16Array, heardStart: number, prompt: Int16Array, promptStart: number): number {
  let sum = 0;
  for (let index = 0; index < BLOCK; index += 1) {
    sum += (heard[heardStart + index] ?? 0) * (prompt[promptStart + index] ?? 0);
  }
  return sum;
}

function difference(heard: Int16Array, heardStart: number, prompt: Int16Array, promptStart: number): number {
  let sum = 0;
  for (let index = 0; index < FRAME; index += 1) {
    sum += ((heard[heardStart + index] ?? 0) - (prompt[promptStart + index] ?? 0)) ** 2;
  }
  return sum;
}
