import { decodeWav } from '../index';
import type { PcmAudio } from '../index';
import { ascii, extensibleBody, formatBody, plainWav, riffChunk, wavFile } from '../testing/wav-file';
import { thrownBy } from '../testing/thrown-by';

const channelsOf = (audio: PcmAudio): number[][] => audio.channels.map((channel) => [...channel]);
const monoOf = (file: Uint8Array): number[] => channelsOf(decodeWav(file))[0] ?? [];

const floatBytes = (samples: readonly number[], bits: 32 | 64): Uint8Array => {
  const array = bits === 32 ? Float32Array.from(samples) : Float64Array.from(samples);
  return new Uint8Array(array.buffer);
};

const sixteenBit = riffChunk('fmt ', formatBody());
const half = [0x00, 0x40];

describe('decodeWav', () => {
  describe('encodings: the lowest, the middle and a half', () => {
    it.each([
      ['8 bit', { bits: 8 }, [0, 128, 192]],
      ['16 bit', { bits: 16 }, [0, 0x80, 0, 0, 0, 0x40]],
      ['24 bit', { bits: 24 }, [0, 0, 0x80, 0, 0, 0, 0, 0, 0x40]],
      ['32 bit', { bits: 32 }, [0, 0, 0, 0x80, 0, 0, 0, 0, 0, 0, 0, 0x40]],
      ['float 32', { tag: 3, bits: 32 }, floatBytes([-1, 0, 0.5], 32)],
      ['float 64', { tag: 3, bits: 64 }, floatBytes([-1, 0, 0.5], 64)],
    ])('%s', (_, format, data) => {
      expect(monoOf(plainWav(format, data))).toEqual([-1, 0, 0.5]);
      expect(monoOf(wavFile(riffChunk('fmt ', extensibleBody(format)), riffChunk('data', data)))).toEqual([
        -1, 0, 0.5,
      ]);
    });

    it('24 bit keeps its lowest byte', () => {
      expect(monoOf(plainWav({ bits: 24 }, [1, 0, 0, 0xff, 0xff, 0xff]))).toEqual([2 ** -23, -(2 ** -23)]);
    });

    it('float keeps headroom above full scale and turns what is not a number into silence', () => {
      const data = floatBytes([1.5, NaN, Infinity, -Infinity, 1e300], 64);
      expect(monoOf(plainWav({ tag: 3, bits: 64 }, data))).toEqual([1.5, 0, 0, 0, 0]);
    });
  });

  it.each([1, 2, 3, 6, 8])('separates %i channels', (channels) => {
    const frame = (value: number): number[] => Array.from({ length: channels }, (_, index) => value + index);
    const audio = decodeWav(plainWav({ channels, bits: 8 }, [...frame(128), ...frame(160)]));
    expect(channelsOf(audio)).toEqual(
      Array.from({ length: channels }, (_, index) => [index / 128, (32 + index) / 128]),
    );
  });

  it.each([4000, 8000, 11_025, 44_100, 192_000])('reports a rate of %i Hz', (sampleRate) => {
    expect(decodeWav(plainWav({ sampleRate }, half)).sampleRate).toBe(sampleRate);
  });

  it('reads a view into a larger buffer', () => {
    const file = plainWav({}, half);
    const buffer = new Uint8Array(file.length + 7);
    buffer.set(file, 7);
    expect(monoOf(buffer.subarray(7))).toEqual([0.5]);
  });

  describe('structure', () => {
    it('skips chunks it has no use for, with the padding byte of odd ones', () => {
      const file = wavFile(
        riffChunk('JUNK', [1, 2, 3]),
        sixteenBit,
        riffChunk('LIST', [9, 9, 9, 9, 9]),
        riffChunk('data', half),
        riffChunk('id3 ', [7, 7]),
      );
      expect(monoOf(file)).toEqual([0.5]);
    });

    it('stops at the end of the data chunk, whatever follows', () => {
      expect(monoOf(wavFile(sixteenBit, riffChunk('data', half), riffChunk('zzzz', half)))).toEqual([0.5]);
    });

    it('uses what is there of a file that is cut off', () => {
      expect(monoOf(wavFile(sixteenBit, riffChunk('data', [...half, ...half, 1], 4_000_000)))).toEqual([
        0.5,
        0.5,
        // The third sample lost its second byte; the one it has is the chunk's padding in this file.
        2 ** -15,
      ]);
    });

    it('drops an incomplete last frame', () => {
      expect(channelsOf(decodeWav(plainWav({ channels: 2 }, [...half, ...half, ...half])))).toEqual([
        [0.5],
        [0.5],
      ]);
    });

    it.each([0, 0xffffffff])('reads to the end of the file when the data size is %i', (size) => {
      expect(monoOf(wavFile(sixteenBit, riffChunk('data', [...half, ...half], size)))).toEqual([0.5, 0.5]);
    });

    it('accepts a frame size of 0', () => {
      expect(monoOf(plainWav({ blockAlign: 0 }, half))).toEqual([0.5]);
    });
  });

  describe('refuses, saying what it is and what to do', () => {
    const convert = 'Convert it to WAV (PCM, 8 kHz, 16 bit, mono is best).';

    it.each([
      ['no bytes', new Uint8Array(), 'AUDIO_EMPTY', 'The file is empty. Upload it again.'],
      [
        'no samples',
        plainWav({}, []),
        'AUDIO_EMPTY',
        'This WAV file holds no audio. Record or upload it again.',
      ],
      [
        'an empty data chunk with another one after it',
        wavFile(sixteenBit, riffChunk('data', []), riffChunk('LIST', [1, 2])),
        'AUDIO_EMPTY',
        'This WAV file holds no audio. Record or upload it again.',
      ],
      [
        'half a frame',
        plainWav({}, [1]).subarray(0, 45),
        'AUDIO_EMPTY',
        'This WAV file holds no audio. Record or upload it again.',
      ],
      [
        'a web page',
        ascii('\r\n <!DOCTYPE html><html>'),
        'AUDIO_INVALID',
        'This is a web page, not audio. Use the address of the file itself, and one that needs no sign-in.',
      ],
      [
        'a web page behind a byte order mark',
        ascii('\xef\xbb\xbf<html>'),
        'AUDIO_INVALID',
        'This is a web page, not audio. Use the address of the file itself, and one that needs no sign-in.',
      ],
      [
        'an error message',
        ascii('{"error":"not found"}'),
        'AUDIO_INVALID',
        'This is text, not audio. Use a WAV file.',
      ],
      [
        'noise',
        Uint8Array.of(0, 1, 2, 3, 200),
        'AUDIO_INVALID',
        'This is not a file we know, not audio. Use a WAV file.',
      ],
      ['MP3 with tags', ascii('ID3\x04'), 'AUDIO_UNSUPPORTED', "MP3 can't be read; use WAV."],
      ['bare MP3', Uint8Array.of(0xff, 0xfb, 0x90, 0), 'AUDIO_UNSUPPORTED', "MP3 can't be read; use WAV."],
      ['Ogg', ascii('OggS\x00'), 'AUDIO_UNSUPPORTED', "Ogg can't be read; use WAV."],
      ['FLAC', ascii('fLaC\x00'), 'AUDIO_UNSUPPORTED', "FLAC can't be read; use WAV."],
      ['MP4', ascii('\0\0\0\x20ftypM4A '), 'AUDIO_UNSUPPORTED', "MP4 can't be read; use WAV."],
      ['AIFF', ascii('FORM\0\0\0\0AIFF'), 'AUDIO_UNSUPPORTED', "AIFF can't be read; use WAV."],
      ['AMR', ascii('#!AMR\n'), 'AUDIO_UNSUPPORTED', "AMR can't be read; use WAV."],
      ['AU', ascii('.snd\0'), 'AUDIO_UNSUPPORTED', "AU can't be read; use WAV."],
      [
        'RIFX',
        ascii('RIFX\0\0\0\0WAVE'),
        'AUDIO_UNSUPPORTED',
        "Big-endian WAV (RIFX) can't be read; use WAV.",
      ],
      ['RF64', ascii('RF64\0\0\0\0WAVE'), 'AUDIO_UNSUPPORTED', "RF64 can't be read; use WAV."],
      [
        'ADPCM',
        plainWav({ tag: 0x11, bits: 4 }, [1]),
        'AUDIO_UNSUPPORTED',
        `WAV with IMA ADPCM isn't supported. ${convert}`,
      ],
      [
        'an encoding without a name',
        plainWav({ tag: 0x1234 }, half),
        'AUDIO_UNSUPPORTED',
        `WAV with encoding 4660 isn't supported. ${convert}`,
      ],
      [
        'an unusual sample size',
        plainWav({ bits: 12, blockAlign: 2 }, half),
        'AUDIO_UNSUPPORTED',
        `WAV with 12 bits per sample isn't supported. ${convert}`,
      ],
      [
        'padded samples',
        plainWav({ bits: 24, blockAlign: 4 }, [0, 0, 0, 0]),
        'AUDIO_UNSUPPORTED',
        `This WAV file pads its samples (4 bytes per frame instead of 3). ${convert}`,
      ],
      [
        'no channels',
        plainWav({ channels: 0 }, half),
        'AUDIO_INVALID',
        `This WAV file says it has a channel count of 0; 1 to 8 can be read. ${convert}`,
      ],
      [
        'nine channels',
        plainWav({ channels: 9 }, half),
        'AUDIO_UNSUPPORTED',
        `This WAV file says it has a channel count of 9; 1 to 8 can be read. ${convert}`,
      ],
      [
        'a rate of 3999 Hz',
        plainWav({ sampleRate: 3999 }, half),
        'AUDIO_UNSUPPORTED',
        `This WAV file says it has a sample rate of 3999 Hz; 4000 to 192000 Hz can be read. ${convert}`,
      ],
      [
        'a rate of 4 GHz',
        plainWav({ sampleRate: 0xffffffff }, half),
        'AUDIO_UNSUPPORTED',
        `This WAV file says it has a sample rate of 4294967295 Hz; 4000 to 192000 Hz can be read. ${convert}`,
      ],
      [
        'no format',
        wavFile(riffChunk('data', half)),
        'AUDIO_INVALID',
        'This WAV file has no format chunk: it is damaged. Save it again.',
      ],
      [
        'no data',
        wavFile(sixteenBit),
        'AUDIO_INVALID',
        'This WAV file has no data chunk: it is cut off before the audio. Upload it again.',
      ],
      [
        'a short format chunk',
        wavFile(riffChunk('fmt ', formatBody().slice(0, 14)), riffChunk('data', half)),
        'AUDIO_INVALID',
        'The format chunk of this WAV file is cut off. Save it again.',
      ],
      [
        'a short extensible format chunk',
        wavFile(riffChunk('fmt ', extensibleBody().slice(0, 38)), riffChunk('data', half)),
        'AUDIO_INVALID',
        'The format chunk of this WAV file is cut off. Save it again.',
      ],
      [
        'a vendor encoding',
        wavFile(riffChunk('fmt ', [...extensibleBody().slice(0, 39), 0]), riffChunk('data', half)),
        'AUDIO_UNSUPPORTED',
        `This WAV file holds a vendor's own encoding. ${convert}`,
      ],
    ])('%s', (_, file, code, message) => {
      expect(thrownBy(() => decodeWav(file))).toMatchObject({ name: 'AudioDecodeError', code, message });
    });

    it('audio longer than asked for', () => {
      const file = plainWav({}, new Uint8Array(16_002));
      expect(thrownBy(() => decodeWav(file, { maxDurationMs: 1000 }))).toMatchObject({
        code: 'AUDIO_TOO_LONG',
      });
    });
  });
});
