import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { promptsDirectory } from '../../prompts-directory';
import { findRecording, probeOf } from './find-beginning';
import { correlation } from './fourier';
import { follow } from './follow';
import { referenceFrom, samplesPerMs } from './reference';
import type { Reference } from './reference';
import { whatWasHeard } from './what-was-heard';

// Room for a busy machine.
jest.setTimeout(30_000);

const prompt = (name: string): Reference =>
  referenceFrom(name, readFileSync(join(promptsDirectory, 'prompts', `${name}.wav`)));
const welcome = prompt('welcome');
const menu = prompt('menu-main');
const goodbye = prompt('goodbye');
const find = (heard: Int16Array, { samples }: Reference, complete: boolean) =>
  findRecording(heard, probeOf(samples), 0, complete).at;
const known = [welcome, menu, goodbye, prompt('callback-offer'), prompt('press-1-sales-2-support')];

const silence = (ms: number): Int16Array => new Int16Array(ms * samplesPerMs);

function joined(...parts: readonly Int16Array[]): Int16Array {
  const whole = new Int16Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

const louder = (samples: Int16Array, gain: number): Int16Array => samples.map((sample) => sample * gain);

/** Hiss about 30 dB under speech. */
function noisy(samples: Int16Array): Int16Array {
  let state = 7;
  return samples.map((sample) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return sample + (state % 200) - 100;
  });
}

test('correlation through the spectrum is the sum of products it stands for', () => {
  const samples = fc.array(fc.integer({ min: -32_768, max: 32_767 }), { minLength: 1, maxLength: 200 });
  fc.assert(
    fc.property(samples, samples, (signal, probe) => {
      const products = correlation(Int16Array.from(signal), Int16Array.from(probe));
      const expected = Array.from({ length: Math.max(0, signal.length - probe.length + 1) }, (_, at) =>
        probe.reduce((sum, sample, index) => sum + sample * (signal[at + index] ?? 0), 0),
      );
      expect(products.length).toBe(expected.length);
      expected.forEach((value, at) => {
        expect(Math.abs((products[at] ?? Infinity) - value)).toBeLessThan(1);
      });
    }),
  );
});

describe('recognising a recording in what was heard', () => {
  test('finds it to the sample, wherever it begins and however loud it is', () => {
    fc.assert(
      fc.property(fc.nat(3000), fc.constantFrom(0.3, 0.5, 1), fc.nat(known.length - 1), (ms, gain, index) => {
        const wanted = known[index] ?? welcome;
        const before = Int16Array.from({ length: ms * 8 + (ms % 7) });
        const heard = noisy(joined(before, louder(wanted.samples, gain), silence(500)));
        expect(find(heard, wanted, false)).toBe(before.length);
      }),
      { numRuns: 25 },
    );
  });

  test('does not take one recording for another', () => {
    for (const wanted of known) {
      for (const other of known.filter((candidate) => candidate !== wanted)) {
        const heard = joined(silence(100), other.samples, silence(700));
        expect([wanted.name, other.name, find(heard, wanted, true)]).toEqual([
          wanted.name,
          other.name,
          undefined,
        ]);
      }
    }
  });

  test('goes on from where it stopped when more is heard', () => {
    const whole = joined(silence(400), welcome.samples);
    const probe = probeOf(welcome.samples);
    let from = 0;
    let at: number | undefined;
    for (let length = 800; length <= whole.length && at === undefined; length += 800) {
      ({ at, searchedTo: from } = findRecording(whole.subarray(0, length), probe, from, false));
    }
    expect(at).toBe(400 * samplesPerMs);
  });
});

describe('following a recording', () => {
  test('to its end', () => {
    const heard = noisy(joined(silence(100), welcome.samples, silence(100)));
    const followed = follow(heard, welcome.samples, 800, 0, false);
    expect(followed).toMatchObject({ kind: 'whole', holes: [] });
  });

  test('needs more to be heard while it lasts', () => {
    const heard = welcome.samples.subarray(0, 8000);
    expect(follow(heard, welcome.samples, 0, 0, false).kind).toBe('hearing');
    expect(follow(heard, welcome.samples, 0, 0, true)).toMatchObject({ kind: 'cut', to: 8000, end: 8000 });
  });

  test('over holes, which it tells', () => {
    const { samples } = welcome;
    const heard = joined(
      samples.subarray(0, 6000),
      silence(120),
      samples.subarray(6000, 12_000),
      silence(35),
      samples.subarray(12_000),
      silence(100),
    );
    const followed = follow(heard, samples, 0, 0, false);
    expect(followed.kind).toBe('whole');
    expect(followed.holes.map(({ length }) => Math.round(length / samplesPerMs))).toEqual([120, 35]);
  });

  test('up to where another begins', () => {
    const heard = joined(welcome.samples.subarray(0, 9600), menu.samples);
    const followed = follow(heard, welcome.samples, 0, 0, false);
    expect(followed.kind).toBe('cut');
    expect(Math.abs(followed.to - 9600)).toBeLessThan(50 * samplesPerMs);
  });
});

test('what was heard is told as recordings, silences and other sound', () => {
  const heard = joined(
    silence(1000),
    welcome.samples,
    silence(600),
    menu.samples.subarray(0, 12_000),
    goodbye.samples,
    noisy(louder(silence(500), 0)).map((sample, index) => sample * 20 + (index % 50)),
  );
  const told = whatWasHeard(heard, known);
  expect(told.map(({ kind, name }) => name ?? kind)).toEqual([
    'silence',
    'welcome',
    'silence',
    'menu-main',
    'goodbye',
    'other',
  ]);
  const cut = told[3]?.part;
  expect(Math.abs((cut?.toMs ?? 0) - 1500)).toBeLessThan(60);
  expect(cut?.ofMs).toBeGreaterThan(2000);
});

test('a recording whose beginning was lost is told as a part', () => {
  const heard = joined(welcome.samples.subarray(4000), silence(300));
  const [first] = whatWasHeard(heard, known).filter(({ kind }) => kind === 'recording');
  expect(first?.name).toBe('welcome');
  expect(first?.part?.fromMs).toBeGreaterThan(0);
  expect(first?.part?.toMs).toBe(first?.part?.ofMs);
});
