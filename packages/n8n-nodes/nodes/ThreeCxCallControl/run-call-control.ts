import type { INodeExecutionData } from 'n8n-workflow';
import {
  callTask,
  parametersOf,
  runItems,
  type ActionContext,
  type CallActionDependencies,
} from '../../src/shared';
import { callControlDescription } from './description';
import { CALL_OPERATION_VALUES, callOperations } from './operations';

/** Runs the chosen operation for every input item. */
export function runCallControl(
  context: ActionContext,
  dependencies: CallActionDependencies,
): Promise<INodeExecutionData[][]> {
  return runItems(context, (itemIndex) => {
    const parameters = parametersOf(
      (name) => context.parameter(name, itemIndex),
      callControlDescription.properties,
    );
    const operation = callOperations[parameters.choice('operation', CALL_OPERATION_VALUES)];
    return callTask(context, itemIndex, operation, dependencies);
  });
}
