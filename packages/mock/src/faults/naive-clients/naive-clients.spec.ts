import * as z from 'zod';
import { RawClient } from '../../testing/raw-client';
import { noise, pcmOf, trimmed } from '../../testing/telephone-audio';
import { CallerMemory } from './caller-memory';
import { fetchInOneRead } from './chunk-reader';
import type { NaiveConnection } from './connection';
import { DigitLog } from './digit-log';
import { fetchUntilEnd } from './end-waiter';
import { EventOnlyTable } from './event-only-table';
import { firstAnswer } from './first-come-reader';
import { callsByPolling } from './hopeful-poller';
import { placeOneCall } from './impatient-caller';
import { controllableCalls } from './permission-reader';
import { playPrompt } from './prompt-player';
import { StatusBoard } from './status-board';
import { UpsetCounter } from './upset-counter';

// A safety net for busy machines; nothing here waits that long.
jest.setTimeout(60_000);

interface Scene {
  readonly raw: RawClient;
  /** Origin of the PBX as the naive client reaches it. */
  readonly url: string;
  /** Injects the fault of this row, or nothing. */
  readonly inject: () => Promise<void>;
  readonly isBroken: boolean;
  readonly connections: NaiveConnection[];
}

interface Row {
  readonly fault: object;
  /** What a naive client comes to believe, and how it is. */
  readonly play: (scene: Scene) => Promise<{ readonly believed: unknown; readonly truth: unknown }>;
  /** What it believes under the fault. */
  readonly wrong: unknown;
  /** What is then so; by default anything else. */
  readonly truth?: unknown;
}

const state = z.object({ calls: z.array(z.unknown()) });
const liveCalls = async (raw: RawClient): Promise<number> =>
  state.parse((await raw.control('GET', '/state')).json).calls.length;

async function fewTurns(): Promise<void> {
  for (let turn = 0; turn < 50; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}

/** A table fed by events alone, after one call has come and gone and, at the end, one that stays. */
async function tableAfterTraffic({ raw, inject, isBroken, connections }: Scene, isAlive = true) {
  const table = await EventOnlyTable.start(raw);
  connections.push(table.connection);
  await inject();
  await raw.hangUp(await raw.call('+15550100', '999'));
  await raw.call('+15550101', '999');
  // A dead socket would never settle.
  await (isAlive || !isBroken ? table.connection.settled() : fewTurns());
  return { believed: table.calls, truth: await liveCalls(raw) };
}

/** A log of the keys that someone pressed: 1, 2. */
async function digitsOf({ raw, inject, connections }: Scene, events: number) {
  const { log, connection } = await DigitLog.start(raw);
  connections.push(connection);
  await inject();
  const id = await raw.call('+15550100', '999');
  await raw.control('POST', `/calls/${id}/dtmf`, { digits: '12', gapMs: 0 });
  await raw.hangUp(id);
  await connection.seen(events);
  await connection.settled();
  return { believed: log.digits, truth: '12' };
}

/** One call is to be made, through the proxy. */
async function oneCall({ raw, url, inject }: Scene, patienceMs: number) {
  await raw.control('POST', '/extensions/101', { answer: 'never' });
  await inject();
  const placed = await placeOneCall(raw, url, patienceMs);
  await raw.control('DELETE', '/faults');
  await fewTurns();
  return { believed: placed, truth: await liveCalls(raw) };
}

const rows: Readonly<Record<string, Row>> = {
  'a lost Remove: a call that is over goes on for ever': {
    fault: { loseRemoves: { count: 1 } },
    play: tableAfterTraffic,
    wrong: 2,
  },
  'a lost Upset: a call never was': {
    fault: { loseEvents: { count: 3 } },
    play: tableAfterTraffic,
    wrong: 0,
  },
  'garbled events: a call never was': {
    fault: { garbleEvents: true },
    play: tableAfterTraffic,
    wrong: 0,
  },
  'a half-open socket: silence is taken for peace': {
    fault: { halfOpenSockets: true },
    play: (scene) => tableAfterTraffic(scene, false),
    wrong: 0,
  },
  'a dropped socket: nothing happens any more': {
    fault: { dropSockets: true },
    play: (scene) => tableAfterTraffic(scene, false),
    wrong: 0,
  },
  'a closed socket: nothing happens any more': {
    fault: { closeSockets: { code: 1012 } },
    play: (scene) => tableAfterTraffic(scene, false),
    wrong: 0,
  },
  'a refused upgrade: nothing ever happens': {
    fault: { rejectUpgrades: { status: 503 } },
    play: async (scene) => {
      await scene.inject();
      return tableAfterTraffic({ ...scene, inject: () => Promise.resolve() }, false);
    },
    wrong: 0,
  },
  'a restart: calls that died with the PBX live on': {
    fault: { restart: { downMs: 1 } },
    play: async ({ raw, inject, connections }) => {
      const table = await EventOnlyTable.start(raw);
      connections.push(table.connection);
      await raw.call('+15550100', '999');
      await table.connection.settled();
      await inject();
      return { believed: table.calls, truth: await liveCalls(raw) };
    },
    wrong: 1,
  },
  'ids that begin again: the new caller is taken for an old one': {
    fault: { restart: { downMs: 1 } },
    play: async ({ raw, inject }) => {
      const memory = new CallerMemory();
      await raw.call('+15550100', '999');
      await memory.callers(raw);
      await inject();
      while ((await raw.signIn()).status !== 200);
      const id = await raw.call('+15550199', '999');
      const [caller] = (await memory.callers(raw)).slice(-1);
      return { believed: caller, truth: z.object({ from: z.string() }).parse(await raw.view(id)).from };
    },
    wrong: '+15550100',
  },
  'a ghost: a call that never was': {
    fault: { ghostParticipant: { removed: false, count: 1 } },
    play: async ({ raw, inject, connections }) => {
      const { counter, connection } = await UpsetCounter.start(raw);
      connections.push(connection);
      await inject();
      await raw.call('+15550100', '999');
      await connection.settled();
      return { believed: counter.live.size, truth: await liveCalls(raw) };
    },
    wrong: 2,
  },
  'an Upset after its Remove: the call rises from the dead': {
    fault: { reorderEvents: { count: 1, events: ['upset'] } },
    play: async ({ raw, inject, connections }) => {
      const { counter, connection } = await UpsetCounter.start(raw);
      connections.push(connection);
      await inject();
      await raw.hangUp(await raw.call('+15550100', '999'));
      await connection.settled();
      return { believed: counter.live.size, truth: await liveCalls(raw) };
    },
    wrong: 1,
  },
  'duplicated events: each key counts twice': {
    fault: { duplicateEvents: { events: ['dtmf'] } },
    play: (scene) => digitsOf(scene, 4),
    wrong: '1122',
  },
  'overtaken events: keys in the wrong order': {
    fault: { reorderEvents: { count: 1, events: ['dtmf'] } },
    play: (scene) => digitsOf(scene, 4),
    wrong: '21',
  },
  'events delayed unevenly: keys in the wrong order': {
    fault: { delayEvents: { ms: 100, count: 1, events: ['dtmf'] } },
    play: (scene) => digitsOf(scene, 4),
    wrong: '21',
  },
  'a lost key': {
    fault: { loseEvents: { count: 1, events: ['dtmf'] } },
    play: (scene) => digitsOf(scene, 3),
    wrong: '2',
  },
  'a slow GET: its late answer brings back a call that is over': {
    fault: { delayGets: { ms: 200, asAsked: true, count: 1 } },
    play: async ({ raw, inject, connections }) => {
      const { board, connection } = await StatusBoard.start(raw);
      connections.push(connection);
      await inject();
      const id = await raw.call('+15550100', '999');
      await connection.seen(1);
      // When this has been answered, the look at the participant has been asked for.
      await connection.get('/callcontrol/999');
      await raw.hangUp(id);
      await connection.settled();
      return { believed: board.status, truth: (await raw.view(id)).state === 'ended' ? 'over' : 'Connected' };
    },
    wrong: 'Connected',
  },
  'a stale GET: it rings for ever': {
    fault: { staleGets: true },
    play: async ({ raw, inject, connections }) => {
      const { board, connection } = await StatusBoard.start(raw);
      connections.push(connection);
      await inject();
      await raw.makeCall('101');
      await raw.view(1, 'connected');
      await connection.settled();
      const [first] = board.statuses.values();
      return { believed: first, truth: (await raw.onlyParticipant('999')).status };
    },
    wrong: 'Dialing',
  },
  'a late 404: a call is taken for over that goes on': {
    fault: { late404: { ms: 30 } },
    play: async ({ raw, inject, connections }) => {
      const { board, connection } = await StatusBoard.start(raw);
      connections.push(connection);
      await inject();
      await raw.call('+15550100', '999');
      await connection.settled();
      return { believed: board.status, truth: (await raw.onlyParticipant('999')).status };
    },
    wrong: 'over',
  },
  'a far leg: every call is given up': {
    fault: { forbidParticipants: { count: 1 } },
    play: async ({ raw, inject }) => {
      await raw.call('+15550100', '999');
      await raw.call('+15550101', '999');
      await inject();
      const believed = await controllableCalls(raw, await raw.participants('999'));
      return { believed, truth: await liveCalls(raw) };
    },
    wrong: 0,
  },
  'a revoked token: no answer is taken for no calls': {
    fault: { revokeToken: true },
    play: pollOnce,
    wrong: 0,
  },
  'a failed request: no answer is taken for no calls': {
    fault: { failRequests: { path: '/participants', status: 503 } },
    play: pollOnce,
    wrong: 0,
  },
  'the PBX is down: no answer is taken for no calls': {
    fault: { proxy: [{ type: 'down' }] },
    play: pollOnce,
    wrong: 0,
  },
  'latency: an answer that is late is asked for again, and there are two calls': {
    fault: { proxy: [{ type: 'latency', attributes: { latency: 60_000 } }] },
    play: (scene) => oneCall(scene, 500),
    wrong: 0,
    truth: 2,
  },
  'timeout: an answer that never comes is asked for again, and there are two calls': {
    fault: { proxy: [{ type: 'timeout', attributes: { timeout: 0 } }] },
    play: (scene) => oneCall(scene, 500),
    wrong: 0,
    truth: 2,
  },
  'limit_data: an answer that is cut off is asked for again, and there are two calls': {
    fault: { proxy: [{ type: 'limit_data', attributes: { bytes: 10 } }] },
    play: (scene) => oneCall(scene, 10_000),
    wrong: 0,
    truth: 2,
  },
  'reset_peer: what was done before the reset is done again': {
    fault: {
      proxy: [
        { type: 'timeout', attributes: { timeout: 0 } },
        { type: 'reset_peer', attributes: { timeout: 300 } },
      ],
    },
    play: (scene) => oneCall(scene, 10_000),
    wrong: 0,
    truth: 2,
  },
  'jitter: the second answer overtakes the first and is taken for it': {
    fault: {
      seed: 25,
      proxy: [{ type: 'latency', attributes: { latency: 200, jitter: 199 } }],
    },
    play: async ({ raw, url, inject }) => {
      await inject();
      return { believed: await firstAnswer(raw, url, ['100', '101']), truth: '100' };
    },
    wrong: '101',
  },
  'slicer: a piece is taken for the whole': {
    fault: { proxy: [{ type: 'slicer', attributes: { average_size: 20, delay: 20_000 } }] },
    play: async ({ url, inject }) => {
      await inject();
      const believed = await fetchInOneRead(url, '/callcontrol');
      return {
        believed: believed.body > 0 ? 'refused with a reason' : 'refused without a reason',
        truth: 'refused with a reason',
      };
    },
    wrong: 'refused without a reason',
  },
  'slow_close: a complete answer is taken for cut off': {
    fault: { proxy: [{ type: 'slow_close', attributes: { delay: 60_000 } }] },
    play: async ({ url, inject }) => {
      await inject();
      return { believed: await fetchUntilEnd(url, '/prompts/welcome.wav', 1000), truth: 'complete' };
    },
    wrong: 'cut off',
  },
  'bandwidth: a prompt is taken for heard that is still on its way': {
    fault: { proxy: [{ type: 'bandwidth', stream: 'upstream', attributes: { rate: 2 } }] },
    play: async ({ raw, url, inject }) => {
      const id = await raw.call('+15550100', '999');
      await inject();
      const prompt = noise(500);
      const believed = await playPrompt(raw, url, await raw.onlyParticipant('999'), prompt);
      const { bytes } = await raw.control('GET', `/calls/${id}/heard.wav`);
      const isWhole = trimmed(pcmOf(bytes)).equals(prompt);
      return { believed, truth: isWhole ? 'heard in full' : 'heard in part' };
    },
    wrong: 'heard in full',
  },
};

async function pollOnce({ raw, url, inject }: Scene) {
  await raw.call('+15550100', '999');
  await inject();
  const through = RawClient.of({ ...raw.pbx, url });
  through.token = raw.token;
  return { believed: await callsByPolling(through), truth: await liveCalls(raw) };
}

describe.each(Object.entries(rows))('%s', (_, { fault, play, wrong, truth: soThen }) => {
  const played = async (isBroken: boolean) => {
    await using raw = await RawClient.start({ tls: false, proxyPort: 0, upsetRepetitionMs: 600_000 });
    const connections: NaiveConnection[] = [];
    const url = raw.pbx.proxyUrl ?? '';
    const inject = async (): Promise<void> => {
      if (isBroken) expect((await raw.control('POST', '/faults', fault)).status).toBe(204);
    };
    const outcome = await play({ raw, url, inject, isBroken, connections });
    for (const connection of connections) connection.close();
    return outcome;
  };

  test('the naive client is right as long as nothing goes wrong', async () => {
    const { believed, truth } = await played(false);
    expect(believed).toEqual(truth);
  });

  test('the fault makes it believe what is not so', async () => {
    const { believed, truth } = await played(true);
    expect(believed).toEqual(wrong);
    expect(truth).not.toEqual(wrong);
    if (soThen !== undefined) expect(truth).toEqual(soThen);
  });
});
