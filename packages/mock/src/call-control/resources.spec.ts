import { anyString } from '../testing/any-value';
import { RawClient } from '../testing/raw-client';
import { rawRequest } from '../testing/raw-http';

const routePointDevice = 'sip:999@127.0.0.1:5483';

describe('the /callcontrol tree', () => {
  let client: RawClient;
  beforeAll(async () => {
    client = await RawClient.start({ tls: false, grantedExtensions: ['100', '101'] });
  });
  afterAll(() => client.pbx.dispose());

  test('lists the granted numbers with their devices and participants', async () => {
    expect((await client.get('/callcontrol')).json).toEqual(
      expect.arrayContaining([
        {
          dn: '999',
          type: 'Wroutepoint',
          devices: [{ dn: '999', device_id: routePointDevice, user_agent: anyString }],
          participants: [],
        },
        expect.objectContaining({ dn: '100', type: 'Wextension' }),
        expect.objectContaining({ dn: '101', type: 'Wextension' }),
      ]),
    );
    expect((await client.get('/callcontrol')).json).toHaveLength(3);
  });

  test('shows one number, its devices, one device, its participants', async () => {
    expect((await client.get('/callcontrol/100')).json).toMatchObject({ dn: '100', participants: [] });
    expect((await client.get('/callcontrol/999/devices')).json).toMatchObject([
      { device_id: routePointDevice },
    ]);
    const device = `/callcontrol/999/devices/${encodeURIComponent(routePointDevice)}`;
    expect((await client.get(device)).json).toMatchObject({ dn: '999', device_id: routePointDevice });
    expect((await client.get('/callcontrol/999/participants')).json).toEqual([]);
  });

  test('shows a participant with every field', async () => {
    const id = await client.call('+15550100', '999', { did: '+15550199', name: 'JONES, PAT' });
    const leg = await client.onlyParticipant('999');
    expect((await client.get(`/callcontrol/999/participants/${leg.id}`)).json).toEqual({
      id: leg.id,
      status: 'Connected',
      dn: '999',
      party_caller_name: 'JONES, PAT',
      party_dn: '10001',
      party_caller_id: '+15550100',
      party_did: '+15550199',
      device_id: routePointDevice,
      party_dn_type: 'Wexternalline',
      direct_control: true,
      originated_by_dn: '',
      originated_by_type: 'None',
      referred_by_dn: '',
      referred_by_type: 'None',
      on_behalf_of_dn: '',
      on_behalf_of_type: 'None',
      callid: id,
      legid: 2,
    });
    await client.hangUp(id);
    expect((await client.get(`/callcontrol/999/participants/${leg.id}`)).status).toBe(404);
  });

  test('is closed to requests without a valid token: 401 as JSON', async () => {
    for (const path of ['/callcontrol', '/callcontrol/999', '/callcontrol/nothing']) {
      const response = await rawRequest(`${client.pbx.url}${path}`);
      expect(response.status).toBe(401);
      expect(response.json).toMatchObject({ error: 'unauthorized' });
    }
    expect((await client.get('/callcontrol', 'made-up')).status).toBe(401);
  });

  test.each(['/callcontrol/102', '/callcontrol/102/devices', '/callcontrol/800/participants'])(
    'refuses %s, which exists and is not granted: 403',
    async (path) => {
      const response = await client.get(path);
      expect(response.status).toBe(403);
      expect(response.json).toMatchObject({ error: 'forbidden', error_description: anyString });
    },
  );

  test.each([
    '/callcontrol/555',
    '/callcontrol/999/devices/sip%3A999%40stale',
    '/callcontrol/999/participants/4711',
    '/callcontrol/999/participants/x',
    '/callcontrol/999/nothing',
  ])('knows no %s: 404', async (path) => {
    expect((await client.get(path)).status).toBe(404);
  });

  test('has no devices for an extension that is not registered', async () => {
    await client.control('POST', '/extensions/101', { registered: false });
    expect((await client.get('/callcontrol/101/devices')).json).toEqual([]);
    expect((await client.post('/callcontrol/101/makecall', { destination: '100' })).status).toBe(422);
    await client.control('POST', '/extensions/101', { registered: true });
  });
});

describe('a POST under /callcontrol', () => {
  let client: RawClient;
  beforeAll(async () => {
    client = await RawClient.start({ tls: false, extensionDirectControl: false });
  });
  afterAll(() => client.pbx.dispose());

  const answerIn = (status: string) => `a participant that is ${status}`;

  test('without a JSON content type is rejected', async () => {
    const response = await rawRequest(`${client.pbx.url}/callcontrol/999/makecall`, {
      method: 'POST',
      headers: { authorization: `Bearer ${client.token}` },
    });
    expect(response.status).toBe(415);
  });

  test('with broken JSON is a 400', async () => {
    const response = await rawRequest(`${client.pbx.url}/callcontrol/999/makecall`, {
      method: 'POST',
      headers: { authorization: `Bearer ${client.token}`, 'content-type': 'application/json' },
      body: '{"destination"',
    });
    expect(response.status).toBe(400);
  });

  test('to a number itself is refused', async () => {
    expect((await client.post('/callcontrol/999')).status).toBe(404);
  });

  test('with an unknown verb, number or participant is a 404', async () => {
    const id = await client.call('+15550100', '999');
    const leg = await client.onlyParticipant('999');
    expect((await client.act(leg, 'hold')).status).toBe(404);
    expect((await client.act({ ...leg, id: 4711 }, 'drop')).status).toBe(404);
    expect((await client.act({ ...leg, dn: '555' }, 'drop')).status).toBe(404);
    expect((await client.act({ ...leg, dn: '800' }, 'drop')).status).toBe(403);
    await client.hangUp(id);
  });

  test('that the state does not allow is a 422 with a CallControlResult', async () => {
    const id = await client.call('+15550100', '999');
    const connected = await client.onlyParticipant('999');
    await client.control('POST', '/extensions/100', { answer: 'never' });
    const second = await client.call('+15550101', '100');
    const ringing = await client.onlyParticipant('100');
    const refused = [
      [connected, 'answer', {}],
      [connected, 'divert', { destination: '101' }],
      [connected, 'transferto', {}],
      [connected, 'routeto', { destination: '555' }],
      [connected, 'transferto', { destination: 101 }],
      [connected, 'attach_party_data', {}],
      [ringing, 'answer', {}],
      [ringing, 'transferto', { destination: '101' }],
    ] as const;
    for (const [leg, action, body] of refused) {
      const response = await client.act(leg, action, body);
      expect([action, answerIn(leg.status), response.status]).toEqual([action, answerIn(leg.status), 422]);
      expect(response.json).toMatchObject({
        finalstatus: 'Failed',
        reasontext: anyString,
        result: null,
      });
    }
    await client.hangUp(id);
    await client.hangUp(second);
  });

  test('attaches data, which only the control API shows', async () => {
    const id = await client.call('+15550100', '999');
    const leg = await client.onlyParticipant('999');
    const attached = await client.act(leg, 'attach_party_data', {
      attacheddata: { public_call_screening: 'about an order' },
    });
    expect(attached).toMatchObject({ status: 200, json: { finalstatus: 'Success', result: { id: leg.id } } });
    await client.act(leg, 'attach_participant_data', { attacheddata: { ticket: '7' } });
    const view = await client.view(id);
    expect(view.legs).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          id: leg.id,
          attached: { party: { public_call_screening: 'about an order' }, participant: { ticket: '7' } },
        }),
      ]),
    );
    await client.hangUp(id);
  });
});
