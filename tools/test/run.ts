/** `npm test`: format, lint, types, unit tests on both Nodes, end-to-end tests; then a table and one line. */
import { mkdir, rm } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { jestSuite } from './jest-results.ts';
import { type Project, projects, runTargets } from './nx-tasks.ts';
import { type Suite, checks, failedTests, summary, table } from './suite.ts';
import { runOnTerminal } from './terminal-command.ts';

const CHECKS = ['lint', 'typecheck', 'check-generated', 'check-package', 'check-api'];
const SUITES = ['test', 'test-node20'];
const root = resolve(import.meta.dirname, '..', '..');

async function everySuite(withEndToEnd: boolean): Promise<readonly Suite[]> {
  heading('Format');
  const formatted = await runOnTerminal('prettier', ['--check', '.', '--log-level=warn'], root);
  const all = await projects(root);
  await Promise.all(
    all.flatMap((project) => SUITES.map((target) => rm(resultsOf(project, target), { force: true }))),
  );

  heading('Lint, types and unit tests');
  const results = await runTargets(root, [...CHECKS, ...SUITES]);
  const having = (target: string): readonly Project[] =>
    all.filter(({ targets }) => targets.includes(target));
  const checkSuites = CHECKS.filter((target) => having(target).length > 0).map((target) =>
    checks(target, new Map(having(target).map(({ name }) => [name, results.passed(name, target)]))),
  );
  const testSuites = await Promise.all(
    SUITES.flatMap((target) =>
      having(target).map((project) =>
        jestSuite(
          `${project.name} ${target}`,
          resultsOf(project, target),
          results.passed(project.name, target),
        ),
      ),
    ),
  );
  const suites = [checks('format', new Map([['prettier', formatted === 0]])), ...checkSuites, ...testSuites];
  return withEndToEnd ? [...suites, await endToEnd()] : suites;
}

async function endToEnd(): Promise<Suite> {
  heading('End to end: real n8n against the mock 3CX');
  const file = join(root, 'e2e', 'test-results', 'e2e.json');
  await rm(file, { force: true });
  await mkdir(dirname(file), { recursive: true });
  const code = await runOnTerminal(
    'jest',
    ['--config', 'e2e/jest.config.cjs', '--json', `--outputFile=${file}`],
    root,
  );
  return jestSuite('end to end', file, code === 0);
}

function resultsOf({ folder }: Project, target: string): string {
  return join(root, folder, 'test-results', `${target}.json`);
}

function heading(title: string): void {
  console.log(`\n== ${title}\n`);
}

const unknown = process.argv.slice(2).filter((argument) => argument !== '--skip-e2e');
if (unknown.length > 0) {
  console.error(`Unknown: ${unknown.join(' ')}. There is one option, --skip-e2e.`);
  process.exitCode = 1;
} else {
  const suites = await everySuite(!process.argv.includes('--skip-e2e'));
  const failed = failedTests(suites);
  if (failed !== '') console.log(`\n${failed}`);
  console.log(`\n${table(suites)}\n\n${summary(suites)}`);
  process.exitCode = suites.some(({ failed }) => failed > 0) ? 1 : 0;
}
