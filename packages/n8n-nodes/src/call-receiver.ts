import type { Call, CallDirection, Logger } from '@org/3cx-core';
import { CallSlots } from './call-slots';
import type { CallSteps } from './call-steps';
import type { TriggerContext } from './contexts';
import { hangUpWhenDone, hangUpWhenIdle } from './end-of-execution-guard';
import { toNodeFailure } from './errors';
import { fitsAny } from './number-filter';
import { receivedCallOutput } from './outputs';
import type { PhoneSystemLease } from './phone-systems';

/** What happens to a call above the limit. */
export type BusyTreatment =
  | { readonly kind: 'reject' | 'wait' }
  /** Rings there; hung up when nobody answers. */
  | { readonly kind: 'transfer'; readonly to: string };

export interface ReceiverSettings {
  readonly extension: string;
  readonly autoAnswer: boolean;
  /** How long an unanswered call is kept, milliseconds. */
  readonly ringTimeoutMs: number;
  readonly callTypes: readonly CallDirection[];
  /** Patterns for the number that was called from outside; empty for all. */
  readonly dids: readonly string[];
  /** Patterns for callers; empty for all. */
  readonly callerNumbers: readonly string[];
  /** Patterns for callers who are left alone. */
  readonly excludeCallers: readonly string[];
  /** 0 for no limit. */
  readonly maxConcurrentCalls: number;
  readonly whenBusy: BusyTreatment;
  /** Whether calls from before it listened start the workflow; on a route point they are hung up otherwise. */
  readonly recoveredCalls: boolean;
  readonly hangUpAtEnd: boolean;
}

export interface ReceiverDependencies {
  readonly lease: PhoneSystemLease;
  readonly steps: CallSteps;
  readonly log: Logger;
}

/**
 * Starts one execution for each call that reaches the extension. The phone system
 * is kept for a call until that ends, also when the trigger has closed: a test run
 * in the editor closes it after the first call.
 * @returns what ends the listening
 */
export function receiveCalls(
  context: TriggerContext,
  settings: ReceiverSettings,
  dependencies: ReceiverDependencies,
): () => void {
  const receiver = new Receiver(context, settings, dependencies);
  // In a test run n8n puts its own `emit` in place only after `trigger()` has
  // returned, so a call that is there already waits for the next turn.
  const returned = new Promise<void>((resolve) => setImmediate(resolve));
  let testCall: Call | undefined;
  const subscription = dependencies.lease.pbx.incomingTo(settings.extension).subscribe((call) => {
    if (!isWanted(call, settings)) return;
    // A test run starts one execution only; a further call would be answered and forgotten.
    if (testCall !== undefined) return;
    if (context.isManual) testCall = call;
    dependencies.lease.keepUntil(call.ended);
    void returned
      .then(() => receiver.receive(call))
      .then((started) => {
        if (!started) testCall = undefined;
      })
      .catch((error: unknown) => {
        dependencies.log.error('A call could not be handed to its workflow', { callId: call.id, error });
      });
  });
  return () => {
    receiver.close();
    subscription.unsubscribe();
  };
}

function isWanted(call: Call, { callTypes, dids, callerNumbers, excludeCallers }: ReceiverSettings): boolean {
  return (
    callTypes.includes(call.direction) &&
    (dids.length === 0 || fitsAny(call.did, dids)) &&
    (callerNumbers.length === 0 || fitsAny(call.fromNumber, callerNumbers)) &&
    !fitsAny(call.fromNumber, excludeCallers)
  );
}

class Receiver {
  readonly #since = new Date();
  readonly #slots: CallSlots;
  readonly #closed: Promise<void>;
  #isOpen = true;
  #close: () => void = () => undefined;

  constructor(
    private readonly context: TriggerContext,
    private readonly settings: ReceiverSettings,
    private readonly dependencies: ReceiverDependencies,
  ) {
    this.#slots = new CallSlots(context.isManual ? 0 : settings.maxConcurrentCalls);
    this.#closed = new Promise((resolve) => {
      this.#close = resolve;
    });
  }

  close(): void {
    this.#isOpen = false;
    this.#close();
  }

  /** @returns whether an execution was started */
  async receive(call: Call): Promise<boolean> {
    const recovered = call.startedAt < this.#since;
    if (recovered && !this.settings.recoveredCalls) {
      await this.#leaveRecovered(call);
      return false;
    }
    if (!this.#slots.tryTake(call) && !(await this.#placeFound(call))) return false;
    if (!(await this.#made(call))) return false;
    if (!this.#isOpen) {
      await this.#hangUp(call);
      return false;
    }
    this.#start(call, recovered);
    return true;
  }

  #start(call: Call, recovered: boolean): void {
    const { context, settings, dependencies } = this;
    const json = receivedCallOutput(call, { recovered, test: context.isManual });
    if (context.isManual) {
      context.emit({ json });
      if (settings.hangUpAtEnd) hangUpWhenIdle(call, dependencies);
      return;
    }
    const done = context.emitAndFollow({ json });
    if (settings.hangUpAtEnd) void hangUpWhenDone(call, done, dependencies);
    else done.catch(() => undefined);
  }

  /** On a route point nobody else would ever look after it; on a phone people are talking. */
  async #leaveRecovered(call: Call): Promise<void> {
    const { log, lease } = this.dependencies;
    if (call.extension !== lease.pbx.clientId) return;
    log.info('Hung up a call from before the workflow listened', { callId: call.id });
    await this.#hangUp(call);
  }

  async #placeFound(call: Call): Promise<boolean> {
    const { whenBusy, ringTimeoutMs } = this.settings;
    const { log } = this.dependencies;
    if (whenBusy.kind === 'wait') {
      const giveUp = afterMs(ringTimeoutMs, call);
      const place = await this.#slots.wait(call, Promise.race([giveUp, this.#closed]));
      if (place === 'given-up') await this.#hangUp(call);
      return place === 'taken';
    }
    log.info('A call is above the limit of concurrent calls', { callId: call.id, treatment: whenBusy.kind });
    if (whenBusy.kind === 'transfer') await this.#sendOn(call, whenBusy.to);
    if (call.status !== 'ended') await this.#hangUp(call);
    return false;
  }

  async #sendOn(call: Call, to: string): Promise<void> {
    const { log } = this.dependencies;
    try {
      const outcome = await call.route({ to, timeoutSeconds: 60 });
      if (outcome.kind !== 'succeeded') log.warn('The busy target took no call', { callId: call.id });
      else await call.ended;
    } catch (error) {
      if (call.status !== 'ended') log.warn('A call could not be sent on', { callId: call.id, error });
    }
  }

  async #made(call: Call): Promise<boolean> {
    if (this.settings.autoAnswer) return this.#answered(call);
    this.#giveUpUnanswered(call);
    return true;
  }

  async #answered(call: Call): Promise<boolean> {
    const { ringTimeoutMs, extension } = this.settings;
    try {
      await call.answer({ timeoutMs: ringTimeoutMs });
      return true;
    } catch (error) {
      if (call.status === 'ended') {
        this.dependencies.log.debug('A call ended before it was answered', { callId: call.id });
        return false;
      }
      const facts = { step: 'Answer Call', callId: call.id, call, extension };
      this.context.saveFailedExecution(toNodeFailure(this.context.node, error, facts).error);
      await this.#hangUp(call);
      return false;
    }
  }

  #giveUpUnanswered(call: Call): void {
    void afterMs(this.settings.ringTimeoutMs, call).then(() => {
      if (call.status === 'ringing') void this.#hangUp(call);
    });
  }

  async #hangUp(call: Call): Promise<void> {
    try {
      await call.hangUp();
    } catch (error) {
      this.dependencies.log.warn('A call that starts no workflow could not be hung up', {
        callId: call.id,
        error,
      });
    }
  }
}

/** Resolves after the time, or never when the call ends before. */
function afterMs(ms: number, call: Call): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms).unref();
    void call.ended.then(() => {
      clearTimeout(timer);
    });
  });
}
