import type { EventLog } from '../entities/event-log';
import { destinationJson } from '../entities/destination';
import type { Report, ReportSources } from './report';
import { isoTime } from './report';

const actions = { added: 0, changed: 1, removed: 2 } as const;

/** The reports about the configuration: the inbound rules, and who changed what (3CX facts 11). */
export function configurationReports(
  { configuration }: ReportSources,
  eventLog: EventLog,
): readonly Report[] {
  return [
    {
      set: 'ReportInboundRules',
      type: 'InboundRuleReport',
      functions: [
        ['GetInboundRulesData', ''],
        ['DownloadInboundRules', ''],
      ],
      rows: () =>
        configuration.inboundRules.all.map((rule) => ({
          Id: rule.id,
          RuleName: rule.name,
          DID: rule.condition === 'BasedOnDID' ? rule.mask : '',
          Trunk: rule.trunk,
          InOfficeRouting: destinationJson(configuration, rule.officeHours),
          OutOfficeRouting: destinationJson(configuration, rule.outOfOfficeHours ?? rule.officeHours),
        })),
    },
    {
      set: 'ReportAuditLog',
      type: 'AuditLog',
      functions: [
        ['GetAuditLogData', ''],
        ['DownloadAuditLog', 'clientTimeZone string?'],
      ],
      rows: () =>
        eventLog.changes.map(({ id, at, action, part, name, before, after, by }) => ({
          Id: id,
          Timestamp: isoTime(at),
          Action: actions[action],
          ObjectName: `${part} ${name}`,
          UserName: by,
          PrevData: withoutSecrets(before),
          NewData: withoutSecrets(after),
        })),
    },
  ];
}

function withoutSecrets(entity: object | undefined): string {
  if (!entity) return '';
  return JSON.stringify(entity, (property, value: unknown) =>
    property === 'secret' || property === 'voicemailPin' ? '***' : value,
  );
}
