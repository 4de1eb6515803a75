import type { DtmfKey } from '@org/3cx-core';
import type { CollectingCall } from './dtmf/collect-digits';
import { CollectOptionsError } from './dtmf/collect-errors';
import type { CollectCounts } from './dtmf/collect-result';
import { runMenu, type OneKeyOptions, type Unanswered } from './menu';

export interface ConfirmOptions extends OneKeyOptions {
  /** The key for yes. Default `1`. */
  readonly yes?: DtmfKey;
  /** The key for no. Default `2`. */
  readonly no?: DtmfKey;
}

export interface Confirmed extends CollectCounts {
  readonly kind: 'confirmed';
  readonly answer: boolean;
}

export type ConfirmResult = Confirmed | Unanswered;

/**
 * Asks a question that is answered with yes or no.
 * @throws CollectOptionsError when both answers have the same key
 * @throws as `collectDigits` does
 */
export async function confirm(
  call: CollectingCall,
  { yes = '1', no = '2', ...options }: ConfirmOptions = {},
): Promise<ConfirmResult> {
  if (yes === no) {
    throw new CollectOptionsError('Check the options of confirm. yes and no need keys of their own.');
  }
  const result = await runMenu<boolean>(call, { ...options, choices: { [yes]: true, [no]: false } });
  if (result.kind !== 'chosen') return result;
  const { choice, attempts, ignoredDigits, flushedDigits, gap } = result;
  return { kind: 'confirmed', answer: choice, attempts, ignoredDigits, flushedDigits, gap };
}
