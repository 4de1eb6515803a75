import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { samplesOfPcm, toTelephonePcm } from '@org/3cx-audio';
import { createMockPbx, type MockPbx } from '@org/3cx-mock';
import { firstValueFrom } from 'rxjs';
import { connect, type PhoneSystem, type PromptSource } from '../index';
import { Caller } from '../testing/caller';
import { hearsSound } from '../testing/what-is-heard';

let folder: string;
let mock: MockPbx;
let pbx: PhoneSystem;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'formats-'));
  mock = await createMockPbx();
  pbx = await connect({
    serverUrl: mock.url,
    clientId: mock.clientId,
    clientSecret: mock.clientSecret,
    allowUnauthorizedCerts: true,
  });
});

afterAll(async () => {
  await pbx.dispose();
  await mock.dispose();
  rmSync(folder, { recursive: true });
});

type Program = 'sox' | 'ffmpeg';

function run(program: Program, args: readonly string[]): Buffer {
  const { status, stdout, stderr, error } = spawnSync(program, args, { maxBuffer: 2 ** 26 });
  if (error !== undefined) {
    throw new Error(`These tests compare with ${program}: run \`sudo apt-get install -y ${program}\`.`);
  }
  if (status !== 0) throw new Error(`${program} ${args.join(' ')}: ${stderr.toString()}`);
  return stdout;
}

/** Half a second that rises through the telephone's band, nowhere the same. */
const sweepFile = (name: string, rate: number, ...format: string[]): string => {
  const path = join(folder, name);
  const format16 = format.length === 0 ? ['-b', '16'] : format;
  run('sox', [
    '-D',
    '-n',
    '-r',
    String(rate),
    ...format16,
    path,
    'synth',
    '0.5',
    'sine',
    '300-3000',
    'gain',
    '-6',
  ]);
  return path;
};

const byFfmpeg = (name: string, rate: number, ...options: string[]): string => {
  const path = join(folder, name);
  run('ffmpeg', ['-y', '-v', 'error', '-i', sweepFile(`${name}.wav`, rate), ...options, path]);
  return path;
};

/** What the file sounds like at 8 kHz in one channel, according to ffmpeg. */
const accordingToFfmpeg = (path: string): Int16Array =>
  samplesOfPcm(run('ffmpeg', ['-v', 'error', '-i', path, '-ar', '8000', '-ac', '1', '-f', 's16le', '-']));

async function heardOf(source: PromptSource, wanted: Int16Array): Promise<void> {
  const incoming = firstValueFrom(pbx.incoming$);
  const caller = await Caller.dials(mock, '999');
  const call = await incoming;
  await call.answer();
  await call.play(source);
  await hearsSound(caller, wanted);
  await call.hangUp();
}

/** How far what was heard lies above its difference from another's conversion, in decibels. */
function closeness(heard: Int16Array, reference: Int16Array): number {
  let best = -Infinity;
  // Decoders and filters differ in where they begin, by some milliseconds at most.
  for (let shift = -400; shift <= 1_200; shift += 1) {
    let signal = 0;
    let difference = 0;
    for (let at = 400; at < heard.length - 400; at += 1) {
      const sample = reference[at + shift] ?? 0;
      signal += sample ** 2;
      difference += (sample - (heard[at] ?? 0)) ** 2;
    }
    best = Math.max(best, 10 * Math.log10(signal / Math.max(1, difference)));
  }
  return best;
}

describe('what the caller hears of a file is what its samples say, sample for sample', () => {
  it('exactly the samples of a file that is telephone sound already', async () => {
    const path = sweepFile('plain.wav', 8000);
    const samples = samplesOfPcm(readFileSync(path).subarray(44));
    await heardOf({ file: path }, samples);
  });

  it.each<[string, () => string]>([
    ['WAV, 8 bit', () => sweepFile('8.wav', 8000, '-e', 'unsigned-integer', '-b', '8')],
    ['WAV, 16 bit, 44.1 kHz, stereo', () => sweepFile('16.wav', 44_100, '-b', '16', '-c', '2')],
    ['WAV, 24 bit, 48 kHz, extensible', () => sweepFile('24.wav', 48_000, '-b', '24')],
    ['WAV, 32 bit, 16 kHz', () => sweepFile('32.wav', 16_000, '-e', 'signed-integer', '-b', '32')],
    ['WAV, float', () => sweepFile('f.wav', 22_050, '-e', 'floating-point', '-b', '32')],
    ['WAV, A-law', () => sweepFile('a.wav', 8000, '-e', 'a-law')],
    ['WAV, µ-law, 11.025 kHz', () => sweepFile('u.wav', 11_025, '-e', 'u-law')],
    ['WAV, GSM 06.10', () => sweepFile('g.wav', 8000, '-e', 'gsm-full-rate')],
    ['raw GSM', () => sweepFile('raw.gsm', 8000, '-e', 'gsm-full-rate')],
    ['MP3', () => byFfmpeg('cd.mp3', 44_100, '-b:a', '128k')],
    ['MP3, 8 kHz', () => byFfmpeg('phone.mp3', 8000, '-b:a', '32k')],
  ])('%s: within 60 dB of what ffmpeg makes of it', async (_format, make) => {
    const path = make();
    const converted = samplesOfPcm(await toTelephonePcm(readFileSync(path)));
    await heardOf({ file: path }, converted);
    expect(closeness(converted, accordingToFfmpeg(path))).toBeGreaterThan(60);
  });

  it('samples without a file', async () => {
    const path = sweepFile('wide.wav', 16_000);
    const file = new Uint8Array(readFileSync(path));
    await heardOf({ pcm: file.subarray(44), sampleRate: 16_000 }, samplesOfPcm(await toTelephonePcm(file)));
  });
});
