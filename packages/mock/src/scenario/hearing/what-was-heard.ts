import { findRecording, probeOf } from './find-beginning';
import { follow } from './follow';
import { isQuiet, samplesPerMs } from './reference';
import type { Reference } from './reference';

/** A stretch of what someone heard. Times are milliseconds since they were first connected to a route point. */
export interface HeardStretch {
  readonly kind: 'recording' | 'silence' | 'other';
  readonly fromMs: number;
  readonly toMs: number;
  /** Which recording. */
  readonly name?: string;
  /** Which part of it, milliseconds of the recording, quiet ends not counted. */
  readonly part?: { readonly fromMs: number; readonly toMs: number; readonly ofMs: number };
}

/** Silence shorter than this is part of what surrounds it. */
const shortestSilenceMs = 200;
const stepSamples = 20 * samplesPerMs;

interface Found {
  readonly reference: Reference;
  readonly from: number;
  readonly to: number;
  readonly begin: number;
  readonly end: number;
}

/** Tells the known recordings, the silences and the rest in what was heard, in order. */
export function whatWasHeard(heard: Int16Array, known: readonly Reference[]): readonly HeardStretch[] {
  const found = known
    .flatMap((reference) => occurrences(heard, reference))
    .sort((a, b) => a.from - b.from || b.to - a.to);
  const stretches: HeardStretch[] = [];
  let told = 0;
  for (const { reference, from, to, begin, end } of found) {
    if (to <= told) continue;
    stretches.push(...unknown(heard, told, from));
    stretches.push({
      kind: 'recording',
      name: reference.name,
      ...span(Math.max(from, told), to),
      part: { fromMs: ms(begin), toMs: ms(end), ofMs: ms(reference.samples.length) },
    });
    told = to;
  }
  stretches.push(...unknown(heard, told, heard.length));
  return stretches;
}

/** Every time the recording was heard, also without its first or its second third. */
function occurrences(heard: Int16Array, reference: Reference): Found[] {
  const { samples } = reference;
  const found: Found[] = [];
  for (const third of [0, 1, 2]) {
    const probe = probeOf(samples, Math.floor((samples.length * third) / 3));
    for (let searched = 0; ;) {
      const { at, searchedTo } = findRecording(heard, probe, searched, true);
      if (at === undefined) break;
      const { from, to, begin, end } = follow(heard, samples, at, probe.begin, true);
      const known = found.some((other) => from < other.to && to > other.from);
      if (!known && to > from) found.push({ reference, from, to, begin, end });
      searched = Math.max(to, searchedTo);
    }
  }
  return found;
}

/** Silence and other sound between two samples. */
function unknown(heard: Int16Array, from: number, to: number): HeardStretch[] {
  const stretches: HeardStretch[] = [];
  let begin = from;
  let kind: 'silence' | 'other' | undefined;
  const close = (end: number): void => {
    if (kind === undefined || end <= begin) return;
    const last = stretches.at(-1);
    const short = kind === 'silence' && ms(end - begin) < shortestSilenceMs;
    if (last && (short || last.kind === kind)) stretches[stretches.length - 1] = { ...last, toMs: ms(end) };
    else if (!short) stretches.push({ kind, ...span(begin, end) });
  };
  for (let at = from; at < to; at += stepSamples) {
    const now = isQuiet(heard.subarray(at, Math.min(at + stepSamples, to))) ? 'silence' : 'other';
    if (now === kind) continue;
    close(at);
    begin = at;
    kind = now;
  }
  close(to);
  return stretches;
}

const ms = (samples: number): number => Math.round(samples / samplesPerMs);
const span = (from: number, to: number) => ({ fromMs: ms(from), toMs: ms(to) });
