import { CallEndedError, type Call, type DigitClaim, type PromptSource, type Timer } from '@org/3cx-core';
import { planCollection, type CollectOptions, type CollectPlan } from './collect-options';
import type { CollectResult } from './collect-result';
import { LATE_TERMINATOR_MS, collect, startCollector, type CollectorStep } from './collector';
import { nextDue, type CollectorEffect, type CollectorEvent, type CollectorState } from './collector-state';
import { detachableThen } from './detachable-then';
import { resultOf } from './result-of-collector';

/** What collecting needs of a call: its keys, its ear and its end. */
export type CollectingCall = Pick<Call, 'digits' | 'play' | 'ended'>;

/**
 * Asks the caller for digits: plays the prompt and gathers key presses until they
 * make an entry, can't make one, or don't come. Keys the caller pressed before are
 * used first, and if there are any the prompt isn't started. Keys pressed after a
 * match stay with the call for the next step.
 *
 * When the promise settles, no timer runs, the prompt has been told to stop, and
 * the keys of the call are free for another step. A call that ends is a result,
 * not an error.
 * @throws CollectOptionsError
 * @throws DigitsClaimedError when another step of this call is collecting
 * @throws whatever `call.play` rejects with when the prompt can't be played
 * @throws the reason of `options.signal` once it is aborted
 */
export async function collectDigits(
  call: CollectingCall,
  options: CollectOptions = {},
): Promise<CollectResult> {
  const plan = planCollection(options);
  plan.signal?.throwIfAborted();
  return new Promise((resolve, reject) => {
    new Collection(call, plan, { resolve, reject });
  });
}

interface Settlement {
  readonly resolve: (result: CollectResult) => void;
  readonly reject: (reason: unknown) => void;
}

/** One run of the collector: hands it keys and time, does what it asks, and owns what that opens. */
class Collection {
  readonly #call: CollectingCall;
  readonly #plan: CollectPlan;
  readonly #settlement: Settlement;
  readonly #claim: DigitClaim;
  readonly #forgetCallEnd: () => void;
  #state: CollectorState;
  #timer: Timer | undefined;
  #timerDueAt: number | undefined;
  #stopPrompt: AbortController | undefined;
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
    plan.signal?.addEventListener('abort', this.#onAbort, { once: true });
    this.#forgetCallEnd = detachableThen(call.ended, () => {
      this.#dispatch({ kind: 'callEnded' });
    });
    this.#enter(first);
  }

  readonly #onAbort = (): void => {
    this.#reject(this.#plan.signal?.reason);
  };

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
      case 'playPrompt':
        if (this.#plan.prompt !== undefined) void this.#play(this.#plan.prompt, effect.attempt);
        break;
      case 'stopPrompt':
        this.#stopPrompt?.abort();
        break;
      case 'finish':
        // Keys of the message that brought the outcome are still being handed in.
        queueMicrotask(() => {
          this.#resolve();
        });
        break;
    }
  }

  async #play(prompt: PromptSource, attempt: number): Promise<void> {
    const stop = new AbortController();
    this.#stopPrompt = stop;
    try {
      await this.#call.play(prompt, { signal: stop.signal });
      this.#dispatch({ kind: 'promptEnded', at: this.#plan.clock.now(), attempt });
    } catch (error) {
      if (error instanceof CallEndedError) this.#dispatch({ kind: 'callEnded' });
      else this.#reject(error);
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
    const swallow = { keys: rules.terminators, forMs: LATE_TERMINATOR_MS };
    this.#claim.release(swallowUntil === undefined ? { leftover } : { leftover, swallow });
    this.#settlement.resolve(resultOf(this.#state, phase.outcome));
  }

  /** An outcome already reached stands. */
  #reject(reason: unknown): void {
    if (this.#closed || this.#state.phase.kind === 'finished') return;
    this.#close();
    this.#claim.release();
    this.#settlement.reject(reason);
  }

  #close(): void {
    this.#closed = true;
    this.#timer?.cancel();
    this.#forgetCallEnd();
    this.#plan.signal?.removeEventListener('abort', this.#onAbort);
    this.#stopPrompt?.abort();
  }
}
