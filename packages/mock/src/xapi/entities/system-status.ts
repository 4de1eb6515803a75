import { statfs } from 'node:fs/promises';
import type { MockContext } from '../../mock-context';
import type { JsonObject } from '../odata/json';

/** Version this mock claims, as `X-3CX-Version` and in SystemStatus. */
export const version = '20.0.10.100';
/** Calls this phone system can carry at once, as its licence would say. */
export const maxSimultaneousCalls = 64;

/** `SystemStatus` (3CX facts 10.1), every figure taken from the mock and the machine it runs on. */
export async function systemStatusJson(context: MockContext, host: string): Promise<JsonObject> {
  const { configuration, exchange, history } = context;
  const disk = await statfs('/');
  const totalDisk = disk.blocks * disk.bsize;
  const freeDisk = disk.bavail * disk.bsize;
  const extensions = configuration.extensions.all;
  const isRegistered = (number: string): boolean => exchange.phones.of(number).registered;
  const trunks = configuration.trunks.all;
  return {
    FQDN: host,
    Ip: `${host} Static`,
    Version: version,
    OS: process.platform === 'win32' ? 'Windows' : process.platform === 'linux' ? 'Linux' : 'Other',
    Activated: true,
    AutoUpdateEnabled: false,
    BackupScheduled: false,
    CallsActive: exchange.register.active.length,
    DBMaintenanceInProgress: false,
    ExtensionsRegistered: extensions.filter(
      ({ number, devices }) => devices.length > 0 && isRegistered(number),
    ).length,
    ExtensionsTotal: extensions.length,
    UserExtensions: extensions.length,
    TrunksRegistered: trunks.filter(({ number, registered }) => registered && isRegistered(number)).length,
    TrunksTotal: trunks.length,
    HasNotRunningServices: false,
    HasUnregisteredSystemExtensions: false,
    IsAuditLogEnabled: true,
    IsChatLogEnabled: false,
    IsRecordingArchiveEnabled: true,
    LicenseActive: true,
    LicenseKey: 'MOCK-MOCK-MOCK-MOCK',
    LocalIpValid: true,
    MaxSimCalls: maxSimultaneousCalls,
    MaxUserExtensions: 1000,
    OutboundRules: 0,
    ProductCode: '3CXENT',
    RecordingStopped: false,
    RecordingQuotaReached: false,
    RecordingUsedSpace: history.recordings.reduce((sum, { wav }) => sum + wav.byteLength, 0),
    RemoteStorageEnabled: false,
    RemoteStorageStatus: 'NotConfigured',
    Support: false,
    VoicemailQuotaReached: false,
    VoicemailStopped: false,
    TotalDiskSpace: totalDisk,
    FreeDiskSpace: freeDisk,
    DiskUsage: totalDisk === 0 ? 0 : Math.round(((totalDisk - freeDisk) / totalDisk) * 100),
  };
}
