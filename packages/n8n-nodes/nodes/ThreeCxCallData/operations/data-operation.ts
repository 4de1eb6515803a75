import type { IDataObject, INodeProperties } from 'n8n-workflow';
import type { ActionContext, Connection, Parameters, PhoneSystemLease } from '../../../src/shared';

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
}

export interface PreparedReading {
  readonly facts?: { readonly callId: string };
  /** See the task of an item. */
  readonly isAboutOtherCalls?: boolean;
  /** Gives the fields of the output items, one for each. */
  read(lease: Pick<PhoneSystemLease, 'pbx'>): Promise<readonly IDataObject[]>;
  /** The answer when 3CX can't be asked, if that is an answer; undefined lets the failure stand. */
  whenUnreachable?(error: unknown, connection: Connection): readonly IDataObject[] | undefined;
}
