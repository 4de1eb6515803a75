import createClient from 'openapi-fetch';
import * as z from 'zod';
import { fetchAuthenticated } from './authenticated-fetch';
import { checkedAnswer } from './checked-answer';
import type { paths } from './generated/xapi';
import type { TokenSource } from './tokens/token-source';
import type { Transport } from './transport/transport';

const absent = <T extends z.ZodType>(schema: T) => schema.nullish().transform((value) => value ?? null);

const SystemStatusSchema = z.object({
  CallsActive: absent(z.number()),
  MaxSimCalls: absent(z.number()),
  TrunksRegistered: absent(z.number()),
  TrunksTotal: absent(z.number()),
  ExtensionsRegistered: absent(z.number()),
  ExtensionsTotal: absent(z.number()),
  HasNotRunningServices: absent(z.boolean()),
  HasUnregisteredSystemExtensions: absent(z.boolean()),
  LicenseActive: absent(z.boolean()),
  RecordingQuotaReached: absent(z.boolean()),
  VoicemailQuotaReached: absent(z.boolean()),
  DiskUsage: absent(z.number()),
  Version: absent(z.string()),
});

const ActiveCallSchema = z.object({
  Id: z.number(),
  Caller: absent(z.string()),
  Callee: absent(z.string()),
  Status: absent(z.string()),
  EstablishedAt: absent(z.string()),
  LastChangeStatus: absent(z.string()),
  ServerNow: absent(z.string()),
});

/** Figures of the running PBX; what it left out is null. */
export type XapiSystemStatus = z.infer<typeof SystemStatusSchema>;
/** One row of the PBX's list of calls in progress. */
export type XapiActiveCall = z.infer<typeof ActiveCallSchema>;

/** The Configuration API. Methods throw what {@link CallControlClient} methods throw. */
export interface XapiClient {
  /** The PBX version, e.g. `20.0.10.0`; null when the answer doesn't carry it. */
  getVersion(): Promise<string | null>;
  getSystemStatus(): Promise<XapiSystemStatus>;
  getActiveCalls(): Promise<XapiActiveCall[]>;
}

export interface XapiClientOptions {
  /** Origin of the PBX. */
  readonly serverUrl: string;
  readonly tokens: TokenSource;
  readonly transport: Pick<Transport, 'fetch'>;
}

export function createXapiClient({ serverUrl, tokens, transport }: XapiClientOptions): XapiClient {
  const api = createClient<paths>({
    baseUrl: `${serverUrl}/xapi/v1`,
    headers: { accept: 'application/json' },
    querySerializer: { array: { style: 'form', explode: false } },
    fetch: (request: Request) => fetchAuthenticated(transport, tokens, request),
  });

  return {
    async getVersion() {
      const answer = await api.GET('/Defs', { params: { query: { $select: ['Id'] } } });
      checkedAnswer(answer, z.object({}), 'the definitions of the system');
      return answer.response.headers.get('x-3cx-version');
    },
    async getSystemStatus() {
      return checkedAnswer(await api.GET('/SystemStatus'), SystemStatusSchema, 'the system status');
    },
    async getActiveCalls() {
      const page = checkedAnswer(
        await api.GET('/ActiveCalls'),
        z.object({ value: z.array(ActiveCallSchema) }),
        'the active calls',
      );
      return page.value;
    },
  };
}
