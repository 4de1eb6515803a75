import type { KeyPress } from '@org/3cx-core';
import type { CollectorRules } from '../dtmf/collector-state';

/** Everything that happens in one step, known beforehand. The step starts at 0. */
export interface Story {
  readonly rules: CollectorRules;
  readonly promptMs: number;
  /** Keys waiting at the start; their times are at most 0. */
  readonly buffered: readonly KeyPress[];
  /** Keys pressed later, in order; their times are at least 0. */
  readonly live: readonly KeyPress[];
  readonly hangUpAt: number;
}

/** How the step must end, in plain text for comparison. */
export interface Ending {
  readonly kind: string;
  readonly keys: string;
  readonly at: number;
  readonly attempt: number;
  readonly ignored: number;
  readonly flushed: number;
  readonly leftover: string;
}

/** How one attempt ends: after how many keys, when, and by what. */
interface Walk {
  readonly entered: number;
  readonly at: number;
  readonly by: 'terminator' | 'maxDigits' | 'hangUp' | 'noInput' | 'too-short' | 'too-slow';
}

/** Compares each key with the earliest deadline. `start` is when the attempt began, `listenAt` when its prompt ends. */
function walk({ rules, hangUpAt }: Story, keys: readonly KeyPress[], start: number, listenAt: number): Walk {
  let digitDue = rules.firstDigitTimeoutMs > 0 ? listenAt + rules.firstDigitTimeoutMs : Infinity;
  let capDue = listenAt + rules.maxDurationMs;
  for (let entered = 0; ; entered += 1) {
    const press = keys[entered];
    const at = Math.max(press?.at ?? Infinity, start);
    const due = Math.min(digitDue, capDue);
    if (hangUpAt < Math.min(at, due)) return { entered, at: hangUpAt, by: 'hangUp' };
    if (press === undefined || at > due) {
      const silence = entered === 0 ? 'noInput' : 'too-short';
      return { entered, at: due, by: digitDue > due ? 'too-slow' : silence };
    }
    if (entered === 0 && at < listenAt) capDue = at + rules.maxDurationMs;
    if (rules.terminators.has(press.key)) return { entered: entered + 1, at, by: 'terminator' };
    if (entered + 1 === rules.maxDigits) return { entered: entered + 1, at, by: 'maxDigits' };
    digitDue = at + (entered + 1 < rules.minDigits ? rules.interDigitTimeoutMs : rules.finalDigitTimeoutMs);
  }
}

/**
 * The rows of B.4 told with hindsight, attempt for attempt: a check on the
 * collector, which has to find its way event by event.
 */
export function endingOf(story: Story): Ending {
  const { rules, promptMs, buffered, hangUpAt } = story;
  let keys = [...buffered, ...story.live];
  let start = 0;
  let ignored = 0;
  let flushed = 0;
  const take = (count: number) => {
    const taken = keys.slice(0, count);
    keys = keys.slice(count);
    return taken;
  };
  const takeWhile = (early: (press: KeyPress) => boolean) => {
    const index = keys.findIndex((press) => !early(press));
    return take(index < 0 ? keys.length : index);
  };
  for (let attempt = 1; ; attempt += 1) {
    const end = (kind: string, used: readonly KeyPress[], at: number): Ending => {
      return { kind, keys: textOf(used), at, attempt, ignored, flushed, leftover: textOf(keys) };
    };
    const prompted = rules.hasPrompt && !(attempt === 1 && rules.bargeIn && buffered.length > 0);
    const listenAt = prompted ? start + promptMs : start;
    if (prompted && !rules.bargeIn) {
      ignored += takeWhile(({ at }) => at < Math.min(listenAt, hangUpAt)).length;
    }
    const { entered, at, by } = walk(story, keys, start, listenAt);
    const used = take(entered);
    if (by === 'hangUp') {
      flushed += take(keys.length).length;
      return end('callEnded', used, at);
    }
    const entry = by === 'terminator' ? used.slice(0, -1) : used;
    const valid = entry.every(({ key }) => rules.validDigits.has(key));
    if (by !== 'noInput' && valid && entry.length >= rules.minDigits) {
      const [next] = keys;
      const habit = by !== 'terminator' && next && rules.terminators.has(next.key) && next.at <= at + 1_000;
      if (habit) flushed += take(1).length;
      return end('match', used, at);
    }
    flushed += used.length;
    const byKey = by === 'terminator' || by === 'maxDigits';
    if (byKey) flushed += takeWhile((press) => press.at <= at).length;
    const shortage = by === 'noInput' || by === 'too-slow' ? by : 'too-short';
    if (attempt === rules.attempts) return end(valid ? shortage : 'invalid-digit', [], at);
    start = at;
  }
}

function textOf(presses: readonly KeyPress[]): string {
  return presses.map(({ key }) => key).join('');
}
