import type { MockPbxOptions } from '../settings';

/** A PBX of its own on a server with others. */
export interface TenantOptions extends Omit<
  MockPbxOptions,
  'host' | 'tls' | 'controlPort' | 'portless' | 'hostnames'
> {
  /** Names it is reached under on the server's port. Default `<name>.localhost`. */
  readonly hosts?: readonly string[];
  /** Port of this tenant alone; 0 (default) takes a free one. */
  readonly port?: number;
}

export interface MockServerOptions {
  /** By name: letters, digits and dashes. */
  readonly tenants: Readonly<Record<string, TenantOptions>>;
  /** Port that all tenants share, told apart by host name; 0 (default) takes a free one. */
  readonly port?: number;
  /** Port of the control API of all tenants; 0 (default) takes a free one. */
  readonly controlPort?: number;
  /** Address all ports listen on. Default `127.0.0.1`. */
  readonly host?: string;
  /** HTTPS and WSS, with a certificate for each tenant (default), or plain HTTP and WS. */
  readonly tls?: boolean;
}

/** Tenants that can't be on one server; the message says what to change. */
export class TenantsError extends Error {
  override readonly name = 'TenantsError';
  readonly code = 'bad-tenants';
}
