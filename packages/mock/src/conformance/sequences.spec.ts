import { facts, incoming, phones } from '../testing/fact-table';
import type { RawClient } from '../testing/raw-client';

/** Everything told of these numbers, as `999 0` for an Upset, until a Remove of the last one named. */
async function story(client: RawClient, what: () => Promise<unknown>, until: RegExp): Promise<string[]> {
  const events = await client.events();
  await what();
  await events.next(1, until);
  return events.messages.map(({ event }) => `${event.entity.split('/')[2] ?? ''} ${event.event_type}`);
}

facts('8 Sequences', [
  [
    '8.1 L:PD an inbound call is Connected at first sight',
    async (client) => {
      const events = await client.events();
      const { leg } = await incoming(client);
      await events.next(0, `/callcontrol/999/participants/${leg.id}`);
      expect(leg.status).toBe('Connected');
    },
  ],
  [
    '8.1 T:TR,PN,DE or Ringing until answer',
    async (client) => {
      const { leg } = await incoming(client);
      expect(leg.status).toBe('Ringing');
      await client.act(leg, 'answer');
      expect((await client.onlyParticipant('999')).status).toBe('Connected');
    },
    { firstInboundStatus: 'Ringing' },
  ],
  [
    '8.2 E:EX the caller hangs up: Remove',
    async (client) => {
      const told = await story(client, async () => client.hangUp((await incoming(client)).id), /\/999\//);
      expect(told).toEqual(['999 0', '999 1']);
    },
  ],
  [
    '8.3 L:PD the app hangs up: 200, then Remove',
    async (client) => {
      const { leg } = await incoming(client);
      expect(await story(client, () => client.act(leg, 'drop'), /\/999\//)).toEqual(['999 1']);
    },
  ],
  [
    '8.5 L:PD makecall answered: Upset while Dialing, Upset Connected, Remove at the end',
    async (client) => {
      await phones(client, 'auto', '105');
      const events = await client.events();
      const leg = await client.makeCall('105');
      await events.next(0, /\/999\//);
      await client.view(leg.callid, 'connected');
      await events.next(0, /\/999\//);
      expect((await client.onlyParticipant('999')).status).toBe('Connected');
      await client.hangUp(leg.callid);
      await events.next(1, /\/999\//);
    },
    { grantedExtensions: [] },
  ],
  [
    '8.6 L:PD makecall busy: 200, Upset, Remove without Connected',
    async (client) => {
      await phones(client, 'busy', '105');
      const told = await story(client, () => client.makeCall('105'), /\/999\//);
      expect(told).toEqual(['999 0', '999 1']);
    },
    { grantedExtensions: [] },
  ],
  [
    '8.8 D:EP makecall from a phone: Upset Dialing on the extension, then Connected',
    async (client) => {
      const events = await client.events();
      const path = `/callcontrol/101/devices/${encodeURIComponent('sip:101@127.0.0.1:5060')}/makecall`;
      expect((await client.post(path, { destination: '+16125551234' })).json).toMatchObject({
        result: { dn: '101', status: 'Dialing' },
      });
      await events.next(0, /\/101\//);
      await events.next(0, /\/101\//);
      expect((await client.onlyParticipant('101')).status).toBe('Connected');
    },
  ],
  [
    '8.9 D:OM,EP routeto that succeeds: the target rings, is Connected, then the acting leg is removed',
    async (client) => {
      const { leg } = await incoming(client);
      const told = await story(client, () => client.act(leg, 'routeto', { destination: '101' }), /\/999\//);
      expect(told).toEqual(['101 0', '101 0', '999 1']);
    },
  ],
  [
    '8.10 D:OM,E:EX routeto that fails: the target is removed, the acting leg unchanged',
    async (client) => {
      await phones(client, 'busy', '101');
      const { leg } = await incoming(client);
      const told = await story(client, () => client.act(leg, 'routeto', { destination: '101' }), /\/101\//);
      expect(told).toEqual(['101 0', '101 1']);
      expect(await client.onlyParticipant('999')).toEqual(leg);
    },
  ],
  [
    '8.11 D:EP transferto that fails: the participant is Connected again',
    async (client) => {
      await phones(client, 'never', '101');
      const { id, leg } = await incoming(client);
      const events = await client.events();
      const transfer = client.act(leg, 'transferto', { destination: '101', timeout: 0.3 });
      await events.next(0, /\/101\//);
      expect((await client.control('GET', `/calls/${id}`)).json).toMatchObject({ onHold: true });
      expect((await transfer).status).toBe(422);
      expect((await client.control('GET', `/calls/${id}`)).json).toMatchObject({ onHold: false });
      expect((await client.onlyParticipant('999')).status).toBe('Connected');
    },
  ],
  [
    '8.12 L:TC,RG a ring group: a participant a member, one callid, the others removed on the answer',
    async (client) => {
      await phones(client, 'never', '102', '103');
      const id = await client.call('+16125551234', '810');
      const [one, other] = [await client.onlyParticipant('102'), await client.onlyParticipant('103')];
      expect([one.callid, other.callid]).toEqual([id, id]);
      expect(await story(client, () => client.act(one, 'answer'), /\/103\//)).toEqual(['102 0', '103 1']);
    },
  ],
  [
    '8.12 L:TC,RG a queue: unanswered members are removed, and rung again in the next wave',
    async (client) => {
      await phones(client, 'busy', '100', '101');
      const events = await client.events();
      await client.call('+16125551234', '800');
      for (const type of [0, 1, 0, 1]) await events.next(type, /\/100\//);
    },
  ],
  [
    '8.13 D:EP divert: Remove of the old, a new leg on the target',
    async (client) => {
      await phones(client, 'never', '101', '102');
      await client.call('+16125551234', '101');
      const leg = await client.onlyParticipant('101');
      const told = await story(client, () => client.act(leg, 'divert', { destination: '102' }), /\/101\//);
      expect(told).toEqual(['102 0', '101 1']);
    },
  ],
  [
    '8.14 D:XT a token replaced by another process: 401, and signing in again helps',
    async (client) => {
      const mine = client.token;
      await client.signIn();
      expect((await client.get('/callcontrol', mine)).status).toBe(401);
      await client.signIn();
      expect((await client.get('/callcontrol')).status).toBe(200);
    },
  ],
  [
    '8.15 I a restart: the socket closes, REST is refused for a while, ids begin again',
    async (client) => {
      const events = await client.events();
      await incoming(client);
      await client.control('POST', '/faults', { restart: { downMs: 200 } });
      await events.closed;
      expect((await client.get('/callcontrol')).status).toBe(503);
      while ((await client.signIn()).status === 503) continue;
      const { leg, id } = await incoming(client);
      expect([id, leg.id]).toEqual([1, 2]);
    },
  ],
]);
