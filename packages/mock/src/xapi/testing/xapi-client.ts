import * as z from 'zod';
import { RawClient } from '../../testing/raw-client';
import { rawRequest } from '../../testing/raw-http';
import type { RawResponse } from '../../testing/raw-http';
import type { MockPbxOptions } from '../../settings';

/** A client of the XAPI; as all that `rawRequest` reads, its answers are held against the description of the API. */
export class XapiClient implements AsyncDisposable {
  readonly raw: RawClient;

  private constructor(raw: RawClient) {
    this.raw = raw;
  }

  static async start(options: MockPbxOptions = {}): Promise<XapiClient> {
    return new XapiClient(await RawClient.start({ tls: false, ...options }));
  }

  /** Asks on behalf of a client that has signed in. */
  static of(raw: RawClient): XapiClient {
    return new XapiClient(raw);
  }

  /** Another client of the same phone system. */
  static async signIn(raw: RawClient, clientId: string, secret: string): Promise<string | undefined> {
    const { json } = await rawRequest(`${raw.pbx.url}/connect/token`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({
        client_id: clientId,
        client_secret: secret,
        grant_type: 'client_credentials',
      }).toString(),
    });
    const granted = z.object({ access_token: z.string() }).safeParse(json);
    return granted.success ? granted.data.access_token : undefined;
  }

  get(path: string): Promise<RawResponse> {
    return this.send('GET', path);
  }

  post(path: string, body?: object): Promise<RawResponse> {
    return this.send('POST', path, body);
  }

  patch(path: string, body: object): Promise<RawResponse> {
    return this.send('PATCH', path, body);
  }

  delete(path: string): Promise<RawResponse> {
    return this.send('DELETE', path);
  }

  /** @param path after `/xapi/v1`, e.g. `/Users?$top=1` */
  send(method: string, path: string, body?: object | string, token = this.raw.token): Promise<RawResponse> {
    const [plain = '', query] = path.split('?');
    const encoded = query === undefined ? '' : `?${encodeURI(query).replaceAll('+', '%2B')}`;
    return rawRequest(`${this.raw.pbx.url}/xapi/v1${encodeURI(plain)}${encoded}`, {
      method,
      ca: this.raw.pbx.certificate,
      headers: {
        authorization: `Bearer ${token}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
  }

  /** The `value` of a collection. */
  async rows(path: string): Promise<readonly Record<string, unknown>[]> {
    const { status, json, bytes } = await this.get(path);
    if (status !== 200) throw new Error(`GET ${path} answered ${status}: ${bytes.toString()}`);
    return z.object({ value: z.array(z.record(z.string(), z.unknown())) }).parse(json).value;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.raw[Symbol.asyncDispose]();
  }
}
