import { CallEndedError, type DigitClaim, type PromptSource, type Timer } from '@org/3cx-core';
import type { CollectingCall } from './collect-digits';
import type { CollectPlan } from './collect-plan';
import type { BufferCleared, CollectResult, FlushReason } from './collect-result';
import { collect, startCollector } from './collector';
import {
  nextDue,
  type CollectorEffect,
  type CollectorEvent,
  type CollectorState,
  type CollectorStep,
  type Verdict,
} from './collector-state';
import { detachableThen } from './detachable-then';
import { resultOf } from './result-of-collector';

export interface Settlement {
  readonly resolve: (result: CollectResult) => void;
  readonly reject: (reason: unknown) => void;
}

/** One run of the collector: hands it keys and time, does what it asks, and owns what that opens. */
export class Collection {
  readonly #call: CollectingCall;
  readonly #plan: CollectPlan;
  readonly #settlement: Settlement;
  readonly #claim: DigitClaim;
  readonly #forgets: (() => void)[] = [];
  #state: CollectorState;
  #timer: Timer | undefined;
  #timerDueAt: number | undefined;
  #stopPrompts: AbortController | undefined;
  #stopValidation: AbortController | undefined;
  #closed = false;

  constructor(call: CollectingCall, plan: CollectPlan, settlement: Settlement) {
    this.#call = call;
    this.#plan = plan;
    this.#settlement = settlement;
    const cleared = plan.typeAhead === 'clear' ? call.digits.clear() : 0;
    this.#claim = call.digits.claim((press) => {
      this.#dispatch({ kind: 'key', press });
    });
    const { buffered } = this.#claim;
    const first = startCollector(plan.rules, { at: plan.clock.now(), buffered, cleared });
    this.#state = first.state;
    this.#watch();
    this.#enter(first);
  }

  /** Listens for what else can happen to a step: an abort, the end of the call, a gap in the connection. */
  #watch(): void {
    const { signal, connection$, clock } = this.#plan;
    const onAbort = () => {
      this.#reject(signal?.reason, 'abort');
    };
    signal?.addEventListener('abort', onAbort, { once: true });
    const forgetCallEnd = detachableThen(this.#call.ended, () => {
      this.#dispatch({ kind: 'callEnded', at: clock.now() });
    });
    this.#forgets.push(forgetCallEnd, () => signal?.removeEventListener('abort', onAbort));
    if (connection$ === undefined) return;
    // A state told on subscribing is how things are; one told later is how they have become.
    let subscribed = false;
    const subscription = connection$.subscribe((state) => {
      if (subscribed && state === 'connected') this.#dispatch({ kind: 'gap', at: clock.now() });
    });
    subscribed = true;
    this.#forgets.push(() => {
      subscription.unsubscribe();
    });
  }

  #dispatch(event: CollectorEvent): void {
    if (!this.#closed) this.#enter(collect(this.#state, event));
  }

  #enter({ state, effects }: CollectorStep): void {
    this.#state = state;
    for (const effect of effects) this.#perform(effect);
    this.#followTimer();
  }

  #perform(effect: CollectorEffect): void {
    switch (effect.kind) {
      case 'play':
        this.#stopPrompts?.abort();
        void this.#play(effect.prompts, effect.run);
        break;
      case 'stopPrompts':
        this.#stopPrompts?.abort();
        break;
      case 'validate':
        void this.#validate(effect.digits, effect.attempt);
        break;
      case 'cleared':
        this.#tellCleared(effect.reason, effect.count);
        break;
      case 'finish':
        // Keys of the message that brought the outcome are still being handed in.
        queueMicrotask(() => {
          this.#resolve();
        });
        break;
    }
  }

  async #play(prompts: readonly PromptSource[], run: number): Promise<void> {
    const stop = new AbortController();
    this.#stopPrompts = stop;
    try {
      for (const prompt of prompts) {
        const { interrupted } = await this.#call.play(prompt, { signal: stop.signal });
        if (interrupted) break;
      }
      this.#dispatch({ kind: 'promptsEnded', at: this.#plan.clock.now(), run });
    } catch (error) {
      if (error instanceof CallEndedError) {
        this.#dispatch({ kind: 'callEnded', at: this.#plan.clock.now() });
      } else this.#reject(error, 'error');
    }
  }

  async #validate(digits: string, attempt: number): Promise<void> {
    const { validate, clock } = this.#plan;
    const stop = new AbortController();
    this.#stopValidation = stop;
    let verdict: Verdict;
    try {
      const valid = await validate?.(digits, stop.signal);
      verdict = { kind: valid === true ? 'accepted' : 'rejected' };
    } catch (cause) {
      verdict = { kind: 'failed', cause };
    }
    this.#dispatch({ kind: 'validated', at: clock.now(), attempt, verdict });
  }

  /** Out of turn, so that a listener that throws does the step no harm. */
  #tellCleared(reason: FlushReason, count: number): void {
    const { onBufferCleared } = this.#plan;
    const event: BufferCleared = { reason, count };
    if (onBufferCleared !== undefined && count > 0) {
      queueMicrotask(() => {
        onBufferCleared(event);
      });
    }
  }

  /** Keeps the one timer at whatever the collector waits for next. */
  #followTimer(): void {
    const dueAt = nextDue(this.#state);
    if (dueAt === this.#timerDueAt) return;
    this.#timer?.cancel();
    this.#timerDueAt = dueAt;
    if (dueAt !== undefined) this.#setTimer(dueAt);
  }

  #setTimer(dueAt: number): void {
    const { clock } = this.#plan;
    this.#timer = clock.after(Math.max(0, dueAt - clock.now()), () => {
      // Platform timers count whole milliseconds and may fire a fraction early.
      if (clock.now() < dueAt) {
        this.#setTimer(dueAt);
        return;
      }
      // A key of the same instant may be handed in right after this, and wins.
      queueMicrotask(() => {
        this.#dispatch({ kind: 'timer', dueAt });
      });
    });
  }

  #resolve(): void {
    const { phase, leftover, swallowUntil, rules } = this.#state;
    if (this.#closed || phase.kind !== 'finished') return;
    this.#close();
    const left = swallowUntil === undefined ? -1 : swallowUntil - this.#plan.clock.now();
    const swallow = { keys: rules.terminators, forMs: left };
    this.#claim.release(left < 0 ? { leftover } : { leftover, swallow });
    this.#settlement.resolve(resultOf(this.#state, phase.outcome, this.#plan.masked));
  }

  /** An outcome already reached stands. */
  #reject(reason: unknown, flush: 'abort' | 'error'): void {
    const { phase, entry, leftover } = this.#state;
    if (this.#closed || phase.kind === 'finished') return;
    this.#close();
    this.#claim.release();
    const discarded = phase.kind === 'prompting' ? phase.discarded : 0;
    this.#tellCleared(flush, entry.length + leftover.length + discarded);
    this.#settlement.reject(reason);
  }

  #close(): void {
    this.#closed = true;
    this.#timer?.cancel();
    for (const forget of this.#forgets) forget();
    this.#stopPrompts?.abort();
    this.#stopValidation?.abort();
  }
}
