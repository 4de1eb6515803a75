import { findRecording, probeOf } from './find-beginning';
import type { Probe } from './find-beginning';
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

interface Span {
  readonly from: number;
  readonly to: number;
}

interface Found extends Span {
  readonly reference: Reference;
  readonly begin: number;
  readonly end: number;
}

/** Tells the known recordings, the silences and the rest in what was heard, in order. */
export function whatWasHeard(heard: Int16Array, known: readonly Reference[]): readonly HeardStretch[] {
  const stretches: HeardStretch[] = [];
  let told = 0;
  for (const { reference, from, to, begin, end } of recordingsIn(heard, known)) {
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

/**
 * Looks for each recording by its beginning, then, in what is still unexplained,
 * by its second and last third, for the beginning may have been lost.
 */
function recordingsIn(heard: Int16Array, known: readonly Reference[]): readonly Found[] {
  const found: Found[] = [];
  let open = soundingSpans(heard);
  for (const third of [0, 1, 2]) {
    for (const reference of known) {
      const probe = probeOf(reference.samples, Math.floor((reference.samples.length * third) / 3));
      for (const { from, to } of open) found.push(...occurrences(heard, reference, probe, from, to));
      open = open.flatMap((one) => without(one, found));
    }
  }
  return found.sort((a, b) => a.from - b.from || b.to - a.to);
}

function occurrences(
  heard: Int16Array,
  reference: Reference,
  probe: Probe,
  start: number,
  stop: number,
): readonly Found[] {
  const found: Found[] = [];
  for (let searched = start; ;) {
    const { at, searchedTo } = findRecording(heard.subarray(0, stop), probe, searched, true);
    if (at === undefined) return found;
    const { from, to, begin, end } = follow(heard, reference.samples, at, probe.begin, true);
    if (to > from) found.push({ reference, from, to, begin, end });
    searched = Math.max(to, searchedTo);
  }
}

/** Where anything is heard, with silence around it as long as what is looked for. */
function soundingSpans(heard: Int16Array): Span[] {
  const around = 300 * samplesPerMs;
  const spans: { from: number; to: number }[] = [];
  for (let at = 0; at < heard.length; at += stepSamples) {
    if (isQuiet(heard.subarray(at, at + stepSamples))) continue;
    const last = spans.at(-1);
    const to = Math.min(heard.length, at + stepSamples + around);
    if (last && at - around <= last.to) last.to = to;
    else spans.push({ from: Math.max(0, at - around), to });
  }
  return spans;
}

/** What of a span none of the recordings explains. */
function without(open: Span, found: readonly Found[]): Span[] {
  return found.reduce<Span[]>(
    (rest, { from, to }) =>
      rest.flatMap((part) => {
        if (to <= part.from || from >= part.to) return [part];
        return [
          { from: part.from, to: from },
          { from: to, to: part.to },
        ].filter((piece) => piece.to - piece.from > stepSamples);
      }),
    [open],
  );
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
