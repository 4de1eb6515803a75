import type { Mark, Timeline } from './mock-data';
import { markInWords } from './words';

export type BarKind = 'dialing' | 'ringing' | 'connected' | 'audio' | 'silence' | 'held';

/** A stretch on a lane; positions are percent of the lane's length. */
export interface Bar {
  readonly kind: BarKind;
  readonly left: number;
  readonly width: number;
  readonly text: string;
}

/** A point on a lane. */
export interface Flag {
  readonly left: number;
  readonly sign: string;
  readonly text: string;
}

export interface Lane {
  readonly label: string;
  readonly bars: readonly Bar[];
  readonly flags: readonly Flag[];
}

export interface TimelineLayout {
  readonly lengthMs: number;
  readonly lanes: readonly Lane[];
  readonly ticks: readonly { readonly left: number; readonly text: string }[];
}

/** The line always shows at least so much, so that a call that has just begun does not jump about. Milliseconds. */
const shortestMs = 5000;
const tickSteps = [1, 2, 5, 10, 30, 60, 120, 300, 600, 1800, 3600].map((seconds) => seconds * 1000);
const mostTicks = 6;
/** Bars shorter than this could not be seen, percent. */
const narrowest = 0.4;
/** About what a key's sign takes on a narrow screen, percent. */
const signWidth = 6;

/** Where everything of a call's timeline is drawn. Lanes without anything on them are left out. */
export function layOut(timeline: Timeline): TimelineLayout {
  const lengthMs = Math.max(shortestMs, timeline.lengthMs);
  const percent = (ms: number): number => Math.min(100, (ms / lengthMs) * 100);
  const bar = (kind: BarKind, fromMs: number, toMs: number | null): Bar => {
    const end = Math.max(fromMs, toMs ?? timeline.lengthMs);
    return {
      kind,
      left: percent(fromMs),
      width: Math.max(narrowest, percent(end) - percent(fromMs)),
      text: `${kind} ${((end - fromMs) / 1000).toFixed(1)} s`,
    };
  };
  const lanes: Lane[] = [
    ...timeline.legs.map((leg) => ({
      label: leg.name === '' || leg.number !== leg.dn ? leg.number : `${leg.number} ${leg.name}`,
      bars: leg.spans.map(({ status, fromMs, toMs }) => bar(barOf[status], fromMs, toMs)),
      flags: [],
    })),
    {
      label: 'Heard by the caller',
      bars: timeline.heard.map(({ kind, fromMs, toMs }) => bar(kind, fromMs, toMs)),
      flags: [],
    },
    {
      label: 'Keys, transfers, end',
      bars: [],
      flags: together(timeline.marks, lengthMs).map((mark) => ({
        left: percent(mark.atMs),
        sign: mark.kind === 'keys' ? mark.keys : mark.kind === 'transfer' ? `\u2192${mark.to}` : '\u25a0',
        text: markInWords(mark),
      })),
    },
  ];
  return {
    lengthMs,
    lanes: lanes.filter(({ bars, flags }) => bars.length + flags.length > 0),
    ticks: ticks(lengthMs).map((ms) => ({ left: percent(ms), text: tickText(ms) })),
  };
}

/** Keys pressed so soon after one another that their signs would cover each other become one mark. */
function together(marks: readonly Mark[], lengthMs: number): readonly Mark[] {
  const all: Mark[] = [];
  let lastMs = 0;
  for (const mark of marks) {
    const last = all.at(-1);
    if (
      mark.kind === 'keys' &&
      last?.kind === 'keys' &&
      ((mark.atMs - lastMs) / lengthMs) * 100 < signWidth
    ) {
      all[all.length - 1] = { ...last, keys: last.keys + mark.keys };
    } else {
      all.push(mark);
    }
    lastMs = mark.atMs;
  }
  return all;
}

const barOf = { Dialing: 'dialing', Ringing: 'ringing', Connected: 'connected' } as const;

function ticks(lengthMs: number): readonly number[] {
  const step = tickSteps.find((candidate) => lengthMs / candidate <= mostTicks) ?? lengthMs;
  return Array.from({ length: Math.floor(lengthMs / step) + 1 }, (_, index) => index * step);
}

function tickText(ms: number): string {
  const seconds = ms / 1000;
  return seconds < 120 ? `${seconds} s` : `${seconds / 60} min`;
}
