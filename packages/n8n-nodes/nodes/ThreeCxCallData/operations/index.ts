import type { DataOperation } from './data-operation';
import { dropCall } from './drop-call';
import { getActiveCalls } from './get-active-calls';
import { getCallHistory } from './get-call-history';
import { getCallStatus } from './get-call-status';
import { getExtension, getExtensions } from './get-extensions';
import { getQueueStats } from './get-queue-stats';
import { getReport, getStatistics } from './get-statistics';
import { getSystemStatus } from './get-system-status';
import { downloadRecording, getRecordings, getTranscript } from './recording-operations';
import { setPresence, setQueueLogin } from './set-presence';

/** The operations by the value that a workflow holds. */
export const dataOperations = {
  downloadRecording,
  dropCall,
  getActiveCalls,
  getCallHistory,
  getCallStatus,
  getExtension,
  getExtensions,
  getQueueStats,
  getRecordings,
  getReport,
  getStatistics,
  getSystemStatus,
  getTranscript,
  setPresence,
  setQueueLogin,
} as const satisfies Readonly<Record<string, DataOperation>>;

export type DataOperationValue = keyof typeof dataOperations;

export const DATA_OPERATION_VALUES = [
  'downloadRecording',
  'dropCall',
  'getActiveCalls',
  'getCallHistory',
  'getCallStatus',
  'getExtension',
  'getExtensions',
  'getQueueStats',
  'getRecordings',
  'getReport',
  'getStatistics',
  'getSystemStatus',
  'getTranscript',
  'setPresence',
  'setQueueLogin',
] as const satisfies readonly DataOperationValue[];
