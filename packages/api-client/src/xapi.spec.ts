import {
  createNodeTransport,
  createTokenSource,
  createXapiClient,
  type Transport,
  type XapiClient,
} from './index';
import { startRecordingServer, type RecordingServer } from './testing/recording-server';

let server: RecordingServer;
let transport: Transport;
let xapi: XapiClient;

beforeEach(async () => {
  server = await startRecordingServer();
  transport = createNodeTransport();
  const { url: serverUrl } = server;
  const tokens = createTokenSource({ serverUrl, clientId: '999', clientSecret: 's', transport });
  xapi = createXapiClient({ serverUrl, tokens, transport });
});
afterEach(async () => {
  transport.dispose();
  await server.close();
});

/** Method and path with query of the requests so far. */
const asked = () => server.requests.map(({ method, target }) => `${method} ${target}`);

describe('the Configuration API client', () => {
  it('tells the version of the PBX from the cheapest request', async () => {
    server.answer = () => ({ headers: { 'x-3cx-version': '20.0.10.0' }, body: { Id: 0 } });
    await expect(xapi.getVersion()).resolves.toBe('20.0.10.0');
    expect(asked()).toEqual(['GET /xapi/v1/Defs?$select=Id']);
  });

  it('tells figures of the system, null where the PBX left them out', async () => {
    server.answer = () => ({ body: { CallsActive: 3, DiskUsage: 41, IpV6: null } });
    await expect(xapi.getSystemStatus()).resolves.toMatchObject({
      CallsActive: 3,
      DiskUsage: 41,
      MaxSimCalls: null,
    });
  });

  it('tells the calls in progress', async () => {
    server.answer = () => ({ body: { value: [{ Id: 7, Caller: '101 Jane Doe', Status: 'Talking' }] } });
    await expect(xapi.getActiveCalls()).resolves.toEqual([
      {
        Id: 7,
        Caller: '101 Jane Doe',
        Callee: null,
        Status: 'Talking',
        EstablishedAt: null,
        LastChangeStatus: null,
        ServerNow: null,
      },
    ]);
  });

  it('lists rows as asked for', async () => {
    server.answer = () => ({ body: { '@odata.count': 12, value: [{ Id: 1, Number: '100' }] } });
    const page = await xapi.list('/Users', {
      select: ['Id', 'Number'],
      filter: (user) => user.and(user.eq('Enabled', true), user.contains('DisplayName', "O'Brien")),
      orderBy: ['Number desc'],
      expand: ['Groups'],
      top: 5,
      skip: 10,
      count: true,
    });
    expect(page).toEqual({ rows: [{ Id: 1, Number: '100' }], count: 12, nextLink: undefined });
    expect(asked()).toEqual([
      "GET /xapi/v1/Users?$filter=Enabled%20eq%20true%20and%20contains(DisplayName,'O''Brien')&$select=Id,Number&$expand=Groups&$orderby=Number%20desc&$skip=10&$top=5&$count=true",
    ]);
  });

  it('calls a report the way that is known to work', async () => {
    server.answer = () => ({ body: { value: [] } });
    await xapi.list(
      '/ReportAbandonedQueueCalls/Pbx.GetAbandonedQueueCallsData(periodFrom={periodFrom},periodTo={periodTo},queueDns={queueDns},waitInterval={waitInterval})',
      {
        path: {
          periodFrom: '2025-03-13T23:00:00.000Z',
          periodTo: '2025-03-14T23:00:00.000Z',
          queueDns: '1234',
          waitInterval: '0:00:0',
        },
      },
    );
    expect(asked()).toEqual([
      "GET /xapi/v1/ReportAbandonedQueueCalls/Pbx.GetAbandonedQueueCallsData(periodFrom=2025-03-13T23:00:00.000Z,periodTo=2025-03-14T23:00:00.000Z,queueDns='1234',waitInterval='0:00:0')",
    ]);
  });

  it('pages through everything with the same conditions', async () => {
    server.answer = ({ target }) => {
      const query = new URLSearchParams(target.split('?')[1]);
      const skip = Number(query.get('$skip'));
      const length = Math.min(Number(query.get('$top')), 250 - skip);
      return {
        body: {
          ...(query.has('$count') ? { '@odata.count': 250 } : {}),
          value: Array.from({ length }, (_, index) => ({ Id: skip + index })),
        },
      };
    };
    const ids: (number | undefined)[] = [];
    for await (const { Id } of xapi.paginate('/Recordings', { filter: (row) => row.gt('Id', 5) }))
      ids.push(Id);
    expect(ids).toEqual(Array.from({ length: 250 }, (_, index) => index));
    expect(asked()).toEqual([
      'GET /xapi/v1/Recordings?$filter=Id%20gt%205&$skip=0&$top=100&$count=true',
      'GET /xapi/v1/Recordings?$filter=Id%20gt%205&$skip=100&$top=100&$count=false',
      'GET /xapi/v1/Recordings?$filter=Id%20gt%205&$skip=200&$top=100&$count=false',
    ]);
  });

  it('follows a link to the next page inside the API', async () => {
    server.answer = ({ target }) =>
      target.includes('page2')
        ? { body: { value: [{ Id: 2 }] } }
        : { body: { value: [{ Id: 1 }], '@odata.nextLink': `${server.url}/xapi/v1/Users?page2` } };
    const rows: unknown[] = [];
    for await (const row of xapi.paginate('/Users')) rows.push(row);
    expect(rows).toEqual([{ Id: 1 }, { Id: 2 }]);
  });

  it('never sends its token along a link to another host', async () => {
    const other = await startRecordingServer();
    try {
      server.answer = () => ({
        body: { value: [{ Id: 1 }], '@odata.nextLink': `${other.url}/xapi/v1/Users` },
      });
      const read = async () => {
        for await (const { Id } of xapi.paginate('/Users')) expect(Id).toBe(1);
      };
      await expect(read()).rejects.toMatchObject({ code: 'UNEXPECTED_RESPONSE' });
      expect(other.requests).toEqual([]);
    } finally {
      await other.close();
    }
  });

  it('reads one entity, and gives null for the answer of an action without one', async () => {
    server.answer = ({ method }) =>
      method === 'GET' ? { body: { Id: 12, Number: '100' } } : { status: 204 };
    await expect(
      xapi.get('/Users(Number={Number})', { path: { Number: '100' }, select: ['Id'] }),
    ).resolves.toEqual({
      Id: 12,
      Number: '100',
    });
    await expect(xapi.post('/EventLogs/Pbx.PurgeEventLog')).resolves.toBeNull();
    expect(asked()).toEqual([
      "GET /xapi/v1/Users(Number='100')?$select=Id",
      'POST /xapi/v1/EventLogs/Pbx.PurgeEventLog',
    ]);
  });

  it('changes and deletes', async () => {
    server.answer = () => ({ status: 204 });
    await xapi.patch('/Users({Id})', { path: { Id: 12 }, body: { CurrentProfileName: 'Away' } });
    await xapi.delete('/Users({Id})', { path: { Id: 12 }, ifMatch: 'W/"1"' });
    expect(server.requests).toMatchObject([
      {
        method: 'PATCH',
        target: '/xapi/v1/Users(12)',
        body: '{"CurrentProfileName":"Away"}',
        headers: { 'content-type': 'application/json', authorization: 'Bearer token' },
      },
      { method: 'DELETE', target: '/xapi/v1/Users(12)', body: '', headers: { 'if-match': 'W/"1"' } },
    ]);
  });

  it('downloads a recording byte for byte', async () => {
    const audio = Uint8Array.from({ length: 256 }, (_, index) => index);
    server.answer = () => ({ headers: { 'content-type': 'audio/wav' }, body: audio });
    const bytes = await xapi.download('/Recordings/Pbx.DownloadRecording(recId={recId})', {
      path: { recId: 9 },
    });
    expect([...bytes]).toEqual([...audio]);
  });

  it('refuses a recording as typed as any other request is refused', async () => {
    server.answer = () => ({ status: 403, body: { error: { code: '', message: 'Forbidden' } } });
    await expect(
      xapi.download('/Recordings/Pbx.DownloadRecording(recId={recId})', { path: { recId: 9 } }),
    ).rejects.toMatchObject({
      code: 'PERMISSION',
      advice: expect.stringContaining('System Owner') as string,
    });
  });

  it('takes no web page for a change that was made', async () => {
    server.answer = () => ({ body: '<html>' });
    await expect(
      xapi.patch('/Users({Id})', { path: { Id: 12 }, body: { Enabled: false } }),
    ).rejects.toMatchObject({ code: 'UNEXPECTED_RESPONSE' });
  });

  it("turns the PBX's error into a typed one that names the request without its values", async () => {
    server.answer = () => ({
      status: 404,
      body: { error: { code: '', message: 'No such user' } },
    });
    await expect(xapi.get('/Users(Number={Number})', { path: { Number: '4711' } })).rejects.toMatchObject({
      code: 'NOT_FOUND',
      detail: 'No such user',
      message: expect.stringMatching(/^(?!.*4711).*GET \/xapi\/v1\/Users\(Number=\{Number\}\)/) as string,
    });
  });

  it.each([
    ['a page without rows', { value: 3 }],
    ['rows that are none', { value: ['x'] }],
    ['a web page', '<html>'],
  ])('refuses %s', async (_, body) => {
    server.answer = () => ({ body });
    await expect(xapi.list('/Users')).rejects.toMatchObject({ code: 'UNEXPECTED_RESPONSE' });
  });

  it('sends nothing when a parameter is missing', async () => {
    const path: { Id: number } = JSON.parse('{}') as { Id: number };
    await expect(xapi.get('/Users({Id})', { path })).rejects.toThrow('/Users needs a value for Id');
    expect(server.requests).toEqual([]);
  });

  it('can be called off', async () => {
    await xapi.getVersion();
    const calledOff = new AbortController();
    calledOff.abort();
    await expect(xapi.list('/Users', { signal: calledOff.signal })).rejects.toMatchObject({
      name: 'AbortError',
    });
    expect(asked()).toEqual(['GET /xapi/v1/Defs?$select=Id']);
  });
});
