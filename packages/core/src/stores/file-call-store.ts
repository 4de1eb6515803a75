import { appendFile, mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import * as z from 'zod';
import { isKept, type CallStore, type StoredCall } from './call-store';

const ParticipantSchema = z.object({
  id: z.number(),
  status: z.enum(['Dialing', 'Ringing', 'Connected']),
  dn: z.string(),
  party_caller_name: z.string(),
  party_dn: z.string(),
  party_caller_id: z.string(),
  party_did: z.string(),
  party_dn_type: z.string(),
  device_id: z.string(),
  direct_control: z.boolean(),
  originated_by_dn: z.string(),
  originated_by_type: z.string(),
  referred_by_dn: z.string(),
  referred_by_type: z.string(),
  on_behalf_of_dn: z.string(),
  on_behalf_of_type: z.string(),
  callid: z.number(),
  legid: z.number(),
});

const StoredCallSchema: z.ZodType<StoredCall> = z.object({
  id: z.string(),
  callid: z.number(),
  dn: z.string(),
  direction: z.enum(['inbound', 'outbound', 'internal']),
  fromNumber: z.string(),
  toNumber: z.string(),
  callerName: z.string(),
  did: z.string(),
  status: z.enum(['ringing', 'answered', 'ended']),
  startedAt: z.iso.datetime(),
  answeredAt: z.iso.datetime().optional(),
  endedAt: z.iso.datetime().optional(),
  endReason: z
    .enum(['hung-up-by-us', 'remote-hung-up', 'transferred', 'not-answered', 'lost-in-gap'])
    .optional(),
  participants: z.array(ParticipantSchema),
});

/** Lines beyond what the calls need, before the file is written anew. */
const SPARE_LINES = 5_000;

/**
 * Keeps calls in a file of JSON lines, readable by its owner only, as it holds phone
 * numbers. Changes are appended, the last line of a call counts, and a line cut off by a
 * crash is passed over; now and then the file is written anew beside itself and swapped.
 * One process at a time may use it.
 */
export class FileCallStore implements CallStore {
  private readonly calls = new Map<string, string>();
  private lines = 0;
  private last: Promise<void> = Promise.resolve();

  constructor(
    private readonly path: string,
    private readonly date: () => Date = () => new Date(),
  ) {}

  load(): Promise<readonly StoredCall[]> {
    return this.inOrder(async () => {
      await mkdir(dirname(this.path), { recursive: true });
      const text = await readFile(this.path, 'utf8').catch((error: unknown) => {
        if (typeof error === 'object' && error !== null && 'code' in error && error.code === 'ENOENT')
          return '';
        throw error;
      });
      this.calls.clear();
      const kept = new Map<string, StoredCall>();
      for (const line of text.split('\n')) {
        const call = parsed(line);
        if (call === undefined) continue;
        if (isKept(call, this.date())) kept.set(call.id, call);
        else kept.delete(call.id);
      }
      for (const call of kept.values()) this.calls.set(call.id, JSON.stringify(call));
      await this.rewrite();
      return [...kept.values()];
    });
  }

  save(call: StoredCall): Promise<void> {
    return this.inOrder(async () => {
      const line = JSON.stringify(call);
      this.calls.set(call.id, line);
      this.lines += 1;
      await appendFile(this.path, `${line}\n`, { mode: 0o600 });
      if (this.lines > this.calls.size + SPARE_LINES) await this.forgetOldAndRewrite();
    });
  }

  private async forgetOldAndRewrite(): Promise<void> {
    for (const [id, line] of this.calls) {
      const call = parsed(line);
      if (call === undefined || !isKept(call, this.date())) this.calls.delete(id);
    }
    await this.rewrite();
  }

  private async rewrite(): Promise<void> {
    const beside = `${this.path}.new`;
    await writeFile(beside, [...this.calls.values()].map((line) => `${line}\n`).join(''), { mode: 0o600 });
    await rename(beside, this.path);
    this.lines = this.calls.size;
  }

  private inOrder<T>(task: () => Promise<T>): Promise<T> {
    const result = this.last.then(task);
    this.last = result.then(
      () => undefined,
      () => undefined,
    );
    return result;
  }
}

function parsed(line: string): StoredCall | undefined {
  if (line === '') return undefined;
  try {
    return StoredCallSchema.safeParse(JSON.parse(line)).data;
  } catch {
    return undefined;
  }
}
