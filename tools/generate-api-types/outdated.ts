import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { generatedFiles } from './generated-files.ts';

/**
 * One sentence for each generated file of the API client in `folder` that isn't
 * what its description says; empty when all are.
 */
export async function outdated(folder: string): Promise<string[]> {
  const sentences: string[] = [];
  for (const { file, description, text } of await generatedFiles(folder)) {
    const present = await readFile(join(folder, file), 'utf8').catch(() => undefined);
    if (present !== text)
      sentences.push(
        present === undefined
          ? `${file} is missing: run npm run generate.`
          : `${file} is not what ${description} says: run npm run generate, and commit both.`,
      );
  }
  return sentences;
}
