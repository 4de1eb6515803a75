import { cadencePcm, tonePcm, type Cadence } from './tone';

/** Whose tones: one frequency as in most of Europe (ITU-T E.180), or the pairs of North America. */
export type ToneRegion = 'europe' | 'north-america';

const at = (levelDb: number, ...hertz: number[]) => hertz.map((one) => ({ hertz: one, levelDb }));

const RINGBACK: Readonly<Record<ToneRegion, Cadence>> = {
  europe: { components: at(-16, 425), pattern: [1000, 4000] },
  'north-america': { components: at(-19, 440, 480), pattern: [2000, 4000] },
};

const BUSY: Readonly<Record<ToneRegion, Cadence>> = {
  europe: { components: at(-16, 425), pattern: [500, 500] },
  'north-america': { components: at(-19, 480, 620), pattern: [500, 500] },
};

/** What a caller hears while the other side rings. Without `ms`, one ring and its pause. */
export const ringback = (region: ToneRegion = 'europe', ms?: number): Uint8Array<ArrayBuffer> =>
  cadencePcm(RINGBACK[region], ms);

/** What a caller hears when the other side is busy. Without `ms`, one tone and its pause. */
export const busyTone = (region: ToneRegion = 'europe', ms?: number): Uint8Array<ArrayBuffer> =>
  cadencePcm(BUSY[region], ms);

/** The beep before a recording: 1000 Hz. Milliseconds, default 200. */
export const beep = (ms = 200): Uint8Array<ArrayBuffer> => tonePcm(at(-12, 1000), ms);
