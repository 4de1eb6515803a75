import { setTimeout as delay } from 'node:timers/promises';
import type { Call } from '@org/3cx-core';
import { collectDigits, type CollectingCall } from './collect-digits';
import type { CollectResult } from './collect-result';
import { FakeConnection } from '../testing/fake-connection';
import { MATRIX, messagesOf, PROMPT_MS, slowed, type MatrixCase } from '../testing/matrix';
import { optionsOf } from '../testing/options-of-question';
import { PhoneLine } from '../testing/phone-line';
import { endingOf, type Ending } from '../testing/reference-model';
import { toneWav } from '../testing/tone-wav';

/** So that a busy machine has time for what happens in between. */
const SLOWER = 3;

/**
 * The cases of the matrix in which audio plays and keys come while the step runs, except
 * the one that is about a single millisecond: over sockets, time isn't ours.
 */
const CASES = MATRIX.filter(
  ({ row, prompting, delivery, profile }) =>
    row !== 22 && prompting !== 'no prompt' && delivery !== 'buffered' && profile === '3cx',
).map((each) => {
  const story = slowed(each.story, SLOWER);
  return { ...each, story, ending: endingOf(story) };
});

/** Calls at the same time. */
const LINES = 16;
/** The audio stream of a call is opened with its first prompt. */
const WARM_UP_MS = 200;

/** A story whose keys come later than this is another story: it is lived again. */
const LATEST_MS = 40;
const TRIES = 8;

interface Lived {
  /** How much later than told the latest key or hang-up came about. */
  readonly lateMs: number;
  readonly result: CollectResult;
  readonly played: readonly string[];
  readonly leftover: string | undefined;
  /** How much sound the caller has heard. */
  readonly soundMs: number;
}

let line: PhoneLine;
const lived = new Map<string, Lived>();

/** The call with a note of what was played, and when the first prompt was over. */
function watched(call: Call) {
  const played: string[] = [];
  let over: () => void = () => undefined;
  const firstPromptOver = new Promise<void>((resolve) => (over = resolve));
  const names = new Map<Uint8Array, string>();
  const prompt = (name: string): Uint8Array => {
    const wav = toneWav(PROMPT_MS * SLOWER);
    names.set(wav, name);
    return wav;
  };
  const listening: CollectingCall = {
    digits: call.digits,
    ended: call.ended,
    async play(source, options) {
      played.push(source instanceof Uint8Array ? (names.get(source) ?? '') : '');
      try {
        return await call.play(source, options);
      } finally {
        over();
      }
    },
  };
  return { played, prompt, listening, firstPromptOver };
}

async function live({ story, prompting }: MatrixCase): Promise<Lived> {
  const { call, caller } = await line.callComes();
  await call.answer();
  let keysReceived = 0;
  let received: () => void = () => undefined;
  call.events$.subscribe((event) => {
    if (event.eventType !== 'dtmf_received') return;
    keysReceived += event.data.digits.length;
    received();
  });
  const keysOf = async (count: number) => {
    while (keysReceived < count) await new Promise<void>((resolve) => (received = resolve));
  };
  // Audio is heard only some time after a call was connected: from here on, at once.
  await call.play(toneWav(WARM_UP_MS));
  if (story.waiting !== '') await caller.presses(story.waiting);
  await keysOf(story.waiting.length);

  const connection$ = new FakeConnection();
  const { played, prompt, listening, firstPromptOver } = watched(call);
  const settled = collectDigits(listening, {
    ...optionsOf(story, { prompt, after: (ms) => delay(ms) }),
    connection$,
  });
  if (prompting === 'not bargeable') await firstPromptOver;
  const skipped = prompting === 'not bargeable' ? PROMPT_MS * SLOWER : 0;
  const happenings = [
    ...messagesOf(story).map(({ keys, at }) => ({ at, happen: () => caller.presses(keys) })),
    ...story.gapsAt.map((at) => ({
      at,
      happen: async () => {
        await Promise.resolve();
        connection$.tell('connected');
      },
    })),
    ...(story.hangUpAt < Infinity ? [{ at: story.hangUpAt, happen: () => caller.hangsUp() }] : []),
  ];
  const from = performance.now() - skipped;
  let lateMs = 0;
  for (const { at, happen } of happenings.sort((a, b) => a.at - b.at)) {
    await delay(Math.max(0, from + at - performance.now()));
    await happen();
    lateMs = Math.max(lateMs, performance.now() - from - at);
  }
  const result = await settled;
  let leftover: string | undefined;
  if (result.kind !== 'callEnded') {
    await keysOf(story.waiting.length + story.pressed.length);
    const claim = call.digits.claim(() => undefined);
    leftover = claim.buffered.map(({ key }) => key).join('');
  }
  const soundMs = await caller.soundMs();
  await call.hangUp({ afterAudio: false });
  return { lateMs, result, played, leftover, soundMs };
}

async function liveInTime(each: MatrixCase): Promise<Lived> {
  let lived = await live(each);
  for (let tries = 1; tries < TRIES && lived.lateMs > LATEST_MS; tries += 1) lived = await live(each);
  return lived;
}

beforeAll(async () => {
  line = await PhoneLine.open();
  const coming = [...CASES];
  const work = async () => {
    for (let next = coming.shift(); next; next = coming.shift())
      lived.set(next.title, await liveInTime(next));
  };
  await Promise.all(Array.from({ length: LINES }, work));
}, 180_000);

afterAll(async () => {
  await line[Symbol.asyncDispose]();
});

describe('over real sockets and with real audio, a collection ends as the reference model says', () => {
  it('in more than 100 cases', () => {
    expect(lived.size).toBe(CASES.length);
    expect(lived.size).toBeGreaterThan(100);
  });

  it.each(CASES.map((each) => [each.title, each] as const))('%s', (title, { ending, prompting }) => {
    const seen = lived.get(title);
    if (!seen) throw new Error('This case was not lived through');
    expect(told(seen.result)).toEqual(expectedOf(ending));
    expect(seen.played).toEqual(ending.played);
    if (ending.kind !== 'callEnded') expect(seen.leftover).toBe(ending.leftover);
    // A prompt that can't be interrupted has been heard whole, as often as it was put.
    if (prompting === 'not bargeable') {
      const whole = WARM_UP_MS + ending.played.length * PROMPT_MS * SLOWER;
      expect(seen.soundMs).toBeGreaterThan(whole * 0.95);
      expect(seen.soundMs).toBeLessThan(whole + 50);
    }
  });
});

/** What of a result doesn't depend on the millisecond at which something arrived. */
function told(result: CollectResult): Partial<Ending> {
  const { kind, attempts, ignoredDigits, gap } = result;
  return {
    kind,
    reason: 'reason' in result ? result.reason : '',
    digits: kind === 'match' ? result.digits : kind === 'callEnded' ? result.partialDigits : '',
    terminator: kind === 'match' ? (result.terminator ?? '') : '',
    source: kind === 'match' ? result.source : '',
    attempts,
    ignored: ignoredDigits,
    gap,
  };
}

function expectedOf({
  kind,
  reason,
  digits,
  terminator,
  source,
  attempts,
  ignored,
  gap,
}: Ending): Partial<Ending> {
  return { kind, reason, digits, terminator, source, attempts, ignored, gap };
}
