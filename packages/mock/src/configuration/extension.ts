import { profilesFrom } from './forwarding-profile';
import type { ForwardingProfile, ProfileChange, ProfileName } from './forwarding-profile';

/** A telephone registered for an extension. */
export interface DeviceConfiguration {
  /** SIP contact, e.g. `sip:101@127.0.0.1:5060`; changes when the phone registers anew. */
  readonly id: string;
  readonly userAgent: string;
  /** Whether the API can answer on it (uaCSTA: supported desk phones and 3CX apps; 3CX facts 3.4). */
  readonly directControl: boolean;
}

/** Which calls of an extension are recorded. */
export type RecordCalls = 'none' | 'all' | 'external';

/** Roles of the phone system, the most powerful first (3CX facts 1). */
export const roleNames = [
  'system_owners',
  'system_admins',
  'group_owners',
  'managers',
  'group_admins',
  'receptionists',
  'users',
] as const;
export type RoleName = (typeof roleNames)[number];

export interface Membership {
  readonly departmentId: number;
  readonly role: RoleName;
}

export interface ExtensionConfiguration {
  readonly id: number;
  readonly number: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  /** Outside number that forwarding can reach; empty when there is none. */
  readonly mobile: string;
  /** Outside numbers that ring this extension directly. */
  readonly dids: readonly string[];
  /** Number shown to outside parties; empty uses the trunk's. */
  readonly outboundCallerId: string;
  readonly devices: readonly DeviceConfiguration[];
  /** A disabled extension can neither call nor be called. */
  readonly enabled: boolean;
  readonly currentProfile: ProfileName;
  readonly profiles: readonly ForwardingProfile[];
  readonly queueStatus: 'LoggedIn' | 'LoggedOut';
  readonly voicemailEnabled: boolean;
  readonly voicemailPin: string;
  readonly recordCalls: RecordCalls;
  /** Departments and the role in each; the first is the primary one. */
  readonly memberships: readonly Membership[];
}

export type NewExtension = { readonly number: string } & Partial<
  Omit<ExtensionConfiguration, 'id' | 'number' | 'profiles' | 'devices'>
> & {
    readonly profiles?: readonly ProfileChange[];
    readonly devices?: readonly (Pick<DeviceConfiguration, 'id'> & Partial<DeviceConfiguration>)[];
  };

export const defaultUserAgent = 'Mock Phone';

/** An extension with one registered phone, available, in the default department, unless told otherwise. */
export function extensionFrom(
  given: NewExtension,
  id: number,
  surroundings: { readonly directControl: boolean; readonly departmentId: number },
): ExtensionConfiguration {
  const { number } = given;
  return {
    id,
    firstName: 'Extension',
    lastName: number,
    email: `${number}@example.com`,
    mobile: '',
    dids: [],
    outboundCallerId: '',
    enabled: true,
    currentProfile: 'Available',
    queueStatus: 'LoggedIn',
    voicemailEnabled: true,
    voicemailPin: number,
    recordCalls: 'none',
    memberships: [{ departmentId: surroundings.departmentId, role: 'users' }],
    ...given,
    devices: (given.devices ?? [{ id: `sip:${number}@127.0.0.1:5060` }]).map((device) => ({
      userAgent: defaultUserAgent,
      directControl: surroundings.directControl,
      ...device,
    })),
    profiles: profilesFrom(given.profiles ?? [], id * 10),
  };
}

/** `First Last`, or the number when the extension has no name. */
export function displayName({ firstName, lastName, number }: ExtensionConfiguration): string {
  return `${firstName} ${lastName}`.trim() || number;
}
