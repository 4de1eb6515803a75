/** Kinds of destination a rule can name, as XAPI's DestinationType calls them (3CX facts 10.4). */
export type RouteKind =
  'None' | 'VoiceMail' | 'Extension' | 'Queue' | 'RingGroup' | 'IVR' | 'External' | 'RoutePoint';

/**
 * Where a rule sends a call. `number` is a DN, an outside number for `External`,
 * the extension whose box it is for `VoiceMail`, and empty for `None`, which ends the call.
 */
export interface RouteTo {
  readonly to: RouteKind;
  readonly number: string;
}

/** Ends the call. */
export const endCall: RouteTo = { to: 'None', number: '' };

/** Separate destinations for calls from inside and from outside. */
export interface RouteByOrigin {
  readonly internal: RouteTo;
  readonly external: RouteTo;
}

export function forEveryone(route: RouteTo): RouteByOrigin {
  return { internal: route, external: route };
}
