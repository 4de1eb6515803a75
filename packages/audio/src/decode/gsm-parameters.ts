/** What one GSM 06.10 frame says: 20 ms of speech in 260 bits. */
export interface GsmFrame {
  /** Coded log-area ratios, eight. */
  readonly larc: readonly number[];
  /** Four subframes of 5 ms. */
  readonly subframes: readonly GsmSubframe[];
}

export interface GsmSubframe {
  /** Long-term prediction lag. */
  readonly lag: number;
  /** Index of the long-term prediction gain. */
  readonly gain: number;
  /** Position of the pulse grid. */
  readonly grid: number;
  /** Coded block amplitude. */
  readonly amplitude: number;
  /** Thirteen coded pulses. */
  readonly pulses: readonly number[];
}

const LAR_BITS = [6, 6, 5, 5, 4, 4, 3, 3];

type ReadBits = (count: number) => number;

const readFrame = (bits: ReadBits): GsmFrame => ({
  larc: LAR_BITS.map(bits),
  subframes: Array.from({ length: 4 }, () => ({
    lag: bits(7),
    gain: bits(2),
    grid: bits(2),
    amplitude: bits(6),
    pulses: Array.from({ length: 13 }, () => bits(3)),
  })),
});

const bitReader = (bytes: Uint8Array, offset: number, lowestFirst: boolean): ReadBits => {
  let at = 0;
  return (count) => {
    let value = 0;
    for (let bit = 0; bit < count; bit += 1) {
      const byte = bytes[offset + (at >> 3)] ?? 0;
      if (lowestFirst) value |= ((byte >> (at & 7)) & 1) << bit;
      else value = (value << 1) | ((byte >> (7 - (at & 7))) & 1);
      at += 1;
    }
    return value;
  };
};

/** Bytes of a frame in a raw `.gsm` file: four marker bits (0xD), then the parameters, highest bit first. */
export const GSM_FRAME_BYTES = 33;
export const GSM_MARKER = 0xd;

/** Bytes of a pair of frames in a WAV file ("WAV49"): no marker, lowest bit first. */
export const GSM_WAV_BLOCK_BYTES = 65;

/** The frame of a raw `.gsm` file that begins at `offset`. */
export function readGsmFrame(bytes: Uint8Array, offset: number): GsmFrame {
  const bits = bitReader(bytes, offset, false);
  bits(4);
  return readFrame(bits);
}

/** The two frames of a WAV file's block that begins at `offset`. */
export function readGsmWavBlock(bytes: Uint8Array, offset: number): readonly [GsmFrame, GsmFrame] {
  const bits = bitReader(bytes, offset, true);
  return [readFrame(bits), readFrame(bits)];
}
