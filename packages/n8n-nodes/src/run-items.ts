import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import type { ActionContext } from './contexts';
import { failureJson, toNodeFailure, type NodeFailure } from './errors';
import type { FailureFacts } from './failure';
import { withoutCallFields } from './outputs';

/** What an action node does with one input item. */
export interface ItemTask {
  /** Tasks with the same key run one after another, those of different calls at once. */
  readonly key?: string;
  /** Told in the message when the task fails; the task adds what it learns. */
  readonly facts: { -readonly [Fact in keyof FailureFacts]: FailureFacts[Fact] };
  /** The results are about other calls than the item's, whose fields would be mistaken for theirs. */
  readonly isAboutOtherCalls?: boolean;
  /** Gives the fields of the output items, one for each; none drops the item. */
  run(): Promise<readonly IDataObject[]>;
}

type ItemOutcome =
  | { readonly kind: 'done'; readonly results: readonly IDataObject[]; readonly kept: IDataObject }
  | { readonly kind: 'failed'; readonly failure: NodeFailure };

/**
 * Runs the task of every input item and puts the results in the order of the
 * items. Each result keeps the fields and files of its input item.
 * @throws NodeOperationError, NodeApiError of the first item that failed, unless
 * the node is set to go on; the cancellation when the execution was stopped
 */
export async function runItems(
  context: ActionContext,
  prepare: (itemIndex: number) => ItemTask,
): Promise<INodeExecutionData[][]> {
  const queues = new Map<string, Promise<ItemOutcome>>();
  const outcomes = await Promise.all(
    context.items.map((_, itemIndex): Promise<ItemOutcome> => {
      const task = prepared(context, prepare, itemIndex);
      if ('failure' in task) return Promise.resolve({ kind: 'failed', failure: task.failure });
      const { key } = task;
      const before = key === undefined ? undefined : queues.get(key);
      const outcome = before
        ? before.then(() => settle(context, task, itemIndex))
        : settle(context, task, itemIndex);
      if (key !== undefined) queues.set(key, outcome);
      return outcome;
    }),
  );
  context.cancelSignal?.throwIfAborted();
  return [outcomes.flatMap((outcome, itemIndex) => toItems(context, outcome, itemIndex))];
}

function prepared(
  context: ActionContext,
  prepare: (itemIndex: number) => ItemTask,
  itemIndex: number,
): ItemTask | { readonly failure: NodeFailure } {
  try {
    return prepare(itemIndex);
  } catch (error) {
    return { failure: toNodeFailure(context.node, error, {}, itemIndex) };
  }
}

async function settle(context: ActionContext, task: ItemTask, itemIndex: number): Promise<ItemOutcome> {
  try {
    context.cancelSignal?.throwIfAborted();
    const input = context.items[itemIndex]?.json ?? {};
    const kept = task.isAboutOtherCalls ? withoutCallFields(input) : input;
    return { kind: 'done', results: await task.run(), kept };
  } catch (error) {
    return { kind: 'failed', failure: toNodeFailure(context.node, error, task.facts, itemIndex) };
  }
}

function toItems(context: ActionContext, outcome: ItemOutcome, itemIndex: number): INodeExecutionData[] {
  const input = context.items[itemIndex];
  const pairedItem = { item: itemIndex };
  if (outcome.kind === 'failed') {
    if (!context.continueOnFail) throw outcome.failure.error;
    const toErrorOutput = context.node.onError === 'continueErrorOutput';
    return [{ json: failureJson(outcome.failure, input?.json ?? {}, toErrorOutput), pairedItem }];
  }
  return outcome.results.map((fields) => ({
    json: { ...outcome.kept, success: true, ...fields },
    ...(input?.binary && { binary: input.binary }),
    pairedItem,
  }));
}
