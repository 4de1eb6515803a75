import { mkdir, open, readFile, rename, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import type { CampaignStore, SavedCampaign } from './campaign-store';
import { ATTEMPT_FAILURES, CONTACT_STATUSES, type ContactState } from './contact';

const values = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]));
const contact = z.object({
  id: z.string(),
  number: z.string(),
  timeZone: z.string().exactOptional(),
  values,
  status: z.enum(CONTACT_STATUSES),
  attempts: z.number(),
  failures: z.partialRecord(z.enum(ATTEMPT_FAILURES), z.number()),
  lastFailure: z.enum(ATTEMPT_FAILURES).exactOptional(),
  notBefore: z.number(),
  callId: z.string().exactOptional(),
  result: values.exactOptional(),
});
const line = z.union([z.object({ contacts: z.array(contact) }), z.object({ paused: z.boolean() })]);

/**
 * A store with one journal for each campaign: a line for each change, flushed to the disk. The
 * end of the process in the middle of a line leaves the state before it. The journal is
 * written anew, with a line for all, whenever a campaign is loaded. One process at a time.
 */
export function createFileCampaignStore(directory: string): CampaignStore {
  const journals = new Map<string, Journal>();
  const of = (campaign: string) => {
    const known = journals.get(campaign) ?? new Journal(directory, campaign);
    journals.set(campaign, known);
    return known;
  };
  return {
    load: (campaign) => of(campaign).load(),
    save: (campaign, contacts) => of(campaign).write({ contacts }),
    savePaused: (campaign, paused) => of(campaign).write({ paused }),
  };
}

class Journal {
  readonly #file: string;
  #turn: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly directory: string,
    campaign: string,
  ) {
    this.#file = join(directory, `${encodeURIComponent(campaign)}.jsonl`);
  }

  load(): Promise<SavedCampaign> {
    return this.#inTurn(async () => {
      await mkdir(this.directory, { recursive: true });
      const saved = stateOf(await textOf(this.#file));
      const anew = `${this.#file}.new`;
      const { paused, contacts } = saved;
      await append(anew, 'w', [{ paused }, ...(contacts.length > 0 ? [{ contacts }] : [])]);
      await rename(anew, this.#file);
      return saved;
    });
  }

  write(entry: { contacts: readonly ContactState[] } | { paused: boolean }): Promise<void> {
    return this.#inTurn(async () => {
      await mkdir(this.directory, { recursive: true });
      await append(this.#file, 'a', [entry]);
    });
  }

  #inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const turn = this.#turn.then(work);
    this.#turn = turn.catch(() => undefined);
    return turn;
  }
}

async function append(file: string, flags: 'a' | 'w', entries: readonly object[]): Promise<void> {
  const written: FileHandle = await open(file, flags, 0o600);
  try {
    // One that was cut off is on a line of its own, and passed over.
    await written.appendFile(entries.map((entry) => `\n${JSON.stringify(entry)}\n`).join(''));
    await written.sync();
  } finally {
    await written.close();
  }
}

async function textOf(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (isMissing(error)) return '';
    throw error;
  }
}

/** By shape: an error of the system may be of another realm. */
function isMissing(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === 'ENOENT';
}

function stateOf(text: string): SavedCampaign {
  const contacts = new Map<string, ContactState>();
  let paused = false;
  for (const each of text.split('\n')) {
    const entry = parsedLine(each);
    if (entry === undefined) continue;
    if ('paused' in entry) paused = entry.paused;
    else for (const one of entry.contacts) contacts.set(one.id, one);
  }
  return { paused, contacts: [...contacts.values()] };
}

function parsedLine(text: string): z.output<typeof line> | undefined {
  if (text === '') return undefined;
  try {
    const json: unknown = JSON.parse(text);
    return line.parse(json);
  } catch (error) {
    // Cut off by the end of the process.
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
