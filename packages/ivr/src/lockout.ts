import { systemClock } from '@org/3cx-core';

/** Keeps count of failed sign-ins, across calls. Ids only; a PIN never gets here. */
export interface Lockout {
  isLocked(id: string): boolean | Promise<boolean>;
  failed(id: string): void | Promise<void>;
  /** Forgets the failures of this id. */
  succeeded(id: string): void | Promise<void>;
}

export interface LockoutOptions {
  /** How many failures in a row lock an id. Default 5. */
  readonly maxFailures?: number;
  /** How long it stays locked, and how long a failure is remembered. Milliseconds, default 15 minutes. */
  readonly lockMs?: number;
  /** Ids remembered at once; the oldest go first. Default 10 000. */
  readonly capacity?: number;
  readonly now?: () => number;
}

/** A lock-out that lives in memory, for one process. */
export function createLockout({
  maxFailures = 5,
  lockMs = 900_000,
  capacity = 10_000,
  now = () => systemClock.now(),
}: LockoutOptions = {}): Lockout {
  const failures = new Map<string, { count: number; last: number }>();
  const recent = (id: string) => {
    const known = failures.get(id);
    return known !== undefined && now() - known.last < lockMs ? known : undefined;
  };
  return {
    isLocked: (id) => (recent(id)?.count ?? 0) >= maxFailures,
    failed(id) {
      const known = recent(id);
      // An attempt on a locked id doesn't make the lock longer.
      if (known !== undefined && known.count >= maxFailures) return;
      failures.delete(id);
      failures.set(id, { count: (known?.count ?? 0) + 1, last: now() });
      const [oldest] = failures.keys();
      if (failures.size > capacity && oldest !== undefined) failures.delete(oldest);
    },
    succeeded(id) {
      failures.delete(id);
    },
  };
}
