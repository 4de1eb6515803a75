import { Observable, Subject } from 'rxjs';
import type { Call } from '../call';

interface Waiting {
  readonly call: Call;
  readonly toRoutePoint: boolean;
}

/**
 * Hands out calls that have come in, each once to whoever listens: to all route
 * points, or to one extension. A call that nobody takes waits until somebody does, so
 * that none is missed between connecting and subscribing.
 */
export class IncomingCalls {
  private readonly routePoints = new Subject<Call>();
  private readonly extensions = new Map<string, Subject<Call>>();
  private readonly waiting = new Map<Call, Waiting>();

  offer(call: Call, toRoutePoint: boolean): void {
    const extension = this.extensions.get(call.extension);
    const takers = [
      ...(extension?.observed === true ? [extension] : []),
      ...(toRoutePoint && this.routePoints.observed ? [this.routePoints] : []),
    ];
    if (takers.length === 0) this.waiting.set(call, { call, toRoutePoint });
    for (const taker of takers) taker.next(call);
  }

  /** The call has ended: there is nothing left to take. */
  forget(call: Call): void {
    this.waiting.delete(call);
  }

  toRoutePoints(): Observable<Call> {
    return this.withWaiting(this.routePoints, ({ toRoutePoint }) => toRoutePoint);
  }

  to(extension: string): Observable<Call> {
    let subject = this.extensions.get(extension);
    if (subject === undefined) {
      subject = new Subject();
      this.extensions.set(extension, subject);
    }
    return this.withWaiting(subject, ({ call }) => call.extension === extension);
  }

  complete(): void {
    this.waiting.clear();
    this.routePoints.complete();
    for (const subject of this.extensions.values()) subject.complete();
  }

  private withWaiting(later: Subject<Call>, fits: (waiting: Waiting) => boolean): Observable<Call> {
    return new Observable((subscriber) => {
      const subscription = later.subscribe(subscriber);
      for (const waiting of [...this.waiting.values()].filter(fits)) {
        // A subscriber may have had enough after the first.
        if (subscriber.closed) break;
        this.waiting.delete(waiting.call);
        subscriber.next(waiting.call);
      }
      return subscription;
    });
  }
}
