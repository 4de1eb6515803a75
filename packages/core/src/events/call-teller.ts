import { Subject } from 'rxjs';
import type { CallFact } from '../calls/call-model';
import type { CallRecord } from '../calls/call-record';
import { CallRegistry } from '../calls/call-registry';
import { IncomingCalls } from '../calls/incoming-calls';
import type { LiveCall } from '../calls/live-call';
import type { QueueFact } from '../calls/queue-watch';
import type { Clock } from '../clock';
import type { Logger } from '../options';
import type { CallStore } from '../stores/call-store';
import { storedOf } from '../stores/record';
import type { Counters } from '../telemetry/counters';
import type { CallEvent, ConnectionEvent } from './call-event';
import {
  connectionEvent,
  dtmfEvent,
  EventIds,
  eventsOfFact,
  queueEvent,
  transferredEvent,
  type Stamp,
} from './event-of-fact';

export interface CallTellerPorts {
  readonly clock: Clock;
  readonly logger: Logger;
  readonly counters: Counters;
  readonly epoch: string;
  readonly clientId: string;
  readonly callStore: CallStore | undefined;
  liveCall(record: CallRecord): LiveCall;
  isRoutePoint(dn: string): boolean;
}

/**
 * Tells what has become true of calls: to the calls themselves, to the store, and as
 * events to everybody, in one order.
 */
export class CallTeller {
  readonly events = new Subject<CallEvent>();
  readonly incoming = new IncomingCalls();
  readonly registry: CallRegistry;
  private readonly ids: EventIds;

  constructor(private readonly ports: CallTellerPorts) {
    this.ids = new EventIds(ports.epoch);
    this.registry = new CallRegistry(() => ports.clock.date());
  }

  /** Makes the call that users get in hand. */
  follow(record: CallRecord): LiveCall {
    const call = this.ports.liveCall(record);
    if (record.status === 'ended') this.registry.addEnded(call);
    else this.registry.add(record, call);
    return call;
  }

  stamp(): Stamp {
    return { eventId: this.ids.next(), timestamp: this.ports.clock.date().toISOString() };
  }

  tell(facts: readonly CallFact[]): void {
    for (const fact of facts) this.tellOf(fact);
  }

  queue({ kind, queueId }: QueueFact, record: CallRecord | undefined): void {
    if (record === undefined) return;
    const eventType = kind === 'waiting' ? 'queue_call_waiting' : 'queue_call_answered';
    this.emit(queueEvent(eventType, record, queueId, this.stamp()), record);
  }

  /** Keys of a caller. */
  pressed(record: CallRecord, digits: string): void {
    const call = this.registry.of(record);
    const keys = call?.digitBuffer.press(digits) ?? [];
    this.ports.counters.add('digits', keys.length);
    if (keys.length > 0) this.emit(dtmfEvent(record, keys.join(''), this.stamp()), record);
  }

  transferred(record: CallRecord, target: string): void {
    this.emit(transferredEvent(record, target, this.stamp()), record);
  }

  connection(eventType: ConnectionEvent['eventType'], gapMs: number): void {
    this.emit(connectionEvent(eventType, this.ports.clientId, gapMs, this.stamp()));
  }

  /** Hands a call to who waits for calls, unless we have placed it ourselves. */
  announce(record: CallRecord): void {
    const call = this.registry.of(record);
    if (call === undefined || record.direction === 'outbound') return;
    this.incoming.offer(call, this.ports.isRoutePoint(record.dn));
  }

  complete(): void {
    this.incoming.complete();
    this.events.complete();
  }

  private tellOf(fact: CallFact): void {
    const { record, kind } = fact;
    this.keep(record);
    if (kind === 'started') this.follow(record);
    if (kind === 'answered') this.registry.of(record)?.onAnswered();
    const ended = kind === 'ended' ? this.registry.end(record) : undefined;
    if (ended !== undefined) this.incoming.forget(ended);
    for (const event of eventsOfFact(fact, () => this.stamp())) this.emit(event, record);
    if (kind === 'started') this.announce(record);
    ended?.onEnded();
  }

  private keep(record: CallRecord): void {
    this.ports.callStore?.save(storedOf(record)).catch((error: unknown) => {
      this.ports.logger.warn('A call could not be stored: a restart will not know of it', {
        error: String(error),
      });
    });
  }

  private emit(event: CallEvent, record?: CallRecord): void {
    this.ports.counters.add('events');
    this.events.next(event);
    record?.listener?.(event);
  }
}
