import { RawClient } from '../testing/raw-client';
import type { Participant } from '../testing/raw-client';

const desk = 'sip:101@10.0.0.21:5060';
const app = 'sip:101@10.0.0.22:5061';
let client: RawClient;

beforeEach(async () => {
  client = await RawClient.start({
    tls: false,
    configuration: {
      extensions: [
        { number: '100', devices: [] },
        {
          number: '101',
          devices: [
            { id: desk, userAgent: 'Desk phone' },
            { id: app, userAgent: 'App', directControl: false },
          ],
        },
        { number: '102' },
      ],
      queues: [],
      ringGroups: [],
      ivrs: [],
      servicePrincipals: [{ number: '999', peers: ['100', '101', '102'] }],
    },
  });
  await client.control('POST', '/extensions/101', { answer: 'never' });
});
afterEach(async () => {
  await client[Symbol.asyncDispose]();
});

const onDevice = async (device: string): Promise<Participant> => {
  const found = (await client.participants('101')).find((leg) => leg.device_id === device);
  if (!found) throw new Error('no participant on that device');
  return found;
};
const makeCall = (device: string, destination: string) =>
  client.post(`/callcontrol/101/devices/${encodeURIComponent(device)}/makecall`, { destination });

describe('an extension with several devices', () => {
  test('lists each; one without any has none', async () => {
    expect((await client.get('/callcontrol/101/devices')).json).toEqual([
      { dn: '101', device_id: desk, user_agent: 'Desk phone' },
      { dn: '101', device_id: app, user_agent: 'App' },
    ]);
    expect((await client.get('/callcontrol/100')).json).toMatchObject({ devices: [] });
  });

  test('has one ringing participant per device; on an answer the others are removed', async () => {
    const events = await client.events();
    const id = await client.call('+15550100', '101');
    const [onDesk, onApp] = [await onDevice(desk), await onDevice(app)];
    expect([onDesk, onApp]).toMatchObject([
      { callid: id, status: 'Ringing', direct_control: true },
      { callid: id, status: 'Ringing', direct_control: false },
    ]);
    expect((await client.act(onApp, 'answer')).status).toBe(422);
    expect((await client.act(onDesk, 'answer')).status).toBe(200);
    await events.next(1, `/callcontrol/101/participants/${onApp.id}`);
    expect(await client.onlyParticipant('101')).toMatchObject({ id: onDesk.id, status: 'Connected' });
  });

  test('is diverted as a whole', async () => {
    await client.call('+15550100', '101');
    const diverted = await client.act(await onDevice(desk), 'divert', { destination: '102' });
    expect(diverted).toMatchObject({ status: 200, json: { result: { dn: '102', on_behalf_of_dn: '101' } } });
    expect(await client.participants('101')).toEqual([]);
  });

  test('answers with 404 for a device that has registered under another contact since', async () => {
    const extension = client.pbx.configuration.extensions.find('101');
    client.pbx.configuration.extensions.change(extension?.id ?? 0, {
      devices: [{ id: 'sip:101@10.0.0.99:5060', userAgent: 'Desk phone', directControl: true }],
    });
    expect((await client.get(`/callcontrol/101/devices/${encodeURIComponent(desk)}`)).status).toBe(404);
    expect((await makeCall(desk, '102')).status).toBe(404);
    expect((await makeCall('sip:101@10.0.0.99:5060', '102')).status).toBe(200);
  });
});

describe('makecall', () => {
  test('from a device that can be controlled dials at once', async () => {
    expect((await makeCall(desk, '102')).json).toMatchObject({
      result: { status: 'Dialing', device_id: desk, party_dn: '102' },
    });
  });

  test('from a device that can not be controlled rings it first', async () => {
    await client.control('POST', '/extensions/101', { device: app, answer: 'auto', afterMs: 100 });
    const events = await client.events();
    expect((await makeCall(app, '102')).json).toMatchObject({
      result: { status: 'Ringing', device_id: app, party_dn: '102' },
    });
    expect(await client.participants('102')).toEqual([]);
    await events.next(0, /\/102\//);
    expect(await client.onlyParticipant('101')).toMatchObject({ device_id: app });
  });

  test('from an extension with several phones and no device named rings all of them first', async () => {
    const events = await client.events();
    await client.post('/callcontrol/101/makecall', { destination: '102' });
    const ringing = await client.participants('101');
    expect(ringing.map(({ status }) => status)).toEqual(['Ringing', 'Ringing']);
    await client.act(await onDevice(desk), 'answer');
    await events.next(0, /\/102\//);
    expect(await client.onlyParticipant('101')).toMatchObject({ device_id: desk });
    await events.next(0, /\/102\//);
    expect(await client.onlyParticipant('102')).toMatchObject({ party_dn: '101' });
  });

  test('from an extension without a device is refused', async () => {
    expect(await client.post('/callcontrol/100/makecall', { destination: '102' })).toMatchObject({
      status: 422,
      json: { reason: 'PhoneNotRegistered' },
    });
  });
});
