import { TenantsError } from './mock-server-options';
import type { TenantOptions } from './mock-server-options';

/** Which tenant a host name belongs to. */
export class TenantHosts {
  readonly #names = new Map<string, string>();

  /** @throws TenantsError when a name can't be one, two tenants have the same host, or there is none. */
  constructor(tenants: Readonly<Record<string, TenantOptions>>) {
    for (const [name, { hosts }] of Object.entries(tenants)) {
      if (!/^[a-z\d][a-z\d-]*$/i.test(name)) {
        throw new TenantsError(
          `${JSON.stringify(name)} can't be a tenant's name: use letters, digits and dashes.`,
        );
      }
      for (const host of hosts ?? [`${name}.localhost`]) {
        const other = this.#names.get(host.toLowerCase());
        if (other !== undefined) {
          throw new TenantsError(
            `The tenants ${other} and ${name} have the same host, ${host}: give each its own.`,
          );
        }
        this.#names.set(host.toLowerCase(), name);
      }
    }
    if (this.#names.size === 0) throw new TenantsError('There is no tenant: name at least one.');
  }

  /** @param host - as in a `Host` header, with or without a port, or as in SNI. */
  tenantOf(host: string | undefined): string | undefined {
    return this.#names.get((host ?? '').toLowerCase().replace(/:\d+$/, ''));
  }

  of(tenant: string): readonly string[] {
    return [...this.#names].filter(([, name]) => name === tenant).map(([host]) => host);
  }

  get all(): readonly string[] {
    return [...this.#names.keys()];
  }
}
