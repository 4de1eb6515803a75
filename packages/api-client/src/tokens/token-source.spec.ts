import {
  ConfigurationError,
  createMemoryTokenStore,
  createTokenSource,
  type TokenSourceOptions,
  type TokenStore,
} from '../index';

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

function tokenSource(endpoint: TokenEndpoint, now = () => 0, options: Partial<TokenSourceOptions> = {}) {
  return createTokenSource({
    ...options,
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

  it('tries again at once after one failure, then ever later', async () => {
    let now = 0;
    const endpoint = tokenEndpoint(() => new Response('', { status: 503 }));
    const tokens = tokenSource(endpoint, () => now);
    const tried: number[] = [];
    for (; now < 200_000; now += 500) {
      const before = endpoint.requests.length;
      await expect(tokens.get()).rejects.toMatchObject({ code: 'SERVER' });
      if (endpoint.requests.length > before) tried.push(now / 1000);
    }
    expect(tried).toEqual([0, 0.5, 1.5, 3.5, 7.5, 15.5, 31.5, 63.5, 123.5, 183.5]);
  });

  it('keeps to the wait that the PBX asks for', async () => {
    let now = 0;
    const endpoint = tokenEndpoint((count) =>
      count === 1 ? new Response('', { status: 429, headers: { 'retry-after': '180' } }) : issuing(count),
    );
    const tokens = tokenSource(endpoint, () => now);
    await expect(tokens.get()).rejects.toMatchObject({ code: 'RATE_LIMIT' });
    now = 179_000;
    await expect(tokens.get()).rejects.toMatchObject({ code: 'RATE_LIMIT' });
    now = 180_000;
    await expect(tokens.get()).resolves.toBe('token-2');
    expect(endpoint.requests).toHaveLength(2);
  });

  it('goes on with the old token, while it lives, when it can not be renewed', async () => {
    let now = 0;
    const endpoint = tokenEndpoint((count) => (count === 1 ? issuing(1) : new Response('', { status: 503 })));
    const tokens = tokenSource(endpoint, () => now);
    await tokens.get();
    now = 55 * 60_000;
    await expect(tokens.get()).resolves.toBe('token-1');
    now = 59 * 60_000;
    await expect(tokens.get()).rejects.toMatchObject({ code: 'SERVER' });
  });
});

describe('renewal while audio runs', () => {
  it('waits for the last stream to end', async () => {
    let now = 0;
    const tokens = tokenSource(tokenEndpoint(issuing), () => now);
    await tokens.get();
    const [first, second] = [tokens.postponeRenewal(), tokens.postponeRenewal()];
    now = 55 * 60_000;
    first();
    first();
    await expect(tokens.get()).resolves.toBe('token-1');
    second();
    await expect(tokens.get()).resolves.toBe('token-2');
  });

  it('waits no longer than to a minute before the end', async () => {
    let now = 0;
    const tokens = tokenSource(tokenEndpoint(issuing), () => now);
    await tokens.get();
    tokens.postponeRenewal();
    now = 59 * 60_000 - 1;
    await expect(tokens.get()).resolves.toBe('token-1');
    now = 59 * 60_000;
    await expect(tokens.get()).resolves.toBe('token-2');
  });

  it('does not keep a refused token', async () => {
    const tokens = tokenSource(tokenEndpoint(issuing));
    tokens.postponeRenewal();
    tokens.invalidate(await tokens.get());
    await expect(tokens.get()).resolves.toBe('token-2');
  });
});

describe('clocks that are wrong', () => {
  afterEach(() => {
    jest.useRealTimers();
  });

  it.each([-1, 1])('a PBX clock %d h off changes nothing', async (hours) => {
    let now = 0;
    const iat = Math.floor(Date.now() / 1000) + hours * 3600;
    const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url');
    const jwt = `${encode({ alg: 'ES256' })}.${encode({ iat, exp: iat + 3600 })}.`;
    const endpoint = tokenEndpoint((count) =>
      Response.json({ expires_in: 60, access_token: `${jwt}${String(count)}` }),
    );
    const tokens = tokenSource(endpoint, () => now);
    await tokens.get();
    now = 53 * 60_000;
    await expect(tokens.get()).resolves.toBe(`${jwt}1`);
    now = 55 * 60_000;
    await expect(tokens.get()).resolves.toBe(`${jwt}2`);
  });

  it.each([-1, 1])('our own clock jumping by %d h neither renews nor keeps a token', async (hours) => {
    let now = 0;
    jest.useFakeTimers({ doNotFake: ['performance', 'nextTick', 'setImmediate', 'queueMicrotask'] });
    const endpoint = tokenEndpoint(issuing);
    const tokens = tokenSource(endpoint, () => now);
    await tokens.get();
    jest.setSystemTime(Date.now() + hours * 3_600_000);
    now = 50 * 60_000;
    await expect(tokens.get()).resolves.toBe('token-1');
    now = 55 * 60_000;
    await expect(tokens.get()).resolves.toBe('token-2');
  });
});

describe('a store shared by several owners', () => {
  it('lets the second use the sign-in of the first', async () => {
    const store = createMemoryTokenStore();
    const [one, other] = [tokenEndpoint(issuing), tokenEndpoint(issuing)];
    await tokenSource(one, () => 0, { store }).get();
    await expect(tokenSource(other, () => 0, { store }).get()).resolves.toBe('token-1');
    expect(other.requests).toHaveLength(0);
  });

  it('brings the token that replaced a refused one, without another sign-in', async () => {
    const store = createMemoryTokenStore();
    const endpoint = tokenEndpoint(issuing);
    const [one, other] = [0, 1].map(() => tokenSource(endpoint, () => 0, { store }));
    const refused = (await one?.get()) ?? '';
    await other?.get();
    one?.invalidate(refused);
    await expect(one?.get()).resolves.toBe('token-2');
    other?.invalidate(refused);
    await expect(other?.get()).resolves.toBe('token-2');
    expect(endpoint.requests).toHaveLength(2);
  });

  it('does not bring back a token that was refused, nor one that has ended', async () => {
    const refusing = tokenSource(
      tokenEndpoint(() => issuing(9)),
      () => 0,
      {
        store: stale({ value: 'token-1', issuedAt: Date.now(), lifetimeMs: 3_600_000 }),
      },
    );
    refusing.invalidate('token-1');
    const late = tokenSource(
      tokenEndpoint(() => issuing(7)),
      () => 0,
      {
        store: stale({ value: 'old', issuedAt: Date.now() - 3_600_000, lifetimeMs: 3_600_000 }),
      },
    );
    await expect(Promise.all([refusing.get(), late.get()])).resolves.toEqual(['token-9', 'token-7']);
  });

  it('is done without when it fails, and that is told', async () => {
    const errors: unknown[] = [];
    const broken = () => Promise.reject(new Error('disk full'));
    const store: TokenStore = { load: broken, save: broken, remove: broken };
    const tokens = tokenSource(tokenEndpoint(issuing), () => 0, {
      store,
      onStoreError: (error) => errors.push(error),
    });
    await expect(tokens.get()).resolves.toBe('token-1');
    await new Promise((resolve) => setImmediate(resolve));
    expect(errors.map(String)).toEqual(['Error: disk full', 'Error: disk full']);
  });

  it('keeps clients and servers apart', async () => {
    const store = createMemoryTokenStore();
    const endpoint = tokenEndpoint(issuing);
    await tokenSource(endpoint, () => 0, { store }).get();
    const other = createTokenSource({
      serverUrl: 'https://other.test',
      clientId: '999',
      clientSecret: 's',
      transport: endpoint,
      store,
    });
    await expect(other.get()).resolves.toBe('token-2');
  });
});

/** A store that always brings the same. */
function stale(token: Awaited<ReturnType<TokenStore['load']>>): TokenStore {
  return {
    load: () => Promise.resolve(token),
    save: () => Promise.resolve(),
    remove: () => Promise.resolve(),
  };
}
