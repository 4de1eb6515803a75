import type {
  IBinaryData,
  IExecuteFunctions,
  INode,
  INodeExecutionData,
  IRun,
  ITriggerFunctions,
  NodeApiError,
  NodeOperationError,
  NodeTypeAndVersion,
} from 'n8n-workflow';

/** Name of the credential type that all nodes use. */
export const CREDENTIAL_NAME = 'threeCxCallControlApi';

/** What an action node needs of n8n while it runs. */
export interface ActionContext {
  readonly node: INode;
  readonly items: readonly INodeExecutionData[];
  /** Aborted when the execution is stopped. */
  readonly cancelSignal: AbortSignal | undefined;
  /** Whether a failing item is to be passed on instead of stopping the node. */
  readonly continueOnFail: boolean;
  /** The value of a parameter; null when the workflow doesn't have it. */
  parameter(name: string, itemIndex: number): unknown;
  credential(itemIndex: number): Promise<unknown>;
  /** The nodes before this one. */
  parents(): readonly NodeTypeAndVersion[];
  evaluate(expression: string, itemIndex: number): unknown;
  binary(itemIndex: number, property: string): Promise<Uint8Array>;
  /** Stores a file where n8n keeps those of this execution. */
  saveBinary(file: Uint8Array, fileName: string, mimeType: string): Promise<IBinaryData>;
  /** IANA name of the workflow's time zone. */
  readonly timeZone: string;
  /** Run as a tool of an AI agent, which sees the first output only, and no files. */
  readonly isTool: boolean;
}

/** How an execution ended, or that it was put to sleep. */
export type ExecutionEnd = Pick<IRun, 'status' | 'waitTill'>;

/** What a trigger node needs of n8n while it listens. */
export interface TriggerContext {
  readonly node: INode;
  readonly workflowName: string;
  /** A test run in the editor, which takes one event and closes the trigger. */
  readonly isManual: boolean;
  parameter(name: string): unknown;
  credential(): Promise<unknown>;
  /** Starts one execution. Not before `trigger()` has returned, in a test run. */
  emit(item: INodeExecutionData): void;
  /** Starts one execution with several items. */
  emitAll(items: readonly INodeExecutionData[]): void;
  /** As `emit`; the promise settles when the execution is done. Not in a test run. */
  emitAndFollow(item: INodeExecutionData): Promise<ExecutionEnd>;
  /** Saves a failed execution; the trigger goes on. */
  saveFailedExecution(error: NodeOperationError | NodeApiError): void;
  /** Has n8n close the trigger and start it again later. */
  restart(error: Error): void;
}

export function actionContext(n8n: IExecuteFunctions): ActionContext {
  return {
    node: n8n.getNode(),
    items: n8n.getInputData(),
    cancelSignal: n8n.getExecutionCancelSignal(),
    continueOnFail: n8n.continueOnFail(),
    parameter: (name, itemIndex) => n8n.getNodeParameter(name, itemIndex, null),
    credential: (itemIndex) => n8n.getCredentials(CREDENTIAL_NAME, itemIndex),
    parents: () => n8n.getParentNodes(n8n.getNode().name),
    evaluate: (expression, itemIndex) => n8n.evaluateExpression(expression, itemIndex),
    binary: (itemIndex, property) => {
      n8n.helpers.assertBinaryData(itemIndex, property);
      return n8n.helpers.getBinaryDataBuffer(itemIndex, property);
    },
    saveBinary: (file, fileName, mimeType) =>
      n8n.helpers.prepareBinaryData(
        Buffer.from(file.buffer, file.byteOffset, file.length),
        fileName,
        mimeType,
      ),
    timeZone: n8n.getTimezone(),
    isTool: n8n.getNode().type.endsWith('Tool'),
  };
}

export function triggerContext(n8n: ITriggerFunctions): TriggerContext {
  return {
    node: n8n.getNode(),
    workflowName: n8n.getWorkflow().name ?? n8n.getNode().name,
    isManual: n8n.getMode() === 'manual',
    parameter: (name) => n8n.getNodeParameter(name, null),
    credential: () => n8n.getCredentials(CREDENTIAL_NAME),
    // n8n replaces `emit` and `emitError` on its context after `trigger()` has
    // returned, so they are looked up at each call.
    emit: (item) => {
      n8n.emit([[item]]);
    },
    emitAll: (items) => {
      n8n.emit([[...items]]);
    },
    emitAndFollow: (item) => {
      const done = n8n.helpers.createDeferredPromise<IRun>();
      n8n.emit([[item]], undefined, done);
      return done.promise;
    },
    saveFailedExecution: (error) => {
      n8n.saveFailedExecution(error);
    },
    restart: (error) => {
      n8n.emitError(error);
    },
  };
}
