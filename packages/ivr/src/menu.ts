import type { DtmfKey } from '@org/3cx-core';
import { collectDigits, type CollectingCall } from './dtmf/collect-digits';
import { CollectOptionsError } from './dtmf/collect-errors';
import type { CollectOptions } from './dtmf/collect-options';
import type { CollectCounts, CollectMatch, CollectResult } from './dtmf/collect-result';

/** What every question with one key as its answer can be told. */
export type OneKeyOptions = Omit<
  CollectOptions,
  'maxDigits' | 'minDigits' | 'validDigits' | 'pattern' | 'validate' | 'requireTerminator' | 'termTimeoutMs'
>;

/** How a question can end without an answer. */
export type Unanswered = Exclude<CollectResult, CollectMatch>;

export interface MenuOptions<Choice> extends OneKeyOptions {
  /** What each key stands for, e.g. `{ '1': 'sales', '2': 'support' }`. At least one. */
  readonly choices: Readonly<Partial<Record<DtmfKey, Choice>>>;
}

export interface MenuChosen<Choice> extends CollectCounts {
  readonly kind: 'chosen';
  readonly choice: Choice;
}

export type MenuResult<Choice> = MenuChosen<Choice> | Unanswered;

/**
 * Lets the caller choose with one key. Any other key ends the attempt at once. A `#`
 * that follows the choice from habit is dropped, unless `#` is a choice itself.
 * @throws CollectOptionsError when there is no choice, or for what `collectDigits` refuses
 * @throws as `collectDigits` does
 */
export async function runMenu<Choice>(
  call: CollectingCall,
  { choices, ...options }: MenuOptions<Choice>,
): Promise<MenuResult<Choice>> {
  const byKey = new Map<string, Choice>(
    Object.entries<Choice | undefined>(choices).flatMap(([key, choice]) =>
      choice === undefined ? [] : [[key, choice] as const],
    ),
  );
  if (byKey.size === 0)
    throw new CollectOptionsError('Check the options of runMenu. choices: name at least one key.');
  const result = await collectDigits(call, {
    ...(byKey.has('#') && { terminators: '' }),
    ...options,
    maxDigits: 1,
    validDigits: [...byKey.keys()].join(''),
  });
  if (result.kind !== 'match') return result;
  const choice = byKey.get(result.digits);
  if (choice === undefined) throw new Error('A menu matched a key that is none of its choices');
  const { attempts, ignoredDigits, flushedDigits, gap } = result;
  return { kind: 'chosen', choice, attempts, ignoredDigits, flushedDigits, gap };
}
