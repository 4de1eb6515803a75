/** Writes scenario.schema.json from the library as built. */
import { writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import { scenarioJsonSchema } from './dist/index.mjs';

const file = new URL('scenario.schema.json', import.meta.url);
const options = await resolveConfig(file);
writeFileSync(file, await format(JSON.stringify(scenarioJsonSchema()), { ...options, parser: 'json' }));
