import { mkdir, open, rename } from 'node:fs/promises';
import { join } from 'node:path';

/** What a `record` step has recorded. */
export interface FlowRecording {
  readonly callId: string;
  readonly flow: string;
  readonly step: string;
  /** Names this recording: one made again after a restart has the same key, and takes its place. */
  readonly key: string;
  /** A WAV file: 8 kHz, 16 bit, mono. */
  readonly wav: Uint8Array;
  /** Milliseconds. */
  readonly durationMs: number;
}

/** Keeps recordings. */
export interface RecordingStore {
  /** @returns where it is kept, as the flow's variable then says: a path or a URL */
  save(recording: FlowRecording): Promise<string>;
}

/** Keeps each recording as a WAV file in a folder, readable by its owner only. The place is its path. */
export function createFileRecordingStore(directory: string): RecordingStore {
  return {
    async save({ flow, key, wav }) {
      await mkdir(directory, { recursive: true });
      const file = join(directory, `${encodeURIComponent(`${flow}-${key}`)}.wav`);
      const written = await open(`${file}.new`, 'w', 0o600);
      try {
        await written.writeFile(wav);
        await written.sync();
      } finally {
        await written.close();
      }
      await rename(`${file}.new`, file);
      return file;
    },
  };
}
