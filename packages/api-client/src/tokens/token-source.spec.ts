import { ConfigurationError, createTokenSource } from '../index';

interface TokenEndpoint {
  readonly requests: URLSearchParams[];
  readonly fetch: (request: Request) => Promise<Response>;
}

function tokenEndpoint(answer: (count: number) => Response): TokenEndpoint {
  const requests: URLSearchParams[] = [];
  return {
    requests,
    async fetch(request) {
      requests.push(new URLSearchParams(await request.text()));
      return answer(requests.length);
    },
  };
}

const issuing = (count: number) =>
  Response.json({ token_type: 'Bearer', expires_in: 60, access_token: `token-${String(count)}` });

function tokenSource(endpoint: TokenEndpoint, now = () => 0) {
  return createTokenSource({
    serverUrl: 'https://pbx.test',
    clientId: ' 999 ',
    clientSecret: ' secret\n',
    transport: endpoint,
    now,
  });
}

describe('the token source', () => {
  it('signs in with the client id and secret, stripped of spaces', async () => {
    const endpoint = tokenEndpoint(issuing);
    await expect(tokenSource(endpoint).get()).resolves.toBe('token-1');
    expect(Object.fromEntries(endpoint.requests[0] ?? [])).toEqual({
      client_id: '999',
      client_secret: 'secret',
      grant_type: 'client_credentials',
    });
  });

  it('asks once for all who need a token at the same time, since a second would end the first', async () => {
    const endpoint = tokenEndpoint(issuing);
    const tokens = tokenSource(endpoint);
    await expect(Promise.all([tokens.get(), tokens.get(), tokens.get()])).resolves.toEqual([
      'token-1',
      'token-1',
      'token-1',
    ]);
    await tokens.get();
    expect(endpoint.requests).toHaveLength(1);
  });

  it('renews before the hour is over', async () => {
    let now = 0;
    const endpoint = tokenEndpoint(issuing);
    const tokens = tokenSource(endpoint, () => now);
    await tokens.get();
    now = 50 * 60_000;
    await expect(tokens.get()).resolves.toBe('token-1');
    now = 55 * 60_000;
    await expect(tokens.get()).resolves.toBe('token-2');
  });

  it('renews a refused token once, however many saw it refused', async () => {
    const endpoint = tokenEndpoint(issuing);
    const tokens = tokenSource(endpoint);
    const refused = await tokens.get();
    tokens.invalidate(refused);
    await tokens.get();
    tokens.invalidate(refused);
    await expect(tokens.get()).resolves.toBe('token-2');
  });

  it.each([400, 401])(
    'says that the client was refused on %d, and never repeats the secret',
    async (status) => {
      const tokens = tokenSource(tokenEndpoint(() => Response.json({ error: 'unauthorized' }, { status })));
      const error: unknown = await tokens.get().catch((caught: unknown) => caught);
      expect(error).toMatchObject({
        code: 'AUTHENTICATION',
        message: expect.stringContaining('999') as string,
      });
      expect(String(error)).not.toContain('secret');
    },
  );

  it('tries again after a failure', async () => {
    const tokens = tokenSource(
      tokenEndpoint((count) => (count === 1 ? new Response('', { status: 503 }) : issuing(count))),
    );
    await expect(tokens.get()).rejects.toMatchObject({ code: 'SERVER', retryable: true });
    await expect(tokens.get()).resolves.toBe('token-2');
  });

  it.each(['<html>', '{"access_token":""}', '[]'])('refuses the answer %j as no token', async (body) => {
    const tokens = tokenSource(tokenEndpoint(() => new Response(body)));
    await expect(tokens.get()).rejects.toMatchObject({ code: 'UNEXPECTED_RESPONSE' });
  });

  it.each([
    ['', 'secret'],
    ['999', '  '],
  ])('refuses to start with id %j and secret %j', (clientId, clientSecret) => {
    const transport = tokenEndpoint(issuing);
    expect(() =>
      createTokenSource({ serverUrl: 'https://pbx.test', clientId, clientSecret, transport }),
    ).toThrow(ConfigurationError);
  });
});
