import { collectDigits } from '../dtmf/collect-digits';
import type { CollectOptions } from '../dtmf/collect-options';
import type { CollectResult } from '../dtmf/collect-result';
import { FakeCall } from './fake-call';
import { FakeConnection } from './fake-connection';
import { VirtualClock, everythingSettled } from './virtual-clock';

/** A call, its clock, and `collectDigits` bound to both, with one attempt unless told otherwise. */
export interface Scene {
  readonly clock: VirtualClock;
  readonly call: FakeCall;
  readonly connection$: FakeConnection;
  readonly collect: (options?: CollectOptions) => Promise<CollectResult>;
}

export function setScene(): Scene {
  const clock = new VirtualClock();
  const call = new FakeCall(clock);
  const connection$ = new FakeConnection();
  return {
    clock,
    call,
    connection$,
    collect: (options) => collectDigits(call, { clock, attempts: 1, ...options }),
  };
}

/** The keys now waiting in the call's type-ahead buffer. */
export function waitingKeys(call: FakeCall): string {
  return call.digits.waiting.map(({ key }) => key).join('');
}

export async function isPending(promise: Promise<unknown>): Promise<boolean> {
  let pending = true;
  const settled = () => {
    pending = false;
  };
  promise.then(settled, settled);
  await everythingSettled();
  return pending;
}

/** What a finished step must have left behind: no timer, no claim, no prompt. */
export function openThings({ clock, call, connection$ }: Scene): object {
  const { listeners } = connection$;
  return { timers: clock.openTimers, claimed: call.digits.claimed, playing: call.playing, listeners };
}

export const NOTHING_OPEN = { timers: 0, claimed: false, playing: 0, listeners: 0 };
