import * as fc from 'fast-check';
import type { PromptList, Question, Story, Verdict } from './reference-model';

const timeout = fc.constantFrom(1_000, 2_000, 3_000);

/** Names say which list a prompt is of, so that the order of play is told too. */
const promptList = (name: string): fc.Arbitrary<PromptList> =>
  fc
    .array(fc.constantFrom(0, 1, 1_000, 2_500), { maxLength: 2 })
    .map((lengths) => lengths.map((ms, index) => ({ name: `${name}-${String(index)}`, ms })));

const prompts: fc.Arbitrary<Question['prompts']> = fc.record({
  initial: promptList('initial'),
  retry: promptList('retry'),
  noInput: fc
    .array(fc.constant(0), { maxLength: 2 })
    .chain((list) => fc.tuple(...list.map((_, i) => promptList(`noInput-${String(i)}`)))),
  noMatch: fc
    .array(fc.constant(0), { maxLength: 2 })
    .chain((list) => fc.tuple(...list.map((_, i) => promptList(`noMatch-${String(i)}`)))),
});

const attempts = fc.record({
  noInput: fc.integer({ min: 1, max: 3 }),
  noMatch: fc.integer({ min: 1, max: 3 }),
  total: fc.integer({ min: 1, max: 4 }),
});

export const questions: fc.Arbitrary<Question> = fc
  .record(
    {
      minDigits: fc.integer({ min: 0, max: 3 }),
      extraDigits: fc.integer({ min: 0, max: 3 }),
      firstDigitTimeoutMs: fc.constantFrom(0, 1_000, 2_000),
      interDigitTimeoutMs: timeout,
      finalDigitTimeoutMs: timeout,
      termTimeoutMs: fc.constantFrom(0, 0, 500, 1_500),
      maxDurationMs: fc.constantFrom(2_000, 4_000, 60_000),
      validateTimeoutMs: fc.constantFrom(1_000, 5_000),
      terminators: fc.constantFrom('#', '#*', ''),
      requireTerminator: fc.boolean(),
      validDigits: fc.constantFrom('12', '123'),
      onInvalidDigit: fc.constantFrom('end', 'ignore'),
      bargeIn: fc.constantFrom<Question['bargeIn']>(true, false, 'valid-only'),
      typeAhead: fc.constantFrom('keep', 'keep', 'clear'),
      onGap: fc.constantFrom('continue', 'restart'),
      profile: fc.constantFrom('3cx', 'voicexml'),
      attempts,
      prompts,
      pattern: fc.constantFrom('1.*', '(1|2)+', '.?.?'),
    },
    {
      requiredKeys: [
        ...(['minDigits', 'extraDigits', 'firstDigitTimeoutMs', 'interDigitTimeoutMs'] as const),
        ...(['finalDigitTimeoutMs', 'termTimeoutMs', 'maxDurationMs', 'validateTimeoutMs'] as const),
        ...(['terminators', 'requireTerminator', 'validDigits', 'onInvalidDigit', 'bargeIn'] as const),
        ...(['typeAhead', 'onGap', 'profile', 'attempts', 'prompts'] as const),
      ],
    },
  )
  .map(({ extraDigits, ...rest }): Question => {
    const none = rest.terminators === '';
    return {
      ...rest,
      maxDigits: Math.max(1, rest.minDigits + extraDigits),
      requireTerminator: rest.requireTerminator && !none,
      termTimeoutMs: none
        ? 0
        : rest.requireTerminator
          ? Math.max(500, rest.termTimeoutMs)
          : rest.termTimeoutMs,
    };
  });

const key = fc.constantFrom('1', '1', '2', '2', '3', '*', '#', 'A');
const pause = fc.constantFrom(0, 0, 1, 499, 500, 999, 1_000, 1_001, 2_000, 3_000);

const pressed = fc.array(fc.tuple(pause, key), { maxLength: 12 }).map((list) => {
  let at = 0;
  return list.map(([ms, pressedKey]) => ({ key: pressedKey, at: (at += ms) }));
});

/** Fractions that never add up to a whole millisecond: what counts at the same instant is told elsewhere. */
const verdict: fc.Arbitrary<Verdict> = fc.record({
  says: fc.constantFrom('yes', 'yes', 'no', 'no', 'throws'),
  afterMs: fc.constantFrom(0, 1, 400, 1_200, 6_000).map((ms) => ms + 1 / 64),
});

const instant = (fraction: number) => fc.integer({ min: 0, max: 9_000 }).map((ms) => ms + fraction);

export const stories: fc.Arbitrary<Story> = fc.record(
  {
    question: questions,
    waiting: fc.string({ unit: key, maxLength: 6 }),
    pressed,
    verdicts: fc.array(verdict, { maxLength: 3 }),
    hangUpAt: fc.oneof(
      { weight: 3, arbitrary: fc.constant(Infinity) },
      { weight: 1, arbitrary: instant(0.5) },
    ),
    gapsAt: fc.uniqueArray(instant(0.25), { maxLength: 2 }).map((list) => list.sort((a, b) => a - b)),
  },
  { requiredKeys: ['question', 'waiting', 'pressed', 'hangUpAt', 'gapsAt'] },
);
