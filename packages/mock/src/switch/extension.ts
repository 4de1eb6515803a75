import type { AvailableProfile } from '../configuration/forwarding-profile';
import type { RouteByOrigin } from '../configuration/route-to';
import type { RingFailure } from './call';
import type { Exchange } from './exchange';
import type { Offer } from './offer';
import { partyOf } from './party';
import type { Dn } from './party';
import type { Path } from './path';
import { forward, ringOutside } from './reach';
import { Ringing } from './ringing';
import type { Unanswered } from './ringing';

/** Which rule of a profile answers for which failure; a phone that declines is busy to the caller. */
const ruleFor: Record<Exclude<RingFailure, 'cancelled'>, 'noAnswer' | 'busy' | 'notRegistered'> = {
  'no-answer': 'noAnswer',
  busy: 'busy',
  rejected: 'busy',
  'not-registered': 'notRegistered',
};

/**
 * Offers a call to an extension: every registered phone rings, one participant
 * each, and the current profile forwards what they don't take, or all of it
 * (3CX facts 7.4, 10.4).
 */
export function reachExtension(
  exchange: Exchange,
  offer: Offer,
  dn: Dn,
  path: Path,
  unreached: Unanswered,
): void {
  const extension = exchange.configuration.extensions.find(dn.number);
  const profile = extension?.profiles.find(({ name }) => name === extension.currentProfile);
  const onward = (routes: RouteByOrigin, giveUp: () => void): void => {
    const route = offer.fromOutside ? routes.external : routes.internal;
    const onBehalfOf = partyOf(dn);
    const next: Path = {
      ...path,
      reason: 'forwarded',
      via: dn.number,
      onBehalfOf,
      skipTo: undefined,
      deviceId: undefined,
    };
    forward(exchange, offer, route, { ...next, ringMs: undefined }, giveUp, unreached);
  };
  const fail = (reason: RingFailure) => (): void => {
    exchange.soon(offer, () => {
      unreached(reason, 'system');
    });
  };

  if (!extension?.enabled) {
    fail('not-registered')();
  } else if (path.skipTo && profile?.style === 'available' && hasRule(profile[path.skipTo], offer)) {
    onward(profile[path.skipTo], fail('no-answer'));
  } else if (path.forwards && profile?.style === 'away') {
    onward(profile.forward, fail('no-answer'));
  } else {
    const available = path.forwards && profile?.style === 'available' ? profile : undefined;
    ringPhones(exchange, offer, dn, path, available, (reason, by) => {
      const giveUp = (): void => {
        unreached(reason, by);
      };
      if (!available || reason === 'cancelled') giveUp();
      else onward(available[ruleFor[reason]], giveUp);
    });
  }
}

function hasRule({ external, internal }: RouteByOrigin, { fromOutside }: Offer): boolean {
  return (fromOutside ? external : internal).to !== 'None';
}

function ringPhones(
  exchange: Exchange,
  offer: Offer,
  dn: Dn,
  path: Path,
  profile: AvailableProfile | undefined,
  unanswered: Unanswered,
): void {
  const mobile = exchange.configuration.extensions.find(dn.number)?.mobile ?? '';
  const devices = dn.devices.filter(({ id }) => path.deviceId === undefined || id === path.deviceId);
  const rung = { dn, self: partyOf(dn), status: 'Ringing' } as const;
  const ringMs = Math.min(path.ringMs ?? Infinity, (profile?.noAnswerSeconds ?? Infinity) * 1000);
  const timed = { ...path, ringMs: Number.isFinite(ringMs) ? ringMs : undefined };
  const ringing = new Ringing(offer, unanswered);
  if (devices.length === 0 || !exchange.phones.of(dn.number).registered) {
    const phone = { ...exchange.phones.of(dn.number), registered: false };
    exchange.ring(ringing, { ...rung, path: timed, deviceId: '', directControl: false, phone });
    return;
  }
  for (const { id, directControl } of devices) {
    // A phone of the first may already have taken the call.
    if (!offer.open) return;
    const phone = exchange.phones.of(dn.number, id);
    exchange.ring(ringing, { ...rung, path: timed, deviceId: id, directControl, phone });
  }
  if (profile?.ringMyMobile && mobile !== '' && offer.open) {
    const outside = { kind: 'outside', dn: exchange.directory.trunk, number: mobile } as const;
    ringOutside(exchange, ringing, outside, { ...timed, via: dn.number, onBehalfOf: partyOf(dn) });
  }
}
