import type { Call, DtmfKey, KeyPress, PromptSource } from '@org/3cx-core';
import type { PromptList } from './dtmf/collect-options';

export interface PlayUntilKeyOptions {
  /** Keys that stop it. Others wait for the next step. */
  readonly keys: string;
  /** How often each prompt is played. Default 1. */
  readonly repeat?: number;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Plays prompts to their end, or to the first of these keys, waiting ones included.
 * @returns the key; undefined when none was pressed
 * @throws what `Call.play` throws
 */
export async function playUntilKey(
  call: Pick<Call, 'digits' | 'play'>,
  prompt: PromptList,
  { keys, repeat = 1, signal }: PlayUntilKeyOptions,
): Promise<DtmfKey | undefined> {
  const pressed = new AbortController();
  const others: KeyPress[] = [];
  let found: DtmfKey | undefined;
  const take = (press: KeyPress) => {
    if (found !== undefined || !keys.includes(press.key)) {
      others.push(press);
      return;
    }
    found = press.key;
    pressed.abort();
  };
  const claim = call.digits.claim(take);
  claim.buffered.forEach(take);
  const stop = signal === undefined ? pressed.signal : AbortSignal.any([pressed.signal, signal]);
  try {
    for (const each of promptsOf(prompt)) {
      if (!stop.aborted) await call.play(each, { signal: stop, ...(repeat !== 1 && { repeat }) });
    }
  } finally {
    claim.release({ leftover: others });
  }
  return found;
}

export function promptsOf(prompt: PromptList): readonly PromptSource[] {
  return isList(prompt) ? prompt : [prompt];
}

function isList(prompt: PromptList): prompt is Extract<PromptList, readonly unknown[]> {
  return Array.isArray(prompt);
}
