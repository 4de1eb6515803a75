import { Observable } from 'rxjs';
import type { Clock, Timer } from '../clock';

/** A value at once and then every so many milliseconds, for as long as somebody listens. */
export function every<T>(ms: number, clock: Clock, read: () => T): Observable<T> {
  return new Observable((subscriber) => {
    let timer: Timer | undefined;
    const tick = () => {
      timer = clock.after(ms, tick);
      subscriber.next(read());
    };
    subscriber.add(() => timer?.cancel());
    tick();
  });
}
