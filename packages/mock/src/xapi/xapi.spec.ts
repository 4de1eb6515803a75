import { anyString, matching } from '../testing/any-value';
import { RawClient } from '../testing/raw-client';
import { rawRequest } from '../testing/raw-http';

describe('XAPI', () => {
  let client: RawClient;
  beforeEach(async () => {
    client = await RawClient.start({ tls: false });
  });
  afterEach(() => client.pbx.dispose());

  test('answers the quick test, with its version in a header', async () => {
    const response = await client.get('/xapi/v1/Defs?$select=Id');
    expect(response).toMatchObject({ status: 200, json: { Id: 0 } });
    expect(response.json).toHaveProperty(['@odata.context'], `${client.pbx.url}/xapi/v1/$metadata#Defs(Id)`);
    expect(response.headers['x-3cx-version']).toMatch(/^20\.0\.10\.\d+$/);
  });

  test('counts calls and registered extensions as they are', async () => {
    await client.control('POST', '/extensions/103', { registered: false });
    await client.call('+15550100', '999');
    expect((await client.get('/xapi/v1/SystemStatus')).json).toMatchObject({
      CallsActive: 1,
      ExtensionsRegistered: 5,
      ExtensionsTotal: 6,
      TrunksRegistered: 1,
      TrunksTotal: 1,
      Version: matching(/^20\.0\.10\./),
    });
  });

  test('lists the calls in progress, and drops one', async () => {
    await client.control('POST', '/extensions/101', { answer: 'never' });
    const talking = await client.call('+15550100', '999');
    const ringing = await client.call('102', '101');
    const { json } = await client.get('/xapi/v1/ActiveCalls?$count=true');
    expect(json).toHaveProperty(['@odata.count'], 2);
    expect(json).toMatchObject({
      value: [
        {
          Id: talking,
          Caller: '10001 Trunk (+15550100)',
          Callee: '999 Route point 999',
          Status: 'Talking',
          EstablishedAt: anyString,
        },
        { Id: ringing, Caller: '102 Extension 102', Callee: '101 Extension 101', Status: 'Ringing' },
      ],
    });
    expect(json).not.toHaveProperty(['value', 1, 'EstablishedAt']);

    expect((await client.post(`/xapi/v1/ActiveCalls(${talking})/Pbx.DropCall`)).status).toBe(200);
    expect(await client.view(talking)).toMatchObject({ state: 'ended', endedBy: 'xapi' });
    expect((await client.get('/xapi/v1/ActiveCalls?$select=Id&$top=5')).json).toMatchObject({
      value: [{ Id: ringing }],
    });
  });

  test('answers errors as OData', async () => {
    const error = { error: { code: anyString, message: anyString } };
    expect(await client.get('/xapi/v1/Unheard')).toMatchObject({ status: 404, json: error });
    expect(await client.post('/xapi/v1/ActiveCalls(77)/Pbx.DropCall')).toMatchObject({
      status: 404,
      json: error,
    });
    expect(await client.get('/xapi/v1/ActiveCalls(77)/Pbx.DropCall')).toMatchObject({
      status: 405,
      json: error,
    });
    expect(await client.get('/xapi/v1/ActiveCalls?$top=many')).toMatchObject({ status: 400, json: error });
    const unsigned = await rawRequest(`${client.pbx.url}/xapi/v1/Defs`);
    expect(unsigned).toMatchObject({ status: 401, json: error });
  });
});

test('XAPI answers 403 to a client without Configuration API access', async () => {
  await using client = await RawClient.start({ tls: false, xapiEnabled: false });
  expect(await client.get('/xapi/v1/Defs')).toMatchObject({
    status: 403,
    json: { error: { code: 'Forbidden' } },
  });
  expect((await client.get('/callcontrol')).status).toBe(200);
});
