import { setupServer } from 'msw/node';
import * as z from 'zod';
import { anyString } from '../testing/any-value';
import { mockPbxHandlers } from './mock-pbx-handlers';
import type { MockPbxHandlers, MockPbxHandlersOptions } from './mock-pbx-handlers';

// A safety net for busy machines; nothing here waits that long.
jest.setTimeout(60_000);

const participants = z.array(z.looseObject({ id: z.number(), party_caller_id: z.string() }));

/** What `run` finds with the handlers in place of the network. */
async function withHandlers<Result>(
  options: MockPbxHandlersOptions,
  run: (pbx: MockPbxHandlers) => Promise<Result>,
): Promise<Result> {
  await using pbx = mockPbxHandlers(options);
  const server = setupServer(...pbx.handlers);
  server.listen({ onUnhandledRequest: 'error' });
  try {
    return await run(pbx);
  } finally {
    server.close();
  }
}

async function tokenFrom({ url, clientId, clientSecret }: MockPbxHandlers): Promise<string> {
  const response = await fetch(`${url}/connect/token`, {
    method: 'POST',
    body: new URLSearchParams({
      client_id: clientId,
      client_secret: clientSecret,
      grant_type: 'client_credentials',
    }),
  });
  return z.object({ access_token: z.string() }).parse(await response.json()).access_token;
}

test('a call that comes in is found and hung up, without a port', async () => {
  await withHandlers({}, async (pbx) => {
    const headers = { authorization: `Bearer ${await tokenFrom(pbx)}`, 'content-type': 'application/json' };
    const json = (body: object) => ({ method: 'POST', headers, body: JSON.stringify(body) });
    await fetch(`${pbx.controlUrl}/calls`, json({ from: '+15550100', to: '999' }));

    const [leg] = participants.parse(
      await (await fetch(`${pbx.url}/callcontrol/999/participants`, { headers })).json(),
    );
    expect(leg?.party_caller_id).toBe('+15550100');

    const path = `/callcontrol/999/participants/${leg?.id ?? 0}`;
    expect((await fetch(`${pbx.url}${path}/drop`, json({}))).status).toBe(200);
    expect((await fetch(`${pbx.url}${path}`, { headers })).status).toBe(404);
    expect(await (await fetch(`${pbx.controlUrl}/calls/1`)).json()).toMatchObject({ state: 'ended' });
  });
});

test('serves the XAPI and prompt files under the origin it was given', async () => {
  const url = 'https://pbx.acme.example:5001';
  await withHandlers({ url, clientSecret: 'own' }, async (pbx) => {
    expect([pbx.url, pbx.clientId, pbx.clientSecret]).toEqual([url, '999', 'own']);
    const headers = { authorization: `Bearer ${await tokenFrom(pbx)}` };
    const defs = await fetch(`${url}/xapi/v1/Defs?$select=Id`, { headers });
    expect(defs.headers.get('x-3cx-version')).toMatch(/^20\./);
    expect(await defs.json()).toMatchObject({ '@odata.context': `${url}/xapi/v1/$metadata#Defs(Id)` });
    const prompt = await fetch(`${url}/prompts/welcome.wav`);
    expect(Buffer.from(await prompt.arrayBuffer()).toString('latin1', 0, 4)).toBe('RIFF');
  });
});

test('errors and faults are those of the mock', async () => {
  await withHandlers({}, async (pbx) => {
    expect((await fetch(`${pbx.url}/callcontrol`)).status).toBe(401);
    const headers = { authorization: `Bearer ${await tokenFrom(pbx)}` };
    expect((await fetch(`${pbx.url}/callcontrol/555`, { headers })).status).toBe(404);
    const fault = JSON.stringify({ failRequests: { path: '/callcontrol', status: 503 } });
    const asked = { method: 'POST', headers: { 'content-type': 'application/json' }, body: fault };
    expect((await fetch(`${pbx.controlUrl}/faults`, asked)).status).toBe(204);
    expect((await fetch(`${pbx.url}/callcontrol`, { headers })).status).toBe(503);
    expect((await fetch(`${pbx.url}/callcontrol`, { headers })).status).toBe(200);
  });
});

test('a stream says that it needs a mock that listens', async () => {
  await withHandlers({}, async ({ url }) => {
    const response = await fetch(`${url}/callcontrol/999/participants/1/stream`);
    expect(response.status).toBe(501);
    expect(await response.json()).toEqual({ error: 'not_available', error_description: anyString });
  });
});

test('two mocks side by side know nothing of each other, and a disposed one answers 503', async () => {
  const first = mockPbxHandlers({ url: 'https://one.example' });
  await using second = mockPbxHandlers({
    url: 'https://two.example',
    controlUrl: 'http://control.two.example',
  });
  const server = setupServer(...first.handlers, ...second.handlers);
  server.listen({ onUnhandledRequest: 'error' });
  const headers = { authorization: `Bearer ${await tokenFrom(first)}` };
  expect((await fetch('https://one.example/callcontrol', { headers })).status).toBe(200);
  expect((await fetch('https://two.example/callcontrol', { headers })).status).toBe(401);
  await first.dispose();
  expect((await fetch('https://one.example/callcontrol', { headers })).status).toBe(503);
  server.close();
});

test('one that was never asked has nothing to dispose', async () => {
  await mockPbxHandlers().dispose();
});
