import { randomUUID } from 'node:crypto';
import {
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  rmdirSync,
  utimesSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

const HEARTBEAT_MS = 5_000;
const STALE_MS = 60_000;
const RETRY_MS = 500;

/**
 * Runs `work` while no other process on this or another machine does the same
 * under this path. The lock is a folder that holds one file, named by a token of
 * its owner; it appears by one rename and is taken over by one rename, so two
 * processes never both win. A lock is stale when its owner has died, or hasn't
 * shown itself for a minute.
 *
 * @template T
 * @param {string} path
 * @param {() => Promise<T>} work
 * @param {(owner: string) => void} onWait told once, when somebody else holds it
 * @returns {Promise<T>}
 */
export async function withLock(path, work, onWait) {
  const token = `${randomUUID()}.json`;
  mkdirSync(dirname(path), { recursive: true });
  let told = false;
  while (!(create(path, token) || takeOver(path, token))) {
    if (!told) onWait(describeOwner(path));
    told = true;
    await delay(RETRY_MS);
  }
  const release = () => {
    try {
      rmSync(join(path, token));
      rmdirSync(path);
    } catch {
      // Taken over by somebody, or already waited for: not ours any more.
    }
  };
  const heartbeat = setInterval(() => touch(join(path, token)), HEARTBEAT_MS);
  process.once('exit', release);
  try {
    return await work();
  } finally {
    clearInterval(heartbeat);
    process.removeListener('exit', release);
    release();
  }
}

function create(path, token) {
  const draft = `${path}.${token}`;
  mkdirSync(draft);
  writeFileSync(join(draft, token), JSON.stringify({ pid: process.pid, host: hostname() }));
  try {
    renameSync(draft, path); // Succeeds only when nothing, or an empty folder, is there.
    return true;
  } catch {
    rmSync(draft, { recursive: true, force: true });
    return false;
  }
}

function takeOver(path, token) {
  const held = ownerFile(path);
  if (held === undefined || !isStale(join(path, held))) return false;
  try {
    renameSync(join(path, held), join(path, token)); // The name says whose it was: one taker wins.
    writeFileSync(join(path, token), JSON.stringify({ pid: process.pid, host: hostname() }));
    return true;
  } catch {
    return false;
  }
}

function isStale(file) {
  try {
    const silentFor = Date.now() - statSync(file).mtimeMs;
    const owner = JSON.parse(readFileSync(file, 'utf8'));
    return silentFor > STALE_MS || (owner.host === hostname() && !isAlive(owner.pid));
  } catch {
    return false;
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

function ownerFile(path) {
  try {
    return readdirSync(path)[0];
  } catch {
    return undefined;
  }
}

function describeOwner(path) {
  try {
    return `process ${JSON.parse(readFileSync(join(path, ownerFile(path)), 'utf8')).pid}`;
  } catch {
    return 'another process';
  }
}

function touch(file) {
  const now = new Date();
  try {
    utimesSync(file, now, now);
  } catch {
    // Taken over: whoever did is looking after it.
  }
}
