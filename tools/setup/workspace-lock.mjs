import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { withLock } from './lock.mjs';

/** Changes `node_modules` or the built packages of this clone while no other set-up does. */
export function withWorkspaceLock(root, work) {
  const clone = createHash('sha256').update(root).digest('hex').slice(0, 16);
  return withLock(join(tmpdir(), `3cx-for-n8n-${clone}.lock`), work, (owner) =>
    console.log(`» Waiting for ${owner}, which is setting up this clone …`),
  );
}
