import { once } from 'node:events';
import { facts, incoming, phones, twoPhonesOn101 } from '../testing/fact-table';

facts('7 Event socket', [
  [
    '7.1 L:PD,ADA events start without a subscription, and invented frames are ignored',
    async (client) => {
      const events = await client.events();
      events.socket.send(JSON.stringify({ subscribe: ['999'] }));
      events.socket.send('not even JSON');
      const { leg } = await incoming(client);
      await events.next(0, `/callcontrol/999/participants/${leg.id}`);
    },
  ],
  [
    '7.1 E:EX pings are answered',
    async (client) => {
      const { socket } = await client.events();
      socket.ping();
      await once(socket, 'pong');
    },
  ],
  [
    '7.1 D:CC a request that is too long closes the socket',
    async (client) => {
      const events = await client.events();
      events.socket.send(JSON.stringify({ RequestID: 'x'.repeat(70_000), Path: '/callcontrol' }));
      expect(await events.closed).toBe(1009);
    },
  ],
  [
    '7.2 E:EX the envelope has a sequence that counts from 1 on every connection',
    async (client) => {
      for (let connection = 0; connection < 2; connection += 1) {
        const events = await client.events();
        const { id } = await incoming(client);
        await client.hangUp(id);
        await events.next(1, /\/999\//);
        expect(events.messages.map(({ sequence }) => sequence)).toEqual(
          events.messages.map((_, at) => at + 1),
        );
        events.socket.close();
        await events.closed;
      }
    },
  ],
  [
    '7.2 L:PD,ADA,TC attached_data is null on Upset and Remove',
    async (client) => {
      const events = await client.events();
      const { id } = await incoming(client);
      await client.hangUp(id);
      await events.next(1, /\/999\//);
      expect(events.messages.map(({ event }) => event.attached_data)).toEqual(
        events.messages.map(() => null),
      );
    },
  ],
  [
    '7.2 T:DE or an Upset carries the participant',
    async (client) => {
      const events = await client.events();
      const { leg } = await incoming(client);
      expect((await events.next(0, /\/999\//)).event.attached_data).toEqual(leg);
    },
    { attachedDataOnUpset: true },
  ],
  [
    '7.3 D:CC,E:EX a key press is an event of type 2 with dtmf_input',
    async (client) => {
      const events = await client.events();
      const { id, leg } = await incoming(client);
      await client.control('POST', `/calls/${id}/dtmf`, { digits: '1#', gapMs: 0 });
      for (const key of ['1', '#']) {
        const { event } = await events.next(2, `/callcontrol/999/participants/${leg.id}`);
        expect(event.attached_data).toEqual({ dtmf_input: key });
      }
    },
  ],
  [
    '7.3 E:EX,T:TR several keys may come in one event',
    async (client) => {
      const events = await client.events();
      const { id } = await incoming(client);
      await client.control('POST', `/calls/${id}/dtmf`, { digits: '123#', gapMs: 0 });
      expect((await events.next(2, /\/999\//)).event.attached_data).toEqual({ dtmf_input: '123#' });
    },
    { dtmfGrouping: 'grouped' },
  ],
  [
    '7.3 D:CC keys come while a prompt is being streamed too',
    async (client) => {
      const events = await client.events();
      const { id, leg } = await incoming(client);
      const speaking = client.speak(leg);
      speaking.write(Buffer.alloc(16_000));
      await client.control('POST', `/calls/${id}/dtmf`, { digits: '7' });
      await events.next(2, /\/999\//);
      speaking.end();
    },
  ],
  [
    '7.4 L:PD Upset is repeated while Ringing or Dialing, and no longer once Connected',
    async (client) => {
      await client.control('POST', '/extensions/101', { answer: 'auto', afterMs: 400 });
      const events = await client.events();
      const leg = await client.makeCall('101');
      await client.view(leg.callid, 'connected');
      const upsets = () => events.messages.filter(({ event }) => event.entity.endsWith(`/${leg.id}`)).length;
      await client.view(leg.callid, 'heardMs:1');
      const before = upsets();
      expect(before).toBeGreaterThanOrEqual(4);
      await client.view(leg.callid, 'heardMs:500');
      expect(upsets()).toBe(before);
    },
    { upsetRepetitionMs: 100 },
  ],
  [
    '7.4 L:PD,T:OD busy, declined and hung up look alike: a Remove without a reason',
    async (client) => {
      const events = await client.events();
      for (const answer of ['busy', 'reject'] as const) {
        await phones(client, answer, '101');
        const leg = await client.makeCall('101');
        const { event } = await events.next(1, `/callcontrol/999/participants/${leg.id}`);
        expect(event).toEqual({
          event_type: 1,
          entity: `/callcontrol/999/participants/${leg.id}`,
          attached_data: null,
        });
      }
    },
  ],
  [
    '7.4 L:TC nothing is replayed after a reconnect; the snapshot tells',
    async (client) => {
      const before = await client.events();
      before.socket.close();
      await before.closed;
      const { leg } = await incoming(client);
      const after = await client.events();
      await client.act(leg, 'drop');
      await after.next(1, /\/999\//);
      expect(after.messages.map(({ event }) => event.event_type)).toEqual([1]);
    },
  ],
  [
    '7.4 L:DL,T:DE an extension with several phones has a participant each; the others go when one answers',
    async (client) => {
      await phones(client, 'never', '101');
      const events = await client.events();
      await client.call('+16125551234', '101');
      const [one, other] = await client.participants('101');
      if (!one || !other) throw new Error('two phones ring');
      await client.act(one, 'answer');
      await events.next(0, `/callcontrol/101/participants/${one.id}`);
      await events.next(1, `/callcontrol/101/participants/${other.id}`);
    },
    twoPhonesOn101,
  ],
  [
    '7.5 D:CC a request over the socket is answered there with type 4, whatever the casing of its keys',
    async (client) => {
      const events = await client.events();
      for (const request of [
        { RequestID: '1', Path: '/callcontrol/999' },
        { requestId: '2', path: '/callcontrol/999' },
        { REQUESTID: '3', PATH: '/callcontrol/999' },
      ]) {
        events.socket.send(JSON.stringify(request));
        const { event } = await events.next(4, '/callcontrol/999');
        expect(event.attached_data).toMatchObject({
          StatusCode: 200,
          Path: '/callcontrol/999',
          Response: { dn: '999' },
        });
      }
    },
  ],
  [
    '7.5 D:CC,I with RequestData it is a POST',
    async (client) => {
      const events = await client.events();
      const Path = '/callcontrol/999/makecall';
      events.socket.send(
        JSON.stringify({ RequestID: '1', Path, RequestData: { Destination: '101', Timeout: 5 } }),
      );
      expect((await events.next(4, Path)).event.attached_data).toMatchObject({
        StatusCode: 200,
        Response: { result: { status: 'Dialing' } },
      });
    },
  ],
]);
