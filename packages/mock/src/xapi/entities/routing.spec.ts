import * as z from 'zod';
import { XapiClient } from '../testing/xapi-client';

let client: XapiClient;
beforeEach(async () => {
  client = await XapiClient.start({ answerAfterMs: 10 });
});
afterEach(() => client[Symbol.asyncDispose]());

const created = z.object({ Id: z.number(), Number: z.string().optional() });
const make = async (set: string, body: object) => created.parse((await client.post(`/${set}`, body)).json);
const idOf = async (set: string, number: string) => {
  const { json } = await client.get(`/${set}(Number='${number}')`);
  return created.parse(json).Id;
};
/** Who takes a call to this number. */
const takes = async (to: string, more: object = {}) => {
  const id = await client.raw.call('+15550100', to, more);
  const { connectedTo } = await client.raw.view(id, 'connected');
  await client.raw.hangUp(id);
  return connectedTo;
};

describe('what is configured through the XAPI is how calls go', () => {
  test('queues', async () => {
    const queue = await make('Queues', {
      Name: 'Support',
      PollingStrategy: 'Hunt',
      Agents: [{ Number: '104' }],
      RingTimeout: 15,
    });
    expect(queue.Number).toBe('801');
    const id = await client.raw.call('+15550100', '801');
    await client.raw.view(id, 'connectedTo:104');
    await client.raw.hangUp(id);
    expect(
      (await client.patch(`/Queues(${queue.Id})`, { Agents: [{ Number: '105', SkillGroup: '2' }] })).status,
    ).toBe(204);
    expect(await client.rows(`/Queues(${queue.Id})/Agents`)).toMatchObject([
      { Number: '105', Name: 'Extension 105', SkillGroup: '2' },
    ]);
    const other = await client.raw.call('+15550100', '801');
    await client.raw.view(other, 'connectedTo:105');
    await client.raw.hangUp(other);
    expect((await client.delete(`/Queues(${queue.Id})`)).status).toBe(204);
    expect((await client.raw.control('POST', '/calls', { from: '+15550100', to: '801' })).status).toBe(400);
    expect((await client.get('/Queues/Pbx.GetFirstAvailableQueueNumber()')).json).toMatchObject({
      Number: '801',
    });
  });

  test('an agent who logs out is rung no more', async () => {
    await client.patch(`/Users(${await idOf('Users', '100')})`, { QueueStatus: 'LoggedOut' });
    const id = await client.raw.call('+15550100', '800');
    await client.raw.view(id, 'connectedTo:101');
    const { queueVisits } = client.raw.pbx.history;
    expect(queueVisits.at(-1)?.polls.map(({ agent }) => agent)).toEqual(['101']);
  });

  test('ring groups', async () => {
    const id = await idOf('RingGroups', '810');
    expect(await client.rows(`/RingGroups(${id})/Members`)).toMatchObject([
      { Number: '102' },
      { Number: '103' },
    ]);
    await client.patch(`/RingGroups(${id})`, { Members: [{ Number: '105', Id: 0 }], RingStrategy: 'Hunt' });
    expect(await takes('810')).toBe('105');
    expect((await client.patch(`/RingGroups(${id})`, { RingStrategy: 'Paging' })).status).toBe(400);
    expect((await client.patch(`/RingGroups(${id})`, { Members: [{ Number: '999', Id: 0 }] })).status).toBe(
      400,
    );
  });

  test('digital receptionists', async () => {
    const ivr = await make('Receptionists', {
      Name: 'Menu',
      Timeout: 5,
      TimeoutForwardType: 'Extension',
      TimeoutForwardDN: '103',
      Forwards: [{ Id: 0, Input: '1', ForwardType: 'Extension', ForwardDN: '104' }],
    });
    expect(ivr.Number).toBe('821');
    expect(client.raw.pbx.configuration.ivrs.find('821')).toMatchObject({
      timeout: { to: 'Extension', number: '103' },
      keys: [{ key: '1', route: { to: 'Extension', number: '104' } }],
    });
    expect(await client.rows(`/Receptionists(${ivr.Id})/Forwards`)).toMatchObject([
      { Input: '1', ForwardType: 'Extension', ForwardDN: '104', PeerType: 'Extension' },
    ]);
    await client.patch(`/Receptionists(${ivr.Id})`, { Timeout: 7 });
    expect((await client.get("/Receptionists(Number='821')")).json).toMatchObject({
      Timeout: 7,
      TimeoutForwardType: 'Extension',
      TimeoutForwardDN: '103',
    });
  });

  test('trunks, their numbers and the rules for them', async () => {
    const id = await idOf('Trunks', '10001');
    expect(
      (await client.patch(`/Trunks(${id})`, { DidNumbers: ['+49891', '+49892'], SimultaneousCalls: 3 }))
        .status,
    ).toBe(204);
    const destination = (number: string) => ({ To: 'Extension', Number: number });
    const rule = await make('InboundRules', {
      RuleName: 'Sales',
      Condition: 'BasedOnDID',
      Data: '+49891',
      OfficeHoursDestination: destination('104'),
    });
    expect(await takes('+49891', { did: '+49891', to: undefined })).toBe('104');
    expect(await client.rows('/DidNumbers?$expand=RoutingRule($select=RuleName)&$orderby=Number')).toEqual([
      { Number: '+49891', TrunkId: id, TemplateFileName: '', RoutingRule: { RuleName: 'Sales' } },
      { Number: '+49892', TrunkId: id, TemplateFileName: '', RoutingRule: null },
    ]);
    await client.patch(`/InboundRules(${rule.Id})`, { OfficeHoursDestination: destination('105') });
    expect(await takes('+49891', { did: '+49891', to: undefined })).toBe('105');
    expect(
      await client.rows("/ReportInboundRules/Pbx.GetInboundRulesData()?$filter=DID eq '+49891'"),
    ).toMatchObject([{ RuleName: 'Sales', InOfficeRouting: { Number: '105', Name: 'Extension 105' } }]);
    expect((await client.delete(`/InboundRules(${rule.Id})`)).status).toBe(204);
    expect(await takes('+49891', { did: '+49891', to: undefined })).toBe('999');
  });

  test('office hours and holidays', async () => {
    const destination = (number: string) => ({ To: 'Extension', Number: number });
    await make('InboundRules', {
      Condition: 'BasedOnDID',
      Data: '+49891',
      AlterDestinationDuringOutOfOfficeHours: true,
      AlterDestinationDuringHolidays: true,
      OfficeHoursDestination: destination('103'),
      OutOfOfficeHoursDestination: destination('104'),
      HolidaysDestination: destination('105'),
    });
    const call = () => takes('+49891', { did: '+49891', to: undefined });
    expect(await call()).toBe('103');
    const before = z.looseObject({ Hours: z.looseObject({ Periods: z.array(z.looseObject({})) }) });
    const hours = before.parse((await client.get('/OfficeHours')).json).Hours;
    expect(hours.Periods).toHaveLength(7);
    expect(
      (await client.patch('/OfficeHours', { TimeZoneId: 'Europe/Berlin', Hours: { ...hours, Periods: [] } }))
        .status,
    ).toBe(204);
    expect(await call()).toBe('104');
    const today = new Date();
    const day = { Year: today.getUTCFullYear(), Month: today.getUTCMonth() + 1, Day: today.getUTCDate() };
    const next = new Date(today.getTime() + 2 * 86_400_000);
    const end = {
      YearEnd: next.getUTCFullYear(),
      MonthEnd: next.getUTCMonth() + 1,
      DayEnd: next.getUTCDate(),
    };
    const times = { TimeOfStartDate: 'PT0S', TimeOfEndDate: 'P1D' };
    const holiday = await make('Holidays', { Name: 'Fair', ...day, ...end, ...times });
    expect(await call()).toBe('105');
    expect((await client.delete(`/Holidays(${holiday.Id})`)).status).toBe(204);
    expect((await client.patch('/OfficeHours', { Hours: hours, TimeZoneId: 'UTC' })).status).toBe(204);
    expect(await call()).toBe('103');
  });

  test('forwarding and presence of a user', async () => {
    const id = await idOf('Users', '101');
    const away = { Name: 'Away', AwayRoute: { External: { To: 'Extension', Number: '104' } } };
    await client.patch(`/Users(${id})`, { ForwardingProfiles: [away], CurrentProfileName: 'Away' });
    expect(await takes('101')).toBe('104');
    await client.patch(`/Users(${id})`, { CurrentProfileName: 'Available' });
    expect(await takes('101')).toBe('101');
  });

  test('parking places and dial codes', async () => {
    const [group] = await client.rows('/Groups');
    expect((await make('Parkings', { Groups: [{ GroupId: group?.Id }], Id: 0 })).Number).toBe('SP10');
    expect((await make('Parkings', { Number: 'SP77' })).Number).toBe('SP77');
    expect((await client.post('/Parkings', { Number: 'SP77' })).status).toBe(400);
    expect(await client.rows(`/Parkings(${await idOf('Parkings', 'SP10')})/Groups`)).toMatchObject([
      { Name: 'DEFAULT' },
    ]);
    expect((await client.get('/DialCodeSettings')).json).toMatchObject({
      DialCodePark: '*0',
      DialCodeVMail: '*4',
    });
    await client.patch('/DialCodeSettings', { DialCodePark: '*70' });
    expect(client.raw.pbx.configuration.dialCodes.value.park).toBe('*70');
    const back = {
      AutoPickupEnabled: true,
      AutoPickupTimeout: 30,
      AutoPickupForwardType: 'DN',
      AutoPickupForwardDN: '800',
    };
    expect((await client.patch('/CallParkingSettings', back)).status).toBe(204);
    expect(client.raw.pbx.configuration.parkingSettings.value).toMatchObject({
      autoPickup: { to: 'Queue', number: '800' },
      autoPickupSeconds: 30,
    });
    expect((await client.get('/CallParkingSettings')).json).toMatchObject(back);
  });

  test('a call made through it rings the phone and then dials', async () => {
    const made = await client.post('/Users/Pbx.MakeCall', { dn: '101', destination: '+4989123456' });
    expect(made).toMatchObject({
      status: 200,
      json: { FinalStatus: 'Success', Result: { DN: '101', PartyCallerId: '+4989123456' } },
    });
    const [call] = await client.rows('/ActiveCalls');
    await client.raw.view(Number(call?.Id), 'connected');
    expect(await client.rows("/ActiveCalls?$filter=Status eq 'Talking'")).toMatchObject([{ Id: call?.Id }]);
    expect((await client.post('/Users/Pbx.MakeCall', { dn: '4711', destination: '101' })).status).toBe(404);
    expect((await client.post('/Users/Pbx.MakeCall', { dn: '101' })).status).toBe(400);
  });
});
