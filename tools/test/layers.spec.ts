import { spawn } from 'node:child_process';
import { join, resolve } from 'node:path';

const root = resolve(__dirname, '..', '..');
const BOUNDARIES = '@nx/enforce-module-boundaries';

const forbidden = [
  ['packages/audio/src/index.ts', 'connect', '@org/3cx-core', BOUNDARIES],
  ['packages/api-client/src/index.ts', 'Pacer', '@org/3cx-audio', BOUNDARIES],
  ['packages/core/src/index.ts', 'collectDigits', '@org/3cx-ivr', BOUNDARIES],
  ['packages/core/src/index.ts', 'createMockPbx', '@org/3cx-mock', BOUNDARIES],
  ['packages/ivr/src/index.ts', 'Pacer', '@org/3cx-audio', BOUNDARIES],
  ['packages/mock/src/index.ts', 'createTokenSource', '@org/3cx-api-client', BOUNDARIES],
  ['packages/mock/src/index.ts', 'Pacer', '@org/3cx-audio', 'no-restricted-imports'],
  ['packages/n8n-nodes/src/shared.ts', 'createTokenSource', '@org/3cx-api-client', BOUNDARIES],
] as const;

const allowed = [
  ['packages/core/src/index.ts', 'Pacer', '@org/3cx-audio'],
  ['packages/ivr/src/index.ts', 'connect', '@org/3cx-core'],
  ['packages/mock/src/index.ts', 'decodeWav', '@org/3cx-audio'],
  ['packages/core/src/connect.spec.ts', 'createMockPbx', '@org/3cx-mock'],
  ['packages/n8n-nodes/src/shared.ts', 'collectDigits', '@org/3cx-ivr'],
] as const;

/** The import rules that each of these files would break with just this import in it. */
async function brokenRules(
  cases: readonly (readonly [string, string, string, ...unknown[]])[],
): Promise<string[][]> {
  const files = cases.map(([file, name, from]) => ({
    file,
    code: `import { ${name} } from '${from}';\nvoid ${name};\n`,
  }));
  const child = spawn(process.execPath, [join(__dirname, 'lint-imports.mjs')], {
    cwd: root,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  child.stdin.end(JSON.stringify(files));
  let output = '';
  for await (const chunk of child.stdout) output += String(chunk);
  return JSON.parse(output) as string[][];
}

describe('the layers, by lint', () => {
  let ofForbidden: string[][];
  let ofAllowed: string[][];

  beforeAll(async () => {
    const broken = await brokenRules([...forbidden, ...allowed]);
    ofForbidden = broken.slice(0, forbidden.length);
    ofAllowed = broken.slice(forbidden.length);
  }, 120_000);

  it.each(forbidden.map((one, index) => [...one, index] as const))(
    '%s may not import %s of %s: %s',
    (_file, _name, _from, rule, index) => {
      expect(ofForbidden[index]).toEqual([rule]);
    },
  );

  it.each(allowed.map((one, index) => [...one, index] as const))(
    '%s may import %s of %s',
    (_file, _name, _from, index) => {
      expect(ofAllowed[index]).toEqual([]);
    },
  );
});
