import { decodeAudio, encodeWav } from '../index';
import { ascii, extensibleBody, riffChunk, wavFile } from '../testing/wav-file';
import { frameOfMpeg } from '../testing/mpeg-file';

const id3 = (bytes: number): Uint8Array => {
  const tag = new Uint8Array(10 + bytes);
  tag.set([...ascii('ID3'), 4, 0, 0, 0, 0, bytes >> 7, bytes & 0x7f]);
  return tag;
};

describe('decodeAudio', () => {
  it('tells the kind by the bytes, whatever the name was', async () => {
    expect((await decodeAudio(encodeWav(Int16Array.of(0, 16_384)))).channels[0]).toEqual(
      Float32Array.of(0, 0.5),
    );
    const gsm = new Uint8Array(66);
    gsm[0] = 0xd8;
    gsm[33] = 0xd1;
    expect((await decodeAudio(gsm)).channels[0]).toHaveLength(320);
  });

  it('reads 7.1 at 192 kHz with 24 bits', async () => {
    const format = extensibleBody({ channels: 8, sampleRate: 192_000, bits: 24 });
    const { channels, sampleRate } = await decodeAudio(
      wavFile(riffChunk('fmt ', format), riffChunk('data', new Uint8Array(24 * 100))),
    );
    expect([channels.length, channels[0]?.length, sampleRate]).toEqual([8, 100, 192_000]);
  });

  it.each([
    ['nothing', new Uint8Array(), 'AUDIO_EMPTY', /file is empty/],
    ['an MP3 that is only a tag', id3(1000), 'AUDIO_EMPTY', /perhaps only tags/],
    [
      'a tag that says it is larger than the file',
      id3(1000).subarray(0, 20),
      'AUDIO_EMPTY',
      /perhaps only tags/,
    ],
    [
      'an MP3 without one whole frame',
      frameOfMpeg(1, 9).subarray(0, 300),
      'AUDIO_EMPTY',
      /perhaps only tags/,
    ],
    ['a web page', ascii('<!DOCTYPE html><title>Sign in</title>'), 'AUDIO_INVALID', /web page, not audio/],
    [
      'an error as JSON',
      ascii('{"error":"not found"}'),
      'AUDIO_INVALID',
      /text, not audio. Use a WAV, MP3 or GSM file/,
    ],
    ['noise', Uint8Array.of(1, 2, 3, 4, 5, 200), 'AUDIO_INVALID', /not a file we know/],
    ['Ogg', ascii('OggS\0\0'), 'AUDIO_UNSUPPORTED', /Ogg can't be read; use WAV, MP3 or GSM/],
  ])('refuses %s', async (_, bytes, code, message) => {
    const failed = decodeAudio(bytes);
    await expect(failed).rejects.toMatchObject({ name: 'AudioDecodeError', code });
    await expect(failed).rejects.toThrow(message);
  });

  it('refuses an MP3 that is too long before it decodes any of it', async () => {
    const frame = frameOfMpeg(1, 1);
    const long = Uint8Array.from({ length: frame.length * 400 }, (_, at) => frame[at % frame.length] ?? 0);
    await expect(decodeAudio(long, { maxDurationMs: 10_000 })).rejects.toMatchObject({
      code: 'AUDIO_TOO_LONG',
    });
  });
});
