import type { DataOperation } from './data-operation';
import { getActiveCalls } from './get-active-calls';
import { getCallStatus } from './get-call-status';
import { getSystemStatus } from './get-system-status';

/** The operations by the value that a workflow holds. */
export const dataOperations = {
  getActiveCalls,
  getCallStatus,
  getSystemStatus,
} as const satisfies Readonly<Record<string, DataOperation>>;

export const DATA_OPERATION_VALUES = [
  'getActiveCalls',
  'getCallStatus',
  'getSystemStatus',
] as const satisfies readonly (keyof typeof dataOperations)[];
