import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import {
  connectionOf,
  parametersOf,
  runItems,
  untilCancelled,
  withPhoneSystem,
  type ActionContext,
  type Connection,
  type ItemTask,
  type PhoneSystems,
} from '../../src/shared';
import { callDataDescription } from './description';
import { DATA_OPERATION_VALUES, dataOperations } from './operations';
import type { DataOperation, PreparedReading } from './operations/data-operation';

/** Runs the chosen operation for every input item. */
export function runCallData(context: ActionContext, systems: PhoneSystems): Promise<INodeExecutionData[][]> {
  return runItems(context, (itemIndex) => {
    const parameters = parametersOf(
      (name) => context.parameter(name, itemIndex),
      callDataDescription.properties,
    );
    const operation = dataOperations[parameters.choice('operation', DATA_OPERATION_VALUES)];
    return dataTask(context, itemIndex, operation, systems);
  });
}

function dataTask(
  context: ActionContext,
  itemIndex: number,
  operation: DataOperation,
  systems: PhoneSystems,
): ItemTask {
  const parameters = parametersOf((name) => context.parameter(name, itemIndex), operation.properties);
  const reading = operation.prepare({ parameters, context, itemIndex });
  const facts: ItemTask['facts'] = { step: operation.name, ...reading.facts };
  return {
    facts,
    isAboutOtherCalls: reading.isAboutOtherCalls ?? false,
    run: async () => {
      const connection = connectionOf(await context.credential(itemIndex));
      facts.serverUrl = connection.serverUrl;
      facts.clientId = connection.clientId;
      return (await untilCancelled(read(reading, connection, systems), context.cancelSignal)).map((json) => ({
        json,
      }));
    },
  };
}

async function read(
  reading: PreparedReading,
  connection: Connection,
  systems: PhoneSystems,
): Promise<readonly IDataObject[]> {
  try {
    return await withPhoneSystem(systems, connection, (lease) => reading.read(lease));
  } catch (error) {
    const answer = reading.whenUnreachable?.(error, connection);
    if (answer === undefined) throw error;
    return answer;
  }
}
