import { roleNames } from '../../configuration/extension';
import type { Membership, RoleName } from '../../configuration/extension';
import type { PbxConfiguration } from '../../configuration/pbx-configuration';
import { isObject } from '../odata/json';
import type { JsonObject, JsonValue } from '../odata/json';
import { badRequest } from '../odata/odata-error';
import { amount, objects, oneOf, text } from './json-reading';
import { nameOf } from './destination';

const leads: ReadonlySet<RoleName> = new Set(['system_owners', 'system_admins', 'group_owners', 'managers']);

/** What a role may do inside its department. */
export function rightsJson(role: RoleName): JsonObject {
  const leader = leads.has(role);
  const attends = leader || role === 'group_admins' || role === 'receptionists';
  return {
    RoleName: role,
    AllowIVR: leader,
    AllowParking: true,
    AllowToChangePresence: attends,
    AllowToManageCompanyBook: attends,
    CanBargeIn: leader,
    CanIntercom: true,
    CanSeeGroupCalls: attends,
    CanSeeGroupMembers: true,
    CanSeeGroupRecordings: leader,
    PerformOperations: attends,
    ShowMyCalls: true,
    ShowMyPresence: true,
    ShowMyPresenceOutside: true,
  };
}

export function roleFrom(rights: JsonValue | undefined): RoleName {
  const name = isObject(rights) ? rights.RoleName : 'users';
  const role = oneOf(name, roleNames);
  if (role === undefined)
    throw badRequest(`There is no role '${text(name)}'; it is one of ${roleNames.join(', ')}.`);
  return role;
}

/** The departments someone belongs to, as `Groups` of a user or a client. */
export function groupsJson(
  configuration: PbxConfiguration,
  number: string,
  memberships: readonly Membership[],
): readonly JsonObject[] {
  return memberships.flatMap(({ departmentId, role }) => {
    const department = configuration.departments.byId(departmentId);
    if (!department) return [];
    return {
      Id: department.id,
      GroupId: department.id,
      Name: department.name,
      Number: department.number,
      MemberName: nameOf(configuration, number),
      Type: 'Group',
      Tags: [],
      CanDelete: true,
      Rights: rightsJson(role),
    };
  });
}

/** `Groups` as a client sends them: by `GroupId`, or by the department's number. */
export function membershipsFrom(configuration: PbxConfiguration, value: JsonValue): readonly Membership[] {
  return objects(value).map((group) => {
    const department =
      configuration.departments.byId(amount(group.GroupId)) ??
      configuration.departments.find(text(group.Number));
    if (!department) throw badRequest("'Groups' names a department there isn't.");
    return { departmentId: department.id, role: roleFrom(group.Rights) };
  });
}
