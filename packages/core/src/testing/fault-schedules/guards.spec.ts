import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileFunction } from 'node:vm';
import { transformSync } from '@swc/core';

/** One guard of the core, and the core without it: a piece of its source and what stands there instead. */
interface Guard {
  readonly name: string;
  readonly file: string;
  readonly source: string;
  readonly without: string;
}

const GUARDS: readonly Guard[] = [
  {
    name: 'late GET: a removal makes the answer of a GET that is out worthless',
    file: 'replica/resync.ts',
    source: 'this.queue.cancel(key);',
    without: '',
  },
  {
    name: 'generation: answers from before a lost connection are worthless',
    file: 'replica/fetch-queue.ts',
    source: `  cancelAll(): void {
    this.waiting.clear();
    this.inFlight.length = 0;`,
    without: `  cancelAll(): void {
    this.waiting.clear();`,
  },
  {
    name: 'generation of snapshots: one asked for on a former connection is worthless',
    file: 'replica/resync.ts',
    source: 'return this.stopped || this.generation !== generation;',
    without: 'return this.stopped;',
  },
  {
    name: 'snapshot age: a snapshot does not overwrite what is known later',
    file: 'replica/resync.ts',
    source: 'const newer = new Set(this.queue.pending);',
    without: 'const newer = { has: () => false, add: () => undefined } as unknown as Set<string>;',
  },
  {
    name: 'token retry: a refused token is renewed once',
    file: 'socket/supervisor.ts',
    source: 'if (!(error instanceof AuthenticationError)) throw error;',
    without: 'throw error;',
  },
  {
    name: 'conflation remembers an event that comes while its GET is out',
    file: 'replica/fetch-queue.ts',
    source: 'entry.again = now;',
    without: 'return;',
  },
  {
    name: 'events are held back until the snapshot is in',
    file: 'replica/resync.ts',
    source: 'if (this.held !== undefined) this.held.add(frame);',
    without: 'if (this.held !== undefined) return;',
  },
  {
    name: 'a repeated message is one key press',
    file: 'replica/resync.ts',
    source: "if (frame.kind === 'dtmf' && this.sequences.isRepeatedPress(frame)) return;",
    without: '',
  },
  {
    name: 'ids that begin again after a restart are another call',
    file: 'replica/replica.ts',
    source: '(unseen &&',
    without: '(unseen && after.dn === "" &&',
  },
  {
    name: 'keys that overtake the GET of their participant wait for it',
    file: 'connected-phone-system.ts',
    source: 'this.earlyDigits.keep(participantKey(dn, id), digits);',
    without: '',
  },
  {
    name: 'a cancelled GET still counts among those that are out',
    file: 'replica/fetch-queue.ts',
    source: 'return this.out < this.concurrency;',
    without: 'return this.inFlight.length < this.concurrency;',
  },
  {
    name: 'a comparison every minute finds what no event has told',
    file: 'replica/resync.ts',
    source: 'this.compareWithin(RECONCILE_EVERY_MS);',
    without: '',
  },
];

const MOST_SCHEDULES = 1_000;
const SOURCES = join(__dirname, '../..');

/** The compiled module with a guard taken out. */
function moduleWithout({ file, source, without }: Guard): object {
  const path = join(SOURCES, file);
  const text = readFileSync(path, 'utf8');
  expect(text.split(source)).toHaveLength(2);
  const { code } = transformSync(text.replace(source, without), {
    filename: path,
    jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
    module: { type: 'commonjs' },
  });
  const compiled = { exports: {} };
  const load = (name: string): unknown =>
    jest.requireActual(name.startsWith('.') ? join(path, '..', name) : name);
  const run: unknown = compileFunction(code, ['module', 'exports', 'require']);
  if (typeof run === 'function') Reflect.apply(run, undefined, [compiled, compiled.exports, load]);
  return compiled.exports;
}

afterEach(() => {
  jest.resetModules();
});

describe('each guard against faults, when taken out, shows within 1000 schedules', () => {
  it.each(GUARDS)(
    '$name',
    async (guard) => {
      jest.resetModules();
      jest.doMock(join(SOURCES, guard.file), () => moduleWithout(guard));
      const { runSchedule } = await import('./run-schedule');
      let caught: { readonly seed: number; readonly violation: string | undefined } | undefined;
      for (let seed = 1; seed <= MOST_SCHEDULES && caught === undefined; seed += 1) {
        const { violations } = await runSchedule(seed);
        if (violations.length > 0) caught = { seed, violation: violations[0] };
      }
      jest.dontMock(join(SOURCES, guard.file));
      if (process.env.FAULT_REPORT !== undefined)
        process.stdout.write(
          `${guard.name}: schedule ${String(caught?.seed)}, ${String(caught?.violation)}\n`,
        );
      expect(caught).toBeDefined();
    },
    600_000,
  );
});
