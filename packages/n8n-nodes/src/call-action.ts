import type { Call, PhoneSystem } from '@org/3cx-core';
import type { INodeProperties } from 'n8n-workflow';
import { resolveCallId } from './call-id';
import type { CallSteps } from './call-steps';
import { connectionOf, withPhoneSystem, type Connection } from './connection';
import type { ActionContext } from './contexts';
import { hangUpWhenIdle } from './end-of-execution-guard';
import { readEnvironment } from './environment';
import type { FailureFacts } from './failure';
import { logFrom } from './log';
import { parametersOf, type Parameters } from './parameters';
import type { PhoneSystemLease, PhoneSystems } from './phone-systems';
import type { ItemTask } from './run-items';
import type { StepResult } from './step-result';

/** One operation of Call Control: how it looks in the editor, and what it does to a call. */
export interface CallOperation {
  /** Name as the editor shows it. */
  readonly name: string;
  readonly properties: readonly INodeProperties[];
  /** Which output a failing item leaves by, when the operation has several and the node goes on. */
  readonly failureOutput?: number;
  /** Reads and checks the fields for one item, before anything is connected. */
  prepare(input: CallOperationInput): PreparedCallStep | PreparedSystemStep;
}

export interface CallOperationInput {
  readonly parameters: Parameters;
  readonly context: ActionContext;
  readonly itemIndex: number;
  readonly steps: CallSteps;
}

type ShownFacts = Pick<FailureFacts, 'audio' | 'extension'>;

/** A step on the call of its item. */
export interface PreparedCallStep {
  readonly facts?: ShownFacts;
  act(call: Call, tools: StepTools): Promise<StepResult>;
}

/** A step that needs no call: it makes one. */
export interface PreparedSystemStep {
  readonly facts?: ShownFacts;
  actOnSystem(tools: StepTools): Promise<StepResult>;
}

export interface StepTools {
  readonly pbx: PhoneSystem;
  readonly connection: Connection;
  /** Aborted when the execution is stopped. */
  readonly signal: AbortSignal | undefined;
  /** Keeps the phone system until the call has ended, also when the step is done before. */
  readonly keep: (call: Call) => void;
  /**
   * As `keep`, and hangs the call up when no step acts on it any more: for a call that the
   * workflow has made, where the end of the execution can't be seen.
   */
  readonly adopt: (call: Call) => void;
  /** Lets work go on after the step; a failure is logged. Until it settles, the call is acted on. */
  readonly continueInBackground: (call: Call, what: string, work: Promise<unknown>) => void;
}

export interface CallActionDependencies {
  readonly systems: PhoneSystems;
  readonly steps: CallSteps;
}

/** The task of one item of Call Control. */
export function callTask(
  context: ActionContext,
  itemIndex: number,
  operation: CallOperation,
  { systems, steps }: CallActionDependencies,
): ItemTask {
  const parameters = parametersOf((name) => context.parameter(name, itemIndex), operation.properties);
  const step = operation.prepare({ parameters, context, itemIndex, steps });
  const resolved = 'act' in step ? resolveCallId(context, itemIndex) : undefined;
  const facts: ItemTask['facts'] = {
    step: operation.name,
    ...(resolved && { callId: resolved.callId }),
    ...step.facts,
  };
  return {
    ...(resolved && { key: resolved.callId }),
    ...(operation.failureOutput !== undefined && { failureOutput: operation.failureOutput }),
    facts,
    run: async () => {
      const connection = connectionOf(await context.credential(itemIndex));
      facts.serverUrl = connection.serverUrl;
      facts.clientId = connection.clientId;
      return withPhoneSystem(systems, connection, async (lease) => {
        const tools = toolsOf(lease, connection, context.cancelSignal, steps);
        if (!('act' in step)) return [await step.actOnSystem(tools)];
        const call = lease.pbx.call(resolved?.callId ?? '');
        facts.call = call;
        const result = await steps.during(call, () => step.act(call, tools));
        return [{ ...result, json: { ...resolved, ...result.json } }];
      });
    },
  };
}

function toolsOf(
  lease: PhoneSystemLease,
  connection: Connection,
  signal: AbortSignal | undefined,
  steps: CallSteps,
): StepTools {
  const log = logFrom(readEnvironment().logLevel);
  const keep = (call: Call): void => {
    lease.keepUntil(call.ended);
  };
  return {
    pbx: lease.pbx,
    connection,
    signal,
    keep,
    adopt: (call) => {
      keep(call);
      hangUpWhenIdle(call, { steps, log });
    },
    continueInBackground: (call, what, work) => {
      keep(call);
      steps
        .during(call, () => work)
        .catch((error: unknown) => {
          if (call.status !== 'ended') log.warn(`${what} came to a stop`, { callId: call.id, error });
        });
    },
  };
}
