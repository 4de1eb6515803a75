const alaw = (code: number): number => {
  const bits = code ^ 0x55;
  const segment = (bits >> 4) & 7;
  const step = ((bits & 0xf) << 4) + 8;
  const size = segment === 0 ? step : (step + 0x100) << (segment - 1);
  return (bits & 0x80) === 0 ? -size : size;
};

const ulaw = (code: number): number => {
  const bits = ~code & 0xff;
  const size = ((((bits & 0xf) << 3) + 0x84) << ((bits >> 4) & 7)) - 0x84;
  return (bits & 0x80) === 0 ? size : -size;
};

/** The sample of each G.711 code, full scale 32 768. */
export const ALAW = Int16Array.from({ length: 256 }, (_, code) => alaw(code));
export const ULAW = Int16Array.from({ length: 256 }, (_, code) => ulaw(code));
