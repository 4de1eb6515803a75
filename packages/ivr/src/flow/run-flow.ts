import { CallEndedError } from '@org/3cx-core';
import type { SavedFlow } from './call-store';
import type { Flow, FlowValue } from './definition';
import type { FlowCommand, FlowContext, FlowEndKind, FlowOutcome, FlowTurn } from './flow-command';
import { afterOutcome, nextCommand } from './interpreter';
import { failsByItself, performCommand } from './perform-command';
import { addressOf, startOf, withoutSecrets, type FlowPosition } from './position';
import { isRepeatable, positionToResume } from './resume-position';
import { requirePorts, type FlowCall, type RunFlowOptions } from './run-flow-options';

export interface FlowResult {
  readonly kind: FlowEndKind;
  /** Where it ended. */
  readonly step: string;
  /** The variables, secret ones left out. */
  readonly values: Readonly<Record<string, FlowValue>>;
  /** The steps that did something, in order. */
  readonly trail: readonly string[];
}

/**
 * Leads a call through a flow, up to its end: hung up, transferred, or the caller gone. A
 * flow that fails where no handler helps hangs up, so that nobody is left in silence.
 * @throws the reason of `signal`, what the store throws, and FlowOptionsError when a step needs an
 *   option that isn't given
 */
export async function runFlow(call: FlowCall, flow: Flow, options: RunFlowOptions = {}): Promise<FlowResult> {
  requirePorts(flow, options);
  const start = startOf(flow);
  const values = { ...start.values, ...options.values };
  return new FlowRun(call, flow, options).begin({ ...start, values }, undefined);
}

/**
 * Goes on with a call after a restart, at the step it was at. A transfer or a request that was
 * under way is not tried again, but taken as failed; an idempotent request is sent again with its key.
 */
export async function resumeFlow(
  call: FlowCall,
  flow: Flow,
  saved: SavedFlow,
  options: RunFlowOptions = {},
): Promise<FlowResult> {
  requirePorts(flow, options);
  const run = new FlowRun(call, flow, options);
  if (isRepeatable(flow, saved)) return run.begin(positionToResume(flow, saved.position), saved.key);
  const after = afterOutcome(flow, saved.position, { kind: 'failed' });
  return run.begin('kind' in after ? after.position : positionToResume(flow, after), undefined);
}

const NO_AUDIO = 'This call has ended while nobody looked after it';

/** What is still to be done for a call that has ended meanwhile: its `onHangUp` steps. */
export function endFlow(flow: Flow, saved: SavedFlow, options: RunFlowOptions = {}): Promise<FlowResult> {
  const gone = () => Promise.reject(new CallEndedError(NO_AUDIO));
  const call: FlowCall = {
    id: saved.callId,
    ...{ fromNumber: '', toNumber: '', did: '', callerName: '' },
    digits: { size: 0, claim: () => ({ buffered: [], release: () => undefined }), clear: () => 0 },
    ended: Promise.resolve({ reason: 'lost-in-gap', endedAt: new Date() }),
    ...{ answer: gone, play: gone, recordCaller: gone, transfer: gone, hangUp: () => Promise.resolve() },
  };
  return new FlowRun(call, flow, options).endOfCall(saved.position);
}

class FlowRun {
  readonly #trail: string[] = [];

  constructor(
    private readonly call: FlowCall,
    private readonly flow: Flow,
    private readonly options: RunFlowOptions,
  ) {}

  /** @param key of the step at `from`, when it is carried out again */
  async begin(from: FlowPosition, key: string | undefined): Promise<FlowResult> {
    try {
      await this.call.answer(this.#signal());
    } catch (error) {
      if (error instanceof CallEndedError) return this.endOfCall(from);
      throw error;
    }
    return this.#run(from, key);
  }

  async #run(from: FlowPosition, firstKey: string | undefined): Promise<FlowResult> {
    let turn = nextCommand(this.flow, from, this.#context());
    let key = firstKey;
    while (turn.kind === 'command') {
      const { position, command } = turn;
      this.#trail.push(addressOf(position));
      const outcome = await this.#carryOut(
        command,
        position,
        key ?? `${this.call.id}:${String(position.taken)}`,
      );
      key = undefined;
      this.options.signal?.throwIfAborted();
      turn = this.#after(position, outcome);
    }
    return this.#end(turn);
  }

  endOfCall(position: FlowPosition): Promise<FlowResult> {
    const turn = this.#after(position, { kind: 'callEnded' });
    return turn.kind === 'command'
      ? this.#run({ ...turn.position, taken: turn.position.taken - 1 }, undefined)
      : this.#end(turn);
  }

  #after(position: FlowPosition, outcome: FlowOutcome): FlowTurn {
    const after = afterOutcome(this.flow, position, outcome);
    return 'kind' in after ? after : nextCommand(this.flow, after, this.#context());
  }

  async #end({ position, end }: Extract<FlowTurn, { kind: 'end' }>): Promise<FlowResult> {
    if (end === 'error' || end === 'tooManySteps') {
      this.options.logger?.warn('A call flow ended without a way on; hanging up', {
        callId: this.call.id,
        flow: this.flow.name,
        step: addressOf(position),
        why: end,
      });
      await this.call.hangUp();
    }
    await this.options.store?.remove(this.call.id);
    const { values } = withoutSecrets(position);
    return { kind: end, step: addressOf(position), values, trail: this.#trail };
  }

  async #carryOut(command: FlowCommand, position: FlowPosition, key: string): Promise<FlowOutcome> {
    await this.options.store?.save({
      callId: this.call.id,
      flow: this.flow.name,
      position: withoutSecrets({ ...position, taken: position.taken - 1 }),
      pending: command.kind,
      key,
    });
    const place = { flow: this.flow.name, step: addressOf(position), key };
    try {
      return await performCommand(this.call, command, place, this.options);
    } catch (error) {
      this.options.signal?.throwIfAborted();
      if (error instanceof CallEndedError) return { kind: 'callEnded' };
      this.options.logger?.warn('A step of a call flow failed', {
        callId: this.call.id,
        flow: place.flow,
        step: place.step,
        error: error instanceof Error ? error.message : String(error),
      });
      return { kind: failsByItself(command, error) ? 'failed' : 'error' };
    }
  }

  #signal(): { readonly signal?: AbortSignal } {
    const { signal } = this.options;
    return signal === undefined ? {} : { signal };
  }

  #context(): FlowContext {
    const { id, fromNumber, toNumber, did, callerName } = this.call;
    const now = this.options.now?.() ?? new Date();
    return { call: { id, from: fromNumber, to: toNumber, did, callerName }, now };
  }
}
