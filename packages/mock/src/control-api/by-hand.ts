import type { Call } from '../switch/call';
import type { Exchange } from '../switch/exchange';
import type { Leg } from '../switch/leg';
import { ControlError } from './control-error';

export const handActions = ['answer', 'reject', 'hangup'] as const;
export type HandAction = (typeof handActions)[number];

const nothingToDo: Record<HandAction, string> = {
  answer: 'The phone is not ringing: call it first, and let it ring with {"answer": "manual"}.',
  reject: 'The phone is not ringing: call it first, and let it ring with {"answer": "manual"}.',
  hangup: 'The phone is in no call that it could hang up.',
};

/**
 * Someone at a phone lifts the receiver, declines, or hangs up, whatever the phone was set to do by itself.
 * @param number of the extension, or of the phone outside.
 * @param callId which call, when the phone has several; the oldest otherwise.
 * @returns the call.
 * @throws ControlError 409 when the phone has nothing to answer, to reject or to hang up.
 */
export function byHand(
  exchange: Exchange,
  number: string,
  action: HandAction,
  callId: number | undefined,
): Call {
  for (const call of exchange.register.active) {
    if (callId !== undefined && call.id !== callId) continue;
    const legs = call.liveLegs.filter((leg) => !leg.far && isAt(leg, number));
    const leg = legs.find((candidate) => call.attempts.has(candidate) === (action !== 'hangup'));
    if (!leg) continue;
    if (action === 'answer') exchange.answer(leg);
    else if (leg.dn.type !== 'Wexternalline' || action === 'reject') exchange.drop(leg);
    else exchange.end(call, call.ends.origin === leg ? 'caller' : 'callee', 'hung up');
    return call;
  }
  throw new ControlError(409, `can-not-${action}`, nothingToDo[action]);
}

/** Someone outside is at the trunk's DN, and told apart by the number presented. */
function isAt(leg: Leg, number: string): boolean {
  return (leg.dn.type === 'Wexternalline' ? leg.self.callerId : leg.dn.number) === number;
}
