import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { generatedFiles } from './generated-files.ts';

/** Writes the generated files of the API client in the working folder. */
for (const { file, text } of await generatedFiles(process.cwd())) {
  await mkdir(dirname(join(process.cwd(), file)), { recursive: true });
  await writeFile(join(process.cwd(), file), text);
}
