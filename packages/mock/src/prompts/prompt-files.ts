import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promptsDirectory } from '../prompts-directory';

/** Every file of the web root by URL path, read once: nothing outside it can be asked for. */
export async function promptFiles(): Promise<Map<string, Uint8Array>> {
  const entries = await readdir(promptsDirectory, { recursive: true, withFileTypes: true });
  const files = new Map<string, Uint8Array>();
  for (const entry of entries) {
    if (!entry.isFile()) continue;
    const file = join(entry.parentPath, entry.name);
    const path = file.slice(promptsDirectory.length).replaceAll('\\', '/');
    files.set(`/${path.replace(/^\/+/, '')}`, await readFile(file));
  }
  return files;
}
