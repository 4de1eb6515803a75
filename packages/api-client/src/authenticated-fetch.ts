import type { TokenSource } from './tokens/token-source';
import type { RequestLimits, Transport } from './transport/transport';

/**
 * Sends a request with the current token and, when that is refused with 401, once
 * more with a new one.
 */
export async function fetchAuthenticated(
  transport: Pick<Transport, 'fetch'>,
  tokens: TokenSource,
  request: Request,
  limits: RequestLimits = {},
): Promise<Response> {
  const again = request.clone();
  const token = await tokens.get();
  request.headers.set('authorization', `Bearer ${token}`);
  const response = await transport.fetch(request, limits);
  if (response.status !== 401) return response;
  tokens.invalidate(token);
  again.headers.set('authorization', `Bearer ${await tokens.get()}`);
  return transport.fetch(again, limits);
}
