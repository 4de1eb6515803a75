import fc from 'fast-check';
import { decodeWav, encodeWav } from './index';

describe('encodeWav', () => {
  it('writes the canonical 44-byte header, 8 kHz mono 16 bit by default', () => {
    const file = encodeWav(Int16Array.of(1, -1));
    expect(Buffer.from(file).toString('hex')).toBe(
      '52494646280000005741564566' +
        '6d742010000000010001' +
        '00401f0000803e0000020010006461746104000000' +
        '0100ffff',
    );
  });

  it('comes back sample for sample through decodeWav', () => {
    fc.assert(
      fc.property(
        fc.int16Array({ minLength: 1, maxLength: 300 }),
        fc.integer({ min: 4000, max: 192_000 }),
        (samples, sampleRate) => {
          const audio = decodeWav(encodeWav(samples, sampleRate));
          expect(audio.sampleRate).toBe(sampleRate);
          expect(audio.channels).toHaveLength(1);
          expect(Int16Array.from(audio.channels[0] ?? [], (sample) => sample * 0x8000)).toEqual(samples);
        },
      ),
    );
  });
});
