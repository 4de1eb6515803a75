import type { Call } from '../call';
import { deferred, type Deferred } from '../deferred';
import { participantKey, type ParticipantKey } from '../replica/replica';

/** Calls that are known to come, found by their participant once it is seen. */
export class ExpectedCalls {
  private readonly expected = new Map<ParticipantKey, Deferred<Call | 'gone'>>();

  expect(dn: string, participantId: number): Promise<Call | 'gone'> {
    const key = participantKey(dn, participantId);
    const known = this.expected.get(key);
    if (known !== undefined) return known.promise;
    const coming = deferred<Call | 'gone'>();
    this.expected.set(key, coming);
    return coming.promise;
  }

  /** A participant was seen. */
  seen(dn: string, participantId: number, call: () => Call | undefined): void {
    if (this.expected.size === 0) return;
    const key = participantKey(dn, participantId);
    const found = this.expected.has(key) ? call() : undefined;
    if (found === undefined) return;
    this.expected.get(key)?.resolve(found);
    this.expected.delete(key);
  }

  /** A participant has gone before anybody could look at it. */
  gone(dn: string, participantId: number): void {
    const key = participantKey(dn, participantId);
    this.expected.get(key)?.resolve('gone');
    this.expected.delete(key);
  }

  /** It won't be waited for any longer. */
  forget(dn: string, participantId: number): void {
    this.expected.delete(participantKey(dn, participantId));
  }
}
