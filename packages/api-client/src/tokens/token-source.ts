import * as z from 'zod';
import { errorOfResponse } from '../error-of-response';
import { AuthenticationError, ConfigurationError, NotFoundError, UnexpectedResponseError } from '../errors';
import type { Transport } from '../transport/transport';
import { lifetimeMs } from './token-lifetime';

export interface TokenSource {
  /**
   * A token that is valid as far as we know. Concurrent calls share one request,
   * because a second token would end the first (3CX keeps one per client).
   * @throws AuthenticationError, ConnectionFailedError, CertificateError, TimeoutError
   */
  get(): Promise<string>;
  /** Says that `token` was refused; the next `get` asks for a new one, unless that has happened already. */
  invalidate(token: string): void;
}

export interface TokenSourceOptions {
  /** Origin of the PBX. */
  readonly serverUrl: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly transport: Pick<Transport, 'fetch'>;
  /** Monotonic milliseconds: wall-clock jumps don't age a token. */
  readonly now?: () => number;
}

/** A token is renewed when this much of its life is over. */
const RENEW_AFTER = 0.9;

const TokenAnswer = z.object({
  access_token: z.string().min(1),
  expires_in: z.coerce.number().positive().optional(),
});

interface HeldToken {
  readonly value: string;
  readonly renewAt: number;
}

export function createTokenSource(options: TokenSourceOptions): TokenSource {
  const { serverUrl, transport } = options;
  const clientId = options.clientId.trim();
  const clientSecret = options.clientSecret.trim();
  if (clientId === '')
    throw new ConfigurationError(
      'The client ID is empty: copy it from Integrations > API in the 3CX console.',
    );
  if (clientSecret === '')
    throw new ConfigurationError(
      'The client secret is empty: copy the API key shown when the API entry was created.',
    );
  const now = options.now ?? (() => performance.now());
  let held: HeldToken | undefined;
  let pending: Promise<string> | undefined;

  async function issue(): Promise<string> {
    const askedAt = now();
    const body = new URLSearchParams({
      client_id: clientId,
      client_secret: clientSecret,
      grant_type: 'client_credentials',
    });
    const request = new Request(`${serverUrl}/connect/token`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' },
      body: body.toString(),
    });
    const response = await transport.fetch(request);
    const text = await response.text();
    if (response.status === 400 || response.status === 401) {
      throw new AuthenticationError(
        `Authentication failed: 3CX refused client ID ${clientId}. Copy the API key again, it is shown only once, and check that ID and key belong to the same API entry.`,
        { status: response.status },
      );
    }
    if (response.status === 404) {
      throw new NotFoundError(`There is no 3CX sign-in at ${serverUrl}: check the server URL and its port.`, {
        status: 404,
      });
    }
    if (!response.ok) throw errorOfResponse(response, text, 'the sign-in');
    const answer = parseAnswer(text, serverUrl);
    held = {
      value: answer.access_token,
      renewAt: askedAt + RENEW_AFTER * lifetimeMs(answer.access_token, answer.expires_in),
    };
    return held.value;
  }

  return {
    get() {
      if (held !== undefined && now() < held.renewAt) return Promise.resolve(held.value);
      pending ??= issue().finally(() => {
        pending = undefined;
      });
      return pending;
    },
    invalidate(token) {
      if (held?.value === token) held = undefined;
    },
  };
}

function parseAnswer(text: string, serverUrl: string): z.infer<typeof TokenAnswer> {
  try {
    return TokenAnswer.parse(JSON.parse(text));
  } catch {
    // The cause is left out: it could quote the token.
    throw new UnexpectedResponseError(
      `${serverUrl} answered the sign-in with something that is no 3CX token: check the server URL.`,
    );
  }
}
