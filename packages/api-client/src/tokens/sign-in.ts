import * as z from 'zod';
import { errorOfResponse } from '../error-of-response';
import { AuthenticationError, NotFoundError, UnexpectedResponseError } from '../errors';
import type { RequestLimits, Transport } from '../transport/transport';
import { lifetimeMs } from './token-lifetime';

export interface Credentials {
  /** Origin of the PBX. */
  readonly serverUrl: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

export interface IssuedToken {
  readonly value: string;
  readonly lifetimeMs: number;
}

const OPERATION = 'the sign-in';
/** A connection of its own: all requests wait for it, so it mustn't wait behind them. */
const LIMITS: RequestLimits = { ownConnection: true, timeoutMs: 10_000, operation: OPERATION };

const TokenAnswer = z.object({
  access_token: z.string().min(1),
  expires_in: z.coerce.number().positive().optional().catch(undefined),
});

/** Asks the PBX for a token, which ends the client's former one. @throws typed errors without the secret */
export async function signIn(
  transport: Pick<Transport, 'fetch'>,
  { serverUrl, clientId, clientSecret }: Credentials,
): Promise<IssuedToken> {
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
  const response = await transport.fetch(request, LIMITS);
  const text = await response.text();
  const { status } = response;
  if (status === 400 || status === 401) {
    const advice =
      'Copy the API key again, it is shown only once, and check that ID and key belong to the same API entry.';
    throw new AuthenticationError(`Authentication failed: 3CX refused client ID ${clientId}. ${advice}`, {
      status,
      operation: OPERATION,
      advice,
    });
  }
  if (status === 404) {
    const advice = 'check the server URL and its port';
    throw new NotFoundError(`There is no 3CX sign-in at ${serverUrl}: ${advice}.`, {
      status,
      operation: OPERATION,
      advice,
    });
  }
  if (!response.ok) throw errorOfResponse(response, text, OPERATION);
  return issuedOf(text, serverUrl);
}

function issuedOf(text: string, serverUrl: string): IssuedToken {
  try {
    const answer = TokenAnswer.parse(JSON.parse(text));
    return { value: answer.access_token, lifetimeMs: lifetimeMs(answer.access_token, answer.expires_in) };
  } catch {
    // The cause is left out: it could quote the token.
    throw new UnexpectedResponseError(
      `${serverUrl} answered the sign-in with something that is no 3CX token: check the server URL.`,
      { operation: OPERATION },
    );
  }
}
