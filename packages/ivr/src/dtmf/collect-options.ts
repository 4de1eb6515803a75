import { systemClock, ThreeCxError, type Clock, type DtmfKey, type PromptSource } from '@org/3cx-core';
import * as z from 'zod';
import type { CollectorRules } from './collector-state';

/** What of a clock a step needs: monotonic time, so that setting the machine's clock has no effect on it. */
export type CollectingClock = Pick<Clock, 'now' | 'after'>;

/** What to collect, and for how long. The timers are those of 3CX's own call flow designer. */
export interface CollectOptions {
  /** Played at the start of each attempt. Without one, the first-digit timer starts at once. */
  readonly prompt?: PromptSource;
  /** Reaching it ends the entry at once; keys beyond it stay in the type-ahead buffer. 1–128, default 1. */
  readonly maxDigits?: number;
  /** Fewest digits that make an entry. 0–`maxDigits`, default 1; 0 needs a terminator or a first-digit timeout. */
  readonly minDigits?: number;
  /**
   * Silence allowed after the prompt has been heard to its end. Milliseconds, default 5 000.
   * 0 waits for ever and is refused unless `maxDurationMs` is given.
   */
  readonly firstDigitTimeoutMs?: number;
  /** Silence allowed between keys while fewer than `minDigits` are there; then `too-short`. Default 3 000. */
  readonly interDigitTimeoutMs?: number;
  /** Silence after which an entry of at least `minDigits` is taken as complete. Default 2 000. */
  readonly finalDigitTimeoutMs?: number;
  /** Keys that end the entry and aren't part of it. Default `#`; an empty string for none. */
  readonly terminators?: string;
  /** Keys an entry may consist of, from `0-9 * # A-D`. Default `0123456789`. */
  readonly validDigits?: string;
  /**
   * True (default): the first key stops the prompt and is the first of the entry.
   * False: the prompt plays to its end, and keys pressed before or during it are discarded.
   */
  readonly bargeIn?: boolean;
  /** `keep` (default): keys pressed before the step count. `clear`: they are dropped on entry. */
  readonly typeAhead?: 'keep' | 'clear';
  /**
   * Cap on one attempt, from the moment its first timer starts: at the end of the
   * prompt, or at the first key. An entry that is long enough by then is a match. Default 60 000.
   */
  readonly maxDurationMs?: number;
  /** How often the question is put, the first time included. 1–100, default 1. */
  readonly attempts?: number;
  /** Aborting it ends the step: `collectDigits` rejects with the signal's reason. */
  readonly signal?: AbortSignal;
  /** Must be the clock the call's key presses are stamped with. Default: the process's monotonic clock. */
  readonly clock?: CollectingClock;
}

/** The options contradict themselves or are out of range. The message says which and what to change. */
export class CollectOptionsError extends ThreeCxError {
  readonly code = 'COLLECT_OPTIONS_INVALID';
}

/** What `collectDigits` works with once the options have been checked and the defaults filled in. */
export interface CollectPlan {
  readonly rules: CollectorRules;
  readonly prompt: PromptSource | undefined;
  readonly typeAhead: 'keep' | 'clear';
  readonly signal: AbortSignal | undefined;
  readonly clock: CollectingClock;
}

const DTMF_KEYS = [
  '0',
  '1',
  '2',
  '3',
  '4',
  '5',
  '6',
  '7',
  '8',
  '9',
  '*',
  '#',
  'A',
  'B',
  'C',
  'D',
] as const satisfies readonly DtmfKey[];

/** The longest that a timer of the platform can wait is 24.8 days; a step needs far less. */
const ONE_DAY_MS = 86_400_000;

const timeout = z.number().min(1).max(ONE_DAY_MS);

const keys = z
  .string()
  .transform((text) => Array.from(text))
  .pipe(z.array(z.enum(DTMF_KEYS, { error: 'use the keys 0-9 * # A-D, without spaces' })))
  .transform((list): ReadonlySet<DtmfKey> => new Set(list));

const schema = z
  .strictObject({
    maxDigits: z.number().int().min(1).max(128).default(1),
    minDigits: z.number().int().min(0).default(1),
    firstDigitTimeoutMs: z.union([z.literal(0), timeout]).default(5_000),
    interDigitTimeoutMs: timeout.default(3_000),
    finalDigitTimeoutMs: timeout.default(2_000),
    terminators: keys.default(new Set<DtmfKey>(['#'])),
    validDigits: keys
      .refine((set) => set.size > 0, 'name at least one key')
      .default(new Set(DTMF_KEYS.slice(0, 10))),
    bargeIn: z.boolean().default(true),
    typeAhead: z.enum(['keep', 'clear']).default('keep'),
    maxDurationMs: timeout.optional(),
    attempts: z.number().int().min(1).max(100).default(1),
  })
  .check(({ value, issues }) => {
    const refuse = (path: string, message: string) =>
      issues.push({ code: 'custom', input: value, path: [path], message });
    if (value.minDigits > value.maxDigits) {
      refuse('minDigits', 'must not be greater than maxDigits');
    }
    if (value.minDigits === 0 && value.terminators.size === 0 && value.firstDigitTimeoutMs === 0) {
      refuse(
        'minDigits',
        '0 needs a terminator or a firstDigitTimeoutMs, or nothing could end an empty entry',
      );
    }
    if (value.firstDigitTimeoutMs === 0 && value.maxDurationMs === undefined) {
      refuse(
        'firstDigitTimeoutMs',
        '0 waits for ever: give maxDurationMs as well, or a timeout of 1 or more',
      );
    }
    const both = [...value.terminators].filter((key) => value.validDigits.has(key));
    if (both.length > 0) {
      refuse('terminators', `${both.join(' ')} can't be in validDigits too: remove it from one of the two`);
    }
  });

const DEFAULT_MAX_DURATION_MS = 60_000;

/**
 * Checks the options and fills in the defaults.
 * @throws CollectOptionsError
 */
export function planCollection({ prompt, signal, clock, ...options }: CollectOptions): CollectPlan {
  const parsed = schema.safeParse(options);
  if (!parsed.success) {
    const problems = parsed.error.issues.map(
      ({ path, message }) => `${path.join('.') || 'options'}: ${message}`,
    );
    throw new CollectOptionsError(`Check the options of collectDigits. ${problems.join('. ')}.`, {
      cause: parsed.error,
    });
  }
  const { typeAhead, maxDurationMs = DEFAULT_MAX_DURATION_MS, ...rules } = parsed.data;
  return {
    rules: { ...rules, maxDurationMs, hasPrompt: prompt !== undefined },
    prompt,
    typeAhead,
    signal,
    clock: clock ?? systemClock,
  };
}
