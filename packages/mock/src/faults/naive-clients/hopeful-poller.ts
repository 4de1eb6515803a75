import * as z from 'zod';
import type { RawClient } from '../../testing/raw-client';

/** Believes that whatever isn't a list of calls means that there are none. */
export async function callsByPolling(raw: RawClient): Promise<number> {
  try {
    const { json } = await raw.get('/callcontrol/999/participants');
    return z.array(z.unknown()).catch([]).parse(json).length;
  } catch {
    return 0;
  }
}
