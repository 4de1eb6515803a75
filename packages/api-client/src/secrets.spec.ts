import type { IncomingMessage, ServerResponse } from 'node:http';
import { inspect } from 'node:util';
import {
  createCallControlClient,
  createNodeTransport,
  createTokenSource,
  createXapiClient,
  errorOfConnection,
  type NodeTransportOptions,
} from './index';
import { startLocalServer } from './testing/local-server';
import { recordingTracer } from './testing/recording-tracer';

const SECRET = 'hunter2-the-api-key';
const TOKEN = 'eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiJobHVudGVyMiJ9.c2lnbmF0dXJlLW9mLXRva2Vu';
const PROXY_PASSWORD = 'proxy-password-77';
const CALLER = '16125551234';
const KEPT_OUT = [
  SECRET,
  TOKEN,
  PROXY_PASSWORD,
  CALLER,
  encodeURIComponent(SECRET),
  Buffer.from(`u:${PROXY_PASSWORD}`).toString('base64'),
];

/** Everything a log could make of a value: inspected, as JSON, as text, with its causes. */
const written = (value: unknown): string =>
  [inspect(value, { depth: 12, showHidden: false }), JSON.stringify([value]), String(value)].join('\n');

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

const talkative = JSON.stringify({
  error: `client_secret=${SECRET} Bearer ${TOKEN} is bad`,
  reasontext: `no route to +${CALLER} for ${TOKEN}`,
});
const token: Answer = (_, response) => {
  response.end(JSON.stringify({ expires_in: 3600, access_token: TOKEN }));
};
const status =
  (code: number): Answer =>
  (_, response) => {
    response.writeHead(code, { 'content-type': 'application/json' }).end(talkative);
  };

describe('no secret, token or number of a caller gets out', () => {
  const outcomes: Record<string, { signIn: Answer; api: Answer }> = {
    'a refused sign-in': { signIn: status(401), api: status(401) },
    'a sign-in answered with something else': {
      signIn: (_, response) => response.end(`{"token":"${TOKEN}`),
      api: status(200),
    },
    'a sign-in that fails': { signIn: status(500), api: status(500) },
    'a token that is refused': { signIn: token, api: status(401) },
    'a request forbidden': { signIn: token, api: status(403) },
    'a request refused': { signIn: token, api: status(422) },
    'a server error': { signIn: token, api: status(500) },
    'an unknown form': { signIn: token, api: status(200) },
    'a broken connection': { signIn: token, api: (request) => request.socket.destroy() },
    'a page': { signIn: token, api: (_, response) => response.end(`<html>${TOKEN}</html>`) },
    'no answer': { signIn: token, api: () => undefined },
  };

  it.each(Object.keys(outcomes))('by %s', async (name) => {
    const outcome = outcomes[name];
    const out: unknown[] = [];
    const local = await startLocalServer((request, response) => {
      request.resume();
      (request.url === '/connect/token' ? outcome?.signIn : outcome?.api)?.(request, response);
    });
    const tracer = recordingTracer();
    const options: NodeTransportOptions = {
      requestTimeoutMs: 100,
      retry: { firstWaitMs: 1 },
      onEvent: (event) => out.push(event),
      tracer,
    };
    const transport = createNodeTransport(options);
    const serverUrl = local.origin;
    const tokens = createTokenSource({
      serverUrl,
      clientId: '999',
      clientSecret: SECRET,
      transport,
      onReplaced: (event) => out.push(event),
    });
    const api = createCallControlClient({ serverUrl, tokens, transport });
    const xapi = createXapiClient({ serverUrl, tokens, transport });
    const results = await Promise.allSettled([
      api.getState(),
      api.makeCall('999', { destination: `+${CALLER}` }),
      api.act('999', 1, 'divert', { destination: CALLER }),
      api.listen('999', 1, AbortSignal.timeout(100)),
      xapi.getSystemStatus(),
      xapi.getVersion(),
    ]);
    const failures = results.flatMap((result) =>
      result.status === 'rejected' ? [result.reason as unknown] : [],
    );
    out.push(...failures, ...tracer.spans, tokens.contest());
    transport.dispose();
    await local.close();

    expect(failures).not.toEqual([]);
    expect(tracer.spans.length).toBeGreaterThan(0);
    const text = out.map(written).join('\n');
    expect(KEPT_OUT.filter((word) => text.includes(word))).toEqual([]);
  });

  it('by a proxy that can not be reached', async () => {
    const events: unknown[] = [];
    const proxyUrl = `http://u:${PROXY_PASSWORD}@127.0.0.1:1`;
    const transport = createNodeTransport({ proxyUrl, onEvent: (event) => events.push(event) });
    const error: unknown = await transport
      .fetch(
        new Request('https://pbx.test/', { method: 'POST', headers: { authorization: `Bearer ${TOKEN}` } }),
      )
      .catch((caught: unknown) => caught);
    transport.dispose();
    expect(error).toMatchObject({ code: 'CONNECTION_FAILED' });
    const text = [error, ...events].map(written).join('\n');
    expect(KEPT_OUT.filter((word) => text.includes(word))).toEqual([]);
  });

  it('by a server URL that holds a password', () => {
    const text = written(errorOfConnection(new Error('x'), `https://u:${PROXY_PASSWORD}@pbx.test`));
    expect(text).not.toContain(PROXY_PASSWORD);
  });
});
