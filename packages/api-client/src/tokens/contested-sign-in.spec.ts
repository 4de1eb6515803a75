import { createCallControlClient, createTokenSource, type TokenReplaced, type Transport } from '../index';

const MINUTE = 60_000;

/** A PBX that knows one token per client, and another program that may take it over. */
function pbx() {
  let now = 0;
  let issued = 0;
  let current = '';
  const replaced: TokenReplaced[] = [];
  const signIns: number[] = [];
  const transport: Transport = {
    tls: { rejectUnauthorized: true },
    fetch(request) {
      if (request.url.endsWith('/connect/token')) {
        issued += 1;
        signIns.push(now);
        current = `token-${String(issued)}`;
        return Promise.resolve(Response.json({ expires_in: 3600, access_token: current }));
      }
      const valid = request.headers.get('authorization') === `Bearer ${current}`;
      return Promise.resolve(
        valid ? Response.json([]) : Response.json({ error: 'unauthorized' }, { status: 401 }),
      );
    },
    download: () => Promise.reject(new Error('not here')),
    upload: () => {
      throw new Error('not here');
    },
    dispose: () => undefined,
  };
  const tokens = createTokenSource({
    serverUrl: 'https://pbx.test',
    clientId: '999',
    clientSecret: 'secret',
    transport,
    now: () => now,
    onReplaced: (event) => replaced.push(event),
  });
  const api = createCallControlClient({ serverUrl: 'https://pbx.test', tokens, transport });
  return {
    api,
    tokens,
    replaced,
    signIns,
    anotherSignsIn: () => {
      current = 'theirs';
    },
    pass: (ms: number) => {
      now += ms;
    },
  };
}

describe('another program with the same client id', () => {
  it('is noticed and named, and its first sign-in answered with one of ours', async () => {
    const { api, replaced, anotherSignsIn, pass } = pbx();
    await api.getState();
    pass(10 * MINUTE);
    anotherSignsIn();
    await expect(api.getState()).resolves.toEqual([]);
    expect(replaced).toEqual([
      { serverUrl: 'https://pbx.test', clientId: '999', ageMs: 10 * MINUTE, times: 1, waitMs: 0 },
    ]);
  });

  it('is not fought: the second time we hold back and say why', async () => {
    const { api, signIns, anotherSignsIn, pass } = pbx();
    await api.getState();
    anotherSignsIn();
    await api.getState();
    pass(5000);
    anotherSignsIn();
    await expect(api.getState()).rejects.toMatchObject({
      name: 'SignInContestedError',
      code: 'AUTHENTICATION',
      retryable: true,
      retryAfterMs: 30_000,
      message: expect.stringMatching(
        /Another program.*client ID 999.*hold back for 30 s.*API entry of its own/,
      ) as string,
    });
    await expect(api.getState()).rejects.toMatchObject({ code: 'AUTHENTICATION' });
    expect(signIns).toHaveLength(2);
    pass(30_000);
    await expect(api.getState()).resolves.toEqual([]);
  });

  it('makes us hold back longer each time, up to ten minutes', async () => {
    const { api, signIns, anotherSignsIn, pass } = pbx();
    await api.getState();
    for (let second = 0; second < 3600; second += 1) {
      anotherSignsIn();
      await api.getState().catch(() => undefined);
      pass(1000);
    }
    const pauses = signIns.slice(1).map((at, index) => at - (signIns[index] ?? 0));
    expect(signIns.length).toBeLessThanOrEqual(12);
    expect(Math.max(...pauses)).toBeLessThanOrEqual(10 * MINUTE + 2000);
    expect(pauses.at(-1)).toBeGreaterThanOrEqual(10 * MINUTE);
  });

  it('is forgotten once a sign-in of ours has lasted', async () => {
    const { api, replaced, anotherSignsIn, pass } = pbx();
    await api.getState();
    for (const ms of [0, 40 * MINUTE, 40 * MINUTE]) {
      pass(ms);
      anotherSignsIn();
      await api.getState();
    }
    expect(replaced.map(({ times }) => times)).toEqual([1, 1, 1]);
  });

  it('is told from a PBX that refuses even a token just issued', async () => {
    const { tokens } = pbx();
    tokens.invalidate(await tokens.get());
    tokens.invalidate(await tokens.get());
    await expect(tokens.get()).rejects.toMatchObject({ name: 'SignInContestedError' });
  });
});
