import {
  explain,
  loggedCalls,
  systemDownOutput,
  systemStatusOutput,
  type Connection,
  type SlowDataCache,
} from '../../../src/shared';
import { items, type DataOperation, type DataSource } from './data-operation';

/** Failures that say how the PBX is, rather than that the question was wrong. */
const MEANS_DOWN: ReadonlySet<string> = new Set(['CONNECTION_FAILED', 'SERVER', 'TIMEOUT']);
/** Failures that leave the number of calls unknown: no role for it, or a release without the log. */
const MEANS_UNKNOWN: ReadonlySet<string> = new Set([...MEANS_DOWN, 'PERMISSION', 'NOT_FOUND']);
const HOUR_MS = 3_600_000;

export const getSystemStatus: DataOperation = {
  name: 'Get System Status',
  properties: [
    {
      displayName: 'Include Call Volume',
      name: 'includeCallVolume',
      type: 'boolean',
      default: true,
      displayOptions: { show: { operation: ['getSystemStatus'] } },
      description:
        'Whether to count the calls of the last hour as callVolume; up to five minutes old, and null without the role System Owner',
    },
  ],
  prepare({ parameters, cache }) {
    const includesVolume = parameters.flag('includeCallVolume');
    return {
      async read(source) {
        const status = await source.pbx.getSystemStatus();
        const isUp = status.status !== 'down';
        const volume = includesVolume && isUp ? await callsOfLastHour(source, cache) : null;
        return items([systemStatusOutput(status, volume)]);
      },
      whenUnreachable: (error: unknown, { serverUrl, clientId }: Connection) => {
        const { code, message } = explain(error, { serverUrl, clientId });
        return MEANS_DOWN.has(code) ? items([systemDownOutput(message)]) : undefined;
      },
    };
  },
};

/** The log holds ended calls only, and takes a role that not every client has. */
async function callsOfLastHour({ pbx, key }: DataSource, cache: SlowDataCache): Promise<number | null> {
  const now = new Date();
  const period = { from: new Date(now.getTime() - HOUR_MS), to: now };
  const { value } = await cache.get(`${key} volume`, true, async () => {
    try {
      return (await loggedCalls(pbx.xapi, period)).length;
    } catch (error) {
      if (MEANS_UNKNOWN.has(explain(error).code)) return null;
      throw error;
    }
  });
  return value;
}
