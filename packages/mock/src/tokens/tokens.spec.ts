import * as z from 'zod';
import { anyString } from '../testing/any-value';
import { RawClient } from '../testing/raw-client';
import { rawRequest } from '../testing/raw-http';

const grant = z.strictObject({
  token_type: z.literal('Bearer'),
  expires_in: z.number(),
  access_token: z.string(),
  refresh_token: z.null(),
});

const claims = (token: string, part: number): Record<string, unknown> =>
  z
    .record(z.string(), z.unknown())
    .parse(JSON.parse(Buffer.from(token.split('.')[part] ?? '', 'base64url').toString()));

describe('POST /connect/token', () => {
  test('takes a URL-encoded form and grants a bearer token', async () => {
    await using client = await RawClient.start();
    const response = await client.signIn();
    expect(response.status).toBe(200);
    expect(grant.parse(response.json).expires_in).toBe(3600);
  });

  test('takes a multipart form, as the official examples send it', async () => {
    await using client = await RawClient.start({ tls: false });
    const form = new FormData();
    form.set('client_id', '999');
    form.set('client_secret', 'mock-secret');
    form.set('grant_type', 'client_credentials');
    const encoded = new Request('http://form', { method: 'POST', body: form });
    const response = await rawRequest(`${client.pbx.url}/connect/token`, {
      method: 'POST',
      headers: { 'content-type': encoded.headers.get('content-type') ?? '' },
      body: new Uint8Array(await encoded.arrayBuffer()),
    });
    expect(response.status).toBe(200);
    expect((await client.get('/callcontrol', grant.parse(response.json).access_token)).status).toBe(200);
  });

  test('grants a JWT with alg ES256, kid, iat, exp one hour later, and role', async () => {
    await using client = await RawClient.start({ expiresIn: 'minutes' });
    const header = claims(client.token, 0);
    const payload = z
      .looseObject({ iat: z.number(), exp: z.number(), role: z.array(z.string()) })
      .parse(claims(client.token, 1));
    expect(header).toMatchObject({ alg: 'ES256' });
    expect(header.kid).toEqual(anyString);
    expect(payload.exp - payload.iat).toBe(3600);
    expect(Buffer.from(client.token.split('.')[2] ?? '', 'base64url')).toHaveLength(64);
  });

  test('says 60 in builds that count minutes', async () => {
    await using client = await RawClient.start({ tls: false, expiresIn: 'minutes' });
    expect(grant.parse((await client.signIn()).json).expires_in).toBe(60);
  });

  test('answers a wrong secret with 401 and an error description', async () => {
    await using client = await RawClient.start({ tls: false });
    const response = await client.signIn('wrong');
    expect(response.status).toBe(401);
    expect(response.json).toEqual({ error: 'unauthorized', error_description: anyString });
  });

  test('answers another grant type with 400', async () => {
    await using client = await RawClient.start({ tls: false });
    const response = await rawRequest(`${client.pbx.url}/connect/token`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: 'client_id=999&client_secret=mock-secret&grant_type=password',
    });
    expect(response.status).toBe(400);
  });
});

describe('a token', () => {
  test('is killed at once by the next grant, for requests and for the socket upgrade', async () => {
    await using client = await RawClient.start({ tls: false });
    const former = client.token;
    await client.signIn();
    expect((await client.get('/callcontrol', former)).status).toBe(401);
    await expect(client.events(former)).rejects.toThrow('401');
    expect((await client.get('/callcontrol')).status).toBe(200);
  });

  test('leaves sockets it opened alone when it is replaced', async () => {
    await using client = await RawClient.start({ tls: false });
    const events = await client.events();
    await client.signIn();
    await client.call('+15550100', '999');
    await events.next(0, /participants/);
  });

  test('takes sockets and streams with it when the mock is told so', async () => {
    await using client = await RawClient.start({ tls: false, cutSocketsOnNewToken: true });
    const events = await client.events();
    await client.call('+15550100', '999');
    const stream = await client.listen(await client.onlyParticipant('999'));
    const ended = new Promise((resolve) => stream.once('close', resolve));
    stream.on('error', () => undefined).resume();
    await client.signIn();
    await Promise.all([events.closed, ended]);
  });

  test('expires', async () => {
    await using client = await RawClient.start({ tls: false, tokenLifetimeMs: 0 });
    expect((await client.get('/callcontrol')).status).toBe(401);
  });

  test('can be revoked from outside', async () => {
    await using client = await RawClient.start({ tls: false });
    await client.control('POST', '/faults', { revokeToken: true });
    expect((await client.get('/callcontrol')).status).toBe(401);
  });
});
