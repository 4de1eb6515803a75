import type { DialCodes } from '../../configuration/dial-codes';
import type { PbxConfiguration } from '../../configuration/pbx-configuration';
import type { ParkingSettings } from '../../configuration/parking';
import type { RouteTo } from '../../configuration/route-to';
import { endCall } from '../../configuration/route-to';
import type { JsonObject } from '../odata/json';
import { badRequest } from '../odata/odata-error';
import type { Singleton } from '../service/resource';
import type { TypeLibrary } from '../types/type-library';
import { asRequested } from './configured-set';
import { amount, flag, text } from './json-reading';

const dialCodes: Readonly<Record<string, keyof DialCodes>> = {
  DialCodeBillingCode: 'billingCode',
  DialCodeHideCallerID: 'hideCallerId',
  DialCodeHotdesking: 'hotdesking',
  DialCodeHotelAccess: 'hotelAccess',
  DialCodeIntercom: 'intercom',
  DialCodeLoggedInQueue: 'loggedInQueue',
  DialCodeLoggedOutQueue: 'loggedOutQueue',
  DialCodeOutOffice: 'outOfOffice',
  DialCodePark: 'park',
  DialCodePickup: 'pickup',
  DialCodeProfileStatus: 'profileStatus',
  DialCodeUnpark: 'unpark',
  DialCodeVMail: 'voicemail',
};

/** `DialCodeSettings` (3CX facts 10.9). */
export function dialCodeSettings({ dialCodes: codes }: PbxConfiguration, types: TypeLibrary): Singleton {
  return {
    kind: 'singleton',
    name: 'DialCodeSettings',
    type: types.structure('DialCodeSettings'),
    access: 'administrators',
    read: () =>
      Object.fromEntries(Object.entries(dialCodes).map(([property, name]) => [property, codes.value[name]])),
    change: (body) => {
      const changes = Object.entries(dialCodes).filter(([property]) => body[property] !== undefined);
      const change = Object.fromEntries(changes.map(([property, name]) => [name, text(body[property])]));
      asRequested(() => codes.change(change));
    },
    operations: [],
  };
}

/** `CallParkingSettings` (3CX facts 10.9). */
export function callParkingSettings(configuration: PbxConfiguration, types: TypeLibrary): Singleton {
  const settings = configuration.parkingSettings;
  return {
    kind: 'singleton',
    name: 'CallParkingSettings',
    type: types.structure('CallParkingSettings'),
    access: 'administrators',
    read: () => parkingJson(settings.value),
    change: (body) => {
      asRequested(() => settings.change(parkingChange(settings.value, body, configuration)));
    },
    operations: [],
  };
}

function parkingJson(settings: ParkingSettings): JsonObject {
  const { autoPickup } = settings;
  return {
    AutoPickupEnabled: settings.autoPickupEnabled,
    AutoPickupTimeout: settings.autoPickupSeconds,
    AutoPickupForwardType: pickupType(autoPickup),
    AutoPickupForwardDN:
      autoPickup === 'TransferBack' || autoPickup.to === 'External' ? '' : autoPickup.number,
    AutoPickupForwardExternalNumber:
      autoPickup !== 'TransferBack' && autoPickup.to === 'External' ? autoPickup.number : '',
    MaximumParkedCalls: settings.maximumParkedCalls,
    MusicOnHold: settings.musicOnHold,
  };
}

function pickupType(route: ParkingSettings['autoPickup']): string {
  if (route === 'TransferBack') return 'TransferBack';
  switch (route.to) {
    case 'VoiceMail':
      return 'ExtensionVoiceMail';
    case 'External':
      return 'ExternalNumber';
    case 'RoutePoint':
      return 'RoutePoint';
    default:
      return 'DN';
  }
}

function parkingChange(
  before: ParkingSettings,
  body: JsonObject,
  configuration: PbxConfiguration,
): Partial<ParkingSettings> {
  const after = { ...parkingJson(before), ...body };
  const destination = ['AutoPickupForwardType', 'AutoPickupForwardDN', 'AutoPickupForwardExternalNumber'];
  return {
    autoPickupEnabled: flag(after.AutoPickupEnabled),
    autoPickupSeconds: amount(after.AutoPickupTimeout),
    maximumParkedCalls: amount(after.MaximumParkedCalls),
    musicOnHold: text(after.MusicOnHold),
    ...(destination.some((property) => body[property] !== undefined)
      ? { autoPickup: pickupRoute(after, configuration) }
      : {}),
  };
}

function pickupRoute(settings: JsonObject, configuration: PbxConfiguration): RouteTo | 'TransferBack' {
  const number = text(settings.AutoPickupForwardDN);
  switch (settings.AutoPickupForwardType) {
    case 'TransferBack':
      return 'TransferBack';
    case 'ExtensionVoiceMail':
      return { to: 'VoiceMail', number };
    case 'ExternalNumber':
      return { to: 'External', number: text(settings.AutoPickupForwardExternalNumber) };
    case 'RoutePoint':
      return { to: 'RoutePoint', number };
    default: {
      const kind = configuration.dn(number)?.kind;
      if (number === '') return endCall;
      if (kind === 'extension') return { to: 'Extension', number };
      if (kind === 'queue') return { to: 'Queue', number };
      if (kind === 'ring-group') return { to: 'RingGroup', number };
      if (kind === 'ivr') return { to: 'IVR', number };
      throw badRequest(`Parked calls can't go to ${number}.`);
    }
  }
}
