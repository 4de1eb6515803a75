import type { DtmfKey, KeyPress } from '@org/3cx-core';
import * as fc from 'fast-check';
import { endingOf, type Ending, type Story } from '../testing/collector-model';
import { collect, startCollector, type CollectorStep } from './collector';
import { nextDue, type CollectorEvent, type CollectorRules } from './collector-state';

const timeout = fc.constantFrom(1_000, 2_000, 3_000);
const keySet = (...sets: readonly (readonly DtmfKey[])[]) =>
  fc.constantFrom(...sets).map((list): ReadonlySet<DtmfKey> => new Set(list));

const rules: fc.Arbitrary<CollectorRules> = fc
  .record({
    minDigits: fc.integer({ min: 0, max: 3 }),
    extraDigits: fc.integer({ min: 0, max: 3 }),
    firstDigitTimeoutMs: fc.constantFrom(0, 1_000, 2_000),
    interDigitTimeoutMs: timeout,
    finalDigitTimeoutMs: timeout,
    maxDurationMs: fc.constantFrom(2_000, 4_000, 60_000),
    terminators: keySet(['#'], ['#', '*'], []),
    validDigits: keySet(['1', '2'], ['1', '2', '3']),
    bargeIn: fc.boolean(),
    attempts: fc.integer({ min: 1, max: 3 }),
    hasPrompt: fc.boolean(),
  })
  .map(({ extraDigits, ...rest }) => ({ ...rest, maxDigits: Math.max(1, rest.minDigits + extraDigits) }));

const key = fc.constantFrom<DtmfKey>('1', '1', '2', '2', '3', '*', '#');
const gap = fc.constantFrom(0, 0, 1, 500, 999, 1_000, 1_001, 2_000, 3_000);

const live = fc.array(fc.tuple(gap, key), { maxLength: 12 }).map((list) => {
  let at = 0;
  return list.map(([gapMs, pressed]): KeyPress => ({ key: pressed, at: (at += gapMs) }));
});

const story: fc.Arbitrary<Story> = fc.record({
  rules,
  promptMs: fc.constantFrom(0, 1, 1_000, 2_500),
  buffered: fc.array(
    key.map((pressed): KeyPress => ({ key: pressed, at: -100 })),
    { maxLength: 6 },
  ),
  live,
  // Never at the time of anything else: what then counts is whatever is told first.
  hangUpAt: fc.oneof(
    fc.constant(Infinity),
    fc.integer({ min: 0, max: 9_000 }).map((ms) => ms + 0.5),
  ),
});

/** Tells the collector the story as it happens, one event after the other. */
function play({ rules: given, promptMs, buffered, live: presses, hangUpAt }: Story): Ending {
  let now = 0;
  let promptEnd: { at: number; attempt: number } | undefined;
  let step: CollectorStep = startCollector(given, { at: 0, buffered, cleared: 0 });
  const perform = () => {
    for (const effect of step.effects) {
      if (effect.kind === 'playPrompt') promptEnd = { at: now + promptMs, attempt: effect.attempt };
      if (effect.kind === 'stopPrompt') promptEnd = undefined;
    }
  };
  perform();
  const coming = [...presses];
  let hangUp: number | undefined = hangUpAt;
  for (;;) {
    const candidates: { at: number; event: CollectorEvent; done: () => void }[] = [];
    const propose = (at: number | undefined, event: CollectorEvent, done: () => void) => {
      if (at !== undefined && at < Infinity) candidates.push({ at, event, done });
    };
    const due = nextDue(step.state);
    const press = coming[0];
    const clearPrompt = () => (promptEnd = undefined);
    if (promptEnd) propose(promptEnd.at, { kind: 'promptEnded', ...promptEnd }, clearPrompt);
    if (press) propose(press.at, { kind: 'key', press }, () => coming.shift());
    if (due !== undefined) propose(due, { kind: 'timer', dueAt: due }, () => undefined);
    propose(hangUp, { kind: 'callEnded' }, () => (hangUp = undefined));
    const [next] = candidates.sort((a, b) => a.at - b.at);
    if (!next) break;
    now = Math.max(now, next.at);
    next.done();
    step = collect(step.state, next.event);
    perform();
  }
  const { phase, attempt, ignoredDigits, flushedDigits, leftover } = step.state;
  if (phase.kind !== 'finished') throw new Error('The collector never came to an end');
  const { outcome } = phase;
  const entered =
    outcome.kind === 'match'
      ? [...outcome.entry, ...(outcome.terminator ? [outcome.terminator] : [])]
      : outcome.kind === 'callEnded'
        ? outcome.entry
        : [];
  return {
    kind: outcome.kind === 'noMatch' ? outcome.reason : outcome.kind,
    keys: entered.map((each) => each.key).join(''),
    at: outcome.kind === 'match' ? outcome.at : Number.NaN,
    attempt,
    ignored: ignoredDigits,
    flushed: flushedDigits,
    leftover: leftover.map((each) => each.key).join(''),
  };
}

describe('the collector', () => {
  it('ends every story as the model says, which knows it beforehand', () => {
    const seen = new Map<string, number>();
    fc.assert(
      fc.property(story, (told) => {
        const expected = endingOf(told);
        seen.set(expected.kind, (seen.get(expected.kind) ?? 0) + 1);
        const at = expected.kind === 'match' ? expected.at : Number.NaN;
        expect(play(told)).toEqual({ ...expected, at });
      }),
      { numRuns: 10_000 },
    );
    expect([...seen.keys()].sort()).toEqual([
      'callEnded',
      'invalid-digit',
      'match',
      'noInput',
      'too-short',
      'too-slow',
    ]);
  });

  it('a story in which the timers are never told ends the same, once a later key tells the time', () => {
    fc.assert(
      fc.property(story, (told) => {
        const { rules: given, buffered } = told;
        fc.pre(!given.hasPrompt);
        const late: KeyPress = { key: '1', at: 1_000_000 };
        const quiet = { ...told, hangUpAt: Infinity, live: [...told.live, late] };
        const start = startCollector(given, { at: 0, buffered, cleared: 0 });
        const { state } = quiet.live.reduce(
          (step, press) => collect(step.state, { kind: 'key', press }),
          start,
        );
        expect(state.phase.kind === 'finished' && state.leftover.length).toBe(
          endingOf(quiet).leftover.length,
        );
        expect(state.flushedDigits).toBe(endingOf(quiet).flushed);
      }),
      { numRuns: 2_000 },
    );
  });

  it('the end of a prompt that was stopped, or of an earlier attempt, changes nothing', () => {
    const given = fc.sample(
      rules.map((each) => ({ ...each, hasPrompt: true, bargeIn: true })),
      50,
    );
    for (const each of given) {
      const { state } = startCollector(each, { at: 0, buffered: [], cleared: 0 });
      expect(collect(state, { kind: 'promptEnded', at: 10, attempt: 0 }).state).toBe(state);
      const bargedIn = collect(state, { kind: 'key', press: { key: '1', at: 5 } });
      expect(bargedIn.effects[0]).toEqual({ kind: 'stopPrompt' });
      expect(collect(bargedIn.state, { kind: 'promptEnded', at: 10, attempt: 1 })).toEqual({
        state: bargedIn.state,
        effects: [],
      });
    }
  });
});
