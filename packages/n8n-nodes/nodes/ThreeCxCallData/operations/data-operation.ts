import type { IDataObject, INodeProperties } from 'n8n-workflow';
import type {
  ActionContext,
  Connection,
  ItemTask,
  Parameters,
  PhoneSystemLease,
  SlowDataCache,
  StepResult,
} from '../../../src/shared';

/** One operation of Call Data: how it looks in the editor, and what it reads. */
export interface DataOperation {
  /** Name as the editor shows it. */
  readonly name: string;
  readonly properties: readonly INodeProperties[];
  /** Reads and checks the fields for one item, before anything is connected. */
  prepare(input: DataOperationInput): PreparedReading;
}

export interface DataOperationInput {
  readonly parameters: Parameters;
  readonly context: ActionContext;
  readonly itemIndex: number;
  readonly cache: SlowDataCache;
}

export interface PreparedReading {
  readonly facts?: Pick<ItemTask['facts'], 'callId' | 'extension' | 'needs'>;
  /** See the task of an item. */
  readonly isAboutOtherCalls?: boolean;
  /** Gives the output items. */
  read(source: DataSource): Promise<readonly StepResult[]>;
  /** The answer when 3CX can't be asked, if that is an answer; undefined lets the failure stand. */
  whenUnreachable?(error: unknown, connection: Connection): readonly StepResult[] | undefined;
}

export interface DataSource extends Pick<PhoneSystemLease, 'pbx'> {
  /** Aborted when the execution is stopped. */
  readonly signal: AbortSignal | undefined;
  /** Where the data comes from, for keeping it apart from that of others. */
  readonly key: string;
}

/** Items of plain fields. */
export function items(list: readonly IDataObject[]): StepResult[] {
  return list.map((json) => ({ json }));
}

/** What 3CX asks for before it shows logs and recordings. */
export const OWNER_ROLE = { needs: 'the role System Owner' };
