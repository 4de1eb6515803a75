import { readFile } from 'node:fs/promises';
import { parseFlow, type Flow } from '@org/3cx-ivr';

/**
 * A flow from a file of JSON.
 * @throws Error whose message names the file and what is wrong with it
 */
export async function readFlow(file: string): Promise<Flow> {
  const json = parsed(file, await textOf(file));
  try {
    return parseFlow(json);
  } catch (error) {
    throw new Error(`${file}: ${messageOf(error)}`, { cause: error });
  }
}

async function textOf(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    const why = codeOf(error) === 'ENOENT' ? 'there is no such file' : messageOf(error);
    throw new Error(`${file}: ${why}.`, { cause: error });
  }
}

function parsed(file: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Error(`${file} is no JSON: ${messageOf(error)}.`, { cause: error });
  }
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** By shape, not by class: system errors may come from another realm. */
function codeOf(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
}
