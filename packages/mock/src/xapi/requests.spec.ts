import * as z from 'zod';
import { anyString } from '../testing/any-value';
import { XapiClient } from './testing/xapi-client';

const linked = z.looseObject({ '@odata.nextLink': z.string().optional() });

let client: XapiClient;
beforeAll(async () => {
  client = await XapiClient.start({ xapiDefaultTop: 4, xapiMaxTop: 5 });
});
afterAll(() => client[Symbol.asyncDispose]());

describe('XAPI requests', () => {
  test('get pages that lead on to the next', async () => {
    const numbers: unknown[] = [];
    let path: string | undefined = '/Users?$select=Number&$count=true';
    while (path !== undefined) {
      const { json } = await client.get(path);
      expect(json).toHaveProperty(['@odata.count'], 6);
      numbers.push(...(await client.rows(path)).map((row) => row.Number));
      const next = linked.parse(json)['@odata.nextLink'];
      path =
        typeof next === 'string'
          ? decodeURIComponent(next.slice(`${client.raw.pbx.url}/xapi/v1`.length))
          : undefined;
    }
    expect(numbers).toEqual(['100', '101', '102', '103', '104', '105']);
    expect(await client.rows('/Users?$top=50')).toHaveLength(5);
    expect((await client.get('/Users?$top=2')).json).not.toHaveProperty(['@odata.nextLink']);
  });

  test.each([
    // A parameter is missing, there is none of that name, or its text has no quotes (3CX facts 14.22).
    ['/ReportInboundCalls/Pbx.GetInboundCalls(periodFrom=2026-01-01T00:00:00Z)', 404],
    ['/ReportInboundCalls/Pbx.GetInboundCalls', 404],
    [
      "/ReportQueueCallbacks/Pbx.GetQueueCallbacksData(queueDns='',startDt=2026-01-01T00:00:00Z,endDt=2026-01-01T00:00:00Z)",
      404,
    ],
    [
      '/ReportQueueCallbacks/Pbx.GetQueueCallbacksData(queueDnStr=800,startDt=2026-01-01T00:00:00Z,endDt=2026-01-01T00:00:00Z)',
      404,
    ],
    // A date or a number isn't one.
    [
      "/ReportQueueCallbacks/Pbx.GetQueueCallbacksData(queueDnStr='',startDt=yesterday,endDt=2026-01-01T00:00:00Z)",
      500,
    ],
    [
      "/ReportInboundCalls/Pbx.GetInboundCalls(periodFrom=2026-01-01T00:00:00Z,periodTo=2026-01-01T00:00:00Z,trunkDns='',callsType='0')",
      500,
    ],
    [
      "/ReportQueueCallbacks/Pbx.GetQueueCallbacksData(queueDnStr='',startDt=2026-01-01T00:00:00+02:00,endDt=2026-01-01T00:00:00Z)",
      200,
    ],
    ['/Users?$filter=Nummer eq 1', 400],
    ["/Users(1)?$filter=Number eq '1'", 404],
    ["/Users(Number='100')?$filter=Number eq '1'", 400],
    ["/Users(Nummer='100')", 404],
    ["/Users('100')", 404],
    ['/Users()', 404],
    ["/Users(Number='100", 404],
    ["/Users(Number='100')/Nummer", 404],
    ["/Users(Number='100')/Groups(1)", 404],
    ['/users', 404],
    ['/%FF', 404],
  ])('GET %s is answered %d', async (path, status) => {
    const response = await client.get(path);
    expect(response.status).toBe(status);
    if (status >= 400)
      expect(response.json).toMatchObject({
        error: { code: anyString, message: anyString },
      });
  });

  test.each([
    ['PUT', '/Users', 405],
    ['DELETE', '/Users', 405],
    ['PATCH', '/Users', 405],
    ['POST', '/Peers', 405],
    ['PATCH', "/Peers(Number='100')", 405],
    ['POST', '/SystemStatus', 405],
    ['PATCH', '/SystemStatus', 405],
    ['POST', '/SystemStatus/Pbx.SystemHealthStatus()', 405],
    ['GET', '/Users/Pbx.BatchDelete', 405],
    ['POST', '/Users', 400],
    ['PATCH', "/Users(Number='100')", 400],
  ])('%s %s without a body is answered %d', async (method, path, status) => {
    expect((await client.send(method, path)).status).toBe(status);
  });

  test('with a body that is no JSON object are refused', async () => {
    for (const body of ['{', '[]', '"x"', 'null']) {
      expect((await client.send('POST', '/Users', body)).status).toBe(400);
    }
  });

  test('reach single properties, raw values and counts', async () => {
    const one = "/Users(Number='101')";
    expect((await client.get(`${one}/LastName`)).json).toMatchObject({ value: '101' });
    expect((await client.get(`${one}/LastName/$value`)).bytes.toString()).toBe('101');
    expect((await client.get(`${one}/ForwardingProfiles/$count`)).bytes.toString()).toBe('5');
    expect((await client.get(`${one}/ContactImage`)).status).toBe(204);
    expect((await client.get("/Users/$count?$filter=endswith(Number,'1')")).bytes.toString()).toBe('1');
  });

  test('with parameter aliases say the same', async () => {
    const { json } = await client.get("/Users/Pbx.GetByNumber(number=@n)?@n='101'");
    expect(json).toMatchObject({ Number: '101' });
  });

  test('with a download ticket need no token, once', async () => {
    const { json } = await client.post('/MyUser/Pbx.IssueDownloadTicket');
    const ticket = encodeURIComponent(z.object({ Ticket: z.string() }).parse(json).Ticket);
    const path = `/Recordings?ticket=${ticket}`;
    expect((await client.send('GET', path, undefined, 'none')).status).toBe(200);
    expect((await client.send('GET', path, undefined, 'none')).status).toBe(401);
  });
});
