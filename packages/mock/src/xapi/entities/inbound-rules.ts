import type { InboundRule, NewInboundRule } from '../../configuration/inbound-rule';
import { matchesMask } from '../../configuration/inbound-rule';
import type { PbxConfiguration } from '../../configuration/pbx-configuration';
import { endCall } from '../../configuration/route-to';
import { isObject } from '../odata/json';
import type { JsonObject } from '../odata/json';
import { badRequest } from '../odata/odata-error';
import type { EntitySet } from '../service/resource';
import type { TypeLibrary } from '../types/type-library';
import { configuredSet } from './configured-set';
import { destinationJson, nameOf, routeFrom } from './destination';
import { flag, oneOf, text } from './json-reading';

type RuleChange = Partial<Omit<InboundRule, 'id'>>;

const conditions = ['BasedOnDID', 'BasedOnCallerID', 'ForwardAll'] as const;

/** Where a rule sends calls, as XAPI shows it (3CX facts 10.5). */
export function inboundRuleJson(configuration: PbxConfiguration, rule: InboundRule): JsonObject {
  const { officeHours, outOfOfficeHours, holidays } = rule;
  const closed = outOfOfficeHours ?? officeHours;
  const trunk = configuration.trunks.find(rule.trunk) ?? configuration.trunks.all[0];
  return {
    Id: rule.id,
    RuleName: rule.name,
    Condition: rule.condition,
    CallType: 'ExternalCallsOnly',
    Data: rule.mask,
    AlterDestinationDuringOutOfOfficeHours: outOfOfficeHours !== undefined,
    AlterDestinationDuringHolidays: holidays !== undefined,
    OfficeHoursDestination: destinationJson(configuration, officeHours),
    OutOfOfficeHoursDestination: destinationJson(configuration, closed),
    HolidaysDestination: destinationJson(configuration, holidays ?? closed),
    ...(trunk
      ? {
          TrunkDN: {
            Id: trunk.id,
            Number: trunk.number,
            Name: nameOf(configuration, trunk.number),
            Type: 'ExternalLine',
            Hidden: false,
            Tags: [],
            MemberOf: [],
          },
        }
      : {}),
  };
}

/** `InboundRules`: where calls from outside go. */
export function inboundRules(configuration: PbxConfiguration, types: TypeLibrary): EntitySet {
  const set = configuration.inboundRules;
  const shown =
    (property: string) =>
    (rule: InboundRule): JsonObject[string] =>
      inboundRuleJson(configuration, rule)[property];
  return configuredSet<InboundRule, RuleChange>(types, {
    name: 'InboundRules',
    type: 'InboundRule',
    all: () => set.all,
    fields: {
      RuleName: { show: ({ name }) => name, change: (value) => ({ name: text(value) }) },
      Condition: {
        show: ({ condition }) => condition,
        change: (value) => {
          const condition = oneOf(value, conditions);
          if (!condition) throw badRequest(`An inbound rule's condition is one of ${conditions.join(', ')}.`);
          return { condition };
        },
      },
      CallType: { show: shown('CallType') },
      Data: { show: ({ mask }) => mask, change: (value) => ({ mask: text(value) }) },
      AlterDestinationDuringOutOfOfficeHours: {
        show: shown('AlterDestinationDuringOutOfOfficeHours'),
        change: (value) => (flag(value) ? {} : { outOfOfficeHours: undefined }),
      },
      AlterDestinationDuringHolidays: {
        show: shown('AlterDestinationDuringHolidays'),
        change: (value) => (flag(value) ? {} : { holidays: undefined }),
      },
      OfficeHoursDestination: {
        show: shown('OfficeHoursDestination'),
        change: (value) => ({ officeHours: routeFrom(value) }),
      },
      OutOfOfficeHoursDestination: {
        show: shown('OutOfOfficeHoursDestination'),
        change: (value) => ({ outOfOfficeHours: routeFrom(value) }),
      },
      HolidaysDestination: {
        show: shown('HolidaysDestination'),
        change: (value) => ({ holidays: routeFrom(value) }),
      },
      TrunkDN: {
        show: shown('TrunkDN'),
        change: (value) => ({ trunk: isObject(value) ? text(value.Number) : '' }),
      },
    },
    add: (_number, change, body) => set.add(newRule(configuration, change, body)),
    update: ({ id }, change) => set.change(id, change),
    remove: ({ id }) => set.remove(id),
  });
}

function newRule(configuration: PbxConfiguration, change: RuleChange, body: JsonObject): NewInboundRule {
  const { condition = 'ForwardAll', officeHours = endCall, ...more } = change;
  // `Alter…: false` beside a destination means that the destination doesn't count.
  if (body.AlterDestinationDuringOutOfOfficeHours === false) delete more.outOfOfficeHours;
  if (body.AlterDestinationDuringHolidays === false) delete more.holidays;
  if (more.trunk !== undefined && more.trunk !== '' && !configuration.trunks.find(more.trunk)) {
    throw badRequest(`There is no trunk ${more.trunk}.`);
  }
  return { ...more, condition, officeHours };
}

/** `DidNumbers`: the numbers one can be reached by from outside, each with its rule. */
export function didNumbers(configuration: PbxConfiguration, types: TypeLibrary): EntitySet {
  const row = (number: string, trunkId: number): JsonObject => {
    const rule = configuration.inboundRules.all.find(
      ({ condition, mask }) => condition === 'BasedOnDID' && matchesMask(number, mask),
    );
    return {
      Number: number,
      TrunkId: trunkId,
      TemplateFileName: '',
      ...(rule ? { RoutingRule: inboundRuleJson(configuration, rule) } : {}),
    };
  };
  return {
    kind: 'set',
    name: 'DidNumbers',
    type: types.structure('DidNumber'),
    key: 'Number',
    access: 'administrators',
    rows: () => {
      const { trunks, servicePrincipals, extensions } = configuration;
      const onTrunks = trunks.all.flatMap(({ id, dids }) => dids.map((did) => row(did, id)));
      const listed = new Set(onTrunks.map(({ Number: number }) => number));
      const first = trunks.all[0]?.id ?? 0;
      const assigned = [...servicePrincipals.all, ...extensions.all].flatMap(({ dids }) => dids);
      return [...onTrunks, ...assigned.filter((did) => !listed.has(did)).map((did) => row(did, first))];
    },
    operations: [],
  };
}
