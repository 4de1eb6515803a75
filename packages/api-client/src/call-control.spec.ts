import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { createCallControlClient, createNodeTransport, createTokenSource } from './index';

const PBX = 'https://pbx.test:5001';
const server = setupServer();

let issued = 0;
const signIn = http.post(`${PBX}/connect/token`, () => {
  issued += 1;
  return HttpResponse.json({
    token_type: 'Bearer',
    expires_in: 3600,
    access_token: `token-${String(issued)}`,
  });
});

function client() {
  const transport = createNodeTransport();
  const tokens = createTokenSource({ serverUrl: PBX, clientId: '999', clientSecret: 's', transport });
  return createCallControlClient({ serverUrl: PBX, tokens, transport });
}

beforeAll(() => {
  server.listen({ onUnhandledRequest: 'error' });
});
beforeEach(() => {
  issued = 0;
  server.use(signIn);
});
afterEach(() => {
  server.resetHandlers();
});
afterAll(() => {
  server.close();
});

describe('the Call Control client', () => {
  it('reads the state of all extensions, unset strings as ""', async () => {
    server.use(
      http.get(`${PBX}/callcontrol`, () =>
        HttpResponse.json([
          {
            dn: '999',
            type: 'Wroutepoint',
            devices: [{ dn: '999', device_id: 'sip:999@127.0.0.1:5483', user_agent: null }],
            participants: [
              {
                id: '325',
                status: 'Connected',
                dn: '999',
                party_caller_name: null,
                originated_by_type: 'None',
                callid: 42,
                legid: 2,
                something_new: 1,
              },
            ],
          },
        ]),
      ),
    );
    const [state] = await client().getState();
    expect(state).toMatchObject({
      dn: '999',
      type: 'Wroutepoint',
      devices: [{ device_id: 'sip:999@127.0.0.1:5483', user_agent: '' }],
      participants: [
        {
          id: 325,
          party_caller_name: '',
          originated_by_type: '',
          party_did: '',
          direct_control: false,
          callid: 42,
        },
      ],
    });
  });

  it('sends the bearer token, and JSON even when there is nothing to say', async () => {
    const seen: unknown[] = [];
    server.use(
      http.post(`${PBX}/callcontrol/999/participants/325/drop`, async ({ request }) => {
        seen.push(
          request.headers.get('authorization'),
          request.headers.get('content-type'),
          await request.text(),
        );
        return HttpResponse.json({ finalstatus: 'Success', reason: 'None', reasontext: '', result: null });
      }),
    );
    await expect(client().act('999', 325, 'drop')).resolves.toMatchObject({
      finalstatus: 'success',
      result: undefined,
    });
    expect(seen).toEqual(['Bearer token-1', 'application/json', '{}']);
  });

  it.each([
    ['Success', 'success'],
    [1, 'success'],
    [0, 'rejected'],
    [-1, 'failed'],
    ['Failure', 'failed'],
    [null, 'unstated'],
  ])('reads finalstatus %j as %s', async (wire, meant) => {
    server.use(
      http.post(`${PBX}/callcontrol/999/participants/1/answer`, () =>
        HttpResponse.json({ finalstatus: wire }),
      ),
    );
    await expect(client().act('999', 1, 'answer')).resolves.toMatchObject({ finalstatus: meant });
  });

  it('takes a 2xx without a body as done', async () => {
    server.use(
      http.post(
        `${PBX}/callcontrol/999/participants/1/drop`,
        () => new HttpResponse(null, { status: 202, headers: { 'content-length': '0' } }),
      ),
    );
    await expect(client().act('999', 1, 'drop')).resolves.toMatchObject({ finalstatus: 'unstated' });
  });

  it('renews a refused token and repeats the request, body included, once', async () => {
    const bodies: string[] = [];
    server.use(
      http.post(`${PBX}/callcontrol/999/participants/1/transferto`, async ({ request }) => {
        bodies.push(await request.text());
        return request.headers.get('authorization') === 'Bearer token-2'
          ? HttpResponse.json({ finalstatus: 'Success' })
          : HttpResponse.json({ error: 'unauthorized' }, { status: 401 });
      }),
    );
    await client().act('999', 1, 'transferto', { destination: '101', timeout: 5 });
    expect(bodies).toEqual(['{"destination":"101","timeout":5}', '{"destination":"101","timeout":5}']);
    expect(issued).toBe(2);
  });

  it('gives up after the second 401', async () => {
    server.use(
      http.get(`${PBX}/callcontrol`, () => HttpResponse.json({ error: 'unauthorized' }, { status: 401 })),
    );
    await expect(client().getState()).rejects.toMatchObject({ code: 'AUTHENTICATION', status: 401 });
    expect(issued).toBe(2);
  });

  it.each([
    [403, 'PERMISSION', false],
    [404, 'NOT_FOUND', false],
    [422, 'UNPROCESSABLE', false],
    [424, 'FAILED_DEPENDENCY', false],
    [429, 'RATE_LIMIT', true],
    [500, 'SERVER', true],
    [502, 'SERVER', true],
    [418, 'UNEXPECTED_RESPONSE', false],
  ])('turns %d into a %s error with what the PBX said', async (status, code, retryable) => {
    server.use(
      http.post(`${PBX}/callcontrol/999/participants/1/transferto`, () =>
        HttpResponse.json(
          { finalstatus: 'Failed', reason: 'PhoneBusy', reasontext: 'Target is busy' },
          { status },
        ),
      ),
    );
    await expect(client().act('999', 1, 'transferto', { destination: '101' })).rejects.toMatchObject({
      code,
      status,
      retryable,
      detail: 'Target is busy',
      message: expect.stringContaining(status === 429 ? 'too many' : 'transferto') as string,
    });
  });

  it('says how long a rate limit asks to wait', async () => {
    server.use(
      http.get(
        `${PBX}/callcontrol`,
        () => new HttpResponse('', { status: 429, headers: { 'retry-after': '7' } }),
      ),
    );
    await expect(client().getState()).rejects.toMatchObject({ retryAfterMs: 7000 });
  });

  it('keeps a web page out of the message', async () => {
    server.use(
      http.get(`${PBX}/callcontrol/999`, () => HttpResponse.html('<html>nginx</html>', { status: 502 })),
    );
    const error: unknown = await client()
      .getDn('999')
      .catch((caught: unknown) => caught);
    expect(String(error)).not.toContain('<html>');
  });

  it('refuses an answer that is no participant', async () => {
    server.use(
      http.get(`${PBX}/callcontrol/999/participants/1`, () =>
        HttpResponse.json({ id: 1, status: 'Sleeping', dn: '999' }),
      ),
    );
    await expect(client().getParticipant('999', 1)).rejects.toMatchObject({ code: 'UNEXPECTED_RESPONSE' });
  });

  it('encodes a device id as one path segment', async () => {
    const paths: string[] = [];
    server.use(
      http.post(`${PBX}/callcontrol/999/devices/:device/makecall`, ({ request, params }) => {
        paths.push(new URL(request.url).pathname, String(params.device));
        return HttpResponse.json({
          finalstatus: 'Success',
          result: { id: 7, status: 'Dialing', dn: '999', callid: 1, legid: 1 },
        });
      }),
    );
    const result = await client().makeCall(
      '999',
      { destination: '+16125551234', timeout: 30 },
      'sip:999@127.0.0.1:5483',
    );
    expect(result.result?.id).toBe(7);
    expect(paths[0]).toBe('/callcontrol/999/devices/sip%3A999%40127.0.0.1%3A5483/makecall');
  });
});
