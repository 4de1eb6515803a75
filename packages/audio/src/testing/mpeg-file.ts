/** kbit/s of MPEG 1 layer III by index. */
const BITRATES = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320];

/** A frame of MPEG 1 layer III at 44.1 kHz whose content is noise that follows from `seed`. */
export function frameOfMpeg(seed: number, bitrateIndex: number): Uint8Array {
  const byteLength = Math.floor((144 * (BITRATES[bitrateIndex] ?? 128) * 1000) / 44_100);
  let state = seed % 2_147_483_648;
  const frame = Uint8Array.from({ length: byteLength }, () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state >> 16;
  });
  frame.set([0xff, 0xfb, bitrateIndex << 4, 0]);
  return frame;
}
