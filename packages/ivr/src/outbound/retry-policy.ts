import type { AttemptFailure, ContactState } from './contact';

/** When a failed attempt is made again. */
export interface RetryPolicy {
  /** Attempts in all, the first included. 1–100, default 3. */
  readonly attempts?: number;
  /** Wait after the first failure of a kind. Milliseconds, default 15 minutes. */
  readonly delayMs?: number;
  /** How much longer each further wait for the same kind of failure is. 1–10, default 2. */
  readonly factor?: number;
  /** Longest wait. Milliseconds, default 4 hours. */
  readonly maxDelayMs?: number;
  /**
   * What differs for one kind of failure; false: never again. Default: `conversation` and
   * `interrupted` are false, as somebody may have been reached.
   */
  readonly reasons?: Readonly<Partial<Record<AttemptFailure, RetryRule | false>>>;
}

export interface RetryRule {
  /** How many attempts may fail so. */
  readonly attempts?: number;
  readonly delayMs?: number;
}

const QUARTER_HOUR_MS = 15 * 60_000;
const FOUR_HOURS_MS = 4 * 3_600_000;
const NEVER_AGAIN: RetryPolicy['reasons'] = { conversation: false, interrupted: false };

/** The contact after an attempt that failed, to be called again or given up. Pure. */
export function afterFailure(
  contact: ContactState,
  {
    failure,
    now,
    afterMs,
  }: { readonly failure: AttemptFailure; readonly now: number; readonly afterMs?: number },
  policy: RetryPolicy,
): ContactState {
  const count = (contact.failures[failure] ?? 0) + 1;
  const failed = {
    ...contact,
    callId: undefined,
    failures: { ...contact.failures, [failure]: count },
    lastFailure: failure,
  };
  const rule = { ...NEVER_AGAIN, ...policy.reasons }[failure] ?? {};
  const { attempts = 3, delayMs = QUARTER_HOUR_MS, factor = 2, maxDelayMs = FOUR_HOURS_MS } = policy;
  const isOver = rule === false || contact.attempts >= attempts || count >= (rule.attempts ?? Infinity);
  if (isOver) return { ...failed, status: failure === 'interrupted' ? 'unknown' : 'gaveUp' };
  const wait = Math.min((rule.delayMs ?? delayMs) * factor ** (count - 1), maxDelayMs);
  return { ...failed, status: 'waiting', notBefore: now + (afterMs ?? wait) };
}
