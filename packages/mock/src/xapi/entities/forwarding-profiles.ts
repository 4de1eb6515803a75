import type { ForwardingProfile } from '../../configuration/forwarding-profile';
import type { PbxConfiguration } from '../../configuration/pbx-configuration';
import type { RouteByOrigin } from '../../configuration/route-to';
import { isObject } from '../odata/json';
import type { JsonObject, JsonValue } from '../odata/json';
import { badRequest } from '../odata/odata-error';
import { destinationJson, routeFrom } from './destination';
import { amount, flag, objects, text } from './json-reading';

/** One of a user's five profiles as XAPI shows it (3CX facts 10.4). */
export function profileJson(configuration: PbxConfiguration, profile: ForwardingProfile): JsonObject {
  const { id, name, customName, customMessage, disableRingGroupCalls, logsOutOfQueues } = profile;
  const destinations = (prefix: string, { internal, external }: RouteByOrigin) => ({
    [`${prefix}Internal`]: destinationJson(configuration, internal),
    [`${prefix}External`]: destinationJson(configuration, external),
  });
  return {
    Id: id,
    Name: name,
    CustomName: customName,
    CustomMessage: customMessage,
    DisableRingGroupCalls: disableRingGroupCalls,
    OfficeHoursAutoQueueLogOut: logsOutOfQueues,
    ...(profile.style === 'available'
      ? {
          NoAnswerTimeout: profile.noAnswerSeconds,
          RingMyMobile: profile.ringMyMobile,
          AvailableRoute: {
            ...destinations('NoAnswer', profile.noAnswer),
            NoAnswerAllCalls: same(profile.noAnswer),
            ...destinations('Busy', profile.busy),
            BusyAllCalls: same(profile.busy),
            ...destinations('NotRegistered', profile.notRegistered),
            NotRegisteredAllCalls: same(profile.notRegistered),
          },
        }
      : {
          AwayRoute: {
            ...destinations('', profile.forward),
            AllHoursInternal: true,
            AllHoursExternal: true,
          },
        }),
  };
}

/**
 * The profiles as a client sends them, each found by `Id` or by `Name`; what one leaves out
 * stays, and so do profiles that aren't sent.
 * @throws ODataError 400 for a profile the user hasn't got
 */
export function changedProfiles(
  existing: readonly ForwardingProfile[],
  value: JsonValue,
): readonly ForwardingProfile[] {
  const sent = objects(value);
  const stranger = sent.find((each) => !existing.some((profile) => isFor(each, profile)));
  if (stranger) throw badRequest("'ForwardingProfiles' has a profile that the user hasn't got.");
  return existing.map((profile) => {
    const change = sent.find((each) => isFor(each, profile));
    return change ? changedProfile(profile, change) : profile;
  });
}

function isFor(sent: JsonObject, { id, name }: ForwardingProfile): boolean {
  return typeof sent.Id === 'number' && sent.Id !== 0 ? sent.Id === id : sent.Name === name;
}

function changedProfile(profile: ForwardingProfile, sent: JsonObject): ForwardingProfile {
  const textOr = (name: string, otherwise: string): string =>
    sent[name] === undefined ? otherwise : text(sent[name]);
  const flagOr = (name: string, otherwise: boolean): boolean =>
    sent[name] === undefined ? otherwise : flag(sent[name]);
  const base = {
    customName: textOr('CustomName', profile.customName),
    customMessage: textOr('CustomMessage', profile.customMessage),
    disableRingGroupCalls: flagOr('DisableRingGroupCalls', profile.disableRingGroupCalls),
    logsOutOfQueues: flagOr('OfficeHoursAutoQueueLogOut', profile.logsOutOfQueues),
  };
  if (profile.style === 'away') {
    return { ...profile, ...base, forward: changedRoutes(profile.forward, sent.AwayRoute, '', false) };
  }
  const routes = sent.AvailableRoute;
  return {
    ...profile,
    ...base,
    noAnswerSeconds: amount(sent.NoAnswerTimeout, profile.noAnswerSeconds),
    ringMyMobile: flagOr('RingMyMobile', profile.ringMyMobile),
    noAnswer: changedRoutes(profile.noAnswer, routes, 'NoAnswer'),
    busy: changedRoutes(profile.busy, routes, 'Busy'),
    notRegistered: changedRoutes(profile.notRegistered, routes, 'NotRegistered'),
  };
}

/** With `…AllCalls`, the destination of calls from inside holds for all. */
function changedRoutes(
  { internal, external }: RouteByOrigin,
  sent: JsonValue | undefined,
  prefix: string,
  mayBeForAll = true,
): RouteByOrigin {
  if (!isObject(sent)) return { internal, external };
  const [inside, outside] = [sent[`${prefix}Internal`], sent[`${prefix}External`]];
  const changed = inside === undefined ? internal : routeFrom(inside);
  if (mayBeForAll && sent[`${prefix}AllCalls`] === true && inside !== undefined) {
    return { internal: changed, external: changed };
  }
  return { internal: changed, external: outside === undefined ? external : routeFrom(outside) };
}

function same({ internal, external }: RouteByOrigin): boolean {
  return internal.to === external.to && internal.number === external.number;
}
