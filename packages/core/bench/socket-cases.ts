import { fork } from 'node:child_process';
import { once } from 'node:events';
import { createCallControlClient, createNodeTransport } from '@org/3cx-api-client';
import http from 'node:http';
import { WebSocket } from 'ws';
import * as z from 'zod';
import { systemClock } from '../src/clock';
import { eventSocketsOf } from '../src/socket/event-socket';
import type { ToldByHand } from '../src/testing/told-by-hand';
import { calls, scene } from './scene';
import { cpuOf, inTurn, percentile, type Case } from './figures';

/** The server runs in a process of its own, so that its CPU time isn't counted. */
async function server() {
  const child = fork(process.argv[1] ?? '', ['--serve'], { execArgv: process.execArgv });
  const [port] = (await once(child, 'message')) as [number];
  return {
    url: `http://127.0.0.1:${String(port)}`,
    ask: (request: object) => child.send(request),
    close: () => child.kill(),
  };
}

type Server = Awaited<ReturnType<typeof server>>;

/** The plain reader: the same message, checked with the same kind of schema. */
const Message = z.object({
  sequence: z.number(),
  event: z.object({ event_type: z.number().int(), entity: z.string(), attached_data: z.unknown() }),
});

async function plainListener(url: string, onMessage: (text: string) => void): Promise<WebSocket> {
  const socket = new WebSocket(`${url.replace('http', 'ws')}/callcontrol/ws`);
  socket.on('message', (data) => {
    if (Buffer.isBuffer(data)) onMessage(data.toString('utf8'));
  });
  await once(socket, 'open');
  return socket;
}

async function ourListener(url: string, live: number): Promise<ToldByHand> {
  const participants = calls(live);
  let version = 0;
  return scene({
    participants,
    // Each GET shows a new state, so that each is told.
    getParticipant: (_dn, id) => {
      const known = participants.get(id);
      version += 1;
      return known === undefined
        ? Promise.reject(new Error('gone'))
        : Promise.resolve({ ...known, party_caller_name: `Caller ${String(version)}` });
    },
    openSocket: eventSocketsOf(url, { rejectUnauthorized: true }, systemClock),
  });
}

export async function cpuPerEvent(quick: boolean): Promise<Case> {
  const events = quick ? 50_000 : 200_000;
  const pbx = await server();
  let onMessage: () => void = () => undefined;
  const received = (count: number) =>
    new Promise<void>((resolve) => {
      let left = count;
      onMessage = () => {
        left -= 1;
        if (left === 0) resolve();
      };
    });
  const plain = async () => {
    const socket = await plainListener(pbx.url, (text) => {
      if (Message.safeParse(JSON.parse(text)).success) onMessage();
    });
    const cpu = await cpuOf(async () => {
      const all = received(events);
      pbx.ask({ upsets: events, calls: 200 });
      await all;
    });
    socket.terminate();
    return cpu / events;
  };
  const ours = async () => {
    const { pbx: phoneSystem, gets } = await ourListener(pbx.url, 200);
    let told = 0;
    for (let count = 0; count < 3; count += 1) phoneSystem.events$.subscribe(() => (told += 1));
    const cpu = await cpuOf(async () => {
      const keys = new Promise<void>((resolve) => {
        phoneSystem.events$.subscribe(({ eventType }) => {
          if (eventType === 'dtmf_received') resolve();
        });
      });
      // A key at the end says that all has arrived.
      pbx.ask({ upsets: events, calls: 200, thenKey: true });
      await keys;
    });
    if (gets() === 0 || told === 0) throw new Error('Nothing was told.');
    await phoneSystem.dispose();
    return cpu / events;
  };
  const result = await inTurn(quick ? 5 : 9, ours, plain);
  pbx.close();
  return {
    name: 'CPU per event, socket to three subscribers, beside ws + JSON.parse + zod',
    ...result,
    unit: 'µs CPU per event',
    goal: 'ratio <= 2',
    holds: result.ratio <= 2,
  };
}

/** The monotonic clock is one for all processes of a machine. */
const now = (): number => Number(process.hrtime.bigint()) / 1e6;

export async function latency(quick: boolean): Promise<Case> {
  const pbx = await server();
  const messages = quick ? 1_000 : 3_000;
  const p99 = async (listen: (onSent: (sentAt: number) => void) => Promise<() => void>) => {
    const late: number[] = [];
    let done: () => void = () => undefined;
    const all = new Promise<void>((resolve) => {
      done = resolve;
    });
    const stop = await listen((sentAt) => {
      late.push(now() - sentAt);
      if (late.length === messages) done();
    });
    pbx.ask({ keys: messages, calls: 1_000 });
    await all;
    stop();
    return percentile(late, 0.99);
  };
  // The time of sending travels as the sequence number, microseconds.
  const sent = { last: 0 };
  const ours = () =>
    p99(async (onSent) => {
      const { pbx: phoneSystem } = await scene({
        participants: calls(1_000),
        openSocket: (token, handlers) =>
          eventSocketsOf(
            pbx.url,
            { rejectUnauthorized: true },
            systemClock,
          )(token, {
            ...handlers,
            onMessage: (text) => {
              sent.last = Number(/"sequence":(\d+)/.exec(text)?.[1]) / 1e3;
              handlers.onMessage(text);
            },
          }),
      });
      phoneSystem.events$.subscribe(({ eventType }) => {
        if (eventType === 'dtmf_received') onSent(sent.last);
      });
      return () => void phoneSystem.dispose();
    });
  const plain = () =>
    p99(async (onSent) => {
      const socket = await plainListener(pbx.url, (text) => {
        onSent(Number(/"sequence":(\d+)/.exec(text)?.[1]) / 1e3);
      });
      return () => {
        socket.terminate();
      };
    });
  const result = await inTurn(quick ? 3 : 7, ours, plain);
  pbx.close();
  return {
    name: 'event to subscriber at 1000 live calls, p99, beside a bare listener',
    ...result,
    unit: 'ms',
    goal: 'ratio <= 2',
    holds: result.ratio <= 2,
  };
}

function plainGet(url: string): Promise<unknown> {
  return new Promise((resolve, reject) => {
    http
      .get(url, { agent }, (answer) => {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => chunks.push(chunk));
        answer.on('end', () => {
          resolve(JSON.parse(Buffer.concat(chunks).toString('utf8')));
        });
      })
      .on('error', reject);
  });
}
const agent = new http.Agent({ keepAlive: true });

export async function resync(quick: boolean): Promise<Case> {
  const pbx: Server = await server();
  const transport = createNodeTransport({});
  const tokens = { get: () => Promise.resolve('token'), invalidate: () => undefined };
  const api = createCallControlClient({ serverUrl: pbx.url, tokens, transport });
  let started: (at: number) => void = () => undefined;
  let lose: () => void = () => undefined;
  const { pbx: phoneSystem } = await scene({
    participants: new Map(),
    getState: () => {
      started(performance.now());
      return api.getState();
    },
    openSocket: (_token, handlers) => {
      lose = () => {
        handlers.onClosed('cut');
      };
      return Promise.resolve({ close: () => undefined });
    },
  });
  const ours = async () => {
    const lost = new Promise<number>((resolve) => {
      const subscription = phoneSystem.connection$.subscribe((state) => {
        if (state !== 'connected') return;
        subscription.unsubscribe();
        resolve(performance.now());
      });
    });
    lose();
    // From the reconnect's own request on: the wait before it is the backoff's.
    const from = await asked;
    return (await lost) - from;
  };
  let asked: Promise<number> = Promise.resolve(0);
  const timed = () => {
    asked = new Promise((resolve) => {
      started = resolve;
    });
    return ours();
  };
  const plain = async () => {
    const from = performance.now();
    await plainGet(`${pbx.url}/callcontrol`);
    return performance.now() - from;
  };
  const result = await inTurn(quick ? 5 : 11, timed, plain);
  if (phoneSystem.calls.length !== 1_000)
    throw new Error(`${String(phoneSystem.calls.length)} calls are live.`);
  await phoneSystem.dispose();
  transport.dispose();
  agent.destroy();
  pbx.close();
  return {
    name: 'resync of 1000 calls, beside one plain GET and JSON.parse of the snapshot',
    ...result,
    unit: 'ms',
    goal: 'ratio <= 3',
    holds: result.ratio <= 3,
  };
}
