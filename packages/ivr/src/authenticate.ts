import type { PromptSource } from '@org/3cx-core';
import { collectDigits, type CollectingCall } from './dtmf/collect-digits';
import { CollectOptionsError } from './dtmf/collect-errors';
import type { CollectOptions } from './dtmf/collect-options';
import type { Lockout } from './lockout';
import type { Unanswered } from './menu';

export interface AuthenticateOptions {
  /** How to ask for the id. */
  readonly id: CollectOptions;
  /** How to ask for the PIN. Keys typed ahead of it count, as everywhere. */
  readonly pin: CollectOptions;
  /** Whether the two belong together. A throw ends the step with it. */
  readonly verify: (id: string, pin: string) => boolean | Promise<boolean>;
  /** How often the caller may try id and PIN. 1–100, default 3. */
  readonly attempts?: number;
  /** Played after a try that failed, before the next. */
  readonly deniedPrompt?: PromptSource;
  /** Keeps an id from being tried without end, over calls. Without it only `attempts` counts. */
  readonly lockout?: Lockout;
}

export type AuthenticateResult =
  /** `id` is the caller's; treat it as you would the digits of any entry. */
  | { readonly kind: 'authenticated'; readonly id: string; readonly attempts: number }
  | { readonly kind: 'denied'; readonly attempts: number }
  /** The id had failed too often; whether the PIN was right isn't told, nor was it verified. */
  | { readonly kind: 'lockedOut'; readonly attempts: number }
  /** One of the two was not entered. */
  | {
      readonly kind: 'unanswered';
      readonly step: 'id' | 'pin';
      readonly result: Unanswered;
      readonly attempts: number;
    };

/**
 * Asks for an id and a PIN and has them verified. Which of the two was wrong is never told
 * to the caller, and a locked id is asked for its PIN like any other.
 * @throws CollectOptionsError, whatever `verify` or the lock-out throw, and as `collectDigits` does
 */
export async function authenticate(
  call: CollectingCall,
  { id, pin, verify, attempts = 3, deniedPrompt, lockout }: AuthenticateOptions,
): Promise<AuthenticateResult> {
  if (!Number.isInteger(attempts) || attempts < 1 || attempts > 100) {
    throw new CollectOptionsError(
      'Check the options of authenticate. attempts: a whole number from 1 to 100.',
    );
  }
  for (let attempt = 1; ; attempt += 1) {
    const entered = await collectDigits(call, id);
    if (entered.kind !== 'match') {
      return { kind: 'unanswered', step: 'id', result: entered, attempts: attempt };
    }
    const secret = await collectDigits(call, pin);
    if (secret.kind !== 'match') {
      return { kind: 'unanswered', step: 'pin', result: secret, attempts: attempt };
    }
    if (await lockout?.isLocked(entered.digits)) return { kind: 'lockedOut', attempts: attempt };
    if (await verify(entered.digits, secret.digits)) {
      await lockout?.succeeded(entered.digits);
      return { kind: 'authenticated', id: entered.digits, attempts: attempt };
    }
    await lockout?.failed(entered.digits);
    if (attempt >= attempts) return { kind: 'denied', attempts: attempt };
    // What was typed ahead was meant for an entry that stands no more (row 16).
    call.digits.clear();
    if (deniedPrompt !== undefined) await call.play(deniedPrompt);
  }
}
