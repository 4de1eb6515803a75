import { inspect } from 'node:util';
import { collectDigits } from './collect-digits';
import type { BufferCleared, CollectResult } from './collect-result';
import {
  DELIVERIES,
  MATRIX,
  messagesOf,
  PROFILES,
  PROMPT_MS,
  PROMPTINGS,
  type MatrixCase,
} from '../testing/matrix';
import { optionsOf } from '../testing/options-of-question';
import type { Ending } from '../testing/reference-model';
import { NOTHING_OPEN, openThings, setScene, waitingKeys } from '../testing/scene';

/** Has `collectDigits` live through the story in virtual time, and tells its end as the model does. */
async function live({ story }: MatrixCase): Promise<{ result: CollectResult; ending: Ending }> {
  const scene = setScene();
  const { clock, call, connection$ } = scene;
  call.promptMs = PROMPT_MS;
  const cleared: Record<string, number> = {};
  const after = (ms: number) =>
    new Promise<void>((resolve) => {
      clock.after(ms, resolve);
    });
  if (story.waiting !== '') call.press(story.waiting);
  // A key that waits was pressed before the step, if only just.
  clock.jump(1);
  const startedAt = clock.now();
  let settledAt = 0;
  const settled = collectDigits(call, {
    ...optionsOf(story, { prompt: (name) => name, after }),
    clock,
    connection$,
    onBufferCleared: ({ reason, count }: BufferCleared) => (cleared[reason] = (cleared[reason] ?? 0) + count),
  }).then((result) => {
    settledAt = clock.now();
    return result;
  });
  const happenings = [
    ...messagesOf(story).map(({ keys, at }) => ({
      at,
      happen: () => {
        call.press(keys);
      },
    })),
    ...story.gapsAt.map((at) => ({
      at,
      happen: () => {
        connection$.tell('connected');
      },
    })),
    ...(story.hangUpAt < Infinity
      ? [
          {
            at: story.hangUpAt,
            happen: () => {
              call.callerHangsUp();
            },
          },
        ]
      : []),
  ].sort((a, b) => a.at - b.at);
  for (const { at, happen } of happenings) {
    // Up to the instant itself: what happens at that time comes before what then falls due.
    await clock.advance(startedAt + at - clock.now() - 0.01);
    clock.jump(0.01);
    happen();
    await clock.advance(0);
  }
  await clock.advance(30_000);
  const result = await settled;
  expect(openThings(scene)).toEqual(NOTHING_OPEN);
  const { kind, attempts, ignoredDigits, flushedDigits, gap } = result;
  const ending: Ending = {
    kind,
    reason: 'reason' in result ? result.reason : '',
    digits: kind === 'match' ? result.digits : kind === 'callEnded' ? result.partialDigits : '',
    terminator: kind === 'match' ? (result.terminator ?? '') : '',
    source: kind === 'match' ? result.source : '',
    at: Math.round(settledAt - startedAt),
    attempts,
    counts:
      kind === 'failed'
        ? { noInput: result.counts.noInput, noMatch: result.counts.noMatch }
        : countsOf(result),
    ignored: ignoredDigits,
    flushed: flushedDigits + call.digits.swallowed,
    cleared,
    leftover: waitingKeys(call),
    gap,
    played: call.plays.map(({ source }) => (typeof source === 'string' ? source : '')),
  };
  return { result, ending };
}

/** A result without counts was reached in as many failed attempts as came before it. */
function countsOf(result: CollectResult): Ending['counts'] {
  if (result.kind === 'noInput') return { noInput: 1, noMatch: 0 };
  if (result.kind === 'noMatch') return { noInput: 0, noMatch: 1 };
  return { noInput: 0, noMatch: 0 };
}

describe('every row of B.4, whatever the prompt, the way keys come, and the profile', () => {
  it('is there', () => {
    const told = new Set(MATRIX.map(({ row }) => row));
    // Row 25 is the clock itself, row 26 the result: both hold in every case below.
    expect([...told].sort((a, b) => a - b)).toEqual(Array.from({ length: 24 }, (_, index) => index + 1));
    const combined = MATRIX.map(({ row, prompting, delivery, profile }) =>
      [row, prompting, delivery, profile].join(),
    );
    const each = 24 * PROMPTINGS.length * DELIVERIES.length * PROFILES.length;
    expect(new Set(combined).size).toBe(each);
    expect(new Set(MATRIX.map(({ title }) => title)).size).toBe(MATRIX.length);
  });

  beforeEach(() => {
    // Row 25: a wall clock that leaps has no effect.
    let leap = 0;
    jest.spyOn(Date, 'now').mockImplementation(() => (leap += 3_600_000) * (leap % 7_200_000 === 0 ? -1 : 1));
  });

  afterEach(() => {
    jest.restoreAllMocks();
  });

  it.each(MATRIX.map((each) => [each.title, each] as const))('%s', async (_, each) => {
    const { result, ending } = await live(each);
    const { counts, ...expected } = each.ending;
    const known = result.kind === 'failed' ? { counts } : {};
    expect(ending).toMatchObject({ ...expected, at: Math.round(expected.at), ...known });
    if (each.shows) expect(each.ending).toMatchObject(each.shows);
    // Row 26: no digit shows.
    for (const digits of [each.ending.digits].filter((text) => text.length > 1)) {
      expect(inspect(result)).not.toContain(`'${digits}'`);
    }
  });
});
