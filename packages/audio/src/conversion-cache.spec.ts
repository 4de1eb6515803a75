import { AudioDecodeError, ConversionCache, encodeWav, toTelephonePcm } from './index';

const file = (value: number, count = 1000): Uint8Array => encodeWav(new Int16Array(count).fill(value));

describe('ConversionCache', () => {
  it('gives what a conversion gives, and the same array for the same bytes', async () => {
    const cache = new ConversionCache();
    const first = await cache.convert(file(1));
    expect(first).toEqual(await toTelephonePcm(file(1)));
    expect(await cache.convert(file(1))).toBe(first);
    expect(await cache.convert(file(2))).not.toBe(first);
  });

  it('converts once for all who ask at the same time', async () => {
    const cache = new ConversionCache();
    const [one, other] = await Promise.all([cache.convert(file(1)), cache.convert(file(1))]);
    expect(one).toBe(other);
  });

  it('keeps to its size: the least recently used goes first, and what is larger than all of it is not kept', async () => {
    const cache = new ConversionCache({ maxBytes: 5000 });
    const first = await cache.convert(file(1));
    const second = await cache.convert(file(2));
    await cache.convert(file(1));
    await cache.convert(file(3));
    expect(cache.byteLength).toBe(4000);
    expect(await cache.convert(file(1))).toBe(first);
    expect(await cache.convert(file(2))).not.toBe(second);
    await cache.convert(file(4, 10_000));
    expect(cache.byteLength).toBe(4000);
  });

  it('does not remember a failure', async () => {
    const cache = new ConversionCache();
    await expect(cache.convert(new Uint8Array(3))).rejects.toThrow(AudioDecodeError);
    await expect(cache.convert(new Uint8Array(3))).rejects.toThrow(AudioDecodeError);
    expect(cache.byteLength).toBe(0);
  });
});
