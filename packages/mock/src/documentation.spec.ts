import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { settingsFrom } from './settings';

const page = readFileSync(join(__dirname, '..', '..', '..', 'docs', 'mock.md'), 'utf8');
const route = /app\.(?:get|post|put|patch|delete)(?:<[^(]*>)?\(\s*['`](\/[^'`]+)/g;

/** Every path that the control API's sources register. */
function routes(): readonly string[] {
  const folder = join(__dirname, 'control-api');
  return readdirSync(folder)
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts'))
    .flatMap((file) => [...readFileSync(join(folder, file), 'utf8').matchAll(route)])
    .map(([, path = '']) => path.replace('/${action}', ''));
}

describe('docs/mock.md', () => {
  test('tells every option; `node packages/mock/write-options-table.mjs` writes the table', () => {
    expect(Object.keys(settingsFrom({})).filter((option) => !page.includes(`| \`${option}\` `))).toEqual([]);
  });

  test('tells every request of the control API', () => {
    expect(routes().length).toBeGreaterThan(10);
    expect(routes().filter((path) => !page.includes(path))).toEqual([]);
  });
});
