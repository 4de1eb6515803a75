import * as http from 'node:http';
import * as https from 'node:https';
import { buffer } from 'node:stream/consumers';
import { WebSocket } from 'ws';
import * as z from 'zod';

/** A phone system to be asked, and the client it knows. */
export interface TargetOptions {
  /** Origin, e.g. `https://pbx.example.com:5001`. */
  readonly url: string;
  readonly clientId: string;
  /** Signing in with it ends the token of any other program with this client id. */
  readonly clientSecret?: string | undefined;
  /** A token to use instead of signing in. */
  readonly token?: string | undefined;
  /** PEM of a certificate to trust. */
  readonly certificate?: string | undefined;
  /** Whether any certificate will do. */
  readonly insecure?: boolean;
  /** How long an answer may take, milliseconds. Default 10,000. */
  readonly timeoutMs?: number;
}

export interface TargetResponse {
  readonly status: number;
  readonly headers: http.IncomingHttpHeaders;
  /** The body as JSON; undefined when it isn't. */
  readonly json: unknown;
}

const granted = z.looseObject({ access_token: z.string() });

/** Asks a phone system over plain HTTP and WebSocket. Apart from signing in it only ever sends GET. */
export class Target {
  readonly clientId: string;
  readonly #options: TargetOptions;
  #token: string;
  /** What signing in was answered; undefined when a token was given. */
  grant: TargetResponse | undefined;

  private constructor(options: TargetOptions) {
    this.#options = options;
    this.clientId = options.clientId;
    this.#token = options.token ?? '';
  }

  /** @throws Error when the phone system can't be reached or refuses the client. */
  static async signIn(options: TargetOptions): Promise<Target> {
    const target = new Target(options);
    if (options.token !== undefined) return target;
    const form = new URLSearchParams({
      client_id: options.clientId,
      client_secret: options.clientSecret ?? '',
      grant_type: 'client_credentials',
    });
    target.grant = await target.#request('POST', '/connect/token', {}, form.toString());
    const token = granted.safeParse(target.grant.json);
    if (!token.success) {
      throw new Error(
        `The phone system refused the client (${target.grant.status}): check the client id and the secret.`,
      );
    }
    target.#token = token.data.access_token;
    return target;
  }

  get token(): string {
    return this.#token;
  }

  get(path: string, { signedIn = true } = {}): Promise<TargetResponse> {
    return this.#request('GET', path, signedIn ? { authorization: `Bearer ${this.#token}` } : {});
  }

  /** Opens the event socket. @returns the socket, or the HTTP status that refused it. Whoever opened it closes it. */
  socket({ signedIn = true } = {}): Promise<WebSocket | number> {
    const { certificate, insecure, timeoutMs = 10_000 } = this.#options;
    const socket = new WebSocket(`${this.#options.url.replace(/^http/, 'ws')}/callcontrol/ws`, {
      headers: signedIn ? { authorization: `Bearer ${this.#token}` } : {},
      handshakeTimeout: timeoutMs,
      rejectUnauthorized: insecure !== true,
      ...(certificate === undefined ? {} : { ca: certificate }),
    });
    return new Promise((resolve, reject) => {
      socket.once('open', () => {
        resolve(socket);
      });
      socket.once('unexpected-response', (_request, response) => {
        response.resume();
        resolve(response.statusCode ?? 0);
      });
      socket.on('error', reject);
    });
  }

  async #request(
    method: 'GET' | 'POST',
    path: string,
    headers: http.OutgoingHttpHeaders,
    form?: string,
  ): Promise<TargetResponse> {
    const { url, certificate, insecure, timeoutMs = 10_000 } = this.#options;
    const options = {
      method,
      agent: false as const,
      timeout: timeoutMs,
      headers: {
        ...headers,
        ...(form === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' }),
      },
    };
    const tls = {
      rejectUnauthorized: insecure !== true,
      ...(certificate === undefined ? {} : { ca: certificate }),
    };
    const address = `${url.replace(/\/$/, '')}${path}`;
    const request = address.startsWith('https:')
      ? https.request(address, { ...options, ...tls })
      : http.request(address, options);
    const response = await new Promise<http.IncomingMessage>((resolve, reject) => {
      request.once('response', resolve);
      request.once('error', reject);
      request.once('timeout', () => {
        request.destroy(new Error(`No answer to ${method} ${path} within ${timeoutMs} ms.`));
      });
      request.end(form);
    });
    const body = await buffer(response);
    return { status: response.statusCode ?? 0, headers: response.headers, json: parsed(body.toString()) };
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
