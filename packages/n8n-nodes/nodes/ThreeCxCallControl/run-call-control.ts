import type { INodeExecutionData } from 'n8n-workflow';
import {
  callTask,
  parametersOf,
  requireToolOperation,
  runItems,
  type ActionContext,
  type CallActionDependencies,
} from '../../src/shared';
import { callControlDescription } from './description';
import { CALL_OPERATION_VALUES, callOperations, type CallOperationValue } from './operations';
import { outputsOf } from './outputs';

/** Runs the chosen operation for every input item. */
export function runCallControl(
  context: ActionContext,
  dependencies: CallActionDependencies,
): Promise<INodeExecutionData[][]> {
  return runItems(
    context,
    (itemIndex) => {
      const value = operationOf(context, itemIndex);
      if (context.isTool) requireToolOperation(value, TOOL_OPERATIONS);
      return callTask(context, itemIndex, callOperations[value], dependencies);
    },
    outputCount(context),
  );
}

/** What an AI agent may do with a call by itself. */
const TOOL_OPERATIONS: readonly CallOperationValue[] = [
  'answerCall',
  'collectDTMF',
  'confirm',
  'divertCall',
  'hangupCall',
  'holdCall',
  'makeCall',
  'menu',
  'parkCall',
  'playAudio',
  'resumeCall',
  'routeCall',
  'stopAudio',
  'transferCall',
];

function operationOf(context: ActionContext, itemIndex: number): CallOperationValue {
  const parameters = parametersOf(
    (name) => context.parameter(name, itemIndex),
    callControlDescription.properties,
  );
  return parameters.choice('operation', CALL_OPERATION_VALUES);
}

/** An AI agent sees one output only, where the results of all branches then go. */
function outputCount(context: ActionContext): number {
  if (context.isTool || context.items.length === 0) return 1;
  const parameters = parametersOf((name) => context.parameter(name, 0), callControlDescription.properties);
  const operation = operationOf(context, 0);
  return outputsOf({
    operation,
    separateOutputs: operation === 'collectDTMF' && parameters.flag('separateOutputs'),
    menuKeys: { keys: operation === 'menu' ? parameters.rows('menuKeys.keys').map(() => ({})) : [] },
  }).length;
}
