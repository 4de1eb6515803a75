import { displayName } from '../../configuration/extension';
import type { ExtensionConfiguration, RecordCalls } from '../../configuration/extension';
import type { PbxConfiguration } from '../../configuration/pbx-configuration';
import type { JsonObject } from '../odata/json';
import { isObject, isList } from '../odata/json';
import { ODataError, badRequest } from '../odata/odata-error';
import { operation } from '../service/operation';
import { done } from '../service/resource';
import type { EntitySet, Operation } from '../service/resource';
import { checkBody } from '../types/check-body';
import type { TypeLibrary } from '../types/type-library';
import { configuredSet } from './configured-set';
import type { Field } from './configured-set';
import { changedProfiles, profileJson } from './forwarding-profiles';
import { flag, oneOf, text } from './json-reading';
import { groupsJson, membershipsFrom } from './membership';

type UserChange = Partial<Omit<ExtensionConfiguration, 'id' | 'number'>>;
type Fields = Readonly<Record<string, Field<ExtensionConfiguration, UserChange>>>;

/** Properties every user has that nothing here depends on. */
const usual: JsonObject = {
  AllowLanOnly: false,
  AllowOwnRecordings: true,
  BlockTunnel: false,
  CallScreening: false,
  Enable2FA: false,
  EnableHotdesking: false,
  ForbidRecording: false,
  HideInPhonebook: false,
  Internal: false,
  Language: 'EN',
  MyPhoneAllowDeleteRecordings: false,
  MyPhoneHideForwardings: false,
  MyPhonePush: true,
  MyPhoneShowRecordings: true,
  PbxDeliversAudio: false,
  PinProtected: false,
  PinProtectTimeout: 0,
  Require2FA: false,
  SendEmailMissedCalls: true,
  SRTPMode: 'SRTPDisabled',
  Tags: [],
  VMDisablePinAuth: false,
  VMEmailOptions: 'Notification',
  VMPlayCallerID: true,
  VMPlayMsgDateTime: 'None',
  ForwardingExceptions: [],
  Greetings: [],
  Phones: [],
};

/** `Users`, one per extension (3CX facts 10.4). */
export function users(
  configuration: PbxConfiguration,
  types: TypeLibrary,
  isRegistered: (number: string) => boolean,
  makeCall: Operation,
): EntitySet {
  const { extensions } = configuration;
  const set: EntitySet = configuredSet<ExtensionConfiguration, UserChange>(types, {
    name: 'Users',
    type: 'User',
    all: () => extensions.all,
    fields: fieldsOf(configuration, isRegistered),
    add: (number, { profiles, ...change }, body) => {
      const { id } = extensions.add({
        firstName: '',
        lastName: '',
        email: '',
        devices: [],
        ...change,
        number: number || configuration.freeNumber('extension'),
        ...(profiles ? { profiles } : {}),
      });
      const created = extensions.byId(id);
      if (!created) throw new Error('The new extension is gone.');
      return profilesOfNew(configuration, created, body);
    },
    update: ({ id }, change) => extensions.change(id, change),
    remove: ({ id }) => extensions.remove(id),
    usual,
    operations: [],
  });
  return { ...set, operations: [makeCall, ...operationsOf(configuration, types, set)] };
}

function fieldsOf(configuration: PbxConfiguration, isRegistered: (number: string) => boolean): Fields {
  const recording = (value: RecordCalls): UserChange => ({ recordCalls: value });
  return {
    FirstName: { show: ({ firstName }) => firstName, change: (value) => ({ firstName: text(value) }) },
    LastName: { show: ({ lastName }) => lastName, change: (value) => ({ lastName: text(value) }) },
    DisplayName: { show: displayName },
    EmailAddress: { show: ({ email }) => email, change: (value) => ({ email: text(value) }) },
    Mobile: { show: ({ mobile }) => mobile, change: (value) => ({ mobile: text(value) }) },
    OutboundCallerID: {
      show: ({ outboundCallerId }) => outboundCallerId,
      change: (value) => ({ outboundCallerId: text(value) }),
    },
    Enabled: { show: ({ enabled }) => enabled, change: (value) => ({ enabled: flag(value) }) },
    IsRegistered: { show: ({ number, devices }) => devices.length > 0 && isRegistered(number) },
    CurrentProfileName: {
      show: ({ currentProfile }) => currentProfile,
      change: (value, extension) => ({ currentProfile: profileNamed(text(value), extension) }),
    },
    QueueStatus: {
      show: ({ queueStatus }) => queueStatus,
      change: (value) => ({ queueStatus: oneOf(value, ['LoggedIn', 'LoggedOut']) ?? 'LoggedOut' }),
    },
    VMEnabled: {
      show: ({ voicemailEnabled }) => voicemailEnabled,
      change: (value) => ({ voicemailEnabled: flag(value) }),
    },
    VMPIN: { show: ({ voicemailPin }) => voicemailPin, change: (value) => ({ voicemailPin: text(value) }) },
    RecordCalls: {
      show: ({ recordCalls }) => recordCalls !== 'none',
      change: (value, extension) => {
        if (!flag(value)) return recording('none');
        return extension?.recordCalls === 'external' ? {} : recording('all');
      },
    },
    RecordExternalCallsOnly: {
      show: ({ recordCalls }) => recordCalls === 'external',
      change: (value, extension) => {
        if (flag(value)) return recording('external');
        return extension?.recordCalls === 'external' ? recording('all') : {};
      },
    },
    ForwardingProfiles: {
      show: ({ profiles }) => profiles.map((profile) => profileJson(configuration, profile)),
      change: (value, extension) =>
        extension ? { profiles: changedProfiles(extension.profiles, value) } : {},
    },
    PrimaryGroupId: {
      show: ({ memberships }) => memberships[0]?.departmentId,
      change: (value, extension) => {
        const memberships = extension?.memberships ?? [];
        const primary = memberships.find(({ departmentId }) => departmentId === value);
        if (extension && !primary) throw badRequest("'PrimaryGroupId' is a department the user isn't in.");
        return primary ? { memberships: [primary, ...memberships.filter((each) => each !== primary)] } : {};
      },
    },
    Groups: {
      show: ({ number, memberships }) => groupsJson(configuration, number, memberships),
      change: (value) => ({ memberships: membershipsFrom(configuration, value) }),
    },
  };
}

function profileNamed(name: string, extension: ExtensionConfiguration | undefined) {
  const profile = extension?.profiles.find(
    (each) => each.name === name || (each.customName !== '' && each.customName === name),
  );
  if (profile) return profile.name;
  if (!extension && name === 'Available') return 'Available';
  throw badRequest(`The user has no profile '${name}'.`);
}

/** Profiles sent along with a new user: they can be matched only once it has its own. */
function profilesOfNew(
  { extensions }: PbxConfiguration,
  created: ExtensionConfiguration,
  body: JsonObject,
): ExtensionConfiguration {
  const sent = body.ForwardingProfiles;
  if (!isList(sent)) return created;
  try {
    const named = sent.map((profile) => (isObject(profile) ? { ...profile, Id: 0 } : profile));
    return extensions.change(created.id, { profiles: changedProfiles(created.profiles, named) });
  } catch (error) {
    extensions.remove(created.id);
    throw error;
  }
}

function operationsOf(
  configuration: PbxConfiguration,
  types: TypeLibrary,
  set: EntitySet,
): readonly Operation[] {
  const rowOf = async (id: unknown): Promise<JsonObject | undefined> =>
    (await set.rows('')).find((row) => row.Id === id);
  const userType = types.structure('User');
  return [
    operation(types, 'function', 'set', 'GetByNumber', 'number string', async ({ given }) => {
      const row = (await set.rows('')).find((each) => each.Number === given.number);
      if (!row) throw new ODataError(404, 'No user has this number.');
      return { kind: 'entity', type: userType, entity: row };
    }),
    operation(types, 'function', 'set', 'GetFirstAvailableExtensionNumber', '', () => ({
      kind: 'entity',
      type: types.structure('FirstAvailableNumber'),
      entity: { Number: configuration.freeNumber('extension') },
    })),
    operation(types, 'action', 'set', 'BatchDelete', 'ids int[]', async ({ given }) => {
      const errors: JsonObject[] = [];
      for (const id of isList(given.ids) ? given.ids : []) {
        const row = await rowOf(id);
        if (row) set.remove?.(row);
        else errors.push({ ExtensionNumber: JSON.stringify(id), Error: 'There is no such user.' });
      }
      return { kind: 'rows', type: types.structure('UserDeleteError'), rows: errors };
    }),
    operation(types, 'action', 'set', 'BulkUpdate', 'ids int[], user User', async ({ given }) => {
      const change = isObject(given.user) ? given.user : {};
      checkBody(change, userType, false);
      const ids = isList(given.ids) ? given.ids : [];
      const rows = await Promise.all(ids.map(rowOf));
      for (const row of rows) {
        if (!row) throw badRequest("'ids' names a user there isn't.");
        set.change?.(row, change);
      }
      return done;
    }),
    operation(types, 'action', 'entity', 'SetMonitorStatus', 'days int', () => done),
  ];
}
