import * as z from 'zod';
import { rawRequest } from '../../testing/raw-http';
import type { RawClient } from '../../testing/raw-client';

/** Believes that answers come in the order of the questions. @returns the answer taken for the first one's. */
export async function firstAnswer(raw: RawClient, url: string, dns: readonly string[]): Promise<string> {
  const answers: string[] = [];
  const pending: Promise<void>[] = [];
  for (const dn of dns) {
    const asked = rawRequest(`${url}/callcontrol/${dn}`, {
      ca: raw.pbx.certificate,
      headers: { authorization: `Bearer ${raw.token}` },
    });
    pending.push(
      asked.then(({ json }) => {
        answers.push(z.object({ dn: z.string() }).parse(json).dn);
      }),
    );
    // A head start, to be on the safe side.
    await new Promise((resolve) => setTimeout(resolve, 40));
  }
  await Promise.all(pending);
  return answers[0] ?? '';
}
