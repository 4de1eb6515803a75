import type { Exchange } from './exchange';
import type { Offer } from './offer';
import { partyOf } from './party';
import type { Dn } from './party';
import type { Path } from './path';
import { forward, reach } from './reach';
import type { Unanswered } from './ringing';

/** Offers a call to the members of a ring group, all at once or one after the other (3CX facts 8.12). */
export function reachRingGroup(
  exchange: Exchange,
  offer: Offer,
  dn: Dn,
  path: Path,
  unreached: Unanswered,
): void {
  const group = exchange.configuration.ringGroups.find(dn.number);
  const members = (group?.members ?? []).filter((member) => takesGroupCalls(exchange, member));
  const memberPath: Path = {
    ...path,
    reason: 'ring-group',
    via: dn.number,
    onBehalfOf: partyOf(dn),
    hops: path.hops + 1,
    forwards: false,
    skipTo: undefined,
    ringMs: (group?.ringSeconds ?? 0) * 1000,
  };
  const onward = (by: string): void => {
    if (!offer.open) return;
    const giveUp = (): void => {
      unreached('no-answer', by);
    };
    const next: Path = { ...path, reason: 'forwarded', via: dn.number, onBehalfOf: partyOf(dn) };
    if (group) forward(exchange, offer, group.noAnswer, next, giveUp, unreached);
    else giveUp();
  };
  const ring = (numbers: readonly string[], then: (by: string) => void): void => {
    let left = numbers.length;
    for (const number of numbers) {
      if (!offer.open) return;
      const destination = exchange.directory.resolve(number);
      if (!destination) continue;
      reach(exchange, offer, destination, memberPath, (_reason, by) => {
        left -= 1;
        if (left === 0) then(by);
      });
    }
  };

  if (members.length === 0) {
    exchange.soon(offer, () => {
      onward('system');
    });
  } else if (group?.strategy === 'Hunt') {
    const next = (index: number, by: string): void => {
      const member = members[index];
      if (member === undefined) onward(by);
      else
        ring([member], (failedBy) => {
          next(index + 1, failedBy);
        });
    };
    next(0, 'system');
  } else {
    ring(members, onward);
  }
}

function takesGroupCalls({ configuration }: Exchange, number: string): boolean {
  const extension = configuration.extensions.find(number);
  const profile = extension?.profiles.find(({ name }) => name === extension.currentProfile);
  return extension !== undefined && !profile?.disableRingGroupCalls;
}
