import {
  CertificateError,
  ConnectionFailedError,
  TimeoutError,
  type XapiClient,
  type XapiSystemStatus,
} from '@org/3cx-api-client';
import type { SystemStatus } from './phone-system';

const DISK_ALMOST_FULL_PERCENT = 90;

/** What is wrong with a PBX that answers, one sentence each. */
function problemsOf(status: XapiSystemStatus): string[] {
  const { TrunksRegistered: trunks, TrunksTotal: allTrunks } = status;
  const problems: [boolean, string][] = [
    [status.HasNotRunningServices === true, 'A 3CX service is not running.'],
    [status.HasUnregisteredSystemExtensions === true, 'A system extension is not registered.'],
    [status.LicenseActive === false, 'The licence is not active.'],
    [
      trunks !== null && allTrunks !== null && trunks < allTrunks,
      `${String(trunks)} of ${String(allTrunks)} trunks are registered.`,
    ],
    [status.RecordingQuotaReached === true, 'The space for recordings is used up.'],
    [status.VoicemailQuotaReached === true, 'The space for voicemail is used up.'],
    [(status.DiskUsage ?? 0) >= DISK_ALMOST_FULL_PERCENT, `The disk is ${String(status.DiskUsage)} % full.`],
  ];
  return problems.filter(([isTrue]) => isTrue).map(([, sentence]) => sentence);
}

/** Judges the figures of a PBX that answered. */
function judgedStatus(status: XapiSystemStatus): SystemStatus {
  const reasons = problemsOf(status);
  return {
    status: reasons.length === 0 ? 'healthy' : 'degraded',
    reasons,
    activeCalls: status.CallsActive,
    maxCalls: status.MaxSimCalls,
    version: status.Version,
    trunksRegistered: status.TrunksRegistered,
    trunksTotal: status.TrunksTotal,
    extensionsRegistered: status.ExtensionsRegistered,
    extensionsTotal: status.ExtensionsTotal,
  };
}

/** The answer for a PBX whose figures can't be had. */
function unknownStatus(reason: string): SystemStatus {
  return {
    status: 'down',
    reasons: [reason],
    activeCalls: null,
    maxCalls: null,
    version: null,
    trunksRegistered: null,
    trunksTotal: null,
    extensionsRegistered: null,
    extensionsTotal: null,
  };
}

/** How the PBX is; one that can't be reached is down. @throws what any other answer is */
export async function systemStatusOf(xapi: Pick<XapiClient, 'getSystemStatus'>): Promise<SystemStatus> {
  try {
    return judgedStatus(await xapi.getSystemStatus());
  } catch (error) {
    if (
      error instanceof ConnectionFailedError ||
      error instanceof TimeoutError ||
      error instanceof CertificateError
    )
      return unknownStatus(error.message);
    throw error;
  }
}
