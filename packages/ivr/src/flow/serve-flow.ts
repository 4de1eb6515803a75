import type { Call, PhoneSystem } from '@org/3cx-core';
import type { SavedFlow } from './call-store';
import type { Flow } from './definition';
import { createLockout } from '../lockout';
import { endFlow, resumeFlow, runFlow, type FlowResult } from './run-flow';
import { requirePorts, type RunFlowOptions } from './run-flow-options';

export interface ServeFlowOptions extends Omit<RunFlowOptions, 'signal' | 'connection$'> {
  /** Told how each call ended, with the call's id. */
  readonly onResult?: (callId: string, result: FlowResult) => void;
}

/** A flow that takes calls. Whoever started it disposes it. */
export interface FlowService extends AsyncDisposable {
  /** Takes no more calls, and leaves those it leads where they are: their places stay in the store. */
  dispose(): Promise<void>;
}

/**
 * Leads every call that reaches the route point through a flow. Calls that a former process
 * was leading go on where they were, and those that have ended since are seen to.
 * Unless given another, it keeps a lock-out of its own for `authenticate` steps, over all calls.
 * @throws what the store throws when it is read, and FlowOptionsError as `runFlow`
 */
export async function serveFlow(
  pbx: Pick<PhoneSystem, 'incoming$' | 'calls' | 'connection$'>,
  flow: Flow,
  { onResult, ...options }: ServeFlowOptions = {},
): Promise<FlowService> {
  requirePorts(flow, options);
  const stop = new AbortController();
  const led = new Map<string, Promise<void>>();
  const { connection$ } = pbx;
  const given: RunFlowOptions = {
    lockout: createLockout(),
    ...options,
    connection$,
    signal: stop.signal,
  };
  const saved = new Map(
    ((await options.store?.list()) ?? [])
      .filter((each) => each.flow === flow.name)
      .map((each) => [each.callId, each]),
  );

  const lead = (callId: string, run: () => Promise<FlowResult>) => {
    if (led.has(callId)) return;
    const leading = run().then(
      (result) => onResult?.(callId, result),
      (error: unknown) => {
        if (stop.signal.aborted) return;
        options.logger?.error('A call could not be led through its flow', {
          callId,
          flow: flow.name,
          error: error instanceof Error ? error.message : String(error),
        });
      },
    );
    led.set(callId, leading);
    void leading.finally(() => led.delete(callId));
  };
  const take = (call: Call) => {
    const former = saved.get(call.id);
    saved.delete(call.id);
    lead(call.id, () =>
      former === undefined ? runFlow(call, flow, given) : resumeFlow(call, flow, former, given),
    );
  };

  const subscription = pbx.incoming$.subscribe(take);
  for (const call of pbx.calls) if (saved.has(call.id)) take(call);
  for (const former of [...saved.values()]) seeTo(former);

  function seeTo(former: SavedFlow): void {
    lead(former.callId, () => endFlow(flow, former, given));
  }

  const dispose = async () => {
    subscription.unsubscribe();
    stop.abort();
    await Promise.all(led.values());
  };
  return { dispose, [Symbol.asyncDispose]: dispose };
}
