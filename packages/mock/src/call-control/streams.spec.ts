import { once } from 'node:events';
import type { ClientRequest } from 'node:http';
import { encodeWav } from '@org/3cx-audio';
import { anyNumber } from '../testing/any-value';
import { RawClient, readBytes } from '../testing/raw-client';
import type { Participant } from '../testing/raw-client';
import { responseOf } from '../testing/raw-http';
import { isSilent, noise, pcmOf, trimmed } from '../testing/telephone-audio';
import * as z from 'zod';
import type { MockPbxOptions } from '../settings';

interface ConnectedCall extends AsyncDisposable {
  readonly client: RawClient;
  readonly id: number;
  readonly leg: Participant;
  heard(): Promise<Buffer>;
}

/** Resolves when the connection is gone, with or without an error. */
function closing(request: ClientRequest): Promise<void> {
  return new Promise((resolve) => request.once('close', resolve));
}

async function connectedCall(options: MockPbxOptions = {}): Promise<ConnectedCall> {
  const client = await RawClient.start({ tls: false, ...options });
  const id = await client.call('+15550100', '999');
  const leg = await client.onlyParticipant('999');
  return {
    client,
    id,
    leg,
    heard: async () => pcmOf((await client.control('GET', `/calls/${id}/heard.wav`)).bytes),
    [Symbol.asyncDispose]: () => client.pbx.dispose(),
  };
}

describe('the POST stream', () => {
  test('is heard by the caller exactly as written, over TLS too, and answered 200 at its end', async () => {
    await using call = await connectedCall({ tls: true });
    const speaking = call.client.speak(call.leg);
    const answered = responseOf(speaking);
    const audio = noise(300);
    for (let at = 0; at < audio.length; at += 333) speaking.write(audio.subarray(at, at + 333));
    speaking.end();
    const response = await answered;
    expect(response.statusCode).toBe(200);
    response.resume();

    const before = await call.client.view(call.id);
    await call.client.view(call.id, `heardMs:${before.heardMs + 350}`);
    expect(trimmed(await call.heard()).equals(audio)).toBe(true);
    const view = await call.client.view(call.id);
    expect(view.gaps).toBe(0);
    expect(view.maxLeadMs).toBeGreaterThan(100);
    expect(view.maxLeadMs).toBeLessThanOrEqual(300);
  });

  test('is taken and thrown away without audio metering', async () => {
    await using call = await connectedCall({ audioMetering: false });
    const speaking = call.client.speak(call.leg);
    const answered = responseOf(speaking);
    speaking.end(noise(300));
    const response = await answered;
    expect(response.statusCode).toBe(200);
    response.resume();
    const before = await call.client.view(call.id);
    await call.client.view(call.id, `heardMs:${before.heardMs + 50}`);
    expect(isSilent(await call.heard())).toBe(true);
    expect((await call.client.view(call.id)).maxLeadMs).toBe(0);
  });

  test('is silence where bytes came late, and that is a gap', async () => {
    await using call = await connectedCall({ gapWindowMs: 10_000 });
    const speaking = call.client.speak(call.leg);
    const [first, second] = [noise(100, 1), noise(100, 2)];
    speaking.write(first);
    const { heardMs } = await call.client.view(call.id, 'heardMs:50');
    await call.client.view(call.id, `heardMs:${heardMs + 150}`);
    speaking.write(second);
    await call.client.view(call.id, `heardMs:${heardMs + 400}`);
    speaking.end();

    const heard = trimmed(await call.heard());
    expect(heard.subarray(0, first.length).equals(first)).toBe(true);
    expect(heard.subarray(-second.length).equals(second)).toBe(true);
    const between = heard.subarray(first.length, -second.length);
    expect(between.length).toBeGreaterThan(0);
    expect(isSilent(between)).toBe(true);
    const view = await call.client.view(call.id);
    expect(view.gaps).toBe(1);
    expect(view.gapDetails).toEqual([{ atMs: anyNumber, lengthMs: between.length / 16 }]);
  });

  test('loses what arrives in the first milliseconds after Connected when told so, and only that', async () => {
    await using call = await connectedCall({ discardFirstMs: 800 });
    const speaking = call.client.speak(call.leg);
    speaking.write(noise(50, 1));
    await call.client.view(call.id, 'heardMs:820');
    speaking.write(noise(50, 2));
    await call.client.view(call.id, 'heardMs:1000');
    speaking.end();
    const heard = await call.heard();
    expect(trimmed(heard).equals(noise(50, 2))).toBe(true);
    expect(isSilent(heard.subarray(0, 800 * 16))).toBe(true);
  });

  test('loses nothing after Connected by default', async () => {
    await using call = await connectedCall();
    const speaking = call.client.speak(call.leg);
    speaking.write(noise(50));
    await call.client.view(call.id, 'heardMs:300');
    speaking.end();
    expect(trimmed(await call.heard()).equals(noise(50))).toBe(true);
  });

  test('before Connected is accepted and lost', async () => {
    await using client = await RawClient.start({ tls: false });
    await client.control('POST', '/extensions/101', { answer: 'never' });
    const leg = await client.makeCall('101');
    const speaking = client.speak(leg);
    const answered = responseOf(speaking);
    speaking.end(noise(200));
    expect((await answered).statusCode).toBe(200);
    await client.act(await client.onlyParticipant('101'), 'answer');
    await client.view(leg.callid, 'heardMs:250');
    const heard = await client.control('GET', `/calls/${leg.callid}/heard.wav`);
    expect(isSilent(pcmOf(heard.bytes))).toBe(true);
  });

  test('is replaced by a second one', async () => {
    await using call = await connectedCall();
    const first = call.client.speak(call.leg);
    first.write(noise(20, 1));
    const written = await call.client.view(call.id);
    await call.client.view(call.id, `heardMs:${written.heardMs + 60}`);
    const closed = closing(first);
    const second = call.client.speak(call.leg);
    await closed;
    second.write(noise(20, 2));
    const { heardMs } = await call.client.view(call.id);
    await call.client.view(call.id, `heardMs:${heardMs + 100}`);
    second.end();
    const heard = trimmed(await call.heard());
    expect(heard.subarray(0, 320).equals(noise(20, 1))).toBe(true);
    expect(heard.subarray(-320).equals(noise(20, 2))).toBe(true);
  });

  test('is cut when the caller hangs up; what was heard stays, up to that moment', async () => {
    await using call = await connectedCall();
    const speaking = call.client.speak(call.leg);
    const closed = closing(speaking);
    speaking.write(noise(5000));
    await call.client.view(call.id, 'heardMs:100');
    await call.client.hangUp(call.id);
    await closed;
    const { heardMs } = await call.client.view(call.id);
    const heard = await call.heard();
    expect(Math.floor(heard.length / 16)).toBe(heardMs);
    expect(heardMs).toBeGreaterThanOrEqual(100);
    expect(heardMs).toBeLessThan(5000);
    const audio = trimmed(heard);
    expect(audio.equals(noise(5000).subarray(0, audio.length))).toBe(true);
  });

  test('is not heard while a transfer is tried, nor after it succeeded; heard.wav still answers', async () => {
    await using call = await connectedCall();
    await call.client.control('POST', '/extensions/101', { answer: 'never' });
    const events = await call.client.events();
    const speaking = call.client.speak(call.leg);
    const closed = closing(speaking);
    speaking.write(noise(2000, 1));
    await call.client.view(call.id, 'heardMs:100');
    const transferred = call.client.act(call.leg, 'transferto', { destination: '101' });
    await events.next(0, /\/101\//);
    const { heardMs } = await call.client.view(call.id);
    await call.client.view(call.id, `heardMs:${heardMs + 100}`);
    await call.client.act(await call.client.onlyParticipant('101'), 'answer');
    expect((await transferred).status).toBe(200);
    await closed;

    const heard = await call.heard();
    const frozen = await call.client.view(call.id);
    expect(Math.floor(heard.length / 16)).toBe(frozen.heardMs);
    expect(isSilent(heard.subarray(heardMs * 16 + 16))).toBe(true);
    const audio = trimmed(heard);
    expect(audio.equals(noise(2000, 1).subarray(0, audio.length))).toBe(true);
    expect((await call.heard()).length).toBe(heard.length);
  });

  test('goes on being heard while a routeto rings', async () => {
    await using call = await connectedCall();
    await call.client.control('POST', '/extensions/101', { answer: 'never' });
    const events = await call.client.events();
    const routed = call.client.act(call.leg, 'routeto', { destination: '101' });
    await events.next(0, /\/101\//);
    const speaking = call.client.speak(call.leg);
    speaking.write(noise(100));
    const { heardMs } = await call.client.view(call.id);
    await call.client.view(call.id, `heardMs:${heardMs + 200}`);
    await call.client.act(await call.client.onlyParticipant('101'), 'answer');
    await routed;
    expect(trimmed(await call.heard()).equals(noise(100))).toBe(true);
  });
});

describe('the GET stream', () => {
  test('is what the caller says, in real time, silence included, sometimes in odd chunks', async () => {
    await using call = await connectedCall();
    const listening = await call.client.listen(call.leg);
    expect(listening.headers['content-type']).toBe('application/octet-stream');
    const words = noise(300, 7);
    const samples = Int16Array.from({ length: words.length / 2 }, (_, index) => words.readInt16LE(index * 2));
    const started = performance.now();
    const spoken = await call.client.control('POST', `/calls/${call.id}/speak`, encodeWav(samples, 8000));
    expect(spoken.json).toMatchObject({ durationMs: 300 });
    const { chunks, all } = await readBytes(listening, 700 * 16);
    expect(performance.now() - started).toBeGreaterThanOrEqual(600);
    expect(trimmed(all.subarray(0, all.length - (all.length % 2))).equals(words)).toBe(true);
    expect(chunks.some(({ length }) => length % 2 === 1)).toBe(true);
    listening.destroy();
  });

  test('ends when the caller hangs up', async () => {
    await using call = await connectedCall();
    const listening = await call.client.listen(call.leg);
    const ended = once(listening.resume(), 'end');
    await call.client.hangUp(call.id);
    await ended;
    expect(listening.complete).toBe(true);
  });

  test('exists once per participant: a second one is 424, until the first has gone', async () => {
    await using call = await connectedCall();
    const first = await call.client.listen(call.leg);
    const second = await call.client.listen(call.leg);
    expect(second.statusCode).toBe(424);
    second.resume();
    await call.client.hangUp(call.id);
    first.resume();
    expect((await call.client.control('GET', '/metrics')).json).toMatchObject({
      requests: { 'GET /callcontrol/:dn/participants/:id/stream 424': 1 },
    });
  });

  test('is 424 before Connected and on an extension, 404 for a leg that has gone', async () => {
    await using client = await RawClient.start({ tls: false });
    await client.control('POST', '/extensions/101', { answer: 'never' });
    const leg = await client.makeCall('101');
    const early = await client.listen(leg);
    expect(early.statusCode).toBe(424);
    early.resume();
    const target = await client.onlyParticipant('101');
    await client.act(target, 'answer');
    const monitored = await client.listen(target);
    expect(monitored.statusCode).toBe(424);
    monitored.resume();
    const upload = client.speak(target);
    expect((await responseOf(upload)).statusCode).toBe(424);
    await client.act(leg, 'drop');
    const late = await client.listen(leg);
    expect(late.statusCode).toBe(404);
    late.resume();
  });

  test('carries ringback while Dialing when the mock has early media', async () => {
    await using client = await RawClient.start({ tls: false, earlyMedia: true });
    await client.control('POST', '/extensions/101', { answer: 'never' });
    const listening = await client.listen(await client.makeCall('101'));
    expect(listening.statusCode).toBe(200);
    let loudest = 0;
    for await (const chunk of listening.iterator({ destroyOnReturn: false })) {
      loudest = Math.max(loudest, ...z.instanceof(Buffer).parse(chunk));
      if (loudest > 0) break;
    }
    expect(loudest).toBeGreaterThan(0);
    listening.destroy();
  });
});
