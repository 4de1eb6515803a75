import { parse } from 'flatted';
import * as z from 'zod';

const FINISHED = ['success', 'error', 'canceled', 'crashed'];

export const ExecutionSummary = z.looseObject({ id: z.coerce.string(), status: z.string() });
export type ExecutionSummary = z.infer<typeof ExecutionSummary>;

export const ExecutionDetail = z.looseObject({
  id: z.coerce.string(),
  status: z.string(),
  startedAt: z.coerce.date().nullish(),
  stoppedAt: z.coerce.date().nullish(),
  /** The run in the `flatted` format (JSON with back references). */
  data: z.string().nullish(),
});
export type ExecutionDetail = z.infer<typeof ExecutionDetail>;

const NodeFailure = z.object({ message: z.string(), description: z.string().nullish() });
export type NodeFailure = z.infer<typeof NodeFailure>;

const Item = z.looseObject({ json: z.record(z.string(), z.unknown()) });
const NodeRun = z.looseObject({
  error: NodeFailure.nullish(),
  data: z.looseObject({ main: z.array(z.array(Item).nullable()).default([]) }).nullish(),
});
const RunData = z.looseObject({
  resultData: z.looseObject({
    runData: z.record(z.string(), z.array(NodeRun)).default({}),
    error: NodeFailure.nullish(),
    lastNodeExecuted: z.string().nullish(),
  }),
});

/** One run of a workflow, as its page in the editor shows it. */
export interface Execution {
  readonly id: string;
  /** `success`, `error`, `running`, … as n8n names it. */
  readonly status: string;
  readonly isFinished: boolean;
  readonly startedAt: Date | undefined;
  readonly stoppedAt: Date | undefined;
  /** What stopped the run. */
  readonly failure: NodeFailure | undefined;
  /** Names of the nodes that have run. */
  readonly nodes: readonly string[];
  /** The items a node gave on all its outputs, in order of its runs. */
  output(node: string): readonly Readonly<Record<string, unknown>>[];
}

/** Unpacks an execution; while it runs, n8n may have no data for it yet. */
export function readExecution(detail: ExecutionDetail): Execution {
  const unpacked: unknown = typeof detail.data === 'string' ? parse(detail.data) : { resultData: {} };
  const { resultData } = RunData.parse(unpacked ?? { resultData: {} });
  return {
    id: detail.id,
    status: detail.status,
    isFinished: FINISHED.includes(detail.status),
    startedAt: detail.startedAt ?? undefined,
    stoppedAt: detail.stoppedAt ?? undefined,
    failure: resultData.error ?? undefined,
    nodes: Object.keys(resultData.runData),
    output: (node) =>
      (resultData.runData[node] ?? []).flatMap((run) =>
        (run.data?.main ?? []).flatMap((items) => (items ?? []).map(({ json }) => json)),
      ),
  };
}
