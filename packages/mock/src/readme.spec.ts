import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import ts from 'typescript';
import * as library from './index';
import type { Scenario } from './scenario/steps';

// Room for a busy machine.
jest.setTimeout(30_000);

const readme = readFileSync(join(__dirname, '..', 'README.md'), 'utf8');

/** The example of the README in this language that contains `wanted`. */
function example(language: string, wanted: string): string {
  const found = [...readme.matchAll(new RegExp(`\`\`\`${language}\\n(.*?)\`\`\``, 'gs'))]
    .map(([, code = '']) => code)
    .find((code) => code.includes(wanted));
  if (found === undefined) throw new Error(`The README has no example with ${wanted}.`);
  return found;
}

/** Runs code as a module with the library as its one import, and hands over what it called `result`. */
function run(code: string, result: string, take: (value: Scenario) => void): void {
  const { outputText } = ts.transpileModule(`${code}\ntake(${result});`, {
    compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 },
  });
  runInNewContext(outputText, { require: () => library, exports: {}, take });
}

test('the quick start has ten lines', () => {
  const lines = example('js', 'node:test')
    .split('\n')
    .filter((line) => line.trim() !== '');
  expect(lines).toHaveLength(10);
});

test('the scenario in YAML is the one in TypeScript, but for the time of one expectation', () => {
  const written = library.parseScenario(example('yaml', 'scenario:'), 'README.md');
  let scripted: Scenario | undefined;
  run(example('ts', 'scenario('), 'sales', (value) => {
    scripted = value;
  });
  const untimed = (text: string): string => text.replace(',"withinMs":5000', '');
  expect(untimed(JSON.stringify(written))).toBe(JSON.stringify(scripted));
});

test('every step that there is, is named', () => {
  const steps = JSON.stringify(library.scenarioJsonSchema()).matchAll(
    /"const":"(\w+)"|"required":\["(\w+)"\]/g,
  );
  const names = new Set([...steps].map(([, bare, keyed]) => bare ?? keyed ?? ''));
  const notSteps = new Set(['recording', 'keys', 'number', 'at', 'time', '']);
  for (const name of names) if (!notSteps.has(name)) expect(readme).toContain(`\`${name}\``);
});
