import {
  endingOf,
  type Ending,
  type PromptList,
  type Question,
  type Story,
  type Verdict,
} from './reference-model';

/** How long each prompt lasts, and how far apart the caller presses keys, in milliseconds. */
export const PROMPT_MS = 500;
const KEY_GAP_MS = 100;

const question: Question = {
  minDigits: 1,
  maxDigits: 4,
  firstDigitTimeoutMs: 900,
  interDigitTimeoutMs: 700,
  finalDigitTimeoutMs: 500,
  termTimeoutMs: 0,
  maxDurationMs: 10_000,
  validateTimeoutMs: 1_000,
  terminators: '#',
  requireTerminator: false,
  validDigits: '0123456789',
  onInvalidDigit: 'end',
  bargeIn: true,
  typeAhead: 'keep',
  onGap: 'restart',
  profile: '3cx',
  attempts: { noInput: 3, noMatch: 3, total: 1 },
  prompts: { initial: [], retry: [], noInput: [], noMatch: [] },
};

/** One row of B.4, told by the keys that a caller presses. */
interface RowCase {
  readonly row: number;
  readonly name: string;
  readonly keys: string;
  readonly changes?: Partial<Question>;
  readonly gapMs?: number;
  /** Error prompts, besides the prompt that the matrix gives. */
  readonly noMatch?: readonly string[];
  readonly verdicts?: readonly Verdict[];
  /** After the last key. */
  readonly hangUpAfterMs?: number;
  readonly connectionGapAfterMs?: number;
  /** What the row says, in the plain case: no prompt, keys pressed live. */
  readonly shows: Partial<Ending>;
}

const menu: Partial<Question> = { maxDigits: 1, validDigits: '12' };
const two: Partial<Question> = { minDigits: 2, maxDigits: 2 };
const verdict = (says: Verdict['says'], afterMs = 100): readonly Verdict[] => [{ says, afterMs }];

const rows: readonly RowCase[] = [
  {
    row: 1,
    name: 'an empty entry',
    keys: '#',
    changes: { minDigits: 0 },
    shows: { kind: 'match', digits: '', terminator: '#' },
  },
  { row: 2, name: 'maxDigits', keys: '12345', shows: { kind: 'match', digits: '1234', leftover: '5' } },
  { row: 3, name: 'silence', keys: '', shows: { kind: 'noInput', at: 900 } },
  {
    row: 3,
    name: 'a key in time',
    keys: '123',
    gapMs: 450,
    changes: { minDigits: 3, maxDigits: 3 },
    shows: { kind: 'match', digits: '123', at: 1_000 },
  },
  { row: 4, name: 'too short', keys: '1', changes: two, shows: { kind: 'noMatch', reason: 'too-short' } },
  {
    row: 5,
    name: 'long enough',
    keys: '12',
    changes: { minDigits: 2 },
    shows: { kind: 'match', digits: '12' },
  },
  {
    row: 6,
    name: 'a set of terminators',
    keys: '12*',
    changes: { terminators: '*#' },
    shows: { kind: 'match', terminator: '*' },
  },
  {
    row: 6,
    name: 'no terminators',
    keys: '1#',
    changes: { terminators: '' },
    shows: { kind: 'noMatch', reason: 'invalid-digit' },
  },
  { row: 7, name: 'a terminator', keys: '12#', shows: { kind: 'match', digits: '12', terminator: '#' } },
  {
    row: 7,
    name: 'a terminator required and missing',
    keys: '12',
    changes: { requireTerminator: true, termTimeoutMs: 300 },
    shows: { kind: 'noMatch', reason: 'no-terminator' },
  },
  {
    row: 8,
    name: 'a terminator too early',
    keys: '1#',
    changes: two,
    shows: { kind: 'noMatch', reason: 'too-short' },
  },
  { row: 8, name: 'a terminator first', keys: '#', shows: { kind: 'noMatch', reason: 'too-short' } },
  {
    row: 9,
    name: 'the habitual terminator',
    keys: '12#',
    changes: two,
    shows: { kind: 'match', digits: '12', leftover: '' },
  },
  {
    row: 9,
    name: 'a terminator waited for',
    keys: '12#',
    changes: { ...two, termTimeoutMs: 400 },
    shows: { kind: 'match', digits: '12', terminator: '#' },
  },
  {
    row: 10,
    name: 'no choice of the menu',
    keys: '3',
    changes: menu,
    shows: { kind: 'noMatch', reason: 'invalid-digit', at: 100 },
  },
  {
    row: 10,
    name: 'an invalid key in a field',
    keys: '1*2#',
    shows: { kind: 'noMatch', reason: 'invalid-digit' },
  },
  {
    row: 10,
    name: 'invalid keys ignored',
    keys: '*1*2',
    changes: { ...two, onInvalidDigit: 'ignore' },
    shows: { kind: 'match', digits: '12', ignored: 2 },
  },
  {
    row: 11,
    name: 'a pattern',
    keys: '21',
    changes: { ...two, pattern: '1.' },
    shows: { kind: 'noMatch', reason: 'validation' },
  },
  {
    row: 11,
    name: 'validated',
    keys: '12',
    changes: two,
    verdicts: verdict('yes'),
    shows: { kind: 'match', digits: '12' },
  },
  {
    row: 11,
    name: 'refused',
    keys: '12',
    changes: two,
    verdicts: verdict('no'),
    shows: { kind: 'noMatch', reason: 'validation' },
  },
  {
    row: 11,
    name: 'the validator throws',
    keys: '12',
    changes: two,
    verdicts: verdict('throws'),
    shows: { kind: 'error' },
  },
  {
    row: 11,
    name: 'the validator is late',
    keys: '12',
    changes: two,
    verdicts: verdict('yes', 2_000),
    shows: { kind: 'error' },
  },
  { row: 12, name: 'barge-in', keys: '12', changes: two, shows: { kind: 'match', digits: '12' } },
  {
    row: 12,
    name: 'hotword',
    keys: '92',
    changes: { ...menu, bargeIn: 'valid-only' },
    shows: { kind: 'noMatch', reason: 'invalid-digit' },
  },
  {
    row: 13,
    name: 'a prompt to its end',
    keys: '1234',
    changes: two,
    shows: { kind: 'match', digits: '12', leftover: '34' },
  },
  {
    row: 14,
    name: 'type-ahead cleared',
    keys: '12',
    changes: { ...two, typeAhead: 'clear' },
    shows: { kind: 'match', digits: '12' },
  },
  {
    row: 15,
    name: 'a part typed ahead',
    keys: '123',
    changes: { minDigits: 3 },
    shows: { kind: 'match', digits: '123' },
  },
  {
    row: 16,
    name: 'flushed with the entry',
    keys: '1#77',
    gapMs: 0,
    changes: two,
    shows: { kind: 'noMatch', flushed: 4, leftover: '' },
  },
  {
    row: 17,
    name: 'a second attempt',
    keys: '*1',
    changes: { ...menu, attempts: { noInput: 2, noMatch: 2, total: 2 } },
    shows: { kind: 'match', digits: '1', attempts: 2, counts: { noInput: 0, noMatch: 1 } },
  },
  {
    row: 17,
    name: 'attempts used up',
    keys: '*',
    changes: { ...menu, attempts: { noInput: 2, noMatch: 2, total: 2 } },
    shows: { kind: 'failed', reason: 'noInput', attempts: 2 },
  },
  {
    row: 18,
    name: 'an error prompt',
    keys: '*',
    changes: { ...menu, attempts: { noInput: 2, noMatch: 2, total: 2 } },
    noMatch: ['wrong'],
    shows: { kind: 'failed', played: ['wrong'] },
  },
  {
    row: 19,
    name: 'too slow',
    keys: '123',
    gapMs: 400,
    changes: { minDigits: 4, maxDurationMs: 1_300 },
    shows: { kind: 'noMatch', reason: 'too-slow' },
  },
  {
    row: 19,
    name: 'slow but long enough',
    keys: '1234',
    gapMs: 400,
    changes: { minDigits: 2, maxDigits: 9, maxDurationMs: 1_500 },
    shows: { kind: 'match', digits: '1234' },
  },
  { row: 20, name: 'the same key again', keys: '11', changes: two, shows: { kind: 'match', digits: '11' } },
  {
    row: 21,
    name: 'several keys at once',
    keys: '123',
    gapMs: 0,
    changes: two,
    shows: { kind: 'match', digits: '12', leftover: '3' },
  },
  {
    row: 22,
    name: 'a key just in time',
    keys: '12',
    gapMs: 700,
    changes: two,
    shows: { kind: 'match', digits: '12' },
  },
  {
    row: 23,
    name: 'the caller hangs up',
    keys: '12',
    hangUpAfterMs: 200,
    shows: { kind: 'callEnded', digits: '12' },
  },
  {
    row: 24,
    name: 'a gap in the connection',
    keys: '1',
    connectionGapAfterMs: 200,
    changes: two,
    shows: { kind: 'noInput', gap: true, attempts: 1 },
  },
];

export const PROMPTINGS = ['no prompt', 'bargeable', 'not bargeable'] as const;
export const DELIVERIES = ['live', 'buffered', 'mixed'] as const;
export const PROFILES = ['3cx', 'voicexml'] as const;

export interface MatrixCase {
  readonly title: string;
  readonly row: number;
  readonly prompting: (typeof PROMPTINGS)[number];
  readonly delivery: (typeof DELIVERIES)[number];
  readonly profile: (typeof PROFILES)[number];
  readonly story: Story;
  readonly ending: Ending;
  /** What has to be so besides, where the row is told most plainly. */
  readonly shows: Partial<Ending> | undefined;
}

/** Every row × every way of prompting × every way for the keys to come × both profiles. */
export const MATRIX: readonly MatrixCase[] = rows.flatMap((row) =>
  PROMPTINGS.flatMap((prompting) =>
    DELIVERIES.flatMap((delivery) =>
      PROFILES.map((profile): MatrixCase => {
        const story = storyOf(row, prompting, delivery, profile);
        const plain = prompting === 'no prompt' && delivery === 'live';
        return {
          title: `row ${String(row.row)}, ${row.name}: ${prompting}, ${delivery}, ${profile}`,
          ...{ row: row.row, prompting, delivery, profile, story },
          ending: endingOf(story),
          shows: plain ? row.shows : undefined,
        };
      }),
    ),
  ),
);

function storyOf(
  row: RowCase,
  prompting: MatrixCase['prompting'],
  delivery: MatrixCase['delivery'],
  profile: MatrixCase['profile'],
): Story {
  const { keys, gapMs = KEY_GAP_MS } = row;
  const list: PromptList = prompting === 'no prompt' ? [] : [{ name: 'prompt', ms: PROMPT_MS }];
  const errors = (row.noMatch ?? []).map((name) => [{ name, ms: PROMPT_MS }]);
  const bargeIn = prompting === 'not bargeable' ? false : (row.changes?.bargeIn ?? true);
  const early = { live: 0, buffered: keys.length, mixed: Math.ceil(keys.length / 2) }[delivery];
  const from = KEY_GAP_MS + (prompting === 'not bargeable' ? PROMPT_MS : 0);
  const pressed = Array.from(keys.slice(early), (key, index) => ({ key, at: from + index * gapMs }));
  const last = pressed.at(-1)?.at ?? from;
  return {
    question: {
      ...question,
      ...row.changes,
      bargeIn,
      profile,
      prompts: { initial: list, retry: list, noInput: [], noMatch: errors },
    },
    waiting: keys.slice(0, early),
    pressed,
    ...(row.verdicts && { verdicts: row.verdicts }),
    hangUpAt: row.hangUpAfterMs === undefined ? Infinity : last + row.hangUpAfterMs,
    gapsAt: row.connectionGapAfterMs === undefined ? [] : [last + row.connectionGapAfterMs],
  };
}

/** The same story, everything in it so many times slower; only the second of row 9 stays what it is. */
export function slowed(story: Story, factor: number): Story {
  const { question: q } = story;
  const list = (prompts: PromptList) => prompts.map(({ name, ms }) => ({ name, ms: ms * factor }));
  return {
    question: {
      ...q,
      firstDigitTimeoutMs: q.firstDigitTimeoutMs * factor,
      interDigitTimeoutMs: q.interDigitTimeoutMs * factor,
      finalDigitTimeoutMs: q.finalDigitTimeoutMs * factor,
      termTimeoutMs: q.termTimeoutMs * factor,
      maxDurationMs: q.maxDurationMs * factor,
      validateTimeoutMs: q.validateTimeoutMs * factor,
      prompts: {
        initial: list(q.prompts.initial),
        retry: list(q.prompts.retry),
        noInput: q.prompts.noInput.map(list),
        noMatch: q.prompts.noMatch.map(list),
      },
    },
    waiting: story.waiting,
    pressed: story.pressed.map(({ key, at }) => ({ key, at: at * factor })),
    ...(story.verdicts && {
      verdicts: story.verdicts.map(({ says, afterMs }) => ({ says, afterMs: afterMs * factor })),
    }),
    hangUpAt: story.hangUpAt * factor,
    gapsAt: story.gapsAt.map((at) => at * factor),
  };
}

/** Keys pressed at the same time come in one message. */
export function messagesOf({ pressed }: Story): readonly { readonly keys: string; readonly at: number }[] {
  const times = [...new Set(pressed.map(({ at }) => at))];
  return times.map((at) => ({
    at,
    keys: pressed
      .filter((press) => press.at === at)
      .map(({ key }) => key)
      .join(''),
  }));
}
