import { homedir } from 'node:os';
import { join } from 'node:path';

/** Where what is too big to install per clone lives: `$N8N_CACHE_DIR`, else `3cx-for-n8n` in the user's cache folder. */
export function cacheFolder() {
  return (
    process.env.N8N_CACHE_DIR || join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), '3cx-for-n8n')
  );
}
