import { explain, systemDownOutput, systemStatusOutput, type Connection } from '../../../src/shared';
import type { DataOperation } from './data-operation';

/** Failures that say how the PBX is, rather than that the question was wrong. */
const MEANS_DOWN: ReadonlySet<string> = new Set(['CONNECTION_FAILED', 'SERVER', 'TIMEOUT']);

export const getSystemStatus: DataOperation = {
  name: 'Get System Status',
  properties: [],
  prepare() {
    return {
      read: async ({ pbx }) => [systemStatusOutput(await pbx.getSystemStatus())],
      whenUnreachable: (error: unknown, { serverUrl, clientId }: Connection) => {
        const { code, message } = explain(error, { serverUrl, clientId });
        return MEANS_DOWN.has(code) ? [systemDownOutput(message)] : undefined;
      },
    };
  },
};
