import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { compareDescriptions } from './comparison.ts';
import { DescriptionError, readDescription } from './description.ts';
import { textOf } from './source.ts';

const USAGE = `Usage: npm run verify-spec -- <file or URL> [--list]

Compares packages/api-client/openapi/xapi.yaml with an official description, e.g.
https://pbx.example.com:5001/xapi/v1/swagger.yaml with a bearer token in XAPI_TOKEN.
Prints one line for each difference and exits with 1 when there is any. --list also
names what the official description has and ours leaves out.`;

const OURS = join(import.meta.dirname, '../../packages/api-client/openapi/xapi.yaml');

function counted(count: number, one: string, many = `${one}s`): string {
  return `${String(count)} ${count === 1 ? one : many}`;
}

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    options: { list: { type: 'boolean', default: false } },
    allowPositionals: true,
  });
  const [source, ...more] = positionals;
  if (source === undefined || more.length > 0) {
    console.error(USAGE);
    return 2;
  }
  // npm runs scripts in the workspace's folder and keeps the user's own in INIT_CWD.
  const text = await textOf(source, process.env.INIT_CWD ?? process.cwd(), process.env.XAPI_TOKEN);
  const ours = readDescription(await textOf(OURS, '/'), 'Our description');
  const found = compareDescriptions(ours, readDescription(text, source));

  for (const line of found.differences) console.log(line);
  console.log(
    `${counted(found.differences.length, 'difference')} in the ${String(found.compared)} operations that we describe.`,
  );
  console.log(
    `Not described by us: ${counted(found.undescribedOperations.length, 'official operation')}, ${counted(found.undescribedProperties.length, 'official property', 'official properties')}${values.list ? '' : ' (--list names them)'}.`,
  );
  if (values.list)
    for (const line of [...found.undescribedOperations, ...found.undescribedProperties])
      console.log(`  ${line}`);
  return found.differences.length === 0 ? 0 : 1;
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error(error instanceof DescriptionError || error instanceof TypeError ? error.message : error);
  process.exitCode = 2;
}
