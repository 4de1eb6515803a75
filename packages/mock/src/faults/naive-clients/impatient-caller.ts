import { openRequest, responseOf } from '../../testing/raw-http';
import type { RawClient } from '../../testing/raw-client';

/** Believes that without an answer nothing happened, and so tries again. @returns how many calls it made. */
export async function placeOneCall(raw: RawClient, url: string, patienceMs: number): Promise<number> {
  for (let attempt = 1; attempt <= 2; attempt += 1) {
    const request = openRequest(`${url}/callcontrol/999/makecall`, {
      method: 'POST',
      ca: raw.pbx.certificate,
      headers: { authorization: `Bearer ${raw.token}`, 'content-type': 'application/json' },
    });
    const timer = setTimeout(() => request.destroy(new Error('no answer')), patienceMs);
    request.end(JSON.stringify({ destination: '101' }));
    try {
      const response = await responseOf(request);
      response.resume();
      return 1;
    } catch {
      // Surely nothing happened.
    } finally {
      clearTimeout(timer);
    }
  }
  return 0;
}
