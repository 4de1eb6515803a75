import * as z from 'zod';
import { settingsFrom } from '../settings';
import { TenantsError } from './mock-server-options';
import type { TenantOptions } from './mock-server-options';

const known: ReadonlyMap<string, unknown> = new Map(Object.entries(settingsFrom({})));
/** Not a tenant's: they are the server's, or can't be written in a file. */
const notForTenants: ReadonlySet<string> = new Set([
  'host',
  'tls',
  'controlPort',
  'portless',
  'hostnames',
  'files',
]);

/** Checks each option against the kind of its default, and those with a choice against the choice. */
const tenantOptions = z
  .looseObject({
    hosts: z.exactOptional(z.array(z.string().min(1)).min(1)),
    proxyPort: z.exactOptional(z.number().int().min(0).max(65_535)),
    firstInboundStatus: z.exactOptional(z.enum(['Connected', 'Ringing'])),
    expiresIn: z.exactOptional(z.enum(['minutes', 'seconds'])),
    dtmfGrouping: z.exactOptional(z.enum(['single', 'grouped'])),
  })
  .superRefine((options, context) => {
    for (const [name, value] of Object.entries(options)) {
      if (name === 'hosts') continue;
      const message =
        !known.has(name) || notForTenants.has(name)
          ? `A tenant has no option ${name}.`
          : known.get(name) === undefined || kindOf(known.get(name)) === kindOf(value)
            ? undefined
            : `${name} is a ${kindOf(known.get(name))}, not a ${kindOf(value)}.`;
      if (message !== undefined) context.addIssue({ code: 'custom', path: [name], message });
    }
  })
  .transform((options): TenantOptions => options);

const tenantsFile = z.record(z.string(), tenantOptions);

/**
 * Tenants from JSON: `{"acme": {"clientSecret": "…", "hosts": ["acme.example"]}, "globex": {}}`.
 * @throws TenantsError that names what is wrong.
 */
export function parseTenants(json: string): Readonly<Record<string, TenantOptions>> {
  const parsed = tenantsFile.safeParse(parsedJson(json));
  if (parsed.success) return parsed.data;
  throw new TenantsError(`The tenants are not as they should be: ${z.prettifyError(parsed.error)}`, {
    cause: parsed.error,
  });
}

function kindOf(value: unknown): string {
  return Array.isArray(value) ? 'list' : typeof value;
}

function parsedJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch (error) {
    throw new TenantsError('The tenants are not JSON: give an object with a name for each.', {
      cause: error,
    });
  }
}
