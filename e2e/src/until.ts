import { setTimeout as delay } from 'node:timers/promises';

const POLL_MS = 100;

/** Asks ten times a second until it is so, for what nobody announces; gives up silently, so assert afterwards. */
export async function until(isSo: () => Promise<boolean>, timeoutMs: number): Promise<void> {
  const deadline = Date.now() + timeoutMs;
  while (!(await isSo()) && Date.now() < deadline) await delay(POLL_MS);
}
