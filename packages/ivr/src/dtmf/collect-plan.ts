import { systemClock, type DtmfKey, type PromptSource } from '@org/3cx-core';
import * as z from 'zod';
import { CollectOptionsError } from './collect-errors';
import type { CollectOptions, CollectingClock, PromptList } from './collect-options';
import type { CollectorRules, PromptPlan } from './collector-state';
import { parseKeyPattern, type KeyPattern } from './key-pattern';

/** What `collectDigits` works with once the options have been checked and the defaults filled in. */
export interface CollectPlan extends Pick<
  CollectOptions,
  'validate' | 'connection$' | 'onBufferCleared' | 'signal'
> {
  readonly rules: CollectorRules;
  readonly typeAhead: 'keep' | 'clear';
  readonly masked: boolean;
  readonly clock: CollectingClock;
}

const DTMF_KEYS = [
  ...(['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'] as const),
  ...(['*', '#', 'A', 'B', 'C', 'D'] as const),
] satisfies readonly DtmfKey[];

/** The longest that a timer of the platform can wait is 24.8 days; a step needs far less. */
const ONE_DAY_MS = 86_400_000;
const DEFAULT_MAX_DURATION_MS = 60_000;
const DEFAULT_FINAL_DIGIT_MS = 2_000;
const DEFAULT_REQUIRED_TERMINATOR_MS = 2_000;
const DEFAULT_ATTEMPTS = 3;

const timeout = z.number().min(1).max(ONE_DAY_MS);
const count = z.number().int().min(1).max(100);

const keys = z
  .string()
  .transform((text) => Array.from(text))
  .pipe(z.array(z.enum(DTMF_KEYS, { error: 'use the keys 0-9 * # A-D, without spaces' })))
  .transform((list): ReadonlySet<DtmfKey> => new Set(list));

const pattern = z.string().transform((source, context): KeyPattern => {
  try {
    return parseKeyPattern(source);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    context.addIssue({ code: 'custom', message: error.message });
    return z.NEVER;
  }
});

/** Whether it is one that can be played is for the call to say, which fetches it. */
const promptSource = z.custom<PromptSource>(
  (value) => typeof value === 'string' || (typeof value === 'object' && value !== null),
  'use a path, a URL, the bytes of an audio file or another source of audio',
);
const promptList = z.custom<PromptList>((value) => promptSource.safeParse(value).success, 'use prompts');

interface CheckedAttempts {
  readonly total: number;
  readonly noInput?: number | undefined;
  readonly noMatch?: number | undefined;
}

const schema = z
  .strictObject({
    profile: z.enum(['3cx', 'voicexml']).default('3cx'),
    prompt: promptSource.optional(),
    prompts: z
      .strictObject({
        initial: promptList.optional(),
        retry: promptList.optional(),
        noInput: z.array(promptList).optional(),
        noMatch: z.array(promptList).optional(),
      })
      .optional(),
    maxDigits: z.number().int().min(1).max(128).default(1),
    minDigits: z.number().int().min(0).default(1),
    firstDigitTimeoutMs: z.union([z.literal(0), timeout]).default(5_000),
    interDigitTimeoutMs: timeout.default(3_000),
    finalDigitTimeoutMs: timeout.optional(),
    terminators: keys.default(new Set<DtmfKey>(['#'])),
    requireTerminator: z.boolean().default(false),
    termTimeoutMs: z.union([z.literal(0), timeout]).optional(),
    validDigits: keys
      .refine((set) => set.size > 0, 'name at least one key')
      .default(new Set(DTMF_KEYS.slice(0, 10))),
    onInvalidDigit: z.enum(['end', 'ignore']).default('end'),
    pattern: pattern.optional(),
    validateTimeoutMs: timeout.default(5_000),
    bargeIn: z.union([z.boolean(), z.literal('valid-only')]).default(true),
    typeAhead: z.enum(['keep', 'clear']).default('keep'),
    maxDurationMs: timeout.optional(),
    attempts: z
      .union([
        count.transform((total) => ({ total })),
        z.strictObject({
          noInput: count.optional(),
          noMatch: count.optional(),
          total: count.default(DEFAULT_ATTEMPTS),
        }),
      ])
      .default({ total: DEFAULT_ATTEMPTS }),
    onGap: z.enum(['continue', 'restart']).default('restart'),
    masked: z.boolean().default(true),
  })
  .check(({ value, issues }) => {
    const refuse = (path: string, message: string) =>
      issues.push({ code: 'custom', input: value, path: [path], message });
    if (value.prompt !== undefined && value.prompts?.initial !== undefined) {
      refuse('prompt', 'is the same as prompts.initial: give one of the two');
    }
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
    if (value.requireTerminator && value.terminators.size === 0) {
      refuse('requireTerminator', 'needs a terminator, or no entry could ever match');
    }
    if (value.requireTerminator && value.termTimeoutMs === 0) {
      refuse('termTimeoutMs', '0 leaves no time for the terminator that requireTerminator asks for');
    }
    if (value.termTimeoutMs !== undefined && value.termTimeoutMs > 0 && value.terminators.size === 0) {
      refuse('termTimeoutMs', 'waits for a terminator, and there is none');
    }
    const { noInput, noMatch, total }: CheckedAttempts = value.attempts;
    if (value.profile === '3cx' && (noInput !== undefined || noMatch !== undefined)) {
      refuse(
        'attempts',
        "noInput and noMatch count with profile 'voicexml' only: give the total, or that profile",
      );
    }
    if (Math.max(noInput ?? 0, noMatch ?? 0) > total) {
      refuse('attempts', 'noInput and noMatch must not be greater than total, which is 3 unless given');
    }
  });

type Checked = z.output<typeof schema>;
type CheckedPrompts = NonNullable<Checked['prompts']>;

/**
 * Checks the options and fills in the defaults.
 * @throws CollectOptionsError
 */
export function planCollection({
  validate,
  connection$,
  onBufferCleared,
  signal,
  clock = systemClock,
  ...options
}: CollectOptions): CollectPlan {
  const parsed = schema.safeParse(options);
  if (!parsed.success) {
    const problems = parsed.error.issues.map(
      ({ path, message }) => `${path.join('.') || 'options'}: ${message}`,
    );
    throw new CollectOptionsError(`Check the options of collectDigits. ${problems.join('. ')}.`, {
      cause: parsed.error,
    });
  }
  const { typeAhead, masked, ...checked } = parsed.data;
  return {
    rules: rulesOf(checked, validate !== undefined),
    typeAhead,
    masked,
    clock,
    ...(validate && { validate }),
    ...(connection$ && { connection$ }),
    ...(onBufferCleared && { onBufferCleared }),
    ...(signal && { signal }),
  };
}

function rulesOf(checked: Omit<Checked, 'typeAhead' | 'masked'>, validates: boolean): CollectorRules {
  const { profile, prompt, prompts, attempts, ...rules } = checked;
  const ownCounters = profile === 'voicexml';
  const { noInput, noMatch, total }: CheckedAttempts = attempts;
  return {
    ...rules,
    finalDigitTimeoutMs:
      rules.finalDigitTimeoutMs ?? (ownCounters ? rules.interDigitTimeoutMs : DEFAULT_FINAL_DIGIT_MS),
    termTimeoutMs: rules.termTimeoutMs ?? (rules.requireTerminator ? DEFAULT_REQUIRED_TERMINATOR_MS : 0),
    maxDurationMs: rules.maxDurationMs ?? DEFAULT_MAX_DURATION_MS,
    ownCounters,
    attempts: { noInput: noInput ?? total, noMatch: noMatch ?? total, total },
    prompts: promptPlan({ ...prompts, initial: prompts?.initial ?? prompt }),
    pattern: rules.pattern,
    validates,
  };
}

function promptPlan({
  initial = [],
  retry = initial,
  noInput = [],
  noMatch = [],
}: CheckedPrompts): PromptPlan {
  return {
    initial: listOf(initial),
    retry: listOf(retry),
    noInput: noInput.map(listOf),
    noMatch: noMatch.map(listOf),
  };
}

function listOf(prompts: PromptList): readonly PromptSource[] {
  return isList(prompts) ? prompts : [prompts];
}

function isList(prompts: PromptList): prompts is readonly PromptSource[] {
  return Array.isArray(prompts);
}
