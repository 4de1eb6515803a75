import { endCall, forEveryone } from './route-to';
import type { RouteByOrigin } from './route-to';

/** The five profiles of every extension; customs may be shown under a name of their own (3CX facts 10.4). */
export const profileNames = ['Available', 'Away', 'Out of office', 'Custom 1', 'Custom 2'] as const;
export type ProfileName = (typeof profileNames)[number];

interface ProfileBase {
  readonly id: number;
  readonly name: ProfileName;
  /** Shown instead of `Custom 1` or `Custom 2`; empty otherwise. */
  readonly customName: string;
  /** Text others see beside the status. */
  readonly customMessage: string;
  /** Ring group calls pass this extension by. */
  readonly disableRingGroupCalls: boolean;
  /** Entering this profile logs the agent out of queues. */
  readonly logsOutOfQueues: boolean;
}

/** Rings the phones, and forwards what they don't take. */
export interface AvailableProfile extends ProfileBase {
  readonly style: 'available';
  /** How long the phones ring before `noAnswer` applies, seconds. */
  readonly noAnswerSeconds: number;
  readonly ringMyMobile: boolean;
  readonly noAnswer: RouteByOrigin;
  readonly busy: RouteByOrigin;
  readonly notRegistered: RouteByOrigin;
}

/** Forwards every call without ringing a phone. */
export interface AwayProfile extends ProfileBase {
  readonly style: 'away';
  readonly forward: RouteByOrigin;
}

export type ForwardingProfile = AvailableProfile | AwayProfile;

/** What may be said about one profile when an extension is configured. */
export type ProfileChange = { readonly name: ProfileName } & Partial<
  Omit<AvailableProfile, 'id' | 'name' | 'style'> & Omit<AwayProfile, 'id' | 'name' | 'style'>
>;

/** Available and Custom 1 ring the phones; Away, Out of office and Custom 2 do not. */
export function styleOf(name: ProfileName): ForwardingProfile['style'] {
  return name === 'Available' || name === 'Custom 1' ? 'available' : 'away';
}

/**
 * The five profiles, each as given or as by default: phones ring for 120 s at most,
 * and a call that nobody takes ends.
 */
export function profilesFrom(given: readonly ProfileChange[], firstId: number): ForwardingProfile[] {
  return profileNames.map((name, index) => {
    const change = given.find((profile) => profile.name === name);
    const base = {
      id: firstId + index,
      name,
      customName: change?.customName ?? '',
      customMessage: change?.customMessage ?? '',
      disableRingGroupCalls: change?.disableRingGroupCalls ?? false,
      logsOutOfQueues: change?.logsOutOfQueues ?? false,
    };
    return styleOf(name) === 'available'
      ? {
          ...base,
          style: 'available',
          noAnswerSeconds: change?.noAnswerSeconds ?? 120,
          ringMyMobile: change?.ringMyMobile ?? false,
          noAnswer: change?.noAnswer ?? forEveryone(endCall),
          busy: change?.busy ?? forEveryone(endCall),
          notRegistered: change?.notRegistered ?? forEveryone(endCall),
        }
      : { ...base, style: 'away', forward: change?.forward ?? forEveryone(endCall) };
  });
}
