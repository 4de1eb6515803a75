import { facts, incoming, phones } from '../testing/fact-table';

const twoDevices = {
  configuration: {
    extensions: [
      {
        number: '101',
        devices: [{ id: 'sip:101@10.0.0.21:5060', directControl: false }, { id: 'sip:101@10.0.0.22:5060' }],
      },
      { number: '102', devices: [] },
      { number: '103' },
    ],
    queues: [{ number: '800' }],
    ringGroups: [],
    ivrs: [{ number: '820' }],
    servicePrincipals: [{ number: '999', peers: ['101', '102', '103', '800', '820', '10001'] }],
  },
};

facts('3 Data model', [
  [
    '3.1 D:EP a participant has every documented field, in snake case',
    async (client) => {
      const { id, leg } = await incoming(client);
      expect(leg).toEqual({
        id: leg.id,
        status: 'Connected',
        dn: '999',
        party_caller_name: 'JONES, PAT',
        party_dn: '10001',
        party_caller_id: '+16125551234',
        party_did: '+16125550000',
        device_id: 'sip:999@127.0.0.1:5483',
        party_dn_type: 'Wexternalline',
        direct_control: true,
        originated_by_dn: '',
        originated_by_type: 'None',
        referred_by_dn: '',
        referred_by_type: 'None',
        on_behalf_of_dn: '',
        on_behalf_of_type: 'None',
        callid: id,
        legid: leg.legid,
      });
    },
  ],
  [
    '3.1 T:TC party_did may be empty for inbound calls',
    async (client) => {
      expect((await incoming(client)).leg).toMatchObject({ party_did: '' });
    },
    { configuration: { trunks: [{ number: '10001', presentDid: false }] } },
  ],
  [
    '3.1 T:TC an own outgoing call is originated by its DN',
    async (client) => {
      expect(await client.makeCall('101')).toMatchObject({
        originated_by_dn: '999',
        originated_by_type: 'Wroutepoint',
      });
    },
  ],
  [
    '3.1 L:PD,GR participant ids and call ids are small and increase',
    async (client) => {
      const first = await incoming(client);
      await client.hangUp(first.id);
      const second = await incoming(client);
      expect(second.id).toBeGreaterThan(first.id);
      expect(second.leg.id).toBeGreaterThan(first.leg.id);
      expect(second.leg.id).toBeLessThan(100);
    },
  ],
  [
    '3.2 E:EX types are Wroutepoint, Wextension, Wqueue, Wivr; a trunk is Wexternalline',
    async (client) => {
      const { json } = await client.get('/callcontrol');
      expect(json).toMatchObject([
        { dn: '101', type: 'Wextension' },
        { dn: '102', type: 'Wextension' },
        { dn: '103', type: 'Wextension' },
        { dn: '800', type: 'Wqueue' },
        { dn: '820', type: 'Wivr' },
        { dn: '10001', type: 'Wexternalline' },
        { dn: '999', type: 'Wroutepoint' },
      ]);
    },
    twoDevices,
  ],
  [
    '3.3 L:GR,PD a route point has one device on the loopback address',
    async (client) => {
      expect((await client.get('/callcontrol/999/devices')).json).toMatchObject([
        { dn: '999', device_id: 'sip:999@127.0.0.1:5483' },
      ]);
    },
  ],
  [
    '3.3 E:EX,I an extension has an entry per registered device, none when nothing is registered',
    async (client) => {
      expect((await client.get('/callcontrol/101/devices')).json).toHaveLength(2);
      expect((await client.get('/callcontrol/102/devices')).json).toEqual([]);
    },
    twoDevices,
  ],
  [
    '3.4 D:EP,ISS answer works only where direct_control is true: 422 otherwise',
    async (client) => {
      await phones(client, 'never', '101');
      await client.call('+16125551234', '101');
      for (const leg of await client.participants('101')) {
        if (leg.direct_control === true) continue;
        expect((await client.act(leg, 'answer')).status).toBe(422);
      }
      for (const leg of await client.participants('101')) {
        if (leg.direct_control !== true) continue;
        expect((await client.act(leg, 'answer')).status).toBe(200);
      }
      expect((await client.onlyParticipant('101')).status).toBe('Connected');
    },
    twoDevices,
  ],
  [
    '3.4 D:ISS keys and audio exist for the own route point only',
    async (client) => {
      const events = await client.events();
      const id = await client.call('+16125551234', '101');
      await client.view(id, 'connected');
      const leg = await client.onlyParticipant('101');
      expect((await client.control('POST', `/calls/${id}/dtmf`, { digits: '1' })).json).toEqual({
        passedOn: 0,
      });
      expect((await client.get(`/callcontrol/101/participants/${leg.id}/stream`)).status).toBe(424);
      expect(events.messages.filter(({ event }) => event.event_type === 2)).toEqual([]);
    },
  ],
  [
    '3.4 L:PD the far leg of an own call answers 403 to what is asked of it',
    async (client) => {
      const own = await client.makeCall('101');
      const far = (await client.participants('999')).find(({ id }) => id !== own.id);
      expect(far).toBeDefined();
      if (!far) return;
      expect((await client.act(far, 'drop')).status).toBe(403);
      expect((await client.get(`/callcontrol/999/participants/${far.id}/stream`)).status).toBe(403);
    },
    { surfaceFarLeg: true },
  ],
  [
    '3.4 L:DL a trunk in the list delivers participants too',
    async (client) => {
      const { id } = await incoming(client);
      expect(await client.onlyParticipant('10001')).toMatchObject({ callid: id, party_dn: '999' });
    },
    twoDevices,
  ],
  [
    '3.5 T:TC,RG all legs of a conversation share the callid; a transfer makes a new id and legid',
    async (client) => {
      const { id, leg } = await incoming(client);
      await client.act(leg, 'transferto', { destination: '101' });
      const next = await client.onlyParticipant('101');
      expect(next.callid).toBe(id);
      expect(next.id).not.toBe(leg.id);
      expect(next.legid).not.toBe(leg.legid);
    },
  ],
  [
    '3.5 D:EP,OM the acting participant is gone after it',
    async (client) => {
      const { leg } = await incoming(client);
      await client.act(leg, 'routeto', { destination: '101' });
      expect((await client.act(leg, 'drop')).status).toBe(404);
    },
  ],
]);
