import { buffer } from 'node:stream/consumers';
import { Trace } from '../trace/trace';
import { anyNumber, anyString, containing } from '../testing/any-value';
import { LiveSocket } from '../testing/live-socket';
import { openRequest, responseOf } from '../testing/raw-http';
import { RawClient, readBytes } from '../testing/raw-client';
import { isSilent, noise, pcmOf, trimmed } from '../testing/telephone-audio';
import { LiveLog } from './live-log';
import type { LiveMessage } from './live-log';

let client: RawClient;
beforeEach(async () => {
  client = await RawClient.start({ tls: false });
});
afterEach(() => client.pbx.dispose());

const live = (path: string, origin?: string) => LiveSocket.open(client.pbx.controlUrl, path, origin);

describe('the live log', () => {
  test('says hello, then tells what happens as it happens', async () => {
    const log = await live('/live');
    await client.call('+15550100', '999');
    await log.until(({ texts }) => texts.length >= 3);
    expect(log.texts[0]).toEqual({ type: 'hello', mock: anyString, last: anyNumber });
    expect(log.texts).toEqual(
      containing({ type: 'entry', sequence: anyNumber, timeMs: anyNumber, kind: 'call' }),
    );
  });

  test('goes on after the entry that the reader names, and begins with the last few when asked to', async () => {
    const first = await live('/live?after=0');
    await client.call('+15550100', '999');
    await first.until(({ texts }) => texts.length >= 4);
    const again = await live('/live?after=2');
    await again.until(({ texts }) => texts.length >= 2);
    expect(again.texts[1]).toEqual(first.texts[3]);
    const last = await live('/live?last=1');
    await last.until(({ texts }) => texts.length >= 2);
    expect(last.texts[1]).toEqual(first.texts.at(-1));
  });

  test('gives everything to a reader who comes from an earlier mock', async () => {
    await client.call('+15550100', '999');
    const log = await live('/live?after=99999');
    await log.until(({ texts }) => texts.length >= 2);
    expect(log.texts[1]).toMatchObject({ type: 'entry', sequence: 1 });
  });

  test('is a stream of server-sent events for those who ask without an upgrade', async () => {
    await client.call('+15550100', '999');
    const request = openRequest(`${client.pbx.controlUrl}/live`, { headers: { 'last-event-id': '1' } });
    request.end();
    const response = await responseOf(request);
    expect(response.headers['content-type']).toBe('text/event-stream');
    const { all } = await readBytes(response, 200);
    expect(all.toString()).toMatch(
      /^event: hello\ndata: \{.*\}\n\nid: 2\nevent: entry\ndata: \{"type":"entry"/,
    );
    response.destroy();
  });

  test('tells a reader who was too slow how much it has missed', () => {
    const trace = new Trace(() => 0);
    const messages: LiveMessage[] = [];
    let full = false;
    const reader = {
      get full() {
        return full;
      },
      send: (message: LiveMessage) => {
        messages.push(message);
      },
    };
    const log = new LiveLog(trace, 'this', reader, 0);
    trace.add('fault', { name: 'one' });
    full = true;
    for (let count = 0; count < 25_000; count += 1) trace.add('fault', { name: 'many' });
    expect(messages).toHaveLength(2);
    full = false;
    log.flush();
    expect(messages[2]).toEqual({ type: 'gap', missed: trace.firstKept - 2 });
    expect(messages[3]).toMatchObject({ type: 'entry', sequence: trace.firstKept });
    expect(messages.at(-1)).toMatchObject({ sequence: 25_001 });
    log.stop();
    trace.add('fault', { name: 'after' });
    expect(messages.at(-1)).toMatchObject({ sequence: 25_001 });
  });
});

describe('listening in', () => {
  test('passes on, sample by sample, what the person hears', async () => {
    const id = await client.call('+15550100', '999');
    const ear = await live(`/calls/${id}/heard/live?fromMs=0`);
    const speaking = client.speak(await client.onlyParticipant('999'));
    speaking.write(noise(400));
    await ear.until(({ pcm }) => trimmed(pcm).length >= 400 * 16);
    await client.hangUp(id);
    expect(await ear.closed).toEqual([1000, 'The call has ended.']);
    expect(ear.texts).toEqual([{ format: 's16le', sampleRate: 8000, fromSample: 0 }]);
    const heard = pcmOf((await client.control('GET', `/calls/${id}/heard.wav`)).bytes);
    expect(ear.pcm.equals(heard)).toBe(true);
    expect(trimmed(ear.pcm).equals(noise(400))).toBe(true);
  });

  test('begins now when nothing else is said, and says where that is', async () => {
    const id = await client.call('+15550100', '999');
    await client.view(id, 'heardMs:50');
    const ear = await live(`/calls/${id}/heard/live`);
    await ear.until(({ pcm }) => pcm.length > 0);
    await client.hangUp(id);
    await ear.closed;
    const heard = pcmOf((await client.control('GET', `/calls/${id}/heard.wav`)).bytes);
    const [first] = ear.texts;
    const from = (heard.length - ear.pcm.length) / 2;
    expect(first).toMatchObject({ fromSample: from });
    expect(from).toBeGreaterThanOrEqual(400);
  });

  test('is a WAV file that grows for those who ask without an upgrade', async () => {
    const id = await client.call('+15550100', '999');
    const request = openRequest(`${client.pbx.controlUrl}/calls/${id}/heard/live?fromMs=0`);
    request.end();
    const response = await responseOf(request);
    expect(response.headers['content-type']).toBe('audio/wav');
    const speaking = client.speak(await client.onlyParticipant('999'));
    speaking.write(noise(200));
    await client.view(id, 'heardMs:400');
    await client.hangUp(id);
    const all = await buffer(response);
    expect([all.subarray(0, 4).toString(), all.readUInt32LE(24)]).toEqual(['RIFF', 8000]);
    expect(trimmed(all.subarray(44)).equals(noise(200))).toBe(true);
  });
});

describe('speaking live', () => {
  test('is heard by the route point, in pieces of any length', async () => {
    const id = await client.call('+15550100', '999');
    await client.view(id, 'connected');
    const stream = await client.listen(await client.onlyParticipant('999'));
    const mouth = await live(`/calls/${id}/speak/live`);
    const said = noise(300);
    for (let at = 0; at < said.length; at += 321) mouth.socket.send(said.subarray(at, at + 321));
    const { all } = await readBytes(stream, 16 * 1500);
    expect(trimmed(all.subarray(0, all.length - (all.length % 2))).equals(said)).toBe(true);
    stream.destroy();
    await client.hangUp(id);
    expect(await mouth.closed).toEqual([1000, 'The call has ended.']);
  });

  test('is lost while nobody has answered', async () => {
    await client.control('POST', '/extensions/101', { answer: 'manual' });
    const id = await client.call('+15550100', '101');
    const mouth = await live(`/calls/${id}/speak/live`);
    mouth.socket.send(noise(300));
    mouth.socket.ping();
    await new Promise((resolve) => mouth.socket.once('pong', resolve));
    await client.control('POST', '/extensions/101', { answer: 'busy' });
    const leg = await client.onlyParticipant('101');
    await client.act(leg, 'divert', { destination: '999' });
    const stream = await client.listen(await client.onlyParticipant('999'));
    const { all } = await readBytes(stream, 1600);
    expect(isSilent(all)).toBe(true);
    stream.destroy();
  });

  test('is one at a time: who comes later takes over', async () => {
    const id = await client.call('+15550100', '999');
    const first = await live(`/calls/${id}/speak/live`);
    await live(`/calls/${id}/speak/live`);
    expect(await first.closed).toEqual([4410, 'Someone else speaks in this call now.']);
  });
});

describe('the live sockets', () => {
  test.each(['heard', 'speak'])('say why there is nothing to join (%s)', async (what) => {
    const nothing = await live(`/calls/77/${what}/live`);
    expect(await nothing.closed).toEqual([4404, 'There is no call 77.']);
    const id = await client.call('+15550100', '999');
    await client.hangUp(id);
    const over = await live(`/calls/${id}/${what}/live`);
    expect(await over.closed).toEqual([4409, `Call ${id} has ended.`]);
  });

  test("refuse other servers' pages and unknown paths", async () => {
    await expect(live('/live', 'https://elsewhere.example')).rejects.toThrow('403');
    await expect(live('/live', 'null')).rejects.toThrow('403');
    await expect(live('/nothing')).rejects.toThrow('404');
    const own = await live('/live', client.pbx.controlUrl);
    expect(own.socket.readyState).toBe(own.socket.OPEN);
  });

  test('are gone with the mock', async () => {
    const id = await client.call('+15550100', '999');
    const sockets = [
      await live('/live'),
      await live(`/calls/${id}/heard/live`),
      await live(`/calls/${id}/speak/live`),
    ];
    await client.pbx.dispose();
    await Promise.all(sockets.map(({ closed }) => closed));
  });
});

describe('GET /calls/:id/timeline', () => {
  const timeline = async (id: number) => (await client.control('GET', `/calls/${id}/timeline`)).json;

  test('tells who was in the call when, what was heard, pressed and transferred, and how it ended', async () => {
    await client.control('POST', '/extensions/101', { answer: 'manual' });
    const id = await client.call('+15550100', '999');
    const leg = await client.onlyParticipant('999');
    client.speak(leg).write(noise(100));
    await client.view(id, 'heardMs:300');
    await client.control('POST', `/calls/${id}/dtmf`, { digits: '12', gapMs: 0 });
    const transferred = client.act(leg, 'transferto', { destination: '101' });
    const log = await live('/live?last=1000');
    await log.until(({ texts }) => texts.some((text) => JSON.stringify(text).includes('/callcontrol/101/')));
    expect(await timeline(id)).toMatchObject({ heard: containing({ kind: 'held' }) });
    await client.control('POST', '/extensions/101/answer');
    await transferred;
    await client.hangUp(id);

    expect(await timeline(id)).toMatchObject({
      call: id,
      startedAt: anyString,
      lengthMs: anyNumber,
      legs: [
        { dn: '10001', number: '+15550100', spans: [{ status: 'Dialing' }, { status: 'Connected' }] },
        { dn: '999', spans: [{ status: 'Connected', fromMs: 0, toMs: anyNumber }] },
        {
          dn: '101',
          name: 'Extension 101',
          spans: [
            { status: 'Ringing', fromMs: anyNumber, toMs: anyNumber },
            { status: 'Connected', fromMs: anyNumber, toMs: anyNumber },
          ],
        },
      ],
      heard: [
        { kind: 'silence', fromMs: anyNumber, toMs: anyNumber },
        { kind: 'audio' },
        { kind: 'silence' },
        { kind: 'held' },
      ],
      marks: [
        { kind: 'keys', keys: '1' },
        { kind: 'keys', keys: '2' },
        { kind: 'transfer', from: '999', to: '101', atMs: anyNumber },
        { kind: 'ended', by: 'caller', reason: 'hung up', atMs: anyNumber },
      ],
    });
  });

  test('has no end while the call lasts', async () => {
    await client.control('POST', '/extensions/101', { answer: 'manual' });
    const id = await client.call('+15550100', '101');
    expect(await timeline(id)).toMatchObject({
      legs: [{ dn: '10001' }, { dn: '101', spans: [{ status: 'Ringing', toMs: null }] }],
      heard: [],
      marks: [],
    });
  });

  test('is unknown for a call that never was', async () => {
    expect((await client.control('GET', '/calls/77/timeline')).status).toBe(404);
  });
});
