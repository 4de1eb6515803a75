import type { DepartmentConfiguration } from '../../configuration/department';
import { displayName, roleNames } from '../../configuration/extension';
import type { PbxConfiguration } from '../../configuration/pbx-configuration';
import type { JsonObject, JsonValue } from '../odata/json';
import { badRequest } from '../odata/odata-error';
import type { EntitySet } from '../service/resource';
import type { TypeLibrary } from '../types/type-library';
import { configuredSet } from './configured-set';
import { objects, text } from './json-reading';
import { rightsJson, roleFrom } from './membership';

interface GroupChange extends Partial<Omit<DepartmentConfiguration, 'id' | 'number'>> {
  readonly members?: readonly JsonObject[];
}

const usual: JsonObject = {
  AllowCallService: true,
  AnswerAfter: 0,
  CallHandlingMode: [],
  CurrentGroupHours: 'Default',
  DisableCustomPrompt: true,
  GloballyVisible: true,
  OverrideHolidays: false,
};
/** `Groups`, the departments (3CX facts 10.5). */
export function groups(configuration: PbxConfiguration, types: TypeLibrary): EntitySet {
  const { departments, extensions } = configuration;
  const membersOf = (id: number): readonly JsonObject[] =>
    extensions.all.flatMap((extension) => {
      const membership = extension.memberships.find(({ departmentId }) => departmentId === id);
      if (!membership) return [];
      const { id: extensionId, number } = extension;
      return {
        Id: extensionId,
        GroupId: id,
        Number: number,
        Name: displayName(extension),
        MemberName: displayName(extension),
        Type: 'Extension',
        Tags: [],
        CanDelete: true,
        Rights: rightsJson(membership.role),
      };
    });

  /** Everyone named belongs to the department with the role given, and nobody else does. */
  const setMembers = (id: number, members: readonly JsonObject[]): void => {
    const wanted = members.map((member) => {
      const extension = extensions.find(text(member.Number));
      if (!extension)
        throw badRequest(`'Members' names ${text(member.Number) || 'someone'}, who is no user.`);
      return { extension, role: roleFrom(member.Rights) };
    });
    for (const extension of extensions.all) {
      const role = wanted.find((each) => each.extension.id === extension.id)?.role;
      const before = extension.memberships.find(({ departmentId }) => departmentId === id);
      if (before?.role === role) continue;
      const others = extension.memberships.filter((each) => each !== before);
      extensions.change(extension.id, {
        memberships: role === undefined ? others : [...others, { departmentId: id, role }],
      });
    }
  };

  return configuredSet<DepartmentConfiguration, GroupChange>(types, {
    name: 'Groups',
    type: 'Group',
    all: () => departments.all,
    fields: {
      Name: { show: ({ name }) => name, change: (value) => ({ name: text(value) }) },
      Language: { show: ({ language }) => language, change: (value) => ({ language: text(value) }) },
      IsDefault: { show: ({ isDefault }) => isDefault },
      HasMembers: { show: ({ id }) => membersOf(id).length > 0 },
      TimeZoneId: { show: () => configuration.officeHours.value.timeZone },
      Members: {
        show: ({ id }) => membersOf(id),
        change: (value: JsonValue) => ({ members: objects(value) }),
      },
      Rights: { show: () => roleNames.map(rightsJson) },
    },
    add: (number, { members, ...change }) => {
      const created = departments.add({
        number: number || configuration.freeNumber('department'),
        ...change,
      });
      if (members) setMembers(created.id, members);
      return created;
    },
    update: ({ id }, { members, ...change }) => {
      if (members) setMembers(id, members);
      departments.change(id, change);
    },
    remove: ({ id }) => {
      departments.remove(id);
      for (const { id: extension, memberships } of extensions.all) {
        const others = memberships.filter(({ departmentId }) => departmentId !== id);
        if (others.length < memberships.length) extensions.change(extension, { memberships: others });
      }
    },
    usual,
  });
}
