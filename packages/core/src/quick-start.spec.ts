import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileFunction } from 'node:vm';
import { transformSync } from '@swc/core';
import { createMockPbx } from '@org/3cx-mock';
import * as core from './index';
import { Caller } from './testing/caller';

/** The code under `Quick start` in the README, as a function of its surroundings. */
function quickStart(): (process: object, console: object, load: (name: string) => unknown) => Promise<void> {
  const readme = readFileSync(join(__dirname, '../README.md'), 'utf8');
  const source = /## Quick start\s+```ts\n([\s\S]*?)```/.exec(readme)?.[1] ?? '';
  const body = source.replace(/import (\{[^}]*\}) from ('[^']*');/g, 'const $1 = load($2);');
  const { code } = transformSync(`module.exports = async (process, console, load) => {${body}};`, {
    jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
    isModule: false,
  });
  const compiled: { exports: unknown } = { exports: undefined };
  const run: unknown = compileFunction(code, ['module']);
  if (typeof run === 'function') Reflect.apply(run, undefined, [compiled]);
  const { exports } = compiled;
  if (typeof exports !== 'function') throw new Error('The README has no quick start.');
  return async (...surroundings) => {
    await Reflect.apply(exports, undefined, surroundings);
  };
}

it('the quick start of the README answers, plays, hangs up and leaves nothing open', async () => {
  const mock = await createMockPbx({ tls: false });
  const printed: unknown[] = [];
  await quickStart()(
    {
      env: {
        THREECX_URL: mock.url,
        THREECX_CLIENT_ID: mock.clientId,
        THREECX_CLIENT_SECRET: mock.clientSecret,
      },
    },
    { log: (type: unknown) => printed.push(type) },
    () => core,
  );
  const caller = await Caller.dials(mock, '999');
  const view = await caller.until('ended');
  expect(view.heardMs).toBeGreaterThan(1_000);
  expect(printed).toEqual(expect.arrayContaining(['call_started', 'call_answered', 'call_ended']));
  await mock.dispose();
});
