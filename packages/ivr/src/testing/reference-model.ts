/**
 * What must become of a question put to a caller, told with hindsight from the
 * normative table B.4. Written before the collector and from the table alone: it
 * imports nothing, knows the whole story beforehand, and shares no idea of the
 * collector's but the table. Times are milliseconds from the start of the step.
 */
export interface Question {
  readonly minDigits: number;
  readonly maxDigits: number;
  /** 0: no such timer. */
  readonly firstDigitTimeoutMs: number;
  readonly interDigitTimeoutMs: number;
  readonly finalDigitTimeoutMs: number;
  readonly termTimeoutMs: number;
  readonly maxDurationMs: number;
  readonly validateTimeoutMs: number;
  readonly terminators: string;
  readonly requireTerminator: boolean;
  readonly validDigits: string;
  readonly onInvalidDigit: 'end' | 'ignore';
  readonly bargeIn: boolean | 'valid-only';
  readonly typeAhead: 'keep' | 'clear';
  readonly onGap: 'continue' | 'restart';
  readonly profile: '3cx' | 'voicexml';
  readonly attempts: { readonly noInput: number; readonly noMatch: number; readonly total: number };
  /** Error prompts by count of failures: the last one stands for all counts above. */
  readonly prompts: Readonly<Record<'initial' | 'retry', PromptList>> &
    Readonly<Record<Failure, readonly PromptList[]>>;
  /** Source of a regular expression that the whole entry has to fit. */
  readonly pattern?: string;
}

export type Failure = 'noInput' | 'noMatch';
export type PromptList = readonly { readonly name: string; readonly ms: number }[];

/** What the validator of the application does with one entry. */
export interface Verdict {
  readonly says: 'yes' | 'no' | 'throws';
  readonly afterMs: number;
}

export interface Story {
  readonly question: Question;
  /** Keys waiting in the type-ahead buffer. */
  readonly waiting: string;
  /** Keys pressed later, in order. */
  readonly pressed: readonly { readonly key: string; readonly at: number }[];
  /** One for each time the validator is asked, `yes` thereafter; undefined when there is no validator. */
  readonly verdicts?: readonly Verdict[];
  readonly hangUpAt: number;
  /** When the connection was restored after having been lost, in order. */
  readonly gapsAt: readonly number[];
}

export interface Ending {
  readonly kind: 'match' | 'noInput' | 'noMatch' | 'failed' | 'callEnded' | 'error';
  readonly reason: string;
  /** The keys of a match or of a call that ended meanwhile. */
  readonly digits: string;
  readonly terminator: string;
  readonly source: 'live' | 'type-ahead' | 'mixed' | '';
  /** When it was decided. */
  readonly at: number;
  readonly attempts: number;
  readonly counts: Readonly<Record<Failure, number>>;
  readonly ignored: number;
  readonly flushed: number;
  /** Keys flushed, by what flushed them. */
  readonly cleared: Readonly<Record<string, number>>;
  /** What stays in the type-ahead buffer. */
  readonly leftover: string;
  readonly gap: boolean;
  /** The names of the prompts that were started. */
  readonly played: readonly string[];
}

interface Key {
  readonly key: string;
  readonly at: number;
  readonly early: boolean;
}

/** Row 9. */
const HABIT_MS = 1_000;

export function endingOf(story: Story): Ending {
  const { question: q, hangUpAt } = story;
  let keys: Key[] = [
    ...Array.from(story.waiting, (key) => ({ key, at: 0, early: true })),
    ...story.pressed.map(({ key, at }) => ({ key, at, early: false })),
  ];
  let gaps = [...story.gapsAt];
  const verdicts = [...(story.verdicts ?? [])];
  const counts = { noInput: 0, noMatch: 0 };
  const cleared: Record<string, number> = {};
  const played: string[] = [];
  let [ignored, flushed, gap, attempts] = [0, 0, false, 1];

  const clear = (reason: string, count: number) => {
    if (count > 0) cleared[reason] = (cleared[reason] ?? 0) + count;
    flushed += reason === 'prompt' ? 0 : count;
  };
  const clearKeysUntil = (reason: string, at: number) => {
    clear(reason, keys.filter((key) => key.at <= at).length);
    keys = keys.filter((key) => key.at > at);
  };
  const gapsUntil = (at: number) => {
    gap ||= gaps.some((each) => each <= at);
    gaps = gaps.filter((each) => each > at);
  };
  const end = (kind: Ending['kind'], at: number, more: Partial<Ending> = {}): Ending => ({
    ...{ kind, at, reason: '', digits: '', terminator: '', source: '' },
    ...{ attempts, counts, ignored, flushed, cleared, leftover: text(keys), gap, played },
    ...more,
  });
  const endOfCall = (entry: readonly Key[]): Ending => {
    gapsUntil(hangUpAt);
    clearKeysUntil('callEnded', Infinity);
    return end('callEnded', hangUpAt, { digits: text(entry) });
  };

  if (q.typeAhead === 'clear') {
    clear('preflush', keys.filter(({ early }) => early).length);
    keys = keys.filter(({ early }) => !early);
  }
  let start = 0;
  let prompts = q.prompts.initial;
  for (;;) {
    const round = listen(start, prompts);
    if (round.by === 'gap') {
      clear('gap', round.entry.length);
      start = round.at;
      continue;
    }
    if (round.by === 'hangUp') return endOfCall(round.entry);
    const { entry, terminator, by } = round;
    const used = terminator === undefined ? entry : [...entry, terminator];
    let at = round.at;
    let refusal = refusalOf(entry, by);
    if (refusal === '') {
      // Row 11: the pattern, then the validator, while keys wait in the buffer.
      const fits = q.pattern === undefined || new RegExp(`^(?:${q.pattern})$`).test(text(entry));
      const verdict = fits && story.verdicts !== undefined ? verdicts.shift() : undefined;
      const late = verdict !== undefined && verdict.afterMs > q.validateTimeoutMs;
      if (verdict !== undefined) at += Math.min(verdict.afterMs, q.validateTimeoutMs);
      const [next] = keys;
      const habitual =
        terminator === undefined && q.termTimeoutMs === 0 && next && q.terminators.includes(next.key);
      const accepted = fits && !late && (verdict === undefined || verdict.says === 'yes');
      const habitUntil = Math.min(
        round.at + HABIT_MS,
        hangUpAt < at ? hangUpAt : Infinity,
        accepted ? Infinity : at,
      );
      if (habitual && fits && next.at <= habitUntil) {
        keys = keys.slice(1);
        flushed += 1;
      }
      if (hangUpAt < at) {
        clear('callEnded', used.length - entry.length);
        return endOfCall(entry);
      }
      gapsUntil(at);
      if (accepted) {
        return end('match', at, {
          digits: text(entry),
          terminator: terminator?.key ?? '',
          source: sourceOf(used),
        });
      }
      if (verdict !== undefined && (late || verdict.says === 'throws')) {
        clear('error', used.length);
        clearKeysUntil('error', at);
        return end('error', at);
      }
      refusal = 'validation';
    }
    const failure: Failure = refusal === 'noInput' ? 'noInput' : 'noMatch';
    clear(failure, used.length);
    clearKeysUntil(failure, at);
    counts[failure] += 1;
    const total = counts.noInput + counts.noMatch;
    const ownCounters = q.profile === 'voicexml';
    const spent =
      total >= q.attempts.total ||
      (ownCounters && (counts.noInput >= q.attempts.noInput || counts.noMatch >= q.attempts.noMatch));
    if (spent) {
      if (attempts > 1) return end('failed', at, { reason: refusal });
      return end(failure, at, { reason: failure === 'noInput' ? '' : refusal });
    }
    const handlers = q.prompts[failure];
    const nth = Math.min(ownCounters ? counts[failure] : total, handlers.length);
    prompts = [...(handlers[nth - 1] ?? []), ...q.prompts.retry];
    attempts += 1;
    start = at;
  }

  /** One attempt, up to what ends it. */
  function listen(from: number, list: PromptList) {
    const entry: Key[] = [];
    const promptEnd = from + list.reduce((sum, { ms }) => sum + ms, 0);
    let [listening, digitDue, capDue] = [list.length === 0, Infinity, Infinity];
    const arm = (at: number) => {
      listening = true;
      if (q.firstDigitTimeoutMs > 0) digitDue = at + q.firstDigitTimeoutMs;
      capDue = at + q.maxDurationMs;
    };
    /** Row 15: nothing is played when keys that were waiting stand in for it. */
    const hear = (until: number) => {
      let startsAt = from;
      for (const { name, ms } of list) {
        if (startsAt <= until) played.push(name);
        startsAt += ms;
      }
    };
    if (listening) arm(from);
    for (;;) {
      const key = keys[0];
      const keyAt = key?.at ?? Infinity;
      const due = Math.min(digitDue, capDue);
      const next = Math.min(keyAt, due, listening ? Infinity : promptEnd);
      const [gapAt = Infinity] = gaps;
      if (Math.min(hangUpAt, gapAt) < next) {
        const hangUp = hangUpAt < gapAt;
        if (!hangUp) gapsUntil(gapAt);
        if (!hangUp && q.onGap === 'continue') continue;
        const at = hangUp ? hangUpAt : gapAt;
        if (!listening) hear(at);
        return { by: hangUp ? ('hangUp' as const) : ('gap' as const), at, entry };
      }
      if (!listening && promptEnd <= keyAt && !key?.early) {
        hear(promptEnd);
        arm(promptEnd);
        continue;
      }
      if (key === undefined || keyAt > due) {
        const by = digitDue <= capDue ? 'digitTimer' : 'cap';
        return { by, at: due, entry };
      }
      const isTerminator = q.terminators.includes(key.key);
      const isValid = q.validDigits.includes(key.key);
      const isNothing = !isTerminator && !isValid && q.onInvalidDigit === 'ignore';
      if (listening && entry.length === q.maxDigits && !isTerminator && !isNothing) {
        return { by: 'extraKey', at: keyAt, entry };
      }
      keys = keys.slice(1);
      if (!listening) {
        // Rows 12 and 13: does the key stop the prompt?
        if (q.bargeIn === false) clear('prompt', 1);
        if (q.bargeIn === false || (q.bargeIn === 'valid-only' && !isValid) || (isNothing && key.early)) {
          ignored += 1;
          continue;
        }
        if (!key.early) hear(keyAt);
        arm(keyAt);
      }
      if (isTerminator) return { by: 'terminator', at: keyAt, entry, terminator: key };
      if (isNothing) {
        ignored += 1;
        continue;
      }
      entry.push(key);
      if (entry.length < q.maxDigits) {
        digitDue = keyAt + (entry.length < q.minDigits ? q.interDigitTimeoutMs : q.finalDigitTimeoutMs);
      } else if (q.termTimeoutMs === 0) {
        return { by: 'maxDigits', at: keyAt, entry };
      } else {
        digitDue = keyAt + q.termTimeoutMs;
      }
    }
  }

  /** Rows 2 to 8, 10 and 19: why an entry is none; empty when it is one. */
  function refusalOf(entry: readonly Key[], by: string): string {
    if (by === 'digitTimer' && entry.length === 0) return 'noInput';
    if (entry.some(({ key }) => !q.validDigits.includes(key))) return 'invalid-digit';
    if (entry.length < q.minDigits) return by === 'cap' ? 'too-slow' : 'too-short';
    if (q.requireTerminator && by !== 'terminator') return 'no-terminator';
    return '';
  }
}

function text(keys: readonly Key[]): string {
  return keys.map(({ key }) => key).join('');
}

function sourceOf(keys: readonly Key[]): Ending['source'] {
  if (keys.every(({ early }) => !early)) return 'live';
  return keys.every(({ early }) => early) ? 'type-ahead' : 'mixed';
}
