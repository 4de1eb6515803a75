import { endCall } from './route-to';
import type { RouteTo } from './route-to';

/** A shared parking place; dialled or transferred to by its number. */
export interface ParkingConfiguration {
  readonly id: number;
  /** `SP0`, `SP11`… */
  readonly number: string;
  readonly departmentIds: readonly number[];
}

export type NewParking = { readonly number: string } & Partial<Omit<ParkingConfiguration, 'id' | 'number'>>;

export function parkingFrom(given: NewParking, id: number): ParkingConfiguration {
  return { id, departmentIds: [], ...given };
}

/** What happens to parked calls (3CX facts 10.9). */
export interface ParkingSettings {
  /** Whether a call that nobody fetched goes to `autoPickup` after `autoPickupSeconds`. */
  readonly autoPickupEnabled: boolean;
  readonly autoPickupSeconds: number;
  /** Where it goes; `TransferBack` is whoever parked it. */
  readonly autoPickup: RouteTo | 'TransferBack';
  readonly maximumParkedCalls: number;
  /** File of the web server. */
  readonly musicOnHold: string;
}

export const defaultParkingSettings: ParkingSettings = {
  autoPickupEnabled: false,
  autoPickupSeconds: 60,
  autoPickup: endCall,
  maximumParkedCalls: 100,
  musicOnHold: '/prompts/hold-music.wav',
};
