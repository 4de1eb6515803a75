import { decodeWav } from '@org/3cx-audio';
import type { Caller } from './caller';

/**
 * The samples of a file without its silence. On a machine that stands still for a while the
 * mock has nothing to play and notes silence, as a PBX would: what was said stays the same.
 */
export const soundOfWav = (wav: Uint8Array): number[] =>
  withoutSilence(Array.from(decodeWav(wav).channels[0] ?? [], (sample) => Math.round(sample * 32_768)));

export const withoutSilence = (samples: ArrayLike<number>): number[] =>
  Array.from(samples).filter((sample) => sample !== 0);

/** Where `part` lies in `whole`, sample for sample; −1 when it doesn't. */
export function placeOf(part: ArrayLike<number>, whole: ArrayLike<number>): number {
  for (let start = 0; start + part.length <= whole.length; start += 1) {
    let index = 0;
    while (index < part.length && whole[start + index] === part[index]) index += 1;
    if (index === part.length) return start;
  }
  return -1;
}

/** Resolves with all that the caller has heard, silence left out, once that is as `wanted`. */
export async function hears(caller: Caller, wanted: (sound: number[]) => boolean): Promise<number[]> {
  for (let look = 0; look < 300; look += 1) {
    const sound = soundOfWav(await caller.heard());
    if (wanted(sound)) return sound;
    const { heardMs } = await caller.until('connected');
    await caller.until(`heardMs:${String(Math.round(heardMs) + 100)}`);
  }
  throw new Error(`Caller ${caller.id} has not heard what was expected, in half a minute of listening.`);
}

/** Resolves once the caller has heard exactly this, on end, whatever came before and after. */
export const hearsSound = (caller: Caller, samples: ArrayLike<number>): Promise<number[]> =>
  hears(caller, (sound) => placeOf(withoutSilence(samples), sound) >= 0);
