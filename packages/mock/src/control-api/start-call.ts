import type { MockContext } from '../mock-context';
import type { Call } from '../switch/call';
import type { Destination } from '../switch/directory';
import { partyOf } from '../switch/party';
import { directPath } from '../switch/path';
import { ControlError } from './control-error';

export interface CallToStart {
  readonly from: string;
  readonly to?: string | undefined;
  readonly did?: string | undefined;
  readonly name?: string | undefined;
}

/**
 * Someone calls: an extension when `from` is one, outside otherwise. A call from
 * outside without `to` goes where the inbound rules send the number dialled.
 * @throws ControlError when it can't be placed.
 */
export function startCall(context: MockContext, { from, to, did = '', name = '' }: CallToStart): Call {
  const { directory, exchange } = context;
  const caller = directory.resolve(from);
  if (caller?.kind === 'extension') {
    if (to === undefined) throw new ControlError(400, 'bad-request', 'An extension dials a number: give to.');
    const party = partyOf(caller.dn);
    const destination = dialled(directory.resolve(to));
    return exchange.placeCall({ caller: { dn: caller.dn, party }, from, to, did, destination });
  }
  if (caller && caller.kind !== 'outside') {
    throw new ControlError(400, 'bad-request', 'from is an extension (100-105) or an outside number.');
  }
  const trunk = directory.trunkFor(did);
  if (exchange.trunkIsFull(trunk.number)) {
    throw new ControlError(
      409,
      'trunk-busy',
      'The trunk carries as many calls as it can: end one, or raise simultaneousCalls.',
    );
  }
  const withholdsDid = context.configuration.trunks.find(trunk.number)?.presentDid === false;
  const party = { ...partyOf(trunk), callerId: from, name, did, withholdsDid };
  const inbound = { did, caller: from, trunk: trunk.number, at: context.wallNow() };
  return exchange.placeCall({
    caller: { dn: trunk, party },
    from,
    to: to ?? did,
    did,
    destination: to === undefined ? ruled(directory.inbound(inbound)) : dialled(directory.resolve(to)),
    path: to === undefined ? { ...directPath, reason: 'inbound-rule' } : directPath,
  });
}

function dialled(destination: Destination | undefined): Destination {
  if (destination) return destination;
  throw new ControlError(
    400,
    'no-such-number',
    'Nothing answers to that number: call the route point, an extension (100-105) or the queue (800).',
  );
}

function ruled(destination: Destination | undefined): Destination {
  if (destination) return destination;
  throw new ControlError(
    400,
    'no-inbound-rule',
    'No inbound rule takes that DID: the caller hears that the number is not in service.',
  );
}
