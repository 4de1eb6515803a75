import * as z from 'zod';
import { facts } from '../testing/fact-table';
import type { FactCase } from '../testing/fact-table';
import { XapiClient } from './testing/xapi-client';

type Options = FactCase[2];
const fact = (name: string, see: (client: XapiClient) => Promise<void>, options?: Options): FactCase =>
  options === undefined
    ? [name, (raw) => see(XapiClient.of(raw))]
    : [name, (raw) => see(XapiClient.of(raw)), options];

const statuses = async (client: XapiClient, ...paths: readonly string[]) => {
  const found: number[] = [];
  for (const path of paths) found.push((await client.get(path)).status);
  return found;
};
const idOf = async (client: XapiClient, path: string) =>
  String(z.looseObject({ Id: z.number() }).parse((await client.get(path)).json).Id);
const user101 = (client: XapiClient) => idOf(client, "/Users(Number='101')");

facts('1 Product and roles, as the XAPI shows them', [
  fact('1 D:CFG L:LX answers carry X-3CX-Version', async (client) => {
    expect((await client.get('/Defs')).headers['x-3cx-version']).toMatch(/^20\.\d+\.\d+\.\d+$/);
  }),
  fact(
    '2.4 D:EP L:LX without the XAPI checkbox everything is 403',
    async (client) => {
      expect(await statuses(client, '/Defs', '/Users', '/Recordings')).toEqual([403, 403, 403]);
    },
    { xapiEnabled: false },
  ),
  fact('2.4 D:EP a missing or unknown token is 401', async (client) => {
    expect((await client.send('GET', '/Defs', undefined, 'eyJ')).status).toBe(401);
  }),
  fact(
    '1 L:SSIG,LX System Administrator is not enough for logs and recordings',
    async (client) => {
      expect(await statuses(client, '/Users', '/CallHistoryView', '/Recordings')).toEqual([200, 403, 403]);
    },
    { configuration: { servicePrincipals: [{ number: '999', role: 'system_admins' }] } },
  ),
  fact(
    '14.20 L:LX a client of System Wide has the role User and gets 403',
    async (client) => {
      expect(await statuses(client, '/Users', '/Queues', '/SystemStatus')).toEqual([403, 403, 403]);
    },
    { configuration: { servicePrincipals: [{ number: '999', role: 'users' }] } },
  ),
]);

facts('9 XAPI conventions', [
  fact('9 L:LX GET /xapi/v1 lists the entity sets', async (client) => {
    const names = (await client.rows('')).map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['Users', 'Queues', 'ActiveCalls', 'ReportCallLogData']));
  }),
  fact('9 E:XT a collection has its context, and a count only when asked for', async (client) => {
    const { json } = await client.get('/Users');
    expect(Object.keys(z.looseObject({}).parse(json))).toEqual(['@odata.context', 'value']);
    expect((await client.get('/Users?$count=true')).json).toHaveProperty(['@odata.count'], 6);
  }),
  fact('9 L:GR a singleton is the object with its context', async (client) => {
    expect((await client.get('/LicenseStatus')).json).toMatchObject({
      '@odata.context': `${client.raw.pbx.url}/xapi/v1/$metadata#LicenseStatus`,
      LicenseActive: true,
    });
  }),
  fact('9 L:LX,GR,SSIG $filter and $orderby as clients write them', async (client) => {
    expect(await client.rows("/Users?$filter=Number eq '100'&$select=Id,Number")).toHaveLength(1);
    expect(
      await client.rows("/Users?$filter=contains(LastName,'0') and Number ge '104'&$orderby=Number desc"),
    ).toMatchObject([{ Number: '105' }, { Number: '104' }]);
    const period = 'date(TimeGenerated) ge 2025-03-01 and date(TimeGenerated) le 2025-03-02';
    expect(await client.rows(`/EventLogs?$filter=${period}`)).toEqual([]);
  }),
  fact('9 E:XT on single entities only $select and $expand', async (client) => {
    expect(await statuses(client, "/Users(Number='101')?$select=Id", "/Users(Number='101')?$top=1")).toEqual([
      200, 400,
    ]);
  }),
  fact('9 E:XT alternate keys by number', async (client) => {
    const paths = ['Users', 'Queues', 'Peers', 'Parkings', 'Trunks', 'Receptionists', 'RingGroups'].map(
      (set, index) => {
        const numbers = ['101', '800', '101', 'SP0', '10001', '820', '810'];
        return `/${set}(Number='${numbers[index] ?? ''}')`;
      },
    );
    expect(new Set(await statuses(client, ...paths))).toEqual(new Set([200]));
  }),
  fact('9 E:XT quotes in strings are doubled', async (client) => {
    await client.post('/Users', { Number: '210', LastName: "O'Neil" });
    expect(await client.rows("/Users?$filter=LastName eq 'O''Neil'")).toMatchObject([{ Number: '210' }]);
  }),
  fact(
    '9 L:LX a function without its parameter list, or with a badly typed string, is 404',
    async (client) => {
      expect(
        await statuses(
          client,
          '/Users/Pbx.GetByNumber',
          '/Users/Pbx.GetByNumber()',
          '/Users/Pbx.GetByNumber(number=101)',
          "/Users/Pbx.GetByNumber(number='101')",
        ),
      ).toEqual([404, 404, 404, 200]);
    },
  ),
  fact('9 L:LX a wrong date is 500', async (client) => {
    const call = (from: string) =>
      `/ReportQueueCallbacks/Pbx.GetQueueCallbacksData(queueDnStr='800',startDt=${from},endDt=2026-01-02T00:00:00Z)`;
    expect(await statuses(client, call('today'), call('2026-01-01T00:00:00.000Z'))).toEqual([500, 200]);
  }),
  fact('9 E:XT POST answers 201 with the entity; numbers come by themselves', async (client) => {
    expect(await client.post('/Users', {})).toMatchObject({ status: 201, json: { Number: '106' } });
    expect(await client.post('/Queues', { AnnouncementInterval: 45 })).toMatchObject({
      status: 201,
      json: { Number: '801', AnnouncementInterval: 45 },
    });
  }),
  fact('9 E:XT PATCH and DELETE answer 204 without a body', async (client) => {
    const path = `/Users(${await user101(client)})`;
    const patched = await client.patch(path, { Mobile: '+49151' });
    const deleted = await client.delete(path);
    expect([patched.status, patched.bytes.length, deleted.status, deleted.bytes.length]).toEqual([
      204, 0, 204, 0,
    ]);
  }),
  fact('9 E:XT a number can not be changed, sending it unchanged is fine', async (client) => {
    for (const [set, number] of [
      ['Users', '101'],
      ['Queues', '800'],
      ['Receptionists', '820'],
      ['RingGroups', '810'],
      ['Parkings', 'SP0'],
    ]) {
      const path = `/${set}(${await idOf(client, `/${set}(Number='${number}')`)})`;
      expect((await client.patch(path, { Number: number })).status).toBe(204);
      expect((await client.patch(path, { Number: '4711' })).status).toBe(400);
    }
  }),
  fact('9 E:XT L:LX every error has a code and a message', async (client) => {
    const shape = z.object({ error: z.looseObject({ code: z.string(), message: z.string() }) });
    for (const path of ['/Unheard', '/Users?$filter=x', '/Users(4711)', '/Users/Pbx.BatchDelete']) {
      expect(shape.safeParse((await client.get(path)).json).success).toBe(true);
    }
  }),
  fact('9 L:LX,GR a missing body is 400, a verb that is not there 405', async (client) => {
    const path = `/Users(${await user101(client)})`;
    expect((await client.send('PATCH', path)).status).toBe(400);
    expect((await client.send('PUT', path, {})).status).toBe(405);
  }),
]);

facts('10 XAPI resources', [
  fact('10.1 D:CFG the quick test', async (client) => {
    expect((await client.get('/Defs?$select=Id')).json).toEqual({
      '@odata.context': `${client.raw.pbx.url}/xapi/v1/$metadata#Defs(Id)`,
      Id: 0,
    });
  }),
  fact('10.2 L: callers are shown with number and name, trunks with the outside number', async (client) => {
    await client.raw.call('+49247', '999');
    expect(await client.rows('/ActiveCalls')).toMatchObject([{ Caller: '10001 Trunk (+49247)' }]);
  }),
  fact('10.2 I the id is the call id of Call Control, and drops the call', async (client) => {
    const id = await client.raw.call('+49247', '999');
    expect(await client.rows('/ActiveCalls')).toMatchObject([{ Id: id }]);
    expect((await client.post(`/ActiveCalls(${id})/Pbx.DropCall`)).status).toBe(200);
    expect(await client.raw.participants('999')).toEqual([]);
  }),
  fact('10.3 E:XT MakeCall answers a result in Pascal case', async (client) => {
    const { json } = await client.post('/Users/Pbx.MakeCall', { dn: '101', destination: '102' });
    expect(json).toMatchObject({ FinalStatus: 'Success', Result: { DN: '101', CallId: 1 } });
  }),
  fact('10.4 L:SSIG,GR presence is set by the name of the profile', async (client) => {
    const path = `/Users(${await user101(client)})`;
    for (const name of ['Away', 'Out of office', 'Custom 1', 'Custom 2', 'Available']) {
      expect((await client.patch(path, { CurrentProfileName: name })).status).toBe(204);
      expect((await client.get(path)).json).toMatchObject({ CurrentProfileName: name });
    }
  }),
  fact('10.4 L:SSIG,GR a custom profile may be named', async (client) => {
    const path = `/Users(${await user101(client)})`;
    await client.patch(path, { ForwardingProfiles: [{ Name: 'Custom 1', CustomName: 'Lunch' }] });
    expect((await client.patch(path, { CurrentProfileName: 'Lunch' })).status).toBe(204);
  }),
  fact('10.5 E:XT members are added to a group and removed by an empty list', async (client) => {
    await client.post('/Groups', { Name: 'Sales' });
    const group = await client.rows("/Groups?$filter=Name eq 'Sales'");
    const path = `/Groups(${String(group[0]?.Id)})`;
    const Members = [{ Number: '100', Rights: { RoleName: 'users' } }];
    expect((await client.patch(path, { Members })).status).toBe(204);
    expect(await client.rows(`${path}/Members`)).toHaveLength(1);
    expect((await client.patch(path, { Members: [] })).status).toBe(204);
    expect(await client.rows(`${path}/Members`)).toHaveLength(0);
  }),
  fact('14.25 E:XT RetreivePeersByNumbers is misspelled', async (client) => {
    const body = { peersRequest: { DnNumbers: ['800'], IsReportPeers: true } };
    expect((await client.post('/Peers/Pbx.RetreivePeersByNumbers', body)).status).toBe(200);
    expect((await client.post('/Peers/Pbx.RetrievePeersByNumbers', body)).status).toBe(404);
  }),
  fact('10.6 E:XT queues tell nothing of who waits', async (client) => {
    const { json } = await client.get("/Queues(Number='800')?$expand=Agents");
    expect(Object.keys(z.looseObject({}).parse(json)).join()).not.toMatch(/Waiting|Status/);
  }),
  fact('10.6 L:GR routes are objects', async (client) => {
    const { json } = await client.get("/Queues(Number='800')");
    const route = z.looseObject({ ForwardNoAnswer: z.looseObject({}) }).parse(json).ForwardNoAnswer;
    expect(Object.keys(route).sort()).toEqual(['External', 'Name', 'Number', 'Tags', 'To', 'Type']);
  }),
  fact('10.7 E:XT actionDnDn begins with a small letter, and durations are ISO 8601', async (client) => {
    await client.raw.control('POST', '/extensions/100', { answer: 'never' });
    const id = await client.raw.call('+49247', '800');
    await client.raw.view(id, 'connectedTo:101');
    await client.raw.hangUp(id);
    const log = `/ReportCallLogData/Pbx.GetCallLogData(periodFrom=2020-01-01T00:00:00Z,periodTo=2100-01-01T00:00:00Z,sourceType=0,sourceFilter='',destinationType=0,destinationFilter='',callsType=0,callTimeFilterType=0,callTimeFilterFrom='0:00:0',callTimeFilterTo='0:00:0',hidePcalls=true)?$top=100&$skip=0&$orderby=SegmentId desc`;
    const [last] = await client.rows(log);
    expect(last).toMatchObject({ actionDnDn: '800', DestinationDn: '101', Answered: true });
    expect(String(last?.TalkingDuration)).toMatch(/^PT/);
  }),
  fact('10.7 L:SSIG CallHistoryView has nothing new since Update 6', async (client) => {
    const id = await client.raw.call('+49247', '101');
    await client.raw.view(id, 'connected');
    await client.raw.hangUp(id);
    expect(await client.rows('/CallHistoryView')).toEqual([]);
    expect(await client.rows('/LastCdrAndChatMessageTimestamp')).toHaveLength(1);
  }),
  fact('10.9 E:XT FileLink leads to the file', async (client) => {
    const [prompt] = await client.rows("/CustomPrompts?$filter=Filename eq 'welcome.wav'");
    const path = new URL(String(prompt?.FileLink)).pathname;
    expect((await client.raw.get(path)).headers['content-type']).toBe('audio/wav');
  }),
  fact('10.9 D:CFG a parking place is made with its groups alone', async (client) => {
    const [group] = await client.rows('/Groups');
    const made = await client.post('/Parkings', { Groups: [{ GroupId: group?.Id }], Id: 0 });
    expect(made).toMatchObject({ status: 201, json: { Number: 'SP10' } });
  }),
  fact('10.10 E:XT GenerateAppToken tells the new secret', async (client) => {
    const [principal] = await client.rows("/ServicePrincipals?$filter=Number eq '999'");
    const path = `/ServicePrincipals(${String(principal?.Id)})/Pbx.GenerateAppToken`;
    const { value } = z.looseObject({ value: z.string() }).parse((await client.post(path)).json);
    expect((await client.raw.signIn('mock-secret')).status).toBe(401);
    expect((await client.raw.signIn(value)).status).toBe(200);
  }),
  fact('17 Unknown secret regeneration revokes tokens', async (client) => {
    const [principal] = await client.rows('/ServicePrincipals');
    await client.post(`/ServicePrincipals(${String(principal?.Id)})/Pbx.GenerateAppToken`);
    expect((await client.get('/Defs')).status).toBe(401);
  }),
]);

facts('11 Reports', [
  fact('11 L:LX the verified form of a call', async (client) => {
    const call =
      "/ReportAbandonedQueueCalls/Pbx.GetAbandonedQueueCallsData(periodFrom=2025-03-13T23:00:00.000Z,periodTo=2025-03-14T23:00:00.000Z,queueDns='1234',waitInterval='0:00:0')";
    expect(await client.rows(call)).toEqual([]);
  }),
  fact('11 E:XT the names of one family are 404 in another', async (client) => {
    const given =
      "periodFrom=2025-03-13T23:00:00Z,periodTo=2025-03-14T23:00:00Z,queueDns='',waitInterval='0:00:0'";
    expect(
      await statuses(
        client,
        `/ReportQueuePerformanceTotals/Pbx.GetQueuePerformanceTotalsData(${given})`,
        `/ReportStatisticSla/Pbx.GetStatisticSlaData(${given})`,
      ),
    ).toEqual([200, 404]);
  }),
  fact('11 E:XT query options apply to the rows', async (client) => {
    const call =
      "/ReportQueuePerformanceOverview/Pbx.GetQueuePerformanceOverviewData(periodFrom=2025-03-13T23:00:00Z,periodTo=2025-03-14T23:00:00Z,queueDns='',waitInterval='0:00:0')";
    expect(await client.rows(`${call}?$filter=ExtensionDn eq '101'&$select=ExtensionDn,QueueDn`)).toEqual([
      { ExtensionDn: '101', QueueDn: '800' },
    ]);
  }),
  fact('17 Unknown $top is 100 when left out and 1000 at most', async (client) => {
    for (let number = 0; number < 120; number += 1) {
      await client.post('/Contacts', { FirstName: `Contact ${number}` });
    }
    expect(await client.rows('/Contacts')).toHaveLength(100);
    expect(await client.rows('/Contacts?$top=110')).toHaveLength(110);
    expect((await client.get('/Contacts')).json).toHaveProperty(['@odata.nextLink']);
  }),
]);
