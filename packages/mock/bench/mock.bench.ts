/**
 * The mock beside what it is measured against, in the same run. `--quick` is shorter, `--only`
 * runs the case of that name, `--json FILE` writes the figures, and the exit code is 1 when a
 * goal is missed.
 */
import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { hearing, openStreams, placeCalls } from './callers';
import { median, rounded } from './figures';
import type { Case } from './figures';
import { roles, serve, startServer } from './servers';
import type { Role } from './servers';

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    json: { type: 'string' },
    only: { type: 'string', default: '' },
    role: { type: 'string' },
  },
});

/** From `createMockPbx()` to answering, certificate included, in a fresh process each time. */
async function ready(quick: boolean): Promise<Case> {
  const measured = async (role: Role): Promise<number> => {
    const server = await startServer(role);
    await server.stop();
    return server.readyMs;
  };
  const ours: number[] = [];
  const reference: number[] = [];
  for (let round = 0; round < (quick ? 3 : 9); round += 1) {
    reference.push(await measured('plain-ready'));
    ours.push(await measured('mock-ready'));
  }
  const value = median(ours);
  return {
    name: 'ready with a certificate, beside a bare HTTPS server with one',
    value: rounded(value),
    unit: 'ms',
    reference: rounded(median(reference)),
    ratio: rounded(value / median(reference)),
    goal: 'at most 300 ms',
    holds: value <= 300,
  };
}

/** CPU time of the mock a second, milliseconds, while so many calls last; a bare server has the same streams. */
async function load(name: string, role: Role, count: number, listen: boolean, quick: boolean): Promise<Case> {
  const seconds = quick ? 5 : 20;
  const used = async (server: Awaited<ReturnType<typeof startServer>>): Promise<number> => {
    await sleep(2000);
    const before = await server.cpuMs();
    const since = performance.now();
    await sleep(seconds * 1000);
    return ((await server.cpuMs()) - before) / ((performance.now() - since) / 1000);
  };

  const plain = await startServer('plain');
  const plainPaths = Array.from({ length: count }, (_, index) => `/streams/${String(index)}`);
  const plainStreams = await openStreams(plain.url, plainPaths, { token: '', listen });
  const reference = await used(plain);
  plainStreams.close();
  await plain.stop();

  const mock = await startServer(role);
  const { token, paths } = await placeCalls(mock, count);
  const streams = await openStreams(mock.url, await paths(), { token, listen });
  const value = await used(mock);
  const kept = Math.min((await paths()).length, streams.open());
  const { whole, leastMs } = await hearing(mock);
  const sent = streams.sentShare();
  const heardBack = listen ? streams.received() / (count * 16_000 * (seconds + 2)) : 1;
  streams.close();
  await mock.stop();

  const metered = role === 'mock';
  const lively = kept === count && sent > 0.9 && leastMs >= seconds * 1000 && heardBack > 0.9;
  return {
    name: `${name}: ${String(kept)} of ${String(count)} kept${metered ? `, ${String(whole)} without a gap` : ''}`,
    value: rounded(value),
    unit: 'ms CPU/s',
    reference: rounded(reference),
    ratio: rounded(value / reference),
    goal: 'all calls kept on at most one core',
    holds: lively && value <= 1000,
  };
}

const all: Readonly<Record<string, (quick: boolean) => Promise<Case>>> = {
  ready,
  unmetered: (quick) => load('calls with a stream each, metering off', 'mock-unmetered', 2000, false, quick),
  metered: (quick) => load('calls with both streams, what is heard worked out', 'mock', 300, true, quick),
};

async function run(): Promise<void> {
  const cases: Case[] = [];
  for (const [name, measure] of Object.entries(all)) {
    if (name.includes(values.only)) cases.push(await measure(values.quick));
  }
  for (const { name, value, unit, reference, ratio, goal, holds } of cases) {
    console.log(
      `${holds ? 'ok  ' : 'MISS'} ${name}: ${String(value)} ${unit} (beside ${String(reference)}, ratio ${String(ratio)}; goal ${goal})`,
    );
  }
  if (values.json !== undefined) {
    const machine = { node: process.version, cpu: cpus()[0]?.model ?? 'unknown', cores: cpus().length };
    writeFileSync(values.json, `${JSON.stringify({ machine, cases }, null, 2)}\n`);
  }
  process.exitCode = cases.every(({ holds }) => holds) ? 0 : 1;
}

const role = roles.find((known) => known === values.role);
if (role === undefined) await run();
else await serve(role);
