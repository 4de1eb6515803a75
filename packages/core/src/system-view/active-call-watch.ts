import { PermissionError, RateLimitError, type XapiActiveCall } from '@org/3cx-api-client';
import { Observable } from 'rxjs';
import type { Clock, Timer } from '../clock';
import type { CallEvent } from '../events/call-event';
import type { Stamp } from '../events/event-of-fact';
import type { Logger } from '../options';
import { ActiveCallDiff, type OwnCall } from './active-call-diff';
import { eventsOfView } from './event-of-view';

export interface ActiveCallWatchPorts {
  readonly clock: Clock;
  readonly logger: Logger;
  getActiveCalls(): Promise<readonly XapiActiveCall[]>;
  granted(): ReadonlySet<string>;
  own(): readonly OwnCall[];
  stamp(): Stamp;
}

/** While things change, and while nothing does: between these the interval adapts. */
const SHORTEST_MS = 2_000;
const LONGEST_MS = 30_000;
const SLOWER = 1.5;

/**
 * Events of calls elsewhere on the PBX, for as long as somebody listens: the list of
 * active calls read again and again, every 2 s while calls come and go and up to every
 * 30 s while nothing changes. Completes, with a word in the log, when the client may not
 * read the list.
 */
export function activeCallEvents(ports: ActiveCallWatchPorts): Observable<CallEvent> {
  return new Observable((subscriber) => {
    const { clock, logger } = ports;
    const diff = new ActiveCallDiff(clock);
    let timer: Timer | undefined;
    let intervalMs = SHORTEST_MS;

    const later = (ms: number) => {
      if (subscriber.closed) return;
      timer = clock.after(ms, () => {
        void poll();
      });
    };
    const poll = async () => {
      try {
        const rows = await ports.getActiveCalls();
        if (subscriber.closed) return;
        const facts = diff.apply(rows, ports.granted(), ports.own());
        intervalMs = facts.length > 0 ? SHORTEST_MS : Math.min(LONGEST_MS, intervalMs * SLOWER);
        for (const fact of facts)
          for (const event of eventsOfView(fact, () => ports.stamp())) subscriber.next(event);
        later(intervalMs);
      } catch (error) {
        if (error instanceof PermissionError) {
          logger.warn('Calls on other extensions are not told: this client may not read the active calls', {
            error: error.message,
          });
          subscriber.complete();
          return;
        }
        logger.debug('The active calls could not be read; trying again', { error: String(error) });
        intervalMs = Math.min(LONGEST_MS, intervalMs * 2);
        later(Math.max(intervalMs, error instanceof RateLimitError ? (error.retryAfterMs ?? 0) : 0));
      }
    };
    subscriber.add(() => timer?.cancel());
    void poll();
  });
}
