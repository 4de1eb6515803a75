import type { Participant } from '@org/3cx-api-client';
import type { ReplicaChange } from '../replica/replica';
import { isQueue } from './direction';

/** A call that waits in a queue, or that one of its agents has taken. */
export interface QueueFact {
  readonly kind: 'waiting' | 'answered';
  readonly queueId: string;
  readonly participant: Participant;
}

interface Seen {
  readonly caller: string;
  answered: boolean;
}

/** Calls remembered, so that a queue's next round of ringing is no new call. */
const REMEMBERED = 2_000;

/**
 * Derives queue calls from the participants we see: on a queue that is granted to us,
 * or on its agents, who ring on its behalf. The API has no queue events (3CX facts 8.12),
 * and of a queue whose agents we may not see, nothing is known.
 */
export class QueueWatch {
  private readonly seen = new Map<string, Seen>();

  constructor(private readonly typeOf: (dn: string) => string) {}

  apply({ kind, participant }: ReplicaChange): QueueFact[] {
    if (kind === 'removed') return [];
    const ownQueue = isQueue(this.typeOf(participant.dn));
    const queueId = ownQueue ? participant.dn : behalf(participant);
    if (queueId === undefined) return [];
    const key = `${queueId}/${String(participant.callid)}`;
    const facts: QueueFact[] = [];
    let seen = this.seen.get(key);
    // The same id with another caller: the PBX has restarted and counts again.
    if (seen?.caller !== participant.party_caller_id) {
      seen = { caller: participant.party_caller_id, answered: false };
      this.remember(key, seen);
      facts.push({ kind: 'waiting', queueId, participant });
    }
    if (!ownQueue && participant.status === 'Connected' && !seen.answered) {
      seen.answered = true;
      facts.push({ kind: 'answered', queueId, participant });
    }
    return facts;
  }

  private remember(key: string, seen: Seen): void {
    this.seen.delete(key);
    this.seen.set(key, seen);
    const [oldest] = this.seen.keys();
    if (this.seen.size > REMEMBERED && oldest !== undefined) this.seen.delete(oldest);
  }
}

function behalf({ on_behalf_of_dn: dn, on_behalf_of_type: type }: Participant): string | undefined {
  return isQueue(type) && dn !== '' ? dn : undefined;
}
