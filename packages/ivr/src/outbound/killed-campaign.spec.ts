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
import type { FlowInput } from '../flow/definition';
import { toneWav } from '../testing/tone-wav';
import { bundledWorker, startWorker } from '../testing/worker-process';
import { createFileCampaignStore } from './file-campaign-store';

/** How often the process is killed: 15 times, and more where there is time for it. */
const KILLS = Number(process.env.CAMPAIGN_KILLS ?? 15);
const CONTACTS = KILLS * 4;
/** The longest a process may live once it is ready, milliseconds. */
const LONGEST_LIFE_MS = 1_200;
/** One contact in so many declines. */
const DECLINING = 5;

const view = z.object({
  id: z.number(),
  to: z.string(),
  state: z.string(),
  direction: z.string(),
  connectedAt: z.string().nullable(),
  endedBy: z.string().nullable(),
});

/** Asks for a key, and notes the answer with a server: what must not be done twice. */
const flowWith = (hooks: string): FlowInput => ({
  version: 1,
  name: 'poll',
  start: 'ask',
  variables: { contact: '' },
  steps: {
    ask: { do: 'menu', prompt: '/prompts/tone.wav', attempts: 100, choices: { '1': 'note' }, failed: 'end' },
    note: {
      do: 'http',
      url: `${hooks}/answers`,
      body: { contact: '{{contact}}' },
      next: 'end',
      failed: 'end',
    },
    end: { do: 'hangUp', prompt: '/prompts/tone.wav' },
  },
});

async function noteTaker() {
  const answers: string[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8');
    request.on('data', (text: string) => (body += text));
    request.on('end', () => {
      answers.push(z.object({ contact: z.string() }).parse(JSON.parse(body)).contact);
      setTimeout(() => response.end('{}'), 40);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return { answers, server, url: `http://127.0.0.1:${String(port)}` };
}

async function post(url: string, body: object): Promise<void> {
  await fetch(url, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json' },
  });
}

describe(`a campaign whose process is killed ${String(KILLS)} times`, () => {
  it(
    'calls nobody twice, and comes to its end',
    async () => {
      const directory = await mkdtemp(join(tmpdir(), 'campaign-'));
      const worker = await bundledWorker('campaign-worker', directory);
      const notes = await noteTaker();
      const mock = await createMockPbx({ tls: false, files: { '/prompts/tone.wav': toneWav(100) } });
      const contacts = Array.from({ length: CONTACTS }, (_, index) => {
        const id = `contact-${String(index)}`;
        return { id, number: `+1612556${String(index).padStart(4, '0')}`, values: { contact: id } };
      });
      const declines = (number: string) => Number(number.slice(-4)) % DECLINING === 0;
      const args = [
        ...[mock.url, mock.clientId, mock.clientSecret, directory],
        ...[JSON.stringify(flowWith(notes.url)), JSON.stringify(contacts)],
      ];
      const calls = async () => {
        const response = await fetch(`${mock.controlUrl}/calls`);
        return z.array(view).parse(await response.json());
      };
      const running = { on: true };
      /** Whoever is talked to presses 1, now and again. */
      const people = async () => {
        while (running.on) {
          const talking = (await calls()).filter(({ state }) => state === 'connected');
          for (const { id } of talking)
            await post(`${mock.controlUrl}/calls/${String(id)}/dtmf`, { digits: '1' });
          await delay(150);
        }
      };
      let child: ChildProcess | undefined;

      try {
        for (const { number } of contacts)
          if (declines(number))
            await post(`${mock.controlUrl}/extensions/${encodeURIComponent(number)}`, { answer: 'busy' });
        const pressing = people();
        for (let kills = 0; kills < KILLS; kills += 1) {
          child = await startWorker(worker, args);
          await delay(Math.random() * LONGEST_LIFE_MS);
          child.kill('SIGKILL');
          await once(child, 'exit');
        }
        child = await startWorker(worker, args);
        await once(child, 'exit');
        running.on = false;
        await pressing;

        const made = await calls();
        const { contacts: ended } = await createFileCampaignStore(join(directory, 'campaigns')).load(
          'killed',
        );
        expect(ended).toHaveLength(CONTACTS);
        for (const { id, number, status, attempts } of ended) {
          const own = made.filter(({ to }) => to === number);
          expect(own.length).toBeLessThanOrEqual(declines(number) ? attempts : 1);
          expect(['reached', 'gaveUp', 'unknown']).toContain(status);
          expect(notes.answers.filter((each) => each === id).length).toBeLessThanOrEqual(1);
          if (status === 'reached') expect(own.at(-1)?.connectedAt).not.toBeNull();
        }
        // Every call has come to an end, and those that were answered by a flow's hanging up.
        expect(made.filter(({ state }) => state !== 'ended')).toEqual([]);
        expect(made.filter(({ connectedAt, endedBy }) => connectedAt !== null && endedBy !== '999')).toEqual(
          [],
        );
        const reached = ended.filter(({ status }) => status === 'reached').length;
        expect(reached).toBeGreaterThan(CONTACTS / 3);
      } finally {
        running.on = false;
        child?.kill('SIGKILL');
        await mock.dispose();
        notes.server.closeAllConnections();
        notes.server.close();
        await rm(directory, { recursive: true, force: true });
      }
    },
    KILLS * 10_000 + 120_000,
  );
});
