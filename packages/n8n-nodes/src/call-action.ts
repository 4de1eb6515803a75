import type { Call } from '@org/3cx-core';
import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { resolveCallId } from './call-id';
import type { CallSteps } from './call-steps';
import { connectionOf, withPhoneSystem } from './connection';
import type { ActionContext } from './contexts';
import type { FailureFacts } from './failure';
import { parametersOf, type Parameters } from './parameters';
import type { PhoneSystems } from './phone-systems';
import type { ItemTask } from './run-items';

/** One operation of Call Control: how it looks in the editor, and what it does to a call. */
export interface CallOperation {
  /** Name as the editor shows it. */
  readonly name: string;
  readonly properties: readonly INodeProperties[];
  /** Reads and checks the fields for one item, before anything is connected. */
  prepare(input: CallOperationInput): PreparedCallStep;
}

export interface CallOperationInput {
  readonly parameters: Parameters;
  readonly context: ActionContext;
  readonly itemIndex: number;
  readonly steps: CallSteps;
}

export interface PreparedCallStep {
  readonly facts?: Pick<FailureFacts, 'audio'>;
  /** Gives the fields that the step adds to its item. */
  act(call: Call, signal: AbortSignal | undefined): Promise<IDataObject>;
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
  const resolved = resolveCallId(context, itemIndex);
  const { callId } = resolved;
  const facts: ItemTask['facts'] = { step: operation.name, callId, ...step.facts };
  return {
    key: callId,
    facts,
    run: async () => {
      const connection = connectionOf(await context.credential(itemIndex));
      facts.serverUrl = connection.serverUrl;
      facts.clientId = connection.clientId;
      return withPhoneSystem(systems, connection, async ({ pbx }) => {
        const call = pbx.call(callId);
        facts.call = call;
        const fields = await steps.during(call, () => step.act(call, context.cancelSignal));
        return [{ ...resolved, ...fields }];
      });
    },
  };
}
