import { outdated } from './outdated.ts';

/** Exits with 1 when a generated file of the API client in the working folder is out of date. */
const sentences = await outdated(process.cwd());
for (const sentence of sentences) console.error(sentence);
process.exitCode = sentences.length === 0 ? 0 : 1;
