import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { createNodeTransport, createOpenApiClient, createTokenSource, type XapiPaths } from './index';

const PBX = 'https://pbx.test:5001';
const server = setupServer();
let issued = 0;
let seen: string[] = [];

function client() {
  const transport = createNodeTransport();
  const tokens = createTokenSource({ serverUrl: PBX, clientId: '999', clientSecret: 's', transport });
  return createOpenApiClient<XapiPaths>({ serverUrl: PBX, tokens, transport });
}

beforeAll(() => {
  server.listen({ onUnhandledRequest: 'error' });
});
beforeEach(() => {
  issued = 0;
  seen = [];
  server.use(
    http.post(`${PBX}/connect/token`, () => {
      issued += 1;
      return HttpResponse.json({ access_token: `token-${String(issued)}`, expires_in: 3600 });
    }),
    http.get(/\/xapi\/v1\//, ({ request }) => {
      seen.push(request.url.slice(PBX.length), request.headers.get('authorization') ?? '');
      return HttpResponse.json({ value: [] });
    }),
  );
});
afterEach(() => {
  server.resetHandlers();
});
afterAll(() => {
  server.close();
});

describe('the openapi-fetch client', () => {
  it('signs, and joins what is selected by commas', async () => {
    const { data } = await client().GET('/Users', { params: { query: { $select: ['Id', 'Number'] } } });
    expect(data).toEqual({ value: [] });
    expect(seen).toEqual(['/xapi/v1/Users?$select=Id,Number', 'Bearer token-1']);
  });

  it('writes path parameters as OData wants them', async () => {
    await client().GET('/Peers(Number={Number})', { params: { path: { Number: "1'0" } } });
    expect(decodeURIComponent(seen[0] ?? '')).toBe("/xapi/v1/Peers(Number='1''0')");
  });

  it('gives a refusal as an answer, and renews a refused token first', async () => {
    server.use(
      http.get(`${PBX}/xapi/v1/Users`, ({ request }) =>
        HttpResponse.json(
          { error: { code: '', message: 'no' } },
          { status: request.headers.get('authorization') === 'Bearer token-1' ? 401 : 403 },
        ),
      ),
    );
    const { error, response } = await client().GET('/Users');
    expect([response.status, error]).toEqual([403, { error: { code: '', message: 'no' } }]);
    expect(issued).toBe(2);
  });

  it('refuses a missing path parameter before anything is sent', async () => {
    const forgotten = { params: { path: {} as { Number: string } } };
    await expect(client().GET('/Peers(Number={Number})', forgotten)).rejects.toMatchObject({
      code: 'CONFIGURATION',
    });
    expect(seen).toEqual([]);
  });
});
