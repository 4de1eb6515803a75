import type { TokenSource } from './tokens/token-source';
import { plainRequestOf, responseOf, type PlainRequest, type PlainResponse } from './transport/plain-http';
import type { RequestLimits, Transport } from './transport/transport';

type Fetching = Pick<Transport, 'fetch' | 'send'>;

/**
 * Sends a request with the current token and, when that is refused with 401, once
 * more with a new one.
 * @throws SignInContestedError when the new one is refused too because another program
 *   signs in with the same client id
 */
export async function sendAuthenticated(
  transport: Fetching,
  tokens: TokenSource,
  request: PlainRequest,
  limits?: RequestLimits,
): Promise<PlainResponse> {
  for (let attempt = 1; ; attempt += 1) {
    let token = '';
    const use = (one: string) => {
      token = one;
      return headerOf(tokens, one);
    };
    const authorization = () => {
      const current = tokens.current?.();
      return current === undefined ? tokens.get().then(use) : use(current);
    };
    const response =
      transport.send === undefined
        ? await sendByFetch(transport, signed(request, await authorization()), limits)
        : await transport.send(request, { ...limits, authorization });
    if (response.status !== 401) return response;
    tokens.invalidate(token);
    if (attempt === 1) continue;
    const contest = tokens.contest?.();
    if (contest !== undefined) throw contest;
    return response;
  }
}

/** As {@link sendAuthenticated}, for a `Request`. */
export async function fetchAuthenticated(
  transport: Fetching,
  tokens: TokenSource,
  request: Request,
  limits?: RequestLimits,
): Promise<Response> {
  const response = await sendAuthenticated(transport, tokens, await plainRequestOf(request), limits);
  return responseOf(response, response.body);
}

/** The header of each source's present token: joining it anew for every request costs more than keeping it. */
const headers = new WeakMap<TokenSource, { readonly token: string; readonly header: string }>();

function headerOf(tokens: TokenSource, token: string): string {
  const known = headers.get(tokens);
  if (known?.token === token) return known.header;
  const header = `Bearer ${token}`;
  headers.set(tokens, { token, header });
  return header;
}

const signed = (request: PlainRequest, authorization: string): PlainRequest => ({
  ...request,
  headers: { ...request.headers, authorization },
});

/** For transports that know nothing but `fetch`. */
async function sendByFetch(
  transport: Pick<Transport, 'fetch'>,
  { method, url, headers, body, signal }: PlainRequest,
  limits: RequestLimits | undefined,
): Promise<PlainResponse> {
  const request = new Request(url, {
    method,
    headers: { ...headers },
    ...(body === undefined ? {} : { body }),
    ...(signal === undefined ? {} : { signal }),
  });
  const response = await transport.fetch(request, limits);
  return {
    status: response.status,
    headers: response.headers,
    body: new Uint8Array(await response.arrayBuffer()),
  };
}
