import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import ts from 'typescript';
import * as library from './index';
import { startLocalServer } from './testing/local-server';

const ADDRESS = 'https://pbx.example.com:5001';

/** The first TypeScript example of the README. */
function quickStart(): string {
  const readme = readFileSync(join(__dirname, '..', 'README.md'), 'utf8');
  const code = /```ts\n(.*?)```/s.exec(readme)?.[1];
  if (code === undefined) throw new Error('The README has no example.');
  return code;
}

/** Runs it as a program would, with the library as its one import. */
async function run(code: string, log: (...words: unknown[]) => void): Promise<void> {
  const { outputText } = ts.transpileModule(code, {
    compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 },
  });
  const imported = (name: string) => {
    if (name !== '@org/3cx-api-client') throw new Error(`The quick start imports ${name}.`);
    return library;
  };
  const globals = { require: imported, exports: {}, console: { log } };
  const program: unknown = runInNewContext(`(async () => {${outputText}})()`, globals);
  await program;
}

/** What the compiler has to say about a file with this code. */
function complaintsAbout(code: string): string[] {
  const file = join(__dirname, 'quick-start-of-the-readme.ts');
  const options: ts.CompilerOptions = {
    strict: true,
    noEmit: true,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    target: ts.ScriptTarget.ES2022,
    lib: ['lib.es2023.d.ts'],
    customConditions: ['@org/source'],
    skipLibCheck: true,
    types: ['node'],
  };
  const host = ts.createCompilerHost(options);
  const program = ts.createProgram([file], options, {
    ...host,
    fileExists: (name) => name === file || host.fileExists(name),
    readFile: (name) => (name === file ? code : host.readFile(name)),
    getSourceFile: (name, version, ...rest) =>
      name === file ? ts.createSourceFile(name, code, version) : host.getSourceFile(name, version, ...rest),
  });
  const source = program.getSourceFile(file);
  return [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)].map(
    ({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'),
  );
}

describe('the quick start in the README', () => {
  it('has at most ten lines', () => {
    expect(
      quickStart()
        .split('\n')
        .filter((line) => line.trim() !== ''),
    ).toHaveLength(9);
  });

  it('compiles against the library', () => {
    expect(complaintsAbout(quickStart())).toEqual([]);
    expect(complaintsAbout(quickStart().replace('getState', 'getStates'))).toHaveLength(1);
  }, 60_000);

  it('signs in, reads the state, places a call and ends it, and leaves nothing open', async () => {
    const requests: string[] = [];
    const participant = { id: 325, status: 'Dialing', dn: '999', callid: 42, legid: 1 };
    const answers: Record<string, unknown> = {
      'POST /connect/token': { token_type: 'Bearer', expires_in: 3600, access_token: 'token' },
      'GET /callcontrol': [{ dn: '999', type: 'Wroutepoint', devices: [], participants: [participant] }],
      'POST /callcontrol/999/makecall': { finalstatus: 'Success', result: participant },
      'POST /callcontrol/999/participants/325/drop': { finalstatus: 'Success', result: null },
    };
    const local = await startLocalServer((request, response) => {
      const asked = `${request.method ?? ''} ${request.url ?? ''}`;
      requests.push(asked);
      request.resume();
      response.end(JSON.stringify(answers[asked]));
    });
    const logged: unknown[][] = [];
    await run(quickStart().replace(ADDRESS, local.origin), (...words) => {
      logged.push(words);
    });
    expect(requests).toEqual(Object.keys(answers));
    expect(logged).toEqual([['999', 1]]);
    await local.close();
  });
});
