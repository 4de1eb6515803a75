import { access } from 'node:fs/promises';
import { join } from 'node:path';

const TIMEOUT_MS = 10_000;

/**
 * Looks for prompts where they will be played from: a URL (that of the PBX, or of another
 * server), or a folder with the same files. Prompts that are URLs themselves are asked for there.
 */
export function promptsAt(place: string): (source: string) => Promise<boolean> {
  return (source) => {
    if (isUrl(source)) return answers(source);
    return isUrl(place) ? answers(new URL(source, place).href) : isFile(join(place, source));
  };
}

function isUrl(text: string): boolean {
  return /^https?:\/\//i.test(text);
}

async function isFile(path: string): Promise<boolean> {
  try {
    await access(path);
    return true;
  } catch {
    return false;
  }
}

async function answers(url: string): Promise<boolean> {
  try {
    const response = await fetch(url, { method: 'HEAD', signal: AbortSignal.timeout(TIMEOUT_MS) });
    return response.ok;
  } catch (error) {
    throw new Error(
      `${new URL(url).origin} can not be asked for prompts: is it there, and its certificate valid?`,
      {
        cause: error,
      },
    );
  }
}
