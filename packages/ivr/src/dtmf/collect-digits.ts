import type { Call } from '@org/3cx-core';
import type { CollectOptions } from './collect-options';
import { planCollection } from './collect-plan';
import type { CollectResult } from './collect-result';
import { Collection } from './collection';

/** What collecting needs of a call: its keys, its ear and its end. */
export type CollectingCall = Pick<Call, 'digits' | 'play' | 'ended'>;

/**
 * Asks the caller for digits: plays the prompt and gathers key presses until they
 * make an entry, can't make one, or don't come; then asks again, as often as
 * `attempts` allows. Keys the caller pressed before are used first, and if there are
 * any the prompt isn't started. Keys pressed after a match stay with the call for the
 * next step.
 *
 * When the promise settles, no timer runs, the prompt has been told to stop, and
 * the keys of the call are free for another step. A call that ends is a result,
 * not an error.
 * @throws CollectOptionsError
 * @throws DigitsClaimedError when another step of this call is collecting
 * @throws whatever `call.play` rejects with when the prompt can't be played
 * @throws the reason of `options.signal` once it is aborted
 */
export async function collectDigits(
  call: CollectingCall,
  options: CollectOptions = {},
): Promise<CollectResult> {
  const plan = planCollection(options);
  plan.signal?.throwIfAborted();
  return new Promise((resolve, reject) => {
    new Collection(call, plan, { resolve, reject });
  });
}
