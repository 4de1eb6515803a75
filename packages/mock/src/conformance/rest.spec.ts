import { facts, incoming, phones, twoPhonesOn101 } from '../testing/fact-table';
import { rawRequest } from '../testing/raw-http';

const device = encodeURIComponent('sip:999@127.0.0.1:5483');

facts('4 REST', [
  [
    '4 D:EP the tree: all DNs, one, its devices, a device, its participants, one of them',
    async (client) => {
      const { leg } = await incoming(client);
      for (const path of [
        '/callcontrol',
        '/callcontrol/999',
        '/callcontrol/999/devices',
        `/callcontrol/999/devices/${device}`,
        '/callcontrol/999/participants',
        `/callcontrol/999/participants/${leg.id}`,
      ]) {
        expect([path, (await client.get(path)).status]).toEqual([path, 200]);
      }
    },
  ],
  [
    '4 D:EP a DN that is not granted is 403',
    async (client) => {
      expect((await client.get('/callcontrol/105')).status).toBe(403);
    },
    { grantedExtensions: ['100'] },
  ],
  [
    '4 L:PD,BV an unknown DN, device or participant is 404',
    async (client) => {
      for (const path of [
        '/callcontrol/555',
        '/callcontrol/999/devices/sip%3Aold',
        '/callcontrol/999/participants/9',
      ]) {
        expect([path, (await client.get(path)).status]).toEqual([path, 404]);
      }
    },
  ],
  [
    '4 L:PD,BV a participant that has left is 404',
    async (client) => {
      const { id, leg } = await incoming(client);
      await client.hangUp(id);
      expect((await client.get(`/callcontrol/999/participants/${leg.id}`)).status).toBe(404);
      expect((await client.act(leg, 'drop')).status).toBe(404);
    },
  ],
  [
    '4 D:EP via ISS,T:CS what can not be done is 422 with a CallControlResult',
    async (client) => {
      expect(await client.post('/callcontrol/999/makecall', { destination: '555' })).toMatchObject({
        status: 422,
        json: { finalstatus: 'Failed', result: null, reason: 'NoDestinations' },
      });
    },
  ],
  [
    '4 L:PD POST to a DN is a 4xx',
    async (client) => {
      const { status } = await client.post('/callcontrol/999', {});
      expect(status).toBeGreaterThanOrEqual(400);
      expect(status).toBeLessThan(500);
    },
  ],
  [
    '4 L:PD a POST without a JSON content type is rejected',
    async (client) => {
      const { leg } = await incoming(client);
      const { status } = await rawRequest(`${client.pbx.url}/callcontrol/999/participants/${leg.id}/drop`, {
        method: 'POST',
        headers: { authorization: `Bearer ${client.token}` },
      });
      expect(status).toBe(415);
      expect((await client.onlyParticipant('999')).id).toBe(leg.id);
    },
  ],
  [
    '4.1 L:BV free text as reason of a makecall is tolerated',
    async (client) => {
      expect(await client.makeCall('101', { reason: 'outbound', timeout: 30 })).toMatchObject({
        status: 'Dialing',
      });
    },
  ],
  [
    '4.2 E:EX,L:GR both variants of makecall work for a route point; the result is its own leg, Dialing',
    async (client) => {
      for (const path of ['/callcontrol/999/makecall', `/callcontrol/999/devices/${device}/makecall`]) {
        const { status, json } = await client.post(path, { destination: '+16125551234' });
        expect([status, json]).toMatchObject([
          200,
          {
            finalstatus: 'Success',
            reason: 'None',
            reasontext: '',
            result: { dn: '999', status: 'Dialing', party_caller_id: '+16125551234' },
          },
        ]);
      }
    },
  ],
  [
    '4.2 L:PD makecall is answered when the leg exists, not when anyone picks up',
    async (client) => {
      await phones(client, 'never', '101');
      const leg = await client.makeCall('101');
      expect((await client.onlyParticipant('999')).id).toBe(leg.id);
    },
  ],
  [
    '4.2 D:EP,I a destination may be an extension, queue, ring group, IVR, outside number or dial code',
    async (client) => {
      for (const destination of ['101', '800', '810', '820', '+16125551234', '*4101']) {
        const leg = await client.makeCall(destination);
        expect(leg.status).toBe('Dialing');
        await client.act(leg, 'drop');
      }
    },
  ],
  [
    '4.2 D:EP the legacy makecall of an extension with several phones rings them first',
    async (client) => {
      await phones(client, 'never', '101');
      expect(await client.post('/callcontrol/101/makecall', { destination: '999' })).toMatchObject({
        status: 200,
        json: { result: { dn: '101', status: 'Ringing' } },
      });
      expect(await client.participants('101')).toHaveLength(2);
      expect(await client.participants('999')).toEqual([]);
    },
    twoPhonesOn101,
  ],
  [
    '4.3 E:EX a refused makecall may also be a 200 without a result',
    async (client) => {
      expect(await client.post('/callcontrol/999/makecall', { destination: '555' })).toMatchObject({
        status: 200,
        json: { finalstatus: 'Failed', result: null },
      });
    },
    { refusedMakeCallStatus: 200 },
  ],
  [
    '4.4 D:EP the reason says why: PhoneBusy, NoAnswer, PhoneNotRegistered, NoDestinations',
    async (client) => {
      await phones(client, 'busy', '101');
      await phones(client, 'never', '102');
      await client.control('POST', '/extensions/103', { registered: false });
      const { leg } = await incoming(client);
      const reasons: unknown[] = [];
      for (const destination of ['101', '102', '103', '555']) {
        const { json } = await client.act(leg, 'routeto', { destination, timeout: 0.05 });
        reasons.push(json);
      }
      expect(reasons).toMatchObject([
        { reason: 'PhoneBusy' },
        { reason: 'NoAnswer' },
        { reason: 'PhoneNotRegistered' },
        { reason: 'NoDestinations' },
      ]);
    },
  ],
]);
