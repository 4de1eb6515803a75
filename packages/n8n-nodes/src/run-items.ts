import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import type { ActionContext } from './contexts';
import { failureJson, toNodeFailure, type NodeFailure } from './errors';
import type { FailureFacts } from './failure';
import { withoutCallFields } from './outputs';
import type { StepResult } from './step-result';

/** What an action node does with one input item. */
export interface ItemTask {
  /** Tasks with the same key run one after another, those of different calls at once. */
  readonly key?: string;
  /** Told in the message when the task fails; the task adds what it learns. */
  readonly facts: { -readonly [Fact in keyof FailureFacts]: FailureFacts[Fact] };
  /** The results are about other calls than the item's, whose fields would be mistaken for theirs. */
  readonly isAboutOtherCalls?: boolean;
  /** Which output the item leaves by when it fails and the node is set to go on. Default 0. */
  readonly failureOutput?: number;
  /** Gives the output items; none drops the item. */
  run(): Promise<readonly StepResult[]>;
}

type ItemOutcome =
  | { readonly kind: 'done'; readonly results: readonly StepResult[]; readonly kept: IDataObject }
  | { readonly kind: 'failed'; readonly failure: NodeFailure; readonly output?: number | undefined };

/**
 * Runs the task of every input item and puts the results in the order of the
 * items, each on its output. A result keeps the fields and files of its input item.
 * @throws NodeOperationError, NodeApiError of the first item that failed, unless
 * the node is set to go on; the cancellation when the execution was stopped
 */
export async function runItems(
  context: ActionContext,
  prepare: (itemIndex: number) => ItemTask,
  outputCount = 1,
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
  const leaving = outcomes.flatMap((outcome, itemIndex) => toItems(context, outcome, itemIndex));
  return Array.from({ length: outputCount }, (_, output) =>
    leaving.filter((one) => (one.output < outputCount ? one.output : 0) === output).map(({ item }) => item),
  );
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
    const failure = toNodeFailure(context.node, error, task.facts, itemIndex);
    return { kind: 'failed', failure, output: task.failureOutput };
  }
}

interface LeavingItem {
  readonly output: number;
  readonly item: INodeExecutionData;
}

function toItems(context: ActionContext, outcome: ItemOutcome, itemIndex: number): LeavingItem[] {
  const input = context.items[itemIndex];
  const pairedItem = { item: itemIndex };
  if (outcome.kind === 'failed') {
    if (!context.continueOnFail) throw outcome.failure.error;
    const toErrorOutput = context.node.onError === 'continueErrorOutput';
    const json = failureJson(outcome.failure, input?.json ?? {}, toErrorOutput);
    return [{ output: outcome.output ?? 0, item: { json, pairedItem } }];
  }
  return outcome.results.map(({ json, binary, output = 0 }) => ({
    output,
    item: {
      json: { ...outcome.kept, success: true, ...json },
      ...((input?.binary ?? binary) && { binary: { ...input?.binary, ...binary } }),
      pairedItem,
    },
  }));
}
