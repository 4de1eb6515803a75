/**
 * One contestant in a process of its own: plays a prompt to so many listeners over HTTP and
 * sends its parent what it cost. argv: JSON of { port, who, streams, seconds, stallMs, stopAtMs }.
 */
import { request as httpRequest } from 'node:http';
import { once } from 'node:events';
import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { Pacer } from '../dist/index.mjs';
import { playAsReference } from './reference-pacing.mjs';

const { port, who, streams, seconds, stallMs, stopAtMs } = JSON.parse(process.argv[2]);
const pcm = new Uint8Array(Int16Array.from({ length: seconds * 8000 }, (_, index) => index * 7919).buffer);

const connect = async () => {
  const request = httpRequest({ port, host: '127.0.0.1', method: 'POST', path: '/', agent: false });
  request.setHeader('transfer-encoding', 'chunked');
  request.setNoDelay(true);
  request.on('error', () => undefined);
  request.flushHeaders();
  const [socket] = await once(request, 'socket');
  if (socket.connecting) await once(socket, 'connect');
  return request;
};

const pacer = new Pacer();
const playAsOurs = (request) => {
  const stream = pacer.open({
    write: (bytes) => request.write(bytes),
    canWrite: () => request.writableLength < 16_000,
  });
  const done = stream.play(pcm);
  return { leadMs: () => stream.metrics.leadMs, stop: () => stream.stop(), done };
};

const requests = [];
for (let index = 0; index < streams; index += 1) requests.push(await connect());

// Callers come one after the other: over one second, by turns that are the same for both.
const plays = [];
const cpuBefore = process.cpuUsage();
const stale = [];
const work = requests.map(async (request, index) => {
  await sleep((index * 997) % 1000);
  const play = who === 'ours' ? playAsOurs(request) : playAsReference(request, pcm);
  plays.push(play);
  if (stopAtMs !== undefined) {
    await sleep(stopAtMs + ((index * 613) % 1000));
    stale.push(play.leadMs());
    play.stop();
  }
  await play.done;
});
if (stallMs !== undefined) {
  for (let round = 0; round < 3; round += 1) {
    await sleep(2000 + round * 37);
    const until = performance.now() + stallMs;
    while (performance.now() < until);
  }
}
await Promise.all(work);
const cpu = process.cpuUsage(cpuBefore);
for (const request of requests) request.destroy();
pacer.dispose();
stale.sort((a, b) => a - b);
process.send({
  cpuMs: (cpu.user + cpu.system) / 1000,
  staleMs: stale.length === 0 ? null : stale.reduce((sum, one) => sum + one, 0) / stale.length,
});
process.disconnect();
