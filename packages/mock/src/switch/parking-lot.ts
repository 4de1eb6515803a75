import type { Call } from './call';
import type { Destination } from './directory';
import type { Exchange } from './exchange';
import type { Leg } from './leg';
import type { Offer } from './offer';
import { partyOf } from './party';
import type { Party } from './party';
import { directPath } from './path';
import type { Path } from './path';
import type { Unanswered } from './ringing';

interface Parked {
  readonly call: Call;
  readonly leg: Leg;
}

/** Ringing time when nobody fetched a parked call, milliseconds. */
const pickupRingMs = 120_000;

/** The parking places in use. */
export class ParkingLot {
  readonly #parked = new Map<string, Parked>();

  at(place: string): Parked | undefined {
    return this.#parked.get(place);
  }

  get size(): number {
    return this.#parked.size;
  }

  put(place: string, parked: Parked): void {
    this.#parked.set(place, parked);
  }

  leave(place: string): void {
    this.#parked.delete(place);
  }
}

/**
 * Parks a call that is sent to a free place; someone inside who dials a place
 * where a call is parked gets that call (3CX facts 10.9, 12).
 */
export function reachParking(
  exchange: Exchange,
  offer: Offer,
  { kind, dn }: Extract<Destination, { kind: 'parking' | 'unpark' }>,
  path: Path,
  unreached: Unanswered,
): void {
  const parked = exchange.parking.at(dn.number);
  const fetcher = fetcherIn(offer);
  const fail = (reason: 'busy' | 'no-answer'): void => {
    exchange.soon(offer, () => {
      unreached(reason, 'system');
    });
  };
  if (parked && fetcher) {
    // Deferred, so that whoever asked has the leg that is about to go.
    exchange.soon(offer, () => {
      fetch(exchange, offer.call, fetcher, parked, dn.number);
    });
  } else if (kind === 'unpark') {
    fail('no-answer');
  } else if (
    parked ||
    exchange.parking.size >= exchange.configuration.parkingSettings.value.maximumParkedCalls
  ) {
    fail('busy');
  } else {
    const parker = path.onBehalfOf ?? offer.referredBy;
    const parkedPath: Path = { ...path, reason: 'parking' };
    const rung = { dn, deviceId: '', directControl: false, self: partyOf(dn), path: parkedPath };
    const leg = exchange.connect(offer, rung);
    if (leg) hold(exchange, offer.call, leg, parker);
  }
}

/** The leg of someone inside who dialled the place; someone sent there is to be parked. */
function fetcherIn({ call, end }: Offer): Leg | undefined {
  const dialler = call.ends.origin;
  return end === 'target' && !call.ends.target && dialler && dialler.dn.type !== 'Wexternalline'
    ? dialler
    : undefined;
}

function hold(exchange: Exchange, call: Call, leg: Leg, parker: Party | undefined): void {
  const place = leg.dn.number;
  const { autoPickupEnabled, autoPickupSeconds, autoPickup, musicOnHold } =
    exchange.configuration.parkingSettings.value;
  exchange.parking.put(place, { call, leg });
  exchange.legs.voiceOf(leg).loop(musicOnHold);
  const cancel = autoPickupEnabled
    ? exchange.timers.after(autoPickupSeconds * 1000, () => {
        const destination =
          autoPickup === 'TransferBack'
            ? exchange.directory.resolve(parker?.dn ?? '')
            : exchange.directory.routed(autoPickup);
        const end = call.endOf(leg);
        if (!destination || !end) return;
        const path: Path = { ...directPath, reason: 'parking', via: place, onBehalfOf: leg.self };
        exchange.offer(call, { end, destination, timeoutMs: pickupRingMs, path, settled: () => undefined });
      })
    : () => undefined;
  exchange.legs.whenRemoved(leg, () => {
    cancel();
    exchange.parking.leave(place);
  });
}

/** The one who dialled takes the place's end of the parked call; the call made to fetch it is over. */
function fetch(exchange: Exchange, dialled: Call, fetcher: Leg, parked: Parked, place: string): void {
  const end = parked.call.endOf(parked.leg);
  exchange.end(dialled, 'system', 'unparked');
  if (!end) return;
  const path: Path = { ...directPath, reason: 'unparked', via: place };
  exchange.seat(parked.call, end, {
    dn: fetcher.dn,
    deviceId: fetcher.deviceId,
    directControl: fetcher.directControl,
    self: fetcher.self,
    path,
  });
}
