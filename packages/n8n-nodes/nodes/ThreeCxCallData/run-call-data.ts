import type { INodeExecutionData } from 'n8n-workflow';
import {
  connectionOf,
  parametersOf,
  requireToolOperation,
  runItems,
  untilCancelled,
  withPhoneSystem,
  type ActionContext,
  type Connection,
  type ItemTask,
  type PhoneSystems,
  type SlowDataCache,
  type StepResult,
} from '../../src/shared';
import { callDataDescription } from './description';
import { DATA_OPERATION_VALUES, dataOperations, type DataOperationValue } from './operations';
import type { DataOperation, PreparedReading } from './operations/data-operation';

export interface CallDataDependencies {
  readonly systems: PhoneSystems;
  readonly cache: SlowDataCache;
}

/** What an AI agent may do by itself; the others have people to ask first. */
const TOOL_OPERATIONS: readonly DataOperationValue[] = [
  'getActiveCalls',
  'getCallHistory',
  'getCallStatus',
  'getExtension',
  'getExtensions',
  'getQueueStats',
  'getReport',
  'getStatistics',
  'getSystemStatus',
];

/** Runs the chosen operation for every input item. */
export function runCallData(
  context: ActionContext,
  dependencies: CallDataDependencies,
): Promise<INodeExecutionData[][]> {
  return runItems(context, (itemIndex) => {
    const parameters = parametersOf(
      (name) => context.parameter(name, itemIndex),
      callDataDescription.properties,
    );
    const value = parameters.choice('operation', DATA_OPERATION_VALUES);
    if (context.isTool) requireToolOperation(value, TOOL_OPERATIONS);
    return dataTask(context, itemIndex, dataOperations[value], dependencies);
  });
}

function dataTask(
  context: ActionContext,
  itemIndex: number,
  operation: DataOperation,
  { systems, cache }: CallDataDependencies,
): ItemTask {
  const parameters = parametersOf((name) => context.parameter(name, itemIndex), operation.properties);
  const reading = operation.prepare({ parameters, context, itemIndex, cache });
  const facts: ItemTask['facts'] = { step: operation.name, ...reading.facts };
  return {
    facts,
    isAboutOtherCalls: reading.isAboutOtherCalls ?? false,
    run: async () => {
      const connection = connectionOf(await context.credential(itemIndex));
      facts.serverUrl = connection.serverUrl;
      facts.clientId = connection.clientId;
      return untilCancelled(read(reading, connection, systems, context.cancelSignal), context.cancelSignal);
    },
  };
}

async function read(
  reading: PreparedReading,
  connection: Connection,
  systems: PhoneSystems,
  signal: AbortSignal | undefined,
): Promise<readonly StepResult[]> {
  const key = `${connection.serverUrl} ${connection.clientId}`;
  try {
    return await withPhoneSystem(systems, connection, ({ pbx }) => reading.read({ pbx, key, signal }));
  } catch (error) {
    const answer = reading.whenUnreachable?.(error, connection);
    if (answer === undefined) throw error;
    return answer;
  }
}
