import fc from 'fast-check';
import { AudioDecodeError, decodeAudio, decodeGsm, decodeWav } from '../index';
import { frameOfMpeg } from '../testing/mpeg-file';
import type { PcmAudio } from '../index';
import { thrownBy } from '../testing/thrown-by';
import { extensibleBody, formatBody, riffChunk, wavFile } from '../testing/wav-file';

/** A GSM block of 65 bytes becomes 320 samples of four bytes each: never more comes out of a WAV file. */
const MAX_GROWTH = (320 * 4) / 65;

const byteLengthOf = ({ channels }: PcmAudio): number =>
  channels.reduce((sum, channel) => sum + channel.byteLength, 0);

/** The file decodes (true), or the decoder says in a typed way why not (false); anything else fails the test. */
const decodesWithinBounds = (file: Uint8Array): boolean => {
  try {
    const decoded = byteLengthOf(decodeWav(file));
    expect(decoded).toBeGreaterThan(0);
    expect(decoded).toBeLessThanOrEqual(file.length * MAX_GROWTH);
    return true;
  } catch (error) {
    if (error instanceof AudioDecodeError) return false;
    throw error;
  }
};

const format = fc.record({
  tag: fc.constantFrom(1, 3, 6, 7, 0x31, 0xfffe),
  channels: fc.integer({ min: 0, max: 9 }),
  sampleRate: fc.oneof(fc.integer({ min: 3000, max: 200_000 }), fc.constant(0xffffffff)),
  bits: fc.constantFrom(0, 1, 8, 16, 24, 32, 64, 65_535),
});

const statedSize = fc.oneof(
  fc.integer({ min: 0, max: 64 }),
  fc.constantFrom(0x7fffffff, 0xfffffffe, 0xffffffff),
);

const chunk = fc
  .tuple(
    fc.constantFrom('fmt ', 'data', 'JUNK', 'LIST', 'fact'),
    fc.oneof(fc.uint8Array({ maxLength: 48 }), format.map(formatBody), format.map(extensibleBody)),
    fc.option(statedSize, { nil: undefined }),
  )
  .map(([id, body, size]) => riffChunk(id, body, size ?? body.length));

const usableFormat = fc.oneof(
  fc.constantFrom(8, 16, 24, 32).map((bits) => ({ tag: 1, bits })),
  fc.constantFrom(32, 64).map((bits) => ({ tag: 3, bits })),
);

const usableStart = fc
  .tuple(fc.constantFrom(formatBody, extensibleBody), usableFormat, fc.integer({ min: 1, max: 8 }))
  .map(([body, encoding, channels]) => riffChunk('fmt ', body({ ...encoding, channels })));

const someData = fc
  .tuple(fc.uint8Array({ minLength: 8, maxLength: 64 }), fc.option(statedSize, { nil: undefined }))
  .map(([body, size]) => riffChunk('data', body, size ?? body.length));

const file = fc
  .tuple(fc.option(usableStart), fc.array(chunk, { maxLength: 3 }), fc.option(someData))
  .map(([start, chunks, data]) => wavFile(...(start ? [start] : []), ...chunks, ...(data ? [data] : [])));

const mutated = fc
  .tuple(file, fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), { maxLength: 4 }), fc.nat())
  .map(([bytes, changes, cut]) => {
    for (const [at, value] of changes) bytes[at % bytes.length] = value;
    return cut % 4 === 0 ? bytes.subarray(0, cut % bytes.length) : bytes;
  });

describe('hostile audio files: a typed error or audio no larger than the file warrants, in bounded time', () => {
  // A million inputs in the long run.
  const isLong = process.env.TEST_LONG === '1';
  const timeLimitMs = isLong ? 1_200_000 : 30_000;
  const runs = {
    numRuns: isLong ? 350_000 : 10_000,
    interruptAfterTimeLimit: timeLimitMs,
    markInterruptAsFailure: true,
  };
  jest.setTimeout(timeLimitMs + 10_000);

  it('random bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 512 }), (bytes) => {
        decodesWithinBounds(bytes);
      }),
      runs,
    );
  });

  it.each([
    ['random chunks with sizes that lie', file],
    ['files with changed bytes, or cut off', mutated],
  ])('%s', (_, files) => {
    let decodedCount = 0;
    fc.assert(
      fc.property(files, (bytes) => {
        if (decodesWithinBounds(bytes)) decodedCount += 1;
      }),
      runs,
    );
    // The inputs are only worth their time if many get past the checks.
    expect(decodedCount).toBeGreaterThan(500);
  });

  it('raw GSM: any frames decode, in 20 ms each', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ minLength: 33, maxLength: 33 }), { maxLength: 6 }), (frames) => {
        for (const frame of frames) frame[0] = 0xd0 | ((frame[0] ?? 0) & 0x0f);
        if (frames.length === 0) return;
        const samples = decodeGsm(Uint8Array.from(Buffer.concat(frames))).channels[0];
        expect(samples).toHaveLength(frames.length * 160);
        expect(samples?.every((sample) => sample >= -1 && sample < 1)).toBe(true);
      }),
      { ...runs, numRuns: runs.numRuns / 10 },
    );
  });

  it('MP3: headers that promise audio, with anything behind them, and cut off anywhere', async () => {
    // The library says on the console what it finds wrong inside frames.
    const quiet = jest.spyOn(console, 'error').mockImplementation(() => undefined);
    let decodedCount = 0;
    const piece = fc.oneof(
      {
        weight: 4,
        arbitrary: fc.tuple(fc.nat(), fc.nat(13)).map(([seed, rate]) => frameOfMpeg(seed, rate + 1)),
      },
      { weight: 1, arbitrary: fc.uint8Array({ maxLength: 300 }) },
    );
    const files = fc.tuple(fc.array(piece, { minLength: 1, maxLength: 8 }), fc.nat(1000));
    await fc.assert(
      fc.asyncProperty(files, async ([pieces, cut]) => {
        const whole = Uint8Array.from(Buffer.concat([Buffer.from('ID3'), Buffer.alloc(7), ...pieces]));
        const file = whole.subarray(0, whole.length - (cut % 3 === 0 ? cut % whole.length : 0));
        try {
          const audio = await decodeAudio(file);
          decodedCount += 1;
          // Eight bytes per sample and two channels, and no frame is shorter than 96 bytes.
          expect(byteLengthOf(audio)).toBeLessThanOrEqual(file.length * 96);
        } catch (error) {
          if (!(error instanceof AudioDecodeError)) throw error;
        }
      }),
      { ...runs, numRuns: runs.numRuns / 20 },
    );
    expect(decodedCount).toBeGreaterThan(50);
    quiet.mockRestore();
  });

  it('is not held up by a million chunks without content', () => {
    const empty = riffChunk('JUNK', []);
    const chunks = new Uint8Array(12 + 1_000_000 * empty.length);
    chunks.set(wavFile());
    for (let offset = 12; offset < chunks.length; offset += empty.length) chunks.set(empty, offset);
    const began = performance.now();
    expect(thrownBy(() => decodeWav(chunks))).toMatchObject({ code: 'AUDIO_INVALID' });
    expect(performance.now() - began).toBeLessThan(5000);
  });
});
