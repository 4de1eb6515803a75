import type { DtmfKey, KeyPress } from '@org/3cx-core';
import { collect, startCollector } from '../dtmf/collector';
import {
  nextDue,
  type CollectorEvent,
  type CollectorRules,
  type CollectorStep,
  type Verdict,
} from '../dtmf/collector-state';
import { parseKeyPattern } from '../dtmf/key-pattern';
import { resultOf } from '../dtmf/result-of-collector';
import type { Ending, PromptList, Question, Story } from './reference-model';

/** The collector's rules for a question; prompts go by their names. */
export function rulesOf(question: Question, validates: boolean): CollectorRules {
  const { terminators, validDigits, profile, prompts, pattern, ...rest } = question;
  const names = (list: PromptList) => list.map(({ name }) => name);
  return {
    ...rest,
    terminators: new Set(Array.from(terminators, toKey)),
    validDigits: new Set(Array.from(validDigits, toKey)),
    ownCounters: profile === 'voicexml',
    prompts: {
      initial: names(prompts.initial),
      retry: names(prompts.retry),
      noInput: prompts.noInput.map(names),
      noMatch: prompts.noMatch.map(names),
    },
    pattern: pattern === undefined ? undefined : parseKeyPattern(pattern),
    validates,
  };
}

const KEYS: readonly DtmfKey[] = [
  ...(['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'] as const),
  ...(['*', '#', 'A', 'B', 'C', 'D'] as const),
];

export function toKey(text: string): DtmfKey {
  const key = KEYS.find((candidate) => candidate === text);
  if (!key) throw new Error('Not a key of a telephone');
  return key;
}

/** Tells the collector the story as it happens, one event after the other, and reports its end as the model does. */
export function playStory(story: Story): Ending {
  return new Performance(story).run();
}

/** What is to happen next, and what that does to the world. */
interface Happening {
  readonly at: number;
  readonly event: CollectorEvent;
  readonly done: () => void;
}

const VERDICTS: Readonly<Record<'yes' | 'no' | 'throws', Verdict>> = {
  yes: { kind: 'accepted' },
  no: { kind: 'rejected' },
  throws: { kind: 'failed', cause: 'told to' },
};

class Performance {
  #now = 0;
  #step: CollectorStep;
  #playing: { readonly names: readonly string[]; readonly run: number; readonly from: number } | undefined;
  #asked: { readonly at: number; readonly event: CollectorEvent } | undefined;
  readonly #lengths: ReadonlyMap<string, number>;
  readonly #played: string[] = [];
  readonly #cleared: Record<string, number> = {};
  readonly #coming: { readonly key: string; readonly at: number }[];
  readonly #gaps: number[];
  readonly #verdicts: NonNullable<Story['verdicts']>[number][];
  #hangUpAt: number;

  constructor({ question, waiting, pressed, verdicts, hangUpAt, gapsAt }: Story) {
    const { initial, retry, noInput, noMatch } = question.prompts;
    this.#lengths = new Map(
      [initial, retry, ...noInput, ...noMatch].flat().map(({ name, ms }) => [name, ms] as const),
    );
    this.#coming = [...pressed];
    this.#gaps = [...gapsAt];
    this.#verdicts = [...(verdicts ?? [])];
    this.#hangUpAt = hangUpAt;
    const keep = question.typeAhead === 'keep';
    const buffered = Array.from(waiting, (key): KeyPress => ({ key: toKey(key), at: -100 }));
    const rules = rulesOf(question, verdicts !== undefined);
    this.#step = startCollector(rules, {
      at: 0,
      buffered: keep ? buffered : [],
      cleared: keep ? 0 : buffered.length,
    });
    this.#perform();
  }

  run(): Ending {
    for (let next = this.#next(); next !== undefined; next = this.#next()) {
      this.#now = Math.max(this.#now, next.at);
      next.done();
      this.#step = collect(this.#step.state, next.event);
      this.#perform();
    }
    return this.#ending();
  }

  #next(): Happening | undefined {
    const coming: Happening[] = [];
    const propose = (at: number | undefined, event: CollectorEvent, done: () => void) => {
      if (at !== undefined && at < Infinity) coming.push({ at, event, done });
    };
    const nothing = () => undefined;
    const promptsEnd = this.#promptsEnd();
    if (this.#playing && promptsEnd !== undefined) {
      const { run } = this.#playing;
      propose(promptsEnd, { kind: 'promptsEnded', at: promptsEnd, run }, () => {
        this.#stop(promptsEnd);
      });
    }
    const [key] = this.#coming;
    if (key) {
      const press: KeyPress = { key: toKey(key.key), at: key.at };
      propose(key.at, { kind: 'key', press }, () => this.#coming.shift());
    }
    if (this.#asked) propose(this.#asked.at, this.#asked.event, () => (this.#asked = undefined));
    const dueAt = nextDue(this.#step.state);
    if (dueAt !== undefined) propose(dueAt, { kind: 'timer', dueAt }, nothing);
    const [gap] = this.#gaps;
    if (gap !== undefined) propose(gap, { kind: 'gap', at: gap }, () => this.#gaps.shift());
    const at = this.#hangUpAt;
    propose(at, { kind: 'callEnded', at }, () => (this.#hangUpAt = Infinity));
    return coming.sort((a, b) => a.at - b.at)[0];
  }

  #promptsEnd(): number | undefined {
    if (this.#playing === undefined) return undefined;
    const { names, from } = this.#playing;
    return names.reduce((end, name) => end + (this.#lengths.get(name) ?? 0), from);
  }

  #perform(): void {
    for (const effect of this.#step.effects) {
      switch (effect.kind) {
        case 'play':
          this.#stop(this.#now);
          this.#playing = { names: effect.prompts.map(String), run: effect.run, from: this.#now };
          break;
        case 'stopPrompts':
          this.#stop(this.#now);
          break;
        case 'validate': {
          const { says, afterMs } = this.#verdicts.shift() ?? { says: 'yes', afterMs: 0 };
          const at = this.#now + afterMs;
          const event = { kind: 'validated', at, attempt: effect.attempt, verdict: VERDICTS[says] } as const;
          this.#asked = { at, event };
          break;
        }
        case 'cleared':
          this.#cleared[effect.reason] = (this.#cleared[effect.reason] ?? 0) + effect.count;
          break;
        case 'finish':
          this.#stop(this.#now);
          break;
      }
    }
  }

  #stop(at: number): void {
    if (this.#playing === undefined) return;
    let startsAt = this.#playing.from;
    for (const name of this.#playing.names) {
      if (startsAt <= at) this.#played.push(name);
      startsAt += this.#lengths.get(name) ?? 0;
    }
    this.#playing = undefined;
  }

  #ending(): Ending {
    const { phase, leftover, failures, startedAt } = this.#step.state;
    if (phase.kind !== 'finished') throw new Error('The collector never came to an end');
    const result = resultOf(this.#step.state, phase.outcome);
    const { kind, attempts, ignoredDigits, flushedDigits, gap } = result;
    return {
      kind,
      reason: 'reason' in result ? result.reason : '',
      digits: kind === 'match' ? result.digits : kind === 'callEnded' ? result.partialDigits : '',
      terminator: kind === 'match' ? (result.terminator ?? '') : '',
      source: kind === 'match' ? result.source : '',
      at: kind === 'match' ? startedAt + result.durationMs : NaN,
      attempts,
      counts: failures,
      ignored: ignoredDigits,
      flushed: flushedDigits,
      cleared: this.#cleared,
      leftover: leftover.map(({ key }) => key).join(''),
      gap,
      played: this.#played,
    };
  }
}
