import type { MockContext } from '../mock-context';
import type { Call } from '../switch/call';
import { heardMs } from './call-view';
import { ControlError } from './control-error';

type Condition =
  | { readonly kind: 'connected' }
  | { readonly kind: 'ended' }
  | { readonly kind: 'connectedTo'; readonly dn: string }
  | { readonly kind: 'heardMs'; readonly ms: number };

/** @throws ControlError 400 when `text` is no condition. */
export function parseCondition(text: string): Condition {
  const [, word, argument] = /^(connected|ended|connectedTo|heardMs)(?::(.+))?$/.exec(text) ?? [];
  if ((word === 'connected' || word === 'ended') && argument === undefined) return { kind: word };
  if (word === 'connectedTo' && argument !== undefined) return { kind: 'connectedTo', dn: argument };
  if (word === 'heardMs' && argument !== undefined && /^\d+$/.test(argument)) {
    return { kind: 'heardMs', ms: Number(argument) };
  }
  throw new ControlError(
    400,
    'bad-request',
    'waitFor is one of: connected, ended, connectedTo:<number>, heardMs:<milliseconds>.',
  );
}

/**
 * Resolves as soon as the call is as asked.
 * @throws ControlError 408 when that takes longer than `timeoutMs`, 409 when the
 * call has ended and it can no longer happen.
 */
export function waitFor(
  context: MockContext,
  call: Call,
  condition: Condition,
  timeoutMs: number,
): Promise<void> {
  const { exchange, timers, now } = context;
  return new Promise((resolve, reject) => {
    let cancelHeard = (): void => undefined;
    const finish = (error?: ControlError): void => {
      cancelTimeout();
      cancelHeard();
      stopListening();
      if (error) reject(error);
      else resolve();
    };
    const check = (): void => {
      cancelHeard();
      if (holds(call, condition, now())) {
        finish();
      } else if (call.ending) {
        finish(
          new ControlError(409, 'call-ended', 'The call has ended; what was waited for can not happen.'),
        );
      } else if (condition.kind === 'heardMs' && call.counterpart?.playOut) {
        cancelHeard = timers.after(Math.max(1, condition.ms - heardMs(call, now())), check);
      }
    };
    const cancelTimeout = timers.after(timeoutMs, () => {
      finish(
        new ControlError(408, 'timeout', `Not within ${timeoutMs} ms; ask again with a longer timeoutMs.`),
      );
    });
    const stopListening = exchange.listeners.add({
      callChanged: (changed) => {
        if (changed === call) check();
      },
    });
    check();
  });
}

function holds(call: Call, condition: Condition, now: number): boolean {
  switch (condition.kind) {
    case 'connected':
      return call.state === 'connected';
    case 'ended':
      return call.state === 'ended';
    case 'connectedTo':
      return call.counterpart?.dn.number === condition.dn;
    case 'heardMs':
      return heardMs(call, now) >= condition.ms;
  }
}
