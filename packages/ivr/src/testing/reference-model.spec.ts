import { endingOf, type Ending, type Question, type Story } from './reference-model';

const menuPrompt = { name: 'menu', ms: 2_000 };

const question: Question = {
  minDigits: 1,
  maxDigits: 4,
  firstDigitTimeoutMs: 5_000,
  interDigitTimeoutMs: 3_000,
  finalDigitTimeoutMs: 2_000,
  termTimeoutMs: 0,
  maxDurationMs: 60_000,
  validateTimeoutMs: 5_000,
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

const prompted: Partial<Question> = {
  prompts: { ...question.prompts, initial: [menuPrompt], retry: [menuPrompt] },
};

/** `1@500` is the key 1 after 500 ms. */
function tell(changes: Partial<Question>, keys: string, more: Partial<Story> = {}): Ending {
  const pressed = keys
    .split(' ')
    .filter((each) => each !== '')
    .map((each) => ({ key: each.slice(0, 1), at: Number(each.slice(2)) }));
  return endingOf({
    question: { ...question, ...changes },
    waiting: '',
    pressed,
    hangUpAt: Infinity,
    gapsAt: [],
    ...more,
  });
}

describe('the reference model, on examples worked out by hand from B.4', () => {
  it.each<[string, Ending, Partial<Ending>]>([
    ['row 2', tell({}, '1@0 2@1 3@2 4@3 5@4'), { kind: 'match', digits: '1234', at: 3, leftover: '5' }],
    ['row 3', tell(prompted, ''), { kind: 'noInput', at: 7_000, played: ['menu'] }],
    ['row 4', tell({ minDigits: 2 }, '1@100'), { kind: 'noMatch', reason: 'too-short', at: 3_100 }],
    ['row 5', tell({}, '1@100'), { kind: 'match', digits: '1', at: 2_100 }],
    [
      'row 7, required',
      tell({ requireTerminator: true, termTimeoutMs: 2_000 }, '1@0 2@0 3@0 4@0'),
      { kind: 'noMatch', reason: 'no-terminator', at: 2_000, flushed: 4 },
    ],
    ['row 8', tell({}, '#@9'), { kind: 'noMatch', reason: 'too-short', at: 9 }],
    ['row 9', tell({ maxDigits: 1 }, '1@0 #@900 #@950'), { kind: 'match', flushed: 1, leftover: '#' }],
    ['row 10', tell({ maxDigits: 1 }, '*@5'), { kind: 'noMatch', reason: 'invalid-digit', at: 5 }],
    [
      'row 11, late',
      tell({ maxDigits: 1 }, '1@0 2@10', { verdicts: [{ says: 'yes', afterMs: 5_001 }] }),
      { kind: 'error', at: 5_000, cleared: { error: 2 } },
    ],
    ['row 12', tell({ ...prompted, maxDigits: 1 }, '7@700'), { kind: 'match', at: 700, played: ['menu'] }],
    [
      'row 13',
      tell({ ...prompted, bargeIn: false }, '8@1999 7@2000', { waiting: '9' }),
      { kind: 'match', digits: '7', ignored: 2, at: 4_000, cleared: { prompt: 2 } },
    ],
    [
      'row 15',
      tell({ ...prompted, maxDigits: 2 }, '2@1500', { waiting: '1' }),
      { kind: 'match', digits: '12', source: 'mixed', at: 1_500, played: [] },
    ],
    [
      'row 17',
      tell({ profile: 'voicexml', attempts: { noInput: 2, noMatch: 3, total: 9 } }, '#@1'),
      { kind: 'failed', reason: 'noInput', attempts: 3, counts: { noInput: 2, noMatch: 1 }, at: 10_001 },
    ],
    [
      'row 19',
      tell({ minDigits: 3, maxDurationMs: 4_000 }, '1@2000'),
      { kind: 'noMatch', reason: 'too-slow', at: 4_000 },
    ],
    ['row 23', tell({}, '1@0', { hangUpAt: 10 }), { kind: 'callEnded', digits: '1', at: 10 }],
    [
      'row 24',
      tell({}, '1@0 2@2000', { gapsAt: [500.5] }),
      { kind: 'match', digits: '2', gap: true, attempts: 1, cleared: { gap: 1 } },
    ],
  ])('%s', (_, ending, expected) => {
    expect(ending).toMatchObject(expected);
  });
});
