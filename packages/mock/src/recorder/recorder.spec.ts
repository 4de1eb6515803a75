import { once } from 'node:events';
import { createServer } from 'node:http';
import { EventLog } from '../testing/event-log';
import { anyString } from '../testing/any-value';
import { openRequest, rawRequest } from '../testing/raw-http';
import { RawClient } from '../testing/raw-client';
import { createRecorder } from './recorder';
import type { Recorder } from './recorder';
import { parseRecording } from './replay/recording-file';
import { createReplay } from './replay/replay';

// A safety net for busy machines; nothing here waits that long.
jest.setTimeout(60_000);

let lines: string[];
let client: RawClient;
let recorder: Recorder;
beforeEach(async () => {
  lines = [];
  client = await RawClient.start({ tls: false });
  recorder = await createRecorder({ target: client.pbx.url, out: (line) => lines.push(line) });
});
afterEach(async () => {
  await recorder.dispose();
  await client.pbx.dispose();
});

test('a PBX that is not there is a 502 for the client and a failure in the recording', async () => {
  await client.pbx.dispose();
  expect(await rawRequest(`${recorder.url}/callcontrol`)).toMatchObject({
    status: 502,
    json: { error: 'bad_gateway', error_description: anyString },
  });
  expect(lines.some((line) => line.includes('"kind":"failure"'))).toBe(true);
});

test('links to the PBX lead to the recorder, and to nobody in the recording', async () => {
  const through = RawClient.of({ ...client.pbx, url: recorder.url });
  through.token = client.token;
  const { json } = await through.get('/xapi/v1/Defs');
  expect(json).toMatchObject({ '@odata.context': `${recorder.url}/xapi/v1/$metadata#Defs` });
  expect(lines.join('\n')).toContain('{origin}/xapi/v1/$metadata#Defs');
  expect(lines.join('\n')).not.toContain(new URL(client.pbx.url).port);
});

test('audio files are kept when audio is wanted, to the byte', async () => {
  const path = '/prompts/welcome.wav';
  const { bytes } = await rawRequest(`${client.pbx.url}${path}`);
  await rawRequest(`${recorder.url}${path}`);
  expect(lines.at(-1)).toContain(`"body":{"bytes":${bytes.length}}`);
  await using keeping = await createRecorder({
    target: client.pbx.url,
    out: (line) => lines.push(line),
    audio: true,
  });
  expect((await rawRequest(`${keeping.url}${path}`)).bytes.equals(bytes)).toBe(true);
  await using replay = await createReplay({ recording: parseRecording(lines.slice(-3).join('\n')) });
  expect((await rawRequest(`${replay.url}${path}`)).bytes.equals(bytes)).toBe(true);
});

test('a PBX that has gone silent looks silent: pings are answered by it or not at all', async () => {
  const { socket } = await EventLog.open(recorder.url, client.token, undefined);
  socket.ping();
  await once(socket, 'pong');
  await client.control('POST', '/faults', { halfOpenSockets: true });
  let pongs = 0;
  socket.on('pong', () => (pongs += 1));
  socket.ping();
  const alive = await EventLog.open(recorder.url, client.token, undefined);
  alive.socket.ping();
  await once(alive.socket, 'pong');
  expect([pongs, socket.readyState]).toEqual([0, socket.OPEN]);
});

test.each([
  [{ dropSockets: true }, 1006],
  [{ closeSockets: { code: 1012 } }, 1012],
])('an end of the event socket is passed on as it was: %j', async (fault, code) => {
  const events = await EventLog.open(recorder.url, client.token, undefined);
  await client.control('POST', '/faults', fault);
  expect(await events.closed).toBe(code);
  expect(lines.at(-1)).toContain(`"kind":"socket-closed","id":1,"from":"server","code":${code}`);
});

test('a client that hangs up on a request lets go of the PBX too', async () => {
  let letGo = (): void => undefined;
  const gone = new Promise<void>((resolve) => (letGo = resolve));
  const slow = createServer((_request, response) => {
    response.once('close', letGo);
  });
  slow.listen(0, '127.0.0.1');
  await once(slow, 'listening');
  const address = slow.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  await using before = await createRecorder({
    target: `http://127.0.0.1:${port}`,
    out: (line) => lines.push(line),
  });
  const asked = openRequest(`${before.url}/callcontrol/999/participants/1/transferto`, { method: 'POST' });
  asked.on('error', () => undefined);
  asked.end();
  await once(slow, 'request');
  asked.destroy();
  await gone;
  slow.close();
  await once(slow, 'close');
});

test('the certificate of a PBX is checked unless any will do', async () => {
  await using secure = await RawClient.start();
  const status = async (options: { insecure?: boolean; ca?: string }): Promise<number> => {
    await using checking = await createRecorder({
      target: secure.pbx.url,
      out: (line) => lines.push(line),
      ...options,
    });
    return (await rawRequest(`${checking.url}/prompts/welcome.wav`)).status;
  };
  expect(await status({})).toBe(502);
  expect(await status({ ca: secure.pbx.certificate ?? '' })).toBe(200);
  expect(await status({ insecure: true })).toBe(200);
});

test('dispose cuts everything and writes nothing more', async () => {
  const events = await EventLog.open(recorder.url, client.token, undefined);
  await recorder.dispose();
  await events.closed;
  const { length } = lines;
  await client.call('+15550100', '999');
  await expect(rawRequest(recorder.url)).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  expect(lines).toHaveLength(length);
});
