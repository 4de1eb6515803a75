import { facts, incoming, phones } from '../testing/fact-table';

const ringing = { firstInboundStatus: 'Ringing' } as const;

facts('5 Participant actions', [
  [
    '5 D:EP drop ends the participation of any leg',
    async (client) => {
      const { id, leg } = await incoming(client);
      expect((await client.act(leg, 'drop')).status).toBe(200);
      expect(await client.view(id)).toMatchObject({ state: 'ended', endedBy: '999' });
    },
  ],
  [
    '5 D:OM,I drop on a monitored phone that rings declines the call',
    async (client) => {
      await phones(client, 'never', '101');
      const id = await client.call('+16125551234', '101');
      await client.act(await client.onlyParticipant('101'), 'drop');
      expect(await client.view(id)).toMatchObject({ state: 'ended', endReason: 'rejected' });
    },
  ],
  [
    '5 D:EP answer picks a ringing route point up',
    async (client) => {
      const { leg } = await incoming(client);
      expect(leg.status).toBe('Ringing');
      expect((await client.act(leg, 'answer')).status).toBe(200);
      expect((await client.onlyParticipant('999')).status).toBe('Connected');
    },
    ringing,
  ],
  [
    '5 T:PD answer of a participant that is Connected is refused',
    async (client) => {
      const { leg } = await incoming(client);
      expect((await client.act(leg, 'answer')).status).toBe(422);
    },
  ],
  [
    '5 D:EP divert replaces a ringing participant at once',
    async (client) => {
      await phones(client, 'never', '101');
      const { leg } = await incoming(client);
      const diverted = await client.act(leg, 'divert', { destination: '101' });
      expect(diverted).toMatchObject({ status: 200, json: { result: { dn: '101', status: 'Ringing' } } });
      expect(await client.participants('999')).toEqual([]);
    },
    ringing,
  ],
  [
    '5 D:EP divert of a Connected participant fails',
    async (client) => {
      const { leg } = await incoming(client);
      expect((await client.act(leg, 'divert', { destination: '101' })).status).toBe(422);
      expect((await client.onlyParticipant('999')).id).toBe(leg.id);
    },
  ],
  [
    '5 D:EP routeto works while ringing too',
    async (client) => {
      const { id, leg } = await incoming(client);
      expect((await client.act(leg, 'routeto', { destination: '101' })).status).toBe(200);
      expect((await client.view(id)).connectedTo).toBe('101');
    },
    ringing,
  ],
  [
    '5 D:EP transferto works only while Connected',
    async (client) => {
      const { leg } = await incoming(client);
      expect((await client.act(leg, 'transferto', { destination: '101' })).status).toBe(422);
    },
    ringing,
  ],
  [
    '5 D:OM,E:EX a routeto that fails leaves the participant as it was',
    async (client) => {
      await phones(client, 'busy', '101');
      const { leg } = await incoming(client);
      expect((await client.act(leg, 'routeto', { destination: '101' })).status).toBe(422);
      expect(await client.onlyParticipant('999')).toEqual(leg);
    },
  ],
  [
    '5 D:OM all routes are cancelled when unanswered within timeout',
    async (client) => {
      await phones(client, 'never', '102', '103');
      const { leg } = await incoming(client);
      expect((await client.act(leg, 'routeto', { destination: '810', timeout: 0.05 })).status).toBe(422);
      expect([await client.participants('102'), await client.participants('103')]).toEqual([[], []]);
    },
  ],
  [
    '5 E:EX,AG the attach verbs take data, and no endpoint returns it',
    async (client) => {
      const { leg } = await incoming(client);
      for (const verb of ['attach_participant_data', 'attach_party_data']) {
        const attached = await client.act(leg, verb, { attacheddata: { public_call_screening: 'text' } });
        expect(attached.status).toBe(200);
      }
      expect((await client.get('/callcontrol')).bytes.toString()).not.toContain('public_call_screening');
    },
  ],
  ...['hold', 'resume', 'mute', 'park', 'pickup', 'conference', 'bargein', 'senddtmf', 'record', 'play'].map(
    (verb) =>
      [
        `5 D:EP,L:PD there is no verb ${verb}`,
        async (client: Parameters<typeof incoming>[0]) => {
          const { leg } = await incoming(client);
          expect((await client.act(leg, verb)).status).toBe(404);
        },
      ] as const,
  ),
  [
    '5 E:AG,I voicemail is reached by its dial code, or by the target’s own rule for the reason',
    async (client) => {
      const { id, leg } = await incoming(client);
      expect((await client.act(leg, 'routeto', { destination: '*4101' })).status).toBe(200);
      expect((await client.view(id)).connectedTo).toBe('*4101');
    },
  ],
  [
    '12 I a call transferred to the number of a parking place is parked, and fetched by calling it',
    async (client) => {
      const events = await client.events();
      const { id, leg } = await incoming(client);
      expect((await client.act(leg, 'transferto', { destination: 'SP2' })).status).toBe(200);
      await client.post('/callcontrol/101/makecall', { destination: 'SP2' });
      await events.next(1, /\/101\//);
      expect(await client.onlyParticipant('101')).toMatchObject({ callid: id, status: 'Connected' });
    },
  ],
]);
