import { once } from 'node:events';
import { encodeWav } from '@org/3cx-audio';
import { facts, incoming, phones } from '../testing/fact-table';
import { readBytes } from '../testing/raw-client';
import { isSilent, noise, pcmOf } from '../testing/telephone-audio';

const wav = (pcm: Buffer) => encodeWav(new Int16Array(pcm.buffer, pcm.byteOffset, pcm.length / 2), 8000);

facts('6 Audio', [
  [
    '6.1 D:EP,CC GET is what the caller says: raw PCM, 16 bytes a millisecond',
    async (client) => {
      const { id, leg } = await incoming(client);
      const stream = await client.listen(leg);
      const speech = noise(200);
      await client.control('POST', `/calls/${id}/speak`, wav(speech));
      const { all } = await readBytes(stream, 16 * 1500);
      stream.destroy();
      expect(stream.headers['content-type']).toBe('application/octet-stream');
      expect(all.includes(speech)).toBe(true);
    },
  ],
  [
    '6.1 D:EP POST is what the caller hears',
    async (client) => {
      const { id, leg } = await incoming(client);
      const prompt = noise(300);
      const speaking = client.speak(leg);
      speaking.end(prompt);
      await client.view(id, 'heardMs:700');
      const heard = pcmOf((await client.control('GET', `/calls/${id}/heard.wav`)).bytes);
      expect(heard.includes(prompt)).toBe(true);
    },
  ],
  [
    '6.1 D:ISS,L:PD other participants have no audio: 424',
    async (client) => {
      await phones(client, 'never', '101');
      await client.call('+16125551234', '101');
      const { id } = await client.onlyParticipant('101');
      expect((await client.get(`/callcontrol/101/participants/${id}/stream`)).status).toBe(424);
    },
  ],
  [
    '6.2 L:PD before it can stream it is 424',
    async (client) => {
      await phones(client, 'never', '101');
      const leg = await client.makeCall('101');
      expect((await client.get(`/callcontrol/999/participants/${leg.id}/stream`)).status).toBe(424);
    },
  ],
  [
    '6.2 L:PD or it works while Dialing: early media',
    async (client) => {
      await phones(client, 'never', '101');
      const stream = await client.listen(await client.makeCall('101'));
      const { all } = await readBytes(stream, 16 * 4200);
      stream.destroy();
      expect(isSilent(all)).toBe(false);
    },
    { earlyMedia: true },
  ],
  [
    '6.2 E:EX GET closes when the participant leaves',
    async (client) => {
      const { leg } = await incoming(client);
      const stream = await client.listen(leg);
      const ended = once(stream.resume(), 'end');
      await client.act(leg, 'transferto', { destination: '101' });
      await ended;
    },
  ],
  [
    '6.3 I POST is answered after the end of its body',
    async (client) => {
      const { leg } = await incoming(client);
      const speaking = client.speak(leg);
      const answered = once(speaking, 'response');
      speaking.end(noise(20));
      expect(await answered).toMatchObject([{ statusCode: 200 }]);
    },
  ],
  [
    '6.3 L:PD what is posted before Connected is silently lost',
    async (client) => {
      await client.control('POST', '/extensions/101', { answer: 'auto', afterMs: 400 });
      const leg = await client.makeCall('101');
      const speaking = client.speak(leg);
      speaking.write(noise(100));
      await client.view(leg.callid, 'connected');
      await client.view(leg.callid, 'heardMs:300');
      speaking.end();
      expect(isSilent(pcmOf((await client.control('GET', `/calls/${leg.callid}/heard.wav`)).bytes))).toBe(
        true,
      );
    },
  ],
  [
    '6.3 E:EX,L:PD POST breaks when the participant disappears',
    async (client) => {
      const { id, leg } = await incoming(client);
      const speaking = client.speak(leg);
      speaking.write(noise(20));
      await client.view(id, 'heardMs:50');
      const closed = new Promise((resolve) => speaking.once('close', resolve));
      await client.hangUp(id);
      await closed;
    },
  ],
  [
    '6.4 E:EX,I what is written is buffered: the lead is the client’s own affair',
    async (client) => {
      const { id, leg } = await incoming(client);
      client.speak(leg).end(noise(2000));
      await client.view(id, 'heardMs:300');
      expect((await client.view(id)).maxLeadMs).toBeGreaterThan(1500);
    },
  ],
  [
    '6.5 E:EX,L:PD nothing tells that a prompt has ended',
    async (client) => {
      const { id, leg } = await incoming(client);
      const events = await client.events();
      client.speak(leg).end(noise(50));
      await client.view(id, 'heardMs:400');
      expect(events.messages).toEqual([]);
    },
  ],
]);
