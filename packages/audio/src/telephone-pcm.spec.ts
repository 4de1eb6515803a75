import fc from 'fast-check';
import { AudioDecodeError, durationMs, encodeWav, toTelephonePcm } from './index';
import { gainOf, middle, peakOf, tone } from './testing/tone';
import { formatBody, plainWav, riffChunk, wavFile } from './testing/wav-file';

const samplesOf = (pcm: Uint8Array): Int16Array => {
  const view = new DataView(pcm.buffer, pcm.byteOffset, pcm.byteLength);
  return Int16Array.from({ length: pcm.length / 2 }, (_, index) => view.getInt16(index * 2, true));
};

const bytesOf = (samples: Float32Array | Int16Array): Uint8Array =>
  new Uint8Array(samples.buffer, samples.byteOffset, samples.byteLength);

describe('toTelephonePcm', () => {
  it('passes a mono 16-bit WAV at 8 kHz sample for sample', async () => {
    await fc.assert(
      fc.asyncProperty(fc.int16Array({ minLength: 1, maxLength: 500 }), async (samples) => {
        expect(samplesOf(await toTelephonePcm(encodeWav(samples)))).toEqual(samples);
      }),
    );
  });

  it('turns one second at 44.1 kHz into one second at 8 kHz, the tone unchanged', async () => {
    const file = encodeWav(
      Int16Array.from(tone(1000, 44_100), (sample) => sample * 0x8000),
      44_100,
    );
    const pcm = await toTelephonePcm(file);
    expect(durationMs(pcm)).toBe(1000);
    const heard = middle(Float32Array.from(samplesOf(pcm), (sample) => sample / 0x8000));
    expect(Math.abs(gainOf(1000, heard, 8000))).toBeLessThan(0.1);
  });

  it('averages the channels, so that opposite ones cancel and equal ones stay as loud', async () => {
    const stereo = (left: number, right: number): Uint8Array =>
      plainWav({ channels: 2 }, bytesOf(Int16Array.of(left, right)));
    expect([...samplesOf(await toTelephonePcm(stereo(9000, -9000)))]).toEqual([0]);
    expect([...samplesOf(await toTelephonePcm(stereo(9000, 9000)))]).toEqual([9000]);
    expect([...samplesOf(await toTelephonePcm(stereo(32_767, 32_767)))]).toEqual([32_767]);
  });

  it('clips what is too loud instead of wrapping around', async () => {
    const loud = plainWav({ tag: 3, bits: 32 }, bytesOf(Float32Array.of(1, 2.5, 3e38, -1, -2.5, -3e38)));
    expect([...samplesOf(await toTelephonePcm(loud))]).toEqual([
      32_767, 32_767, 32_767, -32_768, -32_768, -32_768,
    ]);
  });

  it('plays what is not a number as silence and keeps its neighbours', async () => {
    const broken = plainWav(
      { tag: 3, bits: 32, sampleRate: 16_000 },
      bytesOf(tone(1000, 16_000, 0.1).map((sample, index) => (index === 800 ? NaN : sample))),
    );
    const heard = Float32Array.from(samplesOf(await toTelephonePcm(broken)), (sample) => sample / 0x8000);
    expect(Math.abs(peakOf(heard))).toBeLessThan(1);
  });

  it('takes ten minutes, and refuses more before it decodes any of it', async () => {
    const tenMinutes = plainWav({ bits: 8 }, new Uint8Array(4_800_000));
    expect(durationMs(await toTelephonePcm(tenMinutes))).toBe(600_000);
    const longer = plainWav({ bits: 8 }, new Uint8Array(4_800_001));
    await expect(toTelephonePcm(longer)).rejects.toMatchObject({
      code: 'AUDIO_TOO_LONG',
      message: 'This audio lasts 601 s; at most 600 s can be played. Shorten it.',
    });
  });

  it('believes the file, not its header, about the length', async () => {
    const bomb = wavFile(
      riffChunk('fmt ', formatBody({ bits: 8, sampleRate: 8000 })),
      riffChunk('data', [128, 255, 0, 64], 0xffff_fff0),
    );
    expect([...samplesOf(await toTelephonePcm(bomb))]).toEqual([0, 32_512, -32_768, -16_384]);
  });

  it('reports a file it cannot use as an AudioDecodeError', async () => {
    await expect(toTelephonePcm(new Uint8Array())).rejects.toThrow(AudioDecodeError);
  });
});
