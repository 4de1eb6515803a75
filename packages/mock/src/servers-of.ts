import type { FastifyInstance } from 'fastify';
import type { Certificate } from './certificate';
import type { MockPbx } from './mock-pbx';

/** What answers for one mock, whoever brings the requests. */
export interface MockServers {
  readonly pbx: FastifyInstance;
  readonly control: FastifyInstance;
  /** With its key; undefined without TLS. */
  readonly certificate: Certificate | undefined;
}

const servers = new WeakMap<MockPbx, MockServers>();

export function rememberServers(mock: MockPbx, its: MockServers): void {
  servers.set(mock, its);
}

/** @throws Error for anything but a mock as `createMockPbx` made it. */
export function serversOf(mock: MockPbx): MockServers {
  const its = servers.get(mock);
  if (!its) throw new Error('This is not a mock that createMockPbx made.');
  return its;
}
