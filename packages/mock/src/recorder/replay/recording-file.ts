import { readFile } from 'node:fs/promises';
import * as z from 'zod';
import { sessionEntry } from '../session-entry';
import type { SessionEntry } from '../session-entry';

/** A file that isn't a recording; the message names the line. */
export class RecordingError extends Error {
  override readonly name = 'RecordingError';
  readonly code = 'not-a-recording';
}

/** @throws RecordingError when a line isn't one of a recording. */
export function parseRecording(text: string): readonly SessionEntry[] {
  const entries = text
    .split('\n')
    .map((line, index) => ({ line, number: index + 1 }))
    .filter(({ line }) => line.trim() !== '')
    .map(({ line, number }) => {
      const entry = sessionEntry.safeParse(parsedJson(line, number));
      if (entry.success) return entry.data;
      const problem = z.prettifyError(entry.error);
      throw new RecordingError(`Line ${number} is not one of a recording: ${problem}`, {
        cause: entry.error,
      });
    });
  if (entries[0]?.kind !== 'recording') {
    throw new RecordingError('Line 1 is not the beginning of a recording: record one with `3cx record`.');
  }
  return entries;
}

/** @throws RecordingError, or the system error when the file can't be read. */
export async function readRecording(path: string): Promise<readonly SessionEntry[]> {
  return parseRecording(await readFile(path, 'utf8'));
}

function parsedJson(line: string, number: number): unknown {
  try {
    return JSON.parse(line);
  } catch (error) {
    throw new RecordingError(`Line ${number} is not JSON: the recording was cut off or changed.`, {
      cause: error,
    });
  }
}
