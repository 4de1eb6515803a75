import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import type { CallStore, SavedFlow } from './call-store';
import { FLOW_COMMANDS } from './flow-command';

const savedFlow = z.object({
  callId: z.string(),
  flow: z.string(),
  position: z.object({
    stack: z.array(
      z.object({ subflow: z.string().exactOptional(), step: z.string(), part: z.number().exactOptional() }),
    ),
    values: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
    secrets: z.record(z.string(), z.string()),
    language: z.string(),
    passed: z.record(z.string(), z.number()),
    taken: z.number(),
    handling: z.enum(['nothing', 'error', 'hangUp']),
  }),
  pending: z.enum(FLOW_COMMANDS),
  key: z.string(),
});

const SUFFIX = '.json';

/**
 * A store with one small file for each call. A file is written beside its place, flushed to
 * the disk and then moved there, so that the end of the process at any moment leaves the old
 * one or the new one, whole. One process at a time.
 */
export function createFileCallStore(directory: string): CallStore {
  const fileOf = (callId: string) => join(directory, encodeURIComponent(callId) + SUFFIX);
  return {
    async save(saved) {
      await mkdir(directory, { recursive: true });
      const file = fileOf(saved.callId);
      const written = await open(`${file}.new`, 'w', 0o600);
      try {
        await written.writeFile(JSON.stringify(saved));
        await written.sync();
      } finally {
        await written.close();
      }
      await rename(`${file}.new`, file);
    },
    async remove(callId) {
      await rm(fileOf(callId), { force: true });
    },
    async list() {
      await mkdir(directory, { recursive: true });
      const files = (await readdir(directory)).filter((name) => name.endsWith(SUFFIX)).sort();
      const read = files.map(async (name): Promise<SavedFlow> => {
        const json: unknown = JSON.parse(await readFile(join(directory, name), 'utf8'));
        return savedFlow.parse(json);
      });
      return Promise.all(read);
    },
  };
}
