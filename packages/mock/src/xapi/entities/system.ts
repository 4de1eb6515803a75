import { cpus, freemem, totalmem, uptime } from 'node:os';
import { statfs } from 'node:fs/promises';
import type { MockContext } from '../../mock-context';
import type { JsonObject } from '../odata/json';
import { operation } from '../service/operation';
import { done } from '../service/resource';
import type { Resource } from '../service/resource';
import type { TypeLibrary } from '../types/type-library';
import { peerTypes } from './destination';
import { maxSimultaneousCalls, systemStatusJson, version } from './system-status';

const codecs = ['PCMU', 'PCMA', 'G729', 'OPUS'];
const licenseKey = 'MOCK-MOCK-MOCK-MOCK';

/** `Defs`, `SystemStatus` and `LicenseStatus` (3CX facts 10.1). */
export function systemResources(context: MockContext, types: TypeLibrary): readonly Resource[] {
  return [defs(context, types), systemStatus(context, types), licenseStatus(types)];
}

function defs(context: MockContext, types: TypeLibrary): Resource {
  const timeZone = (): string => context.configuration.officeHours.value.timeZone;
  return {
    kind: 'singleton',
    name: 'Defs',
    type: types.structure('Defs'),
    access: 'everyone',
    read: () => ({
      Id: 0,
      Codecs: codecs.map((name, Id) => ({ Id, Name: name, RfcName: name })),
      GatewayParameters: [],
      GatewayParameterValues: [],
      TimeZones: [...new Set(['UTC', timeZone()])].map((zone) => ({
        Id: zone,
        IanaName: zone,
        Name: zone,
        WindowsName: zone,
      })),
    }),
    operations: [
      operation(types, 'function', 'set', 'GetSystemParameters', '', ({ origin }) => ({
        kind: 'entity',
        type: types.structure('SystemParameters'),
        entity: systemParameters(new URL(origin)),
      })),
    ],
  };
}

function systemParameters({ hostname, port, protocol }: URL): JsonObject {
  const isTls = protocol === 'https:';
  const bound = Number(port || (isTls ? 443 : 80));
  return {
    Custom1Name: 'Custom 1',
    Custom2Name: 'Custom 2',
    ENL: 3,
    FQDN: hostname,
    GlobalLanguage: 'EN',
    ...(isTls ? { HttpsPort: bound } : { HttpPort: bound }),
    Is3CXFQDN: false,
    IsChatLogEnabled: false,
    IsHosted: false,
    IsHosted3CX: false,
    IsMulticompanyMode: false,
    IsRemoteBackup: false,
    IsStaticIp: true,
    IsTranscriptionEnabled: false,
    License: {
      IsBrandingEnabled: false,
      IsCfdEnabled: true,
      IsEnterprise: true,
      IsMaintainceExpired: false,
      IsProfessional: true,
      MaxSimCalls: maxSimultaneousCalls,
      ProductCode: '3CXENT',
    },
    PbxExternalHost: hostname,
    ProcessorCount: cpus().length,
    RemoteStorageStatus: 'NotConfigured',
    SipPort: 5060,
    SipsPort: 5061,
    Version: version,
  };
}

function systemStatus(context: MockContext, types: TypeLibrary): Resource {
  const { configuration, history, wallNow } = context;
  const time = (): string => new Date(wallNow()).toISOString();
  const isRegistered = (number: string): boolean => context.exchange.phones.of(number).registered;
  const entity = (type: string, value: JsonObject) => ({
    kind: 'entity' as const,
    type: types.structure(type),
    entity: value,
  });
  return {
    kind: 'singleton',
    name: 'SystemStatus',
    type: types.structure('SystemStatus'),
    access: 'administrators',
    read: (origin) => systemStatusJson(context, new URL(origin).hostname),
    operations: [
      operation(types, 'function', 'set', 'SystemHealthStatus', '', () =>
        entity('SystemHealthStatus', {
          Id: 0,
          CustomTemplatesCount: 0,
          Firewall: true,
          Phones: true,
          Trunks: configuration.trunks.all.every(
            ({ number, registered }) => registered && isRegistered(number),
          ),
          UnsupportedFirmwaresCount: 0,
        }),
      ),
      operation(types, 'function', 'set', 'SystemExtensions', '', () => ({
        kind: 'rows',
        type: types.structure('SystemExtensionStatus'),
        rows: [
          ...configuration.queues.all.map((each) => ({ ...each, kind: 'queue' as const })),
          ...configuration.ringGroups.all.map((each) => ({ ...each, kind: 'ring-group' as const })),
          ...configuration.ivrs.all.map((each) => ({ ...each, kind: 'ivr' as const })),
          ...configuration.servicePrincipals.all.map((each) => ({ ...each, kind: 'route-point' as const })),
        ].map(({ number, name, kind }) => ({
          Number: number,
          Name: name,
          IsRegistered: true,
          Type: peerTypes[kind],
        })),
      })),
      operation(types, 'function', 'set', 'SystemDatabaseInformation', '', () =>
        entity('SystemDatabaseInformation', {
          Id: 0,
          CallsUsedSpace: JSON.stringify(history.calls).length,
          ChatFilesCount: 0,
          ChatsUsedSpace: 0,
          EventLogUsedSpace: 0,
        }),
      ),
      operation(types, 'function', 'set', 'GetVersionType', '', () =>
        entity('VersionUpdateType', { Type: 'Release' }),
      ),
      operation(types, 'function', 'set', 'APIToken', '', () => ({
        kind: 'value',
        of: 'Edm.String',
        value: '',
      })),
      operation(types, 'function', 'set', 'SystemTelemetry', '', async () => ({
        kind: 'rows',
        type: types.structure('SystemTelemetry'),
        rows: [{ Time: time(), ...(await machineTelemetry()) }],
      })),
      operation(types, 'function', 'set', 'ServiceTelemetry', '', () => ({
        kind: 'rows',
        type: types.structure('ProcessTelemetry'),
        rows: [
          {
            Time: time(),
            Service: 'SystemService',
            PrivateMemory: process.memoryUsage.rss(),
            ProcessCount: 1,
          },
        ],
      })),
      operation(types, 'function', 'set', 'NetworkTelemetry', '', () => ({
        kind: 'rows',
        type: types.structure('NetworkTelemetry'),
        rows: [],
      })),
    ],
  };
}

/** The machine the mock runs on. */
async function machineTelemetry(): Promise<JsonObject> {
  const disk = await statfs('/');
  const { user, system } = process.cpuUsage();
  return {
    CpuUsage: Math.min(100, ((user + system) / 1e6 / process.uptime()) * 100),
    FreeDiskSpace: disk.bavail * disk.bsize,
    TotalDiskSpace: disk.blocks * disk.bsize,
    FreePhysicalMemory: freemem(),
    TotalPhysicalMemory: totalmem(),
    FreeVirtualMemory: freemem(),
    TotalVirtualMemory: totalmem(),
    TickCount: Math.floor(uptime() * 1000),
  };
}

function licenseStatus(types: TypeLibrary): Resource {
  return {
    kind: 'singleton',
    name: 'LicenseStatus',
    type: types.structure('LicenseStatus'),
    access: 'administrators',
    read: () => ({
      Activated: true,
      ActiveModules: [],
      CompanyName: 'Mock',
      LicenseActive: true,
      LicenseKey: licenseKey,
      MaxSimCalls: maxSimultaneousCalls,
      ProductCode: '3CXENT',
      Support: false,
      Version: version,
    }),
    operations: [operation(types, 'action', 'set', 'RefreshLicenseStatus', '', () => done)],
  };
}
