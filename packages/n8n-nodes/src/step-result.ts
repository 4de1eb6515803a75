import type { IBinaryKeyData, IDataObject } from 'n8n-workflow';

/** What a step has come to, for one output item. */
export interface StepResult {
  /** Fields that the step adds to its item. */
  readonly json: IDataObject;
  /** Files that the step adds to those of its item. */
  readonly binary?: IBinaryKeyData;
  /** Which output it leaves by, from 0. Default 0; a node with fewer outputs takes its first. */
  readonly output?: number;
}
