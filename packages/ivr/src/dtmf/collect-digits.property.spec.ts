import { TypeAheadBuffer, type DigitBuffer } from '@org/3cx-core';
import * as fc from 'fast-check';
import { collectDigits } from './collect-digits';
import { NOTHING_OPEN, openThings, setScene, waitingKeys, type Scene } from '../testing/scene';
import type { CollectOptions } from './collect-options';
import type { CollectResult } from './collect-result';

const keys = fc.string({ unit: fc.constantFrom('1', '2', '3', '#', '*', 'A'), minLength: 1, maxLength: 3 });

/** How the validator of a step behaves. */
type Validation = 'none' | 'at once' | 'later' | 'too late' | 'throws';

type Step = CollectOptions & { readonly validation: Validation };

const step: fc.Arbitrary<Step> = fc
  .record({
    prompted: fc.boolean(),
    minDigits: fc.integer({ min: 0, max: 3 }),
    extraDigits: fc.integer({ min: 0, max: 3 }),
    firstDigitTimeoutMs: fc.constantFrom(0, 1_000, 5_000),
    interDigitTimeoutMs: fc.constantFrom(1_000, 3_000),
    finalDigitTimeoutMs: fc.constantFrom(1_000, 2_000),
    terminators: fc.constantFrom('#', '', '*#'),
    validDigits: fc.constantFrom('0123456789', '12'),
    onGap: fc.constantFrom('continue', 'restart'),
    bargeIn: fc.constantFrom<boolean | 'valid-only'>(true, false, 'valid-only'),
    onInvalidDigit: fc.constantFrom('end', 'ignore'),
    pattern: fc.constantFrom('.*', '1.*'),
    validation: fc.constantFrom<Validation>('none', 'at once', 'later', 'too late', 'throws'),
    typeAhead: fc.constantFrom('keep', 'clear'),
    maxDurationMs: fc.constantFrom(2_000, 60_000),
    attempts: fc.integer({ min: 1, max: 3 }),
  })
  .filter(({ minDigits, terminators, firstDigitTimeoutMs }) => {
    return minDigits > 0 || terminators !== '' || firstDigitTimeoutMs > 0;
  })
  .map(({ prompted, extraDigits, ...rest }) => ({
    ...rest,
    ...(prompted && { prompt: '/prompts/any.wav' }),
    maxDigits: Math.max(1, rest.minDigits + extraDigits),
  }));

type Happening =
  | { readonly kind: 'press'; readonly keys: string }
  | { readonly kind: 'advance' | 'block'; readonly ms: number }
  | { readonly kind: 'hangUp' | 'stopAudio' | 'gap' };

const milliseconds = fc.constantFrom(0, 1, 300, 999, 1_000, 1_001, 2_000, 5_000);

const happening: fc.Arbitrary<Happening> = fc.oneof(
  { weight: 8, arbitrary: fc.record({ kind: fc.constant('press' as const), keys }) },
  { weight: 6, arbitrary: fc.record({ kind: fc.constantFrom('advance', 'block'), ms: milliseconds }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constantFrom('hangUp', 'stopAudio', 'gap') }) },
);

const script = fc.record({
  before: fc.array(keys, { maxLength: 3 }),
  steps: fc.array(step, { minLength: 1, maxLength: 3 }),
  happenings: fc.array(happening, { maxLength: 14 }),
});

interface Dialogue {
  readonly before: readonly string[];
  readonly steps: readonly Step[];
  readonly happenings: readonly Happening[];
}

function optionsOf({ clock, connection$ }: Scene, { validation, ...options }: Step): CollectOptions {
  const later = (ms: number, signal: AbortSignal) =>
    new Promise<boolean>((resolve) => {
      const timer = clock.after(ms, () => {
        resolve(true);
      });
      signal.addEventListener('abort', () => {
        timer.cancel();
      });
    });
  const validators: Record<Exclude<Validation, 'none'>, CollectOptions['validate'] & object> = {
    'at once': (digits) => !digits.startsWith('2'),
    later: (_, signal) => later(700, signal),
    'too late': (_, signal) => later(6_000, signal),
    throws: () => {
      throw new Error('thrown by the validator');
    },
  };
  const validate = validation === 'none' ? {} : { validate: validators[validation] };
  return { clock, connection$, ...options, ...validate };
}

/** Runs the steps one after the other while things happen, and returns their results. */
async function converse(
  scene: Scene,
  { before, steps, happenings }: Dialogue,
  digits: DigitBuffer,
  press: (keys: string) => void,
): Promise<CollectResult[]> {
  const { call, clock } = scene;
  const collecting = { digits, play: call.play.bind(call), ended: call.ended };
  before.forEach(press);
  const results: CollectResult[] = [];
  const dialogue = (async () => {
    for (const each of steps) results.push(await collectDigits(collecting, optionsOf(scene, each)));
  })();
  for (const event of happenings) await happen(scene, event, press);
  await clock.advance(LONG_ENOUGH_MS);
  await dialogue;
  return results;
}

async function happen(
  { clock, call, connection$ }: Scene,
  event: Happening,
  press: (keys: string) => void,
): Promise<void> {
  switch (event.kind) {
    case 'press':
      press(event.keys);
      break;
    case 'advance':
      await clock.advance(event.ms);
      break;
    case 'block':
      clock.jump(event.ms);
      break;
    case 'hangUp':
      call.callerHangsUp();
      break;
    case 'stopAudio':
      call.stopAudio();
      break;
    case 'gap':
      connection$.tell('lost');
      connection$.tell('connected');
      break;
  }
}

/** Longer than all prompts and timers of three steps of three attempts. */
const LONG_ENOUGH_MS = 1_000_000;

function usedKeys(result: CollectResult): string {
  switch (result.kind) {
    case 'match':
      return result.digits + (result.terminator ?? '');
    case 'callEnded':
      return result.partialDigits;
    case 'noInput':
    case 'noMatch':
    case 'failed':
    case 'error':
      return '';
  }
}

function isSubsequence(part: string, whole: string): boolean {
  let from = 0;
  return Array.from(part).every((key) => (from = whole.indexOf(key, from) + 1) > 0);
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

describe('whatever the caller does', () => {
  it('each step has one result, leaves nothing open, and no key is lost or out of order', async () => {
    await fc.assert(
      fc.asyncProperty(script, async (told) => {
        const scene = setScene();
        const { call } = scene;
        const results = await converse(scene, told, call.digits, (text) => {
          call.press(text);
        });

        expect(results).toHaveLength(told.steps.length);
        expect(openThings(scene)).toEqual(NOTHING_OPEN);

        const pressed = call.pressed.map(({ key }) => key).join('');
        const kept = results.map(usedKeys).join('') + waitingKeys(call);
        const discarded =
          sum(results.map(({ ignoredDigits, flushedDigits }) => ignoredDigits + flushedDigits)) +
          call.digits.dropped +
          call.digits.swallowed;
        expect(kept.length + discarded).toBe(pressed.length);
        expect(isSubsequence(kept, pressed)).toBe(true);
        if (discarded === 0) expect(kept).toBe(pressed);
        const places = call.digits.waiting.map((press) => call.pressed.indexOf(press));
        expect(places).toEqual([...places].sort((a, b) => a - b));
        expect(places).not.toContain(-1);
      }),
      { numRuns: 2_500 },
    );
  }, 60_000);

  it("the core's own type-ahead buffer leads to the same results", async () => {
    await fc.assert(
      fc.asyncProperty(script, async (told) => {
        const withFake = setScene();
        const expected = await converse(withFake, told, withFake.call.digits, (text) => {
          withFake.call.press(text);
        });
        const withReal = setScene();
        const buffer = new TypeAheadBuffer(withReal.clock.now);
        const results = await converse(withReal, told, buffer, (text) => {
          buffer.press(text);
        });
        expect(results).toEqual(expected);
        const nobody = () => undefined;
        expect(buffer.claim(nobody).buffered).toEqual(withFake.call.digits.claim(nobody).buffered);
      }),
      { numRuns: 500 },
    );
  }, 60_000);

  it('an abort at any moment leaves nothing open', async () => {
    await fc.assert(
      fc.asyncProperty(script, fc.nat({ max: 14 }), async ({ before, steps, happenings }, position) => {
        const scene = setScene();
        const { call, clock } = scene;
        const press = (text: string) => {
          call.press(text);
        };
        before.forEach(press);
        const abort = new AbortController();
        const reason = new Error('aborted by the test');
        const settled = scene
          .collect({ ...(steps[0] && optionsOf(scene, steps[0])), signal: abort.signal })
          .then((result) => result.kind)
          .catch((error: unknown) => error);
        for (const event of happenings.slice(0, position)) await happen(scene, event, press);
        abort.abort(reason);
        const outcome = await settled;
        if (typeof outcome !== 'string') expect(outcome).toBe(reason);
        await clock.advance(0);
        expect(openThings(scene)).toEqual(NOTHING_OPEN);
      }),
      { numRuns: 1_000 },
    );
  }, 60_000);
});
