import { statfs } from 'node:fs/promises';
import type { MockContext } from '../mock-context';
import { version } from './odata';

/** Calls this phone system can carry at once, as its licence would say. */
const maxSimultaneousCalls = 64;

/** XAPI SystemStatus (3CX facts 10.1), every figure taken from the mock and the machine it runs on. */
export async function systemStatusJson({ directory, exchange, settings }: MockContext) {
  const disk = await statfs('/');
  const totalDisk = disk.blocks * disk.bsize;
  const freeDisk = disk.bavail * disk.bsize;
  const { extensions } = directory;
  return {
    FQDN: settings.host,
    Version: version,
    OS: process.platform === 'win32' ? 'Windows' : process.platform === 'linux' ? 'Linux' : 'Other',
    Activated: true,
    LicenseActive: true,
    MaxSimCalls: maxSimultaneousCalls,
    CallsActive: exchange.register.active.length,
    ExtensionsRegistered: extensions.filter(({ number }) => exchange.phones.of(number).registered).length,
    ExtensionsTotal: extensions.length,
    UserExtensions: extensions.length,
    TrunksRegistered: exchange.phones.of(directory.trunk.number).registered ? 1 : 0,
    TrunksTotal: 1,
    HasNotRunningServices: false,
    HasUnregisteredSystemExtensions: false,
    TotalDiskSpace: totalDisk,
    FreeDiskSpace: freeDisk,
    DiskUsage: totalDisk === 0 ? 0 : Math.round(((totalDisk - freeDisk) / totalDisk) * 100),
  };
}
