import type { MockContext } from '../mock-context';
import type { RingFailure } from '../switch/call';
import type { Leg } from '../switch/leg';
import type { Path } from '../switch/path';
import { divert, route } from '../switch/routing';
import type { Access } from './access';
import { notFound, refusal, success } from './call-control-result';
import type { Answer, ResultReason } from './call-control-result';
import { ringTimeoutMs } from './command-body';
import type { CommandBody } from './command-body';
import { participantJson } from './participant-json';

const failures: Record<RingFailure, { readonly reason: ResultReason; readonly text: string }> = {
  busy: { reason: 'PhoneBusy', text: 'The destination is busy.' },
  rejected: { reason: 'NoAnswer', text: 'The destination declined the call.' },
  'no-answer': { reason: 'NoAnswer', text: 'The destination did not answer in time.' },
  'not-registered': { reason: 'PhoneNotRegistered', text: 'The destination has no registered phone.' },
  cancelled: { reason: 'None', text: 'The call ended or someone else took it.' },
};

/** Participant actions, with what each allows in which state (3CX facts 5). */
export async function act(
  context: MockContext,
  access: Access,
  leg: Leg,
  action: string,
  body: CommandBody,
): Promise<Answer> {
  const { exchange } = context;
  switch (action) {
    case 'drop':
      exchange.drop(leg);
      return success(null);
    case 'answer':
      if (!leg.directControl) return refusal(422, 'The device can not be answered from here (no uaCSTA).');
      if (!exchange.answer(leg)) return refusal(422, `A participant that is ${leg.status} can not answer.`);
      return success(shown(context, access, leg));
    case 'divert':
    case 'routeto':
    case 'transferto':
      return send(context, access, leg, action, body);
    case 'attach_participant_data':
    case 'attach_party_data':
      if (!body.attacheddata) return refusal(422, 'attacheddata is missing');
      Object.assign(
        action === 'attach_party_data' ? leg.attached.party : leg.attached.participant,
        body.attacheddata,
      );
      return success(shown(context, access, leg));
    default:
      return notFound;
  }
}

async function send(
  context: MockContext,
  access: Access,
  leg: Leg,
  action: 'divert' | 'routeto' | 'transferto',
  body: CommandBody,
): Promise<Answer> {
  const { exchange, directory, settings } = context;
  if (body.destination === undefined) return refusal(422, 'destination is missing');
  const allowed = {
    divert: leg.status === 'Ringing',
    routeto: leg.status !== 'Dialing',
    transferto: leg.status === 'Connected',
  }[action];
  if (!allowed) return refusal(422, `${action} is not possible while the participant is ${leg.status}.`);
  if (leg.routing) return refusal(422, 'Another routeto or transferto of this participant is in progress.');
  const destination = directory.resolve(body.destination);
  if (!destination || (destination.kind === 'parking' && !settings.parkByNumber))
    return refusal(422, 'No route: nothing answers to that number.', 'NoDestinations');

  const target = { destination, timeoutMs: ringTimeoutMs(body, settings), skipTo: ruleNamed(body.reason) };
  if (action === 'divert') {
    const next = divert(exchange, leg, target);
    if (next) Object.assign(next.attached.participant, body.attacheddata);
    return success(next ? shown(context, access, next) : null);
  }
  const outcome = await route(exchange, leg, action, target);
  if (outcome.kind === 'answered') {
    Object.assign(outcome.leg.attached.participant, body.attacheddata);
    return success(shown(context, access, outcome.leg));
  }
  const { reason, text } = failures[outcome.reason];
  return refusal(422, text, reason);
}

/**
 * Any reason but `None` goes on with the diversion: the destination counts as not
 * answering, busy or not registered, and its own rule for that applies (3CX facts 4.4).
 */
function ruleNamed(reason: string | undefined): Path['skipTo'] {
  switch (reason?.toLowerCase()) {
    case 'noanswer':
      return 'noAnswer';
    case 'phonebusy':
      return 'busy';
    // Both spellings are in use.
    case 'phonenotregistered':
    case 'phonenotregisterred':
      return 'notRegistered';
    default:
      return undefined;
  }
}

function shown({ settings }: MockContext, access: Access, leg: Leg): object | null {
  return access.isGranted(leg.dn) ? participantJson(leg, settings.presentDid) : null;
}
