import type { ConnectOptions, Logger } from '@org/3cx-core';
import type { INode, INodeExecutionData, NodeTypeAndVersion } from 'n8n-workflow';
import type { ActionContext, ExecutionEnd, TriggerContext } from './contexts';
import type { Environment } from './environment';
import { deferred, type Deferred } from './fake-call';

export { callEvent, deferred, FakeCall, type Deferred } from './fake-call';
export { FakePhoneSystem, HEALTHY } from './fake-phone-system';
export { FakeXapi, type XapiRequest } from './fake-xapi';

export const CONNECT_OPTIONS: ConnectOptions = {
  serverUrl: 'https://pbx.example.com:5001',
  clientId: '999',
  clientSecret: 'secret',
  allowUnauthorizedCerts: false,
};

export const CREDENTIAL = {
  serverUrl: 'https://pbx.example.com:5001',
  clientId: '999',
  clientSecret: 'secret',
  extension: '',
};

export const EMPTY_ENVIRONMENT: Environment = {
  defaultServer: '',
  defaultExtension: '',
  timeoutMs: 30_000,
  requestTimeoutMs: 15_000,
  connectionPoolSize: 5,
  keepAliveTimeoutMs: 30_000,
  retryAttempts: 3,
  clientSecret: '',
  maxConcurrentCalls: 0,
  webhookSecret: '',
  webhookTimeoutMs: 30_000,
  logLevel: 'info',
};

export const SILENT: Logger = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
};

export function fakeNode(changes: Partial<INode> = {}): INode {
  return {
    id: '1',
    name: 'Step',
    type: 'n8n-nodes-3cx-call-control.threeCxCallControl',
    typeVersion: 1,
    position: [0, 0],
    parameters: {},
    ...changes,
  };
}

export interface FakeActionOptions {
  /** Parameters by name, options by path, e.g. `options.minDigits`. */
  readonly parameters?: Readonly<Record<string, unknown>>;
  readonly items?: readonly INodeExecutionData[];
  readonly node?: Partial<INode>;
  readonly continueOnFail?: boolean;
  readonly parents?: readonly NodeTypeAndVersion[];
  readonly evaluate?: (expression: string, itemIndex: number) => unknown;
  readonly cancelSignal?: AbortSignal;
  readonly credential?: unknown;
  readonly binary?: Uint8Array;
  /** Told which file of the item is read. */
  readonly onBinary?: (property: string) => void;
  readonly timeZone?: string;
}

/** What n8n gives an action node, for the parameters and items of a test. */
export function fakeActionContext(options: FakeActionOptions = {}): ActionContext {
  const items = options.items ?? [{ json: { callId: 'call-42-325', note: 'kept' } }];
  const parameters: Readonly<Record<string, unknown>> = options.parameters ?? {};
  return {
    node: fakeNode(options.node),
    items,
    cancelSignal: options.cancelSignal,
    continueOnFail: options.continueOnFail ?? false,
    parameter: (name, itemIndex) => {
      // The default of the field is an expression, which n8n evaluates for the item.
      if (name === 'callId' && !('callId' in parameters)) return items[itemIndex]?.json.callId;
      return parameters[name] ?? null;
    },
    credential: () => Promise.resolve(options.credential ?? CREDENTIAL),
    parents: () => options.parents ?? [],
    evaluate: (expression, itemIndex) => options.evaluate?.(expression, itemIndex),
    binary: (_itemIndex, property) => {
      options.onBinary?.(property);
      return Promise.resolve(options.binary ?? new Uint8Array());
    },
    saveBinary: (file, fileName, mimeType) =>
      Promise.resolve({ data: Buffer.from(file).toString('base64'), fileName, mimeType }),
    timeZone: options.timeZone ?? 'UTC',
    isTool: options.node?.type?.endsWith('Tool') ?? false,
  };
}

/** What n8n gives a trigger, and what the trigger did with it. */
export interface FakeTrigger {
  readonly context: TriggerContext;
  readonly emitted: INodeExecutionData[];
  /** How many items each execution was started with, where several may be. */
  readonly batches: number[];
  /** The end of each execution that was started and followed, in order. */
  readonly executions: Deferred<ExecutionEnd>[];
  readonly failures: Error[];
  readonly restarts: Error[];
}

export function fakeTrigger(
  options: {
    readonly parameters?: Readonly<Record<string, unknown>>;
    readonly isManual?: boolean;
    readonly workflowName?: string;
  } = {},
): FakeTrigger {
  const emitted: INodeExecutionData[] = [];
  const batches: number[] = [];
  const executions: Deferred<ExecutionEnd>[] = [];
  const failures: Error[] = [];
  const restarts: Error[] = [];
  const context: TriggerContext = {
    node: fakeNode(),
    workflowName: options.workflowName ?? 'Department Router',
    isManual: options.isManual ?? false,
    parameter: (name) => options.parameters?.[name] ?? null,
    credential: () => Promise.resolve(CREDENTIAL),
    emit: (item) => {
      emitted.push(item);
    },
    emitAll: (items) => {
      emitted.push(...items);
      batches.push(items.length);
    },
    emitAndFollow: (item) => {
      emitted.push(item);
      const execution = deferred<ExecutionEnd>();
      executions.push(execution);
      return execution.promise;
    },
    saveFailedExecution: (error) => {
      failures.push(error);
    },
    restart: (error) => {
      restarts.push(error);
    },
  };
  return { context, emitted, batches, executions, failures, restarts };
}

/** Lets everything run that is only waiting for its turn. */
export async function settled(): Promise<void> {
  await new Promise<void>((resolve) => setImmediate(resolve));
  await new Promise<void>((resolve) => setImmediate(resolve));
}
