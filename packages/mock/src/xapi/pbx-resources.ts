import type { MockContext } from '../mock-context';
import { activeCalls, makeCallOperation } from './entities/calls';
import { contacts } from './entities/contacts';
import { customPrompts } from './entities/custom-prompts';
import type { WebFiles } from './entities/custom-prompts';
import { dnProperties } from './entities/dn-properties';
import { DownloadTickets } from './entities/download-tickets';
import { EventLog } from './entities/event-log';
import { groups } from './entities/groups';
import { didNumbers, inboundRules } from './entities/inbound-rules';
import { holidays, officeHours } from './entities/office-hours';
import { parkings } from './entities/parkings';
import { peers } from './entities/peers';
import { queues } from './entities/queues';
import { receptionists } from './entities/receptionists';
import { recordings } from './entities/recordings';
import { ringGroups } from './entities/ring-groups';
import { servicePrincipals } from './entities/service-principals';
import { callParkingSettings, dialCodeSettings } from './entities/settings';
import { storedResources } from './entities/stored-resources';
import { systemResources } from './entities/system';
import { trunks } from './entities/trunks';
import { users } from './entities/users';
import { reportResources } from './reports/report-resources';
import type { Resource } from './service/resource';
import { pbxTypes } from './types/pbx-types';

export interface PbxResources {
  readonly resources: readonly Resource[];
  readonly eventLog: EventLog;
  readonly tickets: DownloadTickets;
}

/** Everything the XAPI of this phone system has of its own (3CX facts 10, 11). */
export function pbxResources(
  context: MockContext,
  files: WebFiles,
  lastUsed: (clientId: string) => string | undefined,
): PbxResources {
  const types = pbxTypes();
  const { configuration, history, exchange, wallNow } = context;
  const isRegistered = (number: string): boolean => exchange.phones.of(number).registered;
  const tickets = new DownloadTickets(context.now);
  const eventLog = new EventLog(configuration, wallNow);
  const resources: readonly Resource[] = [
    ...systemResources(context, types),
    activeCalls(context, types),
    users(configuration, types, isRegistered, makeCallOperation(context, types)),
    groups(configuration, types),
    peers(configuration, types),
    dnProperties(configuration, types),
    queues(configuration, types),
    ringGroups(configuration, types),
    receptionists(configuration, types),
    trunks(configuration, types, isRegistered),
    didNumbers(configuration, types),
    inboundRules(configuration, types),
    parkings(configuration, types),
    servicePrincipals(configuration, types, lastUsed),
    dialCodeSettings(configuration, types),
    callParkingSettings(configuration, types),
    officeHours(configuration, types),
    holidays(configuration, types),
    recordings(history, types),
    customPrompts(files, types, exchange),
    contacts(types),
    tickets.resource(types),
    eventLog.resource(types),
    ...storedResources(configuration, types),
    ...reportResources({ configuration, history, wallNow }, eventLog, types),
  ];
  return { resources, eventLog, tickets };
}
