import * as z from 'zod';
import { XapiClient } from '../testing/xapi-client';

let client: XapiClient;
beforeEach(async () => {
  client = await XapiClient.start();
});
afterEach(() => client[Symbol.asyncDispose]());

const created = z.object({ Id: z.number(), Number: z.string() });
const secretOf = z.object({ value: z.string() });

/** A new API client with a role, and a token of its own. */
async function newClient(number: string, role: string, more: object = {}) {
  const [group] = await client.rows('/Groups?$filter=IsDefault');
  const { json } = await client.post('/ServicePrincipals', {
    Number: number,
    XAPIEnabled: true,
    Groups: [{ GroupId: group?.Id, Rights: { RoleName: role } }],
    ...more,
  });
  const { Id: id } = created.parse(json);
  const generated = await client.post(`/ServicePrincipals(${id})/Pbx.GenerateAppToken`);
  const secret = secretOf.parse(generated.json).value;
  return { id, secret, token: await XapiClient.signIn(client.raw, number, secret) };
}

describe('ServicePrincipals', () => {
  test('sign in with the secret they were given last, and no other', async () => {
    const { id, secret, token } = await newClient('crm', 'system_owners');
    expect(token).toBeDefined();
    expect((await client.send('GET', '/Users', undefined, token)).status).toBe(200);
    expect((await client.get(`/ServicePrincipals(${id})`)).json).toMatchObject({
      Number: 'crm',
      XAPIEnabled: true,
    });

    const again = await client.post(`/ServicePrincipals(${id})/Pbx.GenerateAppToken`);
    expect(secretOf.parse(again.json).value).not.toBe(secret);
    expect(await XapiClient.signIn(client.raw, 'crm', secret)).toBeUndefined();
    expect((await client.send('GET', '/Users', undefined, token)).status).toBe(401);
    expect(await XapiClient.signIn(client.raw, 'crm', secretOf.parse(again.json).value)).toBeDefined();
  });

  test('are route points that can be called, and watch the extensions they are given', async () => {
    const { id, token } = await newClient('bot', 'system_owners', {
      CallControlEnabled: true,
      Peers: [{ Number: '101' }],
    });
    const callId = await client.raw.call('102', 'bot');
    await client.raw.view(callId, 'connectedTo:bot');
    expect((await client.raw.get('/callcontrol/bot/participants', token)).json).toMatchObject([
      { callid: callId },
    ]);
    expect((await client.raw.get('/callcontrol/101', token)).status).toBe(200);
    expect((await client.raw.get('/callcontrol/102', token)).status).toBe(403);

    const [extension] = await client.rows("/Users?$filter=Number eq '102'&$select=Id");
    await client.patch(`/ServicePrincipals(${id})`, { Peers: [{ Id: extension?.Id }] });
    expect(
      await client.rows("/ServicePrincipals?$expand=Peers($select=Number)&$filter=Number eq 'bot'"),
    ).toMatchObject([{ Peers: [{ Number: '102' }] }]);
    expect((await client.raw.get('/callcontrol/102', token)).status).toBe(200);
  });

  test('are gone when deleted, tokens and all', async () => {
    const { id, token, secret } = await newClient('crm', 'system_owners');
    expect((await client.delete(`/ServicePrincipals(${id})`)).status).toBe(204);
    expect((await client.send('GET', '/Users', undefined, token)).status).toBe(401);
    expect(await XapiClient.signIn(client.raw, 'crm', secret)).toBeUndefined();
  });

  test.each([
    ['system_owners', { log: 200, recordings: 200, users: 200, write: 204 }],
    ['system_admins', { log: 403, recordings: 403, users: 200, write: 204 }],
    ['managers', { log: 403, recordings: 403, users: 200, write: 403 }],
    ['users', { log: 403, recordings: 403, users: 403, write: 403 }],
  ])('as %s may do %j', async (role, expected) => {
    const { token } = await newClient('crm', role);
    const [user] = await client.rows('/Users?$top=1');
    const status = async (method: string, path: string, body?: object) =>
      (await client.send(method, path, body, token)).status;
    expect({
      log: await status('GET', '/CallHistoryView'),
      recordings: await status('GET', '/Recordings'),
      users: await status('GET', '/Users'),
      write: await status('PATCH', `/Users(${String(user?.Id)})`, { FirstName: 'Ann' }),
    }).toEqual(expected);
    expect(await status('GET', '/Defs?$select=Id')).toBe(200);
    expect(await status('GET', '/ReportInboundRules/Pbx.GetInboundRulesData()')).toBe(expected.log);
  });

  test('without a department are mere users, and without XAPI access get nothing', async () => {
    const { json } = await client.post('/ServicePrincipals', { Number: 'wide', XAPIEnabled: true });
    const { Id: id } = created.parse(json);
    const secret = secretOf.parse(
      (await client.post(`/ServicePrincipals(${id})/Pbx.GenerateAppToken`)).json,
    ).value;
    const token = await XapiClient.signIn(client.raw, 'wide', secret);
    expect((await client.send('GET', '/Users', undefined, token)).status).toBe(403);
    await client.patch(`/ServicePrincipals(${id})`, { XAPIEnabled: false });
    expect((await client.send('GET', '/Defs', undefined, token)).status).toBe(403);
  });

  test('and what they change stands in the audit log under their name, without secrets', async () => {
    const { token } = await newClient('crm', 'system_admins');
    const [user] = await client.rows('/Users?$top=1');
    await client.send('PATCH', `/Users(${String(user?.Id)})`, { FirstName: 'Ann' }, token);
    const log = await client.rows('/ReportAuditLog/Pbx.GetAuditLogData()?$orderby=Id desc');
    expect(log[0]).toMatchObject({ UserName: 'crm', ObjectName: 'extensions 100' });
    expect(String(log[0]?.NewData)).toContain('"firstName":"Ann"');
    expect(JSON.stringify(log)).not.toMatch(/"secret\\":\\"[^*]/);
  });
});
