import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { createMockPbx } from '@org/3cx-mock';
import * as z from 'zod';
import type { FlowInput } from './definition';
import { createFileCallStore } from './file-call-store';
import { toneWav } from '../testing/tone-wav';
import { bundledWorker, startWorker } from '../testing/worker-process';

/** How often the process is killed: 30 times, and 1 000 times where there is time for it. */
const KILLS = Number(process.env.FLOW_KILLS ?? 30);
/** Calls that are in progress at any time. */
const CALLERS = 6;
/** The longest a process may live; it takes some time to be ready. */
const LONGEST_LIFE_MS = 1_500;

const callEntry = z.object({
  kind: z.literal('call'),
  detail: z.object({ call: z.number(), connectedTo: z.string().nullable() }),
});

/** How often each call came to be connected with the clerk, by the mock's log. */
function connections(log: unknown): ReadonlyMap<number, number> {
  const times = new Map<number, number>();
  const now = new Map<number, string | null>();
  for (const entry of z.array(z.unknown()).parse(log)) {
    const parsed = callEntry.safeParse(entry);
    if (!parsed.success) continue;
    const { call, connectedTo } = parsed.data.detail;
    if (connectedTo === '101' && now.get(call) !== '101') times.set(call, (times.get(call) ?? 0) + 1);
    now.set(call, connectedTo);
  }
  return times;
}

/** Orders something for the caller and connects: the two things that must not be done twice. */
const flowWith = (hooks: string): FlowInput => ({
  version: 1,
  name: 'order',
  start: 'hello',
  onHangUp: 'gone',
  steps: {
    hello: { do: 'play', prompt: '/prompts/tone.wav', next: 'sure' },
    sure: {
      do: 'menu',
      prompt: '/prompts/tone.wav',
      attempts: 100,
      choices: { '1': 'order' },
      failed: 'end',
    },
    order: {
      do: 'http',
      url: `${hooks}/orders`,
      body: { call: '{{call.id}}' },
      next: 'thanks',
      failed: 'thanks',
    },
    thanks: { do: 'play', prompt: '/prompts/tone.wav', next: 'clerk' },
    clerk: { do: 'transfer', kind: 'extension', to: '101', failed: 'end' },
    end: { do: 'hangUp' },
    gone: { do: 'http', url: `${hooks}/gone`, idempotent: true, next: 'end', failed: 'end' },
  },
});

/** A server that notes what it is asked for, and takes its time. */
async function noteTaker() {
  const orders: string[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8');
    request.on('data', (text: string) => (body += text));
    request.on('end', () => {
      if (request.url === '/orders') orders.push(body);
      setTimeout(() => response.end('{}'), 60);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return { orders, server, url: `http://127.0.0.1:${String(port)}` };
}

async function json(url: string, body?: object): Promise<unknown> {
  const response = await fetch(url, {
    ...(body && {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json' },
    }),
  });
  return response.json();
}

const view = z.object({
  id: z.number(),
  state: z.string(),
  connectedTo: z.string().nullable(),
  endedBy: z.string().nullable(),
});

describe(`a process that is killed ${String(KILLS)} times while it leads calls`, () => {
  it(
    'does nothing twice, and every call goes on or ends',
    async () => {
      const directory = await mkdtemp(join(tmpdir(), 'flows-'));
      const worker = await bundledWorker('flow-worker', directory);
      const store = join(directory, 'calls');
      const notes = await noteTaker();
      const mock = await createMockPbx({ tls: false, files: { '/prompts/tone.wav': toneWav(150) } });
      const flow = JSON.stringify(flowWith(notes.url));
      const placed: number[] = [];
      const running = { on: true };
      let child: ChildProcess | undefined;

      const views = async () => z.array(view).parse(await json(`${mock.controlUrl}/calls`));
      const isLive = ({ state, connectedTo }: z.infer<typeof view>) =>
        state !== 'ended' && connectedTo !== '101';
      const people = async () => {
        while (running.on) {
          const live = (await views()).filter(isLive);
          for (const { id } of live)
            await json(`${mock.controlUrl}/calls/${String(id)}/dtmf`, { digits: '1' });
          for (let missing = live.length; missing < CALLERS; missing += 1) {
            const call = { from: `+1612555${String(placed.length).padStart(4, '0')}`, to: '999' };
            placed.push(z.object({ id: z.number() }).parse(await json(`${mock.controlUrl}/calls`, call)).id);
          }
          await delay(120);
        }
      };
      const start = async () => {
        const { url, clientId, clientSecret } = mock;
        const started = await startWorker(worker, [url, clientId, clientSecret, store, flow]);
        child = started;
        return started;
      };

      try {
        const calling = people();
        for (let kills = 0; kills < KILLS; kills += 1) {
          const victim = await start();
          await delay(Math.random() * LONGEST_LIFE_MS);
          victim.kill('SIGKILL');
          await once(victim, 'exit');
        }
        running.on = false;
        await calling;
        await start();
        // The last process finishes what is left, keys included.
        for (let round = 0; round < 600 && (await views()).some(isLive); round += 1) {
          for (const { id } of (await views()).filter(isLive)) {
            await json(`${mock.controlUrl}/calls/${String(id)}/dtmf`, { digits: '1' });
          }
          await delay(150);
        }
        const after = await views();
        expect(placed.length).toBeGreaterThanOrEqual(CALLERS);
        expect(after.filter(isLive)).toEqual([]);
        // No caller hangs up here: each has met the clerk, or a flow has hung up.
        expect(after.filter((each) => each.connectedTo !== '101' && each.endedBy !== '999')).toEqual([]);
        const callsOrdered = notes.orders.map(
          (body) => z.object({ call: z.string() }).parse(JSON.parse(body)).call,
        );
        expect(callsOrdered.length).toBeGreaterThan(0);
        expect(new Set(callsOrdered).size).toBe(callsOrdered.length);
        const connected = connections(await json(`${mock.controlUrl}/log`));
        expect(connected.size).toBeGreaterThan(0);
        expect(Math.max(...connected.values())).toBe(1);
        for (let round = 0; round < 300 && (await createFileCallStore(store).list()).length > 0; round += 1)
          await delay(100);
        expect(await createFileCallStore(store).list()).toEqual([]);
      } finally {
        running.on = false;
        child?.kill('SIGKILL');
        await mock.dispose();
        notes.server.closeAllConnections();
        notes.server.close();
        await rm(directory, { recursive: true, force: true });
      }
    },
    KILLS * 6_000 + 180_000,
  );
});
