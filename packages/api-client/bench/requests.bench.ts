import { fork } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import http from 'node:http';
import { parseArgs } from 'node:util';
import { createCallControlClient, createNodeTransport, createTokenSource } from '@org/3cx-api-client';

/**
 * CPU time per request of the client beside plain Node requests that do the same on the
 * same server in the same run: send the token, read the whole answer, parse its JSON.
 * Usage: node requests.bench.ts [--json FILE] [--quick]
 */
const PER_ROUND = 1_000;
const AT_A_TIME = 5;
const GOAL = 1.15;

const { values } = parseArgs({
  options: { json: { type: 'string' }, quick: { type: 'boolean', default: false } },
});
const ROUNDS = values.quick ? 31 : 61;

/** Microseconds of CPU time per request, of this process alone. */
async function cpuPerRequest(request: () => Promise<unknown>): Promise<number> {
  let left = PER_ROUND;
  const before = process.cpuUsage();
  await Promise.all(
    Array.from({ length: AT_A_TIME }, async () => {
      while (left > 0) {
        left -= 1;
        await request();
      }
    }),
  );
  const { user, system } = process.cpuUsage(before);
  return (user + system) / PER_ROUND;
}

const median = (numbers: readonly number[]): number => {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
};

/** Rounds alternate, so that a noisy moment meets both; each pair gives one ratio. */
async function compare(name: string, ours: () => Promise<unknown>, plain: () => Promise<unknown>) {
  for (let warmUp = 0; warmUp < 4; warmUp += 1) {
    await cpuPerRequest(plain);
    await cpuPerRequest(ours);
  }
  const pairs: { ours: number; plain: number }[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    if (round % 2 === 0) pairs.push({ plain: await cpuPerRequest(plain), ours: await cpuPerRequest(ours) });
    else pairs.push({ ours: await cpuPerRequest(ours), plain: await cpuPerRequest(plain) });
  }
  const ratio = median(pairs.map((pair) => pair.ours / pair.plain));
  const rounded = (value: number) => Math.round(value * 1000) / 1000;
  return {
    name,
    value: rounded(median(pairs.map((pair) => pair.ours))),
    unit: 'µs CPU per request',
    reference: rounded(median(pairs.map((pair) => pair.plain))),
    ratio: rounded(ratio),
    goal: `ratio <= ${String(GOAL)} to plain Node requests`,
    holds: ratio <= GOAL,
  };
}

const child = fork(new URL('server.ts', import.meta.url));
const [port] = (await once(child, 'message')) as [number];
const serverUrl = `http://127.0.0.1:${String(port)}`;

const agent = new http.Agent({ keepAlive: true, maxSockets: AT_A_TIME });
const authorization = `Bearer ${'x'.repeat(425)}`;

function plainRequest(method: string, path: string, body?: string): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const headers =
      body === undefined
        ? { accept: 'application/json', authorization }
        : {
            accept: 'application/json',
            authorization,
            'content-type': 'application/json',
            'content-length': Buffer.byteLength(body),
          };
    const request = http.request({ host: '127.0.0.1', port, method, path, headers, agent }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        resolve(JSON.parse(Buffer.concat(chunks).toString('utf8')));
      });
    });
    request.on('error', reject);
    request.end(body);
  });
}

const transport = createNodeTransport({ connectionPoolSize: AT_A_TIME });
const tokens = createTokenSource({ serverUrl, clientId: '999', clientSecret: 'secret', transport });
const callControl = createCallControlClient({ serverUrl, tokens, transport });

/** Ids differ from request to request, as they do in life. */
let id = 0;
const nextId = () => (id = (id % 10_000) + 1);

const cases = [
  await compare(
    'api-client: read a participant',
    () => callControl.getParticipant('999', nextId()),
    () => plainRequest('GET', `/callcontrol/999/participants/${String(nextId())}`),
  ),
  await compare(
    'api-client: act on a participant',
    () => callControl.act('999', nextId(), 'drop'),
    () => plainRequest('POST', `/callcontrol/999/participants/${String(nextId())}/drop`, JSON.stringify({})),
  ),
];

transport.dispose();
agent.destroy();
child.disconnect();

for (const { name, value, reference, ratio, holds, unit } of cases) {
  console.log(
    `${holds ? 'ok  ' : 'MISS'} ${name}: ${value.toFixed(1)} ${unit}, plain Node ${reference.toFixed(1)}, ratio ${ratio.toFixed(3)} (goal ${String(GOAL)})`,
  );
}
if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify({ cases }, null, 2)}\n`);
