/**
 * Lints imports only, many files in one process: reads `[{ file, code }]` from standard
 * input and prints, for each, the names of the import rules it breaks.
 */
import { text } from 'node:stream/consumers';
import { ESLint } from 'eslint';

const IMPORT_RULES = ['@nx/enforce-module-boundaries', 'no-restricted-imports'];

const eslint = new ESLint({
  cwd: new URL('../..', import.meta.url).pathname,
  ruleFilter: ({ ruleId }) => IMPORT_RULES.includes(ruleId),
  // None of these rules needs types, and types are what takes time.
  overrideConfig: { files: ['**/*.ts'], languageOptions: { parserOptions: { projectService: false } } },
});

const broken = [];
for (const { file, code } of JSON.parse(await text(process.stdin))) {
  const [result] = await eslint.lintText(code, { filePath: file });
  broken.push(result.messages.map(({ ruleId, message }) => ruleId ?? message));
}
console.log(JSON.stringify(broken));
