import { fork } from 'node:child_process';
import { once } from 'node:events';
import { connect, type Call, type PhoneSystem } from '@org/3cx-core';
import { collectDigits } from '@org/3cx-ivr';
import { WebSocket } from 'ws';
import { median, now, percentile, rounded, type Case } from './figures';
import { CALLS, FirstBytes } from './server';

/** The pacer looks after its streams this often, milliseconds. */
const TICK_MS = 10;
/** 40 ms of silence: short enough to be over before the next key of the same call. */
const PROMPT = { pcm: new Uint8Array(40 * 16) };

const LONGEST_WAIT = { firstDigitTimeoutMs: 600_000, attempts: 1 };

/** The server runs in a process of its own. */
async function server() {
  const child = fork(process.argv[1] ?? '', ['--serve'], { execArgv: process.execArgv });
  const [port] = (await once(child, 'message')) as [number];
  return {
    url: `http://127.0.0.1:${String(port)}`,
    press: (keys: number, everyMs: number) => child.send({ keys, everyMs }),
    firstBytes: async (): Promise<readonly number[]> => {
      const answer = once(child, 'message');
      child.send({ report: 'first bytes' });
      const [message] = (await answer) as [unknown];
      return FirstBytes.parse(message).firstBytes;
    },
    close: () => child.kill(),
  };
}

/** Who only listens: the same frames, parsed. */
async function bareListener(url: string) {
  const socket = new WebSocket(`${url.replace('http', 'ws')}/callcontrol/ws`);
  const latencies: number[] = [];
  /** When the keys of each call were sent, in order. */
  const sent = new Map<number, number[]>();
  socket.on('message', (data) => {
    if (!Buffer.isBuffer(data)) return;
    const frame = JSON.parse(data.toString('utf8')) as { sequence: number; event: { entity: string } };
    const at = frame.sequence / 1e3;
    latencies.push(now() - at);
    const id = Number(frame.event.entity.split('/').at(-1));
    const known = sent.get(id);
    if (known) known.push(at);
    else sent.set(id, [at]);
  });
  await once(socket, 'open');
  const close = () => {
    socket.terminate();
  };
  return { latencies, sent, close };
}

interface Run {
  /** From the sending of a key to the decision made of it. */
  readonly decisions: readonly number[];
  readonly bare: readonly number[];
  readonly firstBytes: readonly number[];
}

/** Has every call collect one key after the other, with or without a prompt after each. */
async function collectAll(keys: number, everyMs: number, prompts: boolean): Promise<Run> {
  const pbx = await server();
  const phone = await connect({ serverUrl: pbx.url, clientId: '999', clientSecret: 'bench' });
  if (phone.calls.length !== CALLS) throw new Error(`${String(phone.calls.length)} calls are there.`);
  const bare = await bareListener(pbx.url);
  const stop = new AbortController();
  const decided = new Map<number, number[]>();
  let left = keys;
  let done: () => void = () => undefined;
  const all = new Promise<void>((resolve) => (done = resolve));

  const lead = async (call: Call) => {
    const times: number[] = [];
    decided.set(participantOf(call), times);
    // The stream of a call is opened with its first prompt.
    if (prompts) await call.play(PROMPT);
    ready();
    while (!stop.signal.aborted) {
      const result = await collectDigits(call, { ...LONGEST_WAIT, signal: stop.signal });
      if (result.kind !== 'match') return;
      times.push(now());
      const playing = prompts ? call.play(PROMPT) : undefined;
      left -= 1;
      if (left === 0) done();
      await playing;
    }
  };
  let waiting = CALLS;
  let ready: () => void = () => undefined;
  const allReady = new Promise<void>((resolve) => {
    ready = () => {
      waiting -= 1;
      if (waiting === 0) resolve();
    };
  });
  const leading = phone.calls.map((call) => lead(call).catch(() => undefined));
  await allReady;
  await pbx.firstBytes();
  pbx.press(keys, everyMs);
  await all;
  const firstBytes = prompts ? await settledFirstBytes(pbx.firstBytes, keys) : [];
  stop.abort();
  await close(phone, leading);
  bare.close();
  pbx.close();
  const decisions = [...decided].flatMap(([id, times]) =>
    times.map((at, index) => at - (bare.sent.get(id)?.[index] ?? Number.NaN)),
  );
  return { decisions, bare: bare.latencies, firstBytes };
}

/** The last prompts are on their way when the last key has been decided upon. */
async function settledFirstBytes(
  read: () => Promise<readonly number[]>,
  keys: number,
): Promise<readonly number[]> {
  const firstBytes = [...(await read())];
  for (let round = 0; round < 50 && firstBytes.length < keys; round += 1) {
    await new Promise((resolve) => setTimeout(resolve, 100));
    firstBytes.push(...(await read()));
  }
  if (firstBytes.length < keys)
    throw new Error(`${String(firstBytes.length)} of ${String(keys)} prompts came.`);
  return firstBytes;
}

async function close(phone: PhoneSystem, leading: readonly Promise<void>[]): Promise<void> {
  await phone.dispose();
  await Promise.all(leading);
}

/** `call-<callid>-<participant>`; here both are the same. */
function participantOf({ id }: Call): number {
  return Number(id.split('-').at(-1));
}

export async function decision(quick: boolean): Promise<Case> {
  const runs: Run[] = [];
  for (let round = 0; round < (quick ? 3 : 7); round += 1)
    runs.push(await collectAll(quick ? 2_000 : 5_000, 1, false));
  const ratio = median(runs.map((run) => percentile(run.decisions, 0.99) / percentile(run.bare, 0.99)));
  return {
    name: '500 collections at once: key to decision, p99, beside a bare listener',
    value: rounded(median(runs.map((run) => percentile(run.decisions, 0.99)))),
    unit: 'ms',
    reference: rounded(median(runs.map((run) => percentile(run.bare, 0.99)))),
    ratio: rounded(ratio),
    goal: 'ratio <= 2',
    holds: ratio <= 2,
  };
}

export async function nextPrompt(quick: boolean): Promise<Case> {
  const runs: Run[] = [];
  for (let round = 0; round < 3; round += 1) runs.push(await collectAll(quick ? 1_000 : 2_500, 2, true));
  const shares = runs.map(({ firstBytes, bare }) => {
    const [value, reference] = [percentile(firstBytes, 0.99), percentile(bare, 0.99) + TICK_MS];
    return { value, reference, ratio: value / reference };
  });
  const ratio = median(shares.map((share) => share.ratio));
  return {
    name: '500 collections at once: key to first byte of the next prompt back at the PBX, p99, beside a bare listener and one pacer tick',
    value: rounded(median(shares.map((share) => share.value))),
    unit: 'ms',
    reference: rounded(median(shares.map((share) => share.reference))),
    ratio: rounded(ratio),
    goal: 'ratio <= 1',
    holds: ratio <= 1,
  };
}
