/**
 * Makes the prompt files of the mock 3CX (8 kHz, 16 bit, mono) and writes them to
 * packages/mock/prompts: `node make-prompts.mjs`. Speech comes from espeak-ng, the
 * rest from sox; both must be installed. The files are committed, so this runs
 * only when a text changes.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

const target = fileURLToPath(new URL('../../packages/mock/prompts/', import.meta.url));
const telephone = ['-r', '8000', '-b', '16', '-c', '1', '-e', 'signed-integer'];

/** Short texts: tests play them in real time. */
const spoken = {
  'prompts/welcome': 'Welcome to the example company. Please stay on the line.',
  'prompts/goodbye': 'Thank you for calling. Goodbye.',
  'prompts/menu-main': 'Main menu. Press one for sales, two for support, or zero for the operator.',
  'prompts/press-1-sales-2-support': 'For sales, press one. For support, press two.',
  'prompts/callback-offer': 'All our lines are busy. We would be glad to call you back.',
  'prompts/press-1-for-callback': 'To be called back, press one. To keep waiting, hold the line.',
  'system/default/welcome': 'Hello. Your call has reached the telephone system.',
};

/** Leaves out the synthesiser's silence before and after, and keeps clear of clipping. */
const trim = [
  'silence',
  '1',
  '0.01',
  '0.5%',
  'reverse',
  'silence',
  '1',
  '0.01',
  '0.5%',
  'reverse',
  'norm',
  '-3',
];

function sox(input, name, ...effects) {
  const file = `${target}${name}.wav`;
  mkdirSync(dirname(file), { recursive: true });
  // Repeatable: the same dither, and no comment chunk in the header.
  execFileSync('sox', ['-R', ...input.args, '--comment', '', ...telephone, file, ...effects], {
    input: input.data,
  });
}

for (const [name, text] of Object.entries(spoken)) {
  const speech = execFileSync('espeak-ng', ['-v', 'en-gb', '-s', '165', '--stdout', text]);
  sox({ args: ['-t', 'wav', '-'], data: speech }, name, ...trim);
}

// Four seconds of slowly changing chords: no two moments alike.
sox(
  { args: ['-n'] },
  'prompts/hold-music',
  ...['synth', '4', 'pluck', 'C4', 'pluck', 'E4', 'pluck', 'G4', 'sine', '130:165'],
  ...['remix', '-', 'tremolo', '1.7', '40', 'fade', '0.05', '4', '0.2', 'norm', '-6'],
);
sox(
  { args: ['-n'] },
  'system/default/beep',
  'synth',
  '0.3',
  'sine',
  '1000',
  'fade',
  '0.01',
  '0.3',
  '0.01',
  'gain',
  '-6',
);
