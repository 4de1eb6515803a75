import { decodeRawPcm } from '../index';
import { thrownBy } from '../testing/thrown-by';

describe('decodeRawPcm', () => {
  it('reads telephone PCM unless told otherwise, dropping half a sample at the end', () => {
    const { sampleRate, channels } = decodeRawPcm(Uint8Array.of(0, 0x40, 0, 0x80, 9));
    expect(sampleRate).toBe(8000);
    expect(channels.map((channel) => [...channel])).toEqual([[0.5, -1]]);
  });

  it('separates channels', () => {
    const bytes = Uint8Array.of(0, 0x40, 0, 0x80, 0, 0x20, 0, 0xe0);
    const { sampleRate, channels } = decodeRawPcm(bytes, { sampleRate: 16_000, channels: 2 });
    expect(sampleRate).toBe(16_000);
    expect(channels.map((channel) => [...channel])).toEqual([
      [0.5, 0.25],
      [-1, -0.25],
    ]);
  });

  it('refuses what holds no sample, is too long, or has a format out of range', () => {
    expect(thrownBy(() => decodeRawPcm(Uint8Array.of(1)))).toMatchObject({ code: 'AUDIO_EMPTY' });
    expect(thrownBy(() => decodeRawPcm(new Uint8Array(16_002), {}, { maxDurationMs: 1000 }))).toMatchObject({
      code: 'AUDIO_TOO_LONG',
    });
    expect(() => decodeRawPcm(new Uint8Array(8), { sampleRate: 800 })).toThrow(RangeError);
    expect(() => decodeRawPcm(new Uint8Array(8), { channels: 9 })).toThrow(RangeError);
  });
});
