import { createCallControlClient, createTokenSource, type Transport, type UploadEnd } from './index';

const MINUTE = 60_000;

/** A PBX whose streams the test ends by hand, at a time the test sets. */
function pbx(statuses: number[] = []) {
  let now = 0;
  let issued = 0;
  const bearers: (string | undefined)[] = [];
  const ends: ((end: UploadEnd) => void)[] = [];
  const cancelled: unknown[] = [];
  const feeds: ReadableStreamDefaultController<Uint8Array>[] = [];
  const transport: Transport = {
    tls: { rejectUnauthorized: true },
    fetch() {
      issued += 1;
      return Promise.resolve(Response.json({ expires_in: 60, access_token: `token-${String(issued)}` }));
    },
    download(_, headers) {
      bearers.push(headers.authorization);
      const status = statuses.shift() ?? 200;
      const body = new ReadableStream<Uint8Array>({
        start: (feed) => void feeds.push(feed),
        cancel: (reason) => void cancelled.push(reason),
      });
      return Promise.resolve(new Response(status === 200 ? body : '{"error":"x"}', { status }));
    },
    upload(_, headers) {
      bearers.push(headers.authorization);
      return {
        write: () => undefined,
        pendingBytes: 0,
        opened: Promise.resolve(),
        end: () => undefined,
        abort: () => undefined,
        closed: new Promise((resolve) => ends.push(resolve)),
      };
    },
    dispose: () => undefined,
  };
  const serverUrl = 'https://pbx.test';
  const tokens = createTokenSource({
    serverUrl,
    clientId: '9',
    clientSecret: 's',
    transport,
    now: () => now,
  });
  const api = createCallControlClient({ serverUrl, tokens, transport });
  const at = (minute: number) => {
    now = minute * MINUTE;
  };
  return { api, tokens, bearers, ends, feeds, cancelled, at };
}

describe('audio towards the caller', () => {
  it('puts the renewal of the sign-in off until it has closed', async () => {
    const { api, tokens, ends, at } = pbx();
    const upload = await api.speak('999', 1);
    at(56);
    await expect(tokens.get()).resolves.toBe('token-1');
    ends[0]?.({ kind: 'broken', error: new Error('hung up') });
    await upload.closed;
    await expect(tokens.get()).resolves.toBe('token-2');
  });

  it('tells the token source when its token was refused', async () => {
    const { api, bearers, ends } = pbx();
    const upload = await api.speak('999', 1);
    ends[0]?.({ kind: 'answered', response: new Response('', { status: 401 }) });
    await upload.closed;
    await api.speak('999', 1);
    expect(bearers).toEqual(['Bearer token-1', 'Bearer token-2']);
  });
});

describe("the caller's audio", () => {
  it('is opened again once when the token was refused', async () => {
    const { api, bearers, feeds } = pbx([401]);
    const stream = await api.listen('999', 1);
    feeds[1]?.enqueue(Uint8Array.of(1, 2));
    feeds[1]?.close();
    expect(new Uint8Array(await new Response(stream).arrayBuffer())).toEqual(Uint8Array.of(1, 2));
    expect(bearers).toEqual(['Bearer token-1', 'Bearer token-2']);
  });

  it('says why it is not to be had', async () => {
    await expect(pbx([401, 401]).api.listen('999', 1)).rejects.toMatchObject({ code: 'AUTHENTICATION' });
    await expect(pbx([424]).api.listen('999', 1)).rejects.toMatchObject({ code: 'FAILED_DEPENDENCY' });
  });

  it.each(['ends', 'breaks', 'is cancelled'])('puts the renewal off until it %s', async (how) => {
    const { api, tokens, feeds, cancelled, at } = pbx();
    const reader = (await api.listen('999', 1)).getReader();
    at(56);
    await expect(tokens.get()).resolves.toBe('token-1');
    if (how === 'ends') feeds[0]?.close();
    if (how === 'breaks') feeds[0]?.error(new Error('reset'));
    if (how === 'is cancelled') await reader.cancel('enough');
    if (how === 'breaks')
      await expect(reader.read()).rejects.toMatchObject({ code: 'CONNECTION_FAILED', problem: 'reset' });
    else await expect(reader.read()).resolves.toMatchObject({ done: true });
    await expect(tokens.get()).resolves.toBe('token-2');
    expect(cancelled).toEqual(how === 'is cancelled' ? ['enough'] : []);
  });
});
