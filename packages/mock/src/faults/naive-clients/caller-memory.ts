import * as z from 'zod';
import type { RawClient } from '../../testing/raw-client';

const participants = z.array(z.object({ callid: z.number(), party_caller_id: z.string() }));

/** Believes that a call id means the same call for ever. */
export class CallerMemory {
  readonly #callers = new Map<number, string>();

  /** Who is calling now. */
  async callers(raw: RawClient): Promise<string[]> {
    const { json } = await raw.get('/callcontrol/999/participants');
    return participants.parse(json).map(({ callid, party_caller_id }) => {
      const known = this.#callers.get(callid) ?? party_caller_id;
      this.#callers.set(callid, known);
      return known;
    });
  }
}
