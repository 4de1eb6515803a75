import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseFlow } from '../flow/parse-flow';
import type { Flow } from '../flow/definition';

/** The folder of this package. */
export const PACKAGE = join(__dirname, '../..');

/** The guide's folder of call flows. */
export const GUIDE = join(__dirname, '../../../../docs/ivr');

const FOLDER = join(GUIDE, 'flows');

export const EXAMPLES: readonly string[] = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.json'))
  .map((file) => file.slice(0, -'.json'.length));

export function exampleFlow(name: string): Flow {
  const json: unknown = JSON.parse(readFileSync(join(FOLDER, `${name}.json`), 'utf8'));
  return parseFlow(json);
}
