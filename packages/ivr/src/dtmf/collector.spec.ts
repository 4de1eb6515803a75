import type { KeyPress } from '@org/3cx-core';
import * as fc from 'fast-check';
import { playStory, rulesOf, toKey } from '../testing/play-story';
import { endingOf, type Question } from '../testing/reference-model';
import { questions, stories } from '../testing/stories';
import { collect, startCollector } from './collector';
import { andThen } from './collector-state';

/** Rules that always play something first. */
const prompting = (question: Question) =>
  rulesOf(
    { ...question, prompts: { ...question.prompts, initial: [{ name: 'initial-0', ms: 1_000 }] } },
    true,
  );

/** Fewer where the suite is run hundreds of times, on one mutant after the other. */
const STORIES = Number(process.env.STORIES ?? 10_000);

const begin = { at: 0, buffered: [], cleared: 0 };

describe('the collector', () => {
  it('ends every story as the reference model says, which knows it beforehand', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(stories, (story) => {
        const { at, ...expected } = endingOf(story);
        seen.add(expected.kind).add(expected.reason);
        expect(playStory(story)).toEqual({ ...expected, at: expected.kind === 'match' ? at : NaN });
      }),
      { numRuns: STORIES },
    );
    const kinds = ['callEnded', 'error', 'failed', 'match', 'noInput', 'noMatch'];
    const reasons = ['invalid-digit', 'no-terminator', 'too-short', 'too-slow', 'validation', ''];
    expect([...seen].sort()).toEqual([...kinds, ...reasons].sort());
  }, 60_000);

  it('a story in which the timers are never told ends the same, once a later key tells the time', () => {
    const silent = { initial: [], retry: [], noInput: [], noMatch: [] };
    fc.assert(
      fc.property(stories, ({ question, waiting, pressed }) => {
        const story = {
          question: { ...question, typeAhead: 'keep' as const, prompts: silent },
          waiting,
          pressed: [...pressed, { key: '1', at: 1_000_000 }],
          hangUpAt: Infinity,
          gapsAt: [],
        };
        const buffered = Array.from(waiting, (key): KeyPress => ({ key: toKey(key), at: -1 }));
        const start = startCollector(rulesOf(story.question, false), { at: 0, buffered, cleared: 0 });
        const { state } = story.pressed.reduce(
          (step, { key, at }) =>
            andThen(step, (next) => collect(next, { kind: 'key', press: { key: toKey(key), at } })),
          start,
        );
        const { leftover, flushed, kind } = endingOf(story);
        expect(state).toMatchObject({ flushedDigits: flushed, phase: { outcome: { kind } } });
        expect(state.leftover.map(({ key }) => key).join('')).toBe(leftover);
      }),
      { numRuns: 2_000 },
    );
  }, 60_000);

  it.each(fc.sample(questions, 25).map((question) => [question]))(
    'the end of prompts that were stopped, or of earlier ones, changes nothing: %#',
    (question) => {
      const rules = { ...prompting(question), bargeIn: true };
      const { state } = startCollector(rules, begin);
      expect(collect(state, { kind: 'promptsEnded', at: 10, run: 0 }).state).toBe(state);
      const bargedIn = collect(state, { kind: 'key', press: { key: '1', at: 5 } });
      expect(bargedIn.effects[0]).toEqual({ kind: 'stopPrompts' });
      expect(collect(bargedIn.state, { kind: 'promptsEnded', at: 10, run: 1 })).toEqual({
        state: bargedIn.state,
        effects: [],
      });
    },
  );

  it.each(fc.sample(questions, 25).map((question) => [question]))(
    'a verdict that nobody waits for changes nothing: %#',
    (question) => {
      const { state } = startCollector(prompting(question), begin);
      const verdict = { kind: 'accepted' } as const;
      for (const attempt of [0, 1, 2]) {
        expect(collect(state, { kind: 'validated', at: 10, attempt, verdict })).toEqual({
          state,
          effects: [],
        });
      }
    },
  );

  it('a verdict on an earlier attempt is not taken for one on the entry being checked', () => {
    const [sample] = fc.sample(questions, 1);
    if (sample === undefined) throw new Error('No question was made');
    const rules = {
      ...prompting({ ...sample, validDigits: '12', terminators: '' }),
      ...{ pattern: undefined, maxDigits: 1, minDigits: 1, termTimeoutMs: 0 },
      ...{ requireTerminator: false, bargeIn: true },
    };
    const asked = collect(startCollector(rules, begin).state, { kind: 'key', press: { key: '1', at: 5 } });
    expect(asked.effects).toContainEqual({ kind: 'validate', attempt: 1, digits: '1' });
    const stale = { kind: 'validated', at: 6, attempt: 0, verdict: { kind: 'accepted' } } as const;
    expect(collect(asked.state, stale)).toEqual({ state: asked.state, effects: [] });
  });

  it('once finished nothing changes the outcome', () => {
    fc.assert(
      fc.property(stories, (story) => {
        const rules = { ...rulesOf(story.question, false), terminators: new Set(['#'] as const) };
        const ended = collect(startCollector(rules, begin).state, { kind: 'callEnded', at: 1 });
        const later = [
          { kind: 'callEnded', at: 2 },
          { kind: 'gap', at: 3 },
          { kind: 'timer', dueAt: 1_000_000 },
          { kind: 'promptsEnded', at: 1_000_001, run: 1 },
        ] as const;
        for (const event of later) {
          expect(collect(ended.state, event)).toEqual({ state: ended.state, effects: [] });
        }
        const key = collect(ended.state, { kind: 'key', press: { key: '1', at: 1_000_002 } });
        expect(key.state).toEqual({ ...ended.state, flushedDigits: ended.state.flushedDigits + 1 });
        expect(key.effects).toEqual([{ kind: 'cleared', reason: 'callEnded', count: 1 }]);
      }),
      { numRuns: 200 },
    );
  });
});
