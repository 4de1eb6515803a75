import { NodeConnectionTypes, type INodePropertyOptions, type INodeTypeDescription } from 'n8n-workflow';
import { CREDENTIAL_NAME } from '../../src/shared';
import { dataOperations, type DataOperationValue } from './operations';

interface OperationOption extends INodePropertyOptions {
  readonly value: DataOperationValue;
}

const OPERATIONS: readonly OperationOption[] = [
  {
    name: 'Download Recording',
    value: 'downloadRecording',
    action: 'Download a recording',
    description: 'Get the WAV file of a recording',
  },
  {
    name: 'Drop Call',
    value: 'dropCall',
    action: 'End any call on the system',
    description: 'End a call on whatever extension it is',
  },
  {
    name: 'Get Active Calls',
    value: 'getActiveCalls',
    action: 'Get active calls',
    description: 'List the calls in progress, one item for each',
  },
  {
    name: 'Get Call History',
    value: 'getCallHistory',
    action: 'Get call history',
    description: 'List past calls, newest first; needs the role System Owner',
  },
  {
    name: 'Get Call Report',
    value: 'getReport',
    action: 'Get a call report',
    description: 'Count calls by hour, day, extension or queue, one item for each',
  },
  {
    name: 'Get Call Statistics',
    value: 'getStatistics',
    action: 'Get call statistics',
    description: 'Count calls, answered and missed, in one item',
  },
  {
    name: 'Get Call Status',
    value: 'getCallStatus',
    action: 'Get the status of a call',
    description: 'Tell whether a call is ringing, answered or ended',
  },
  {
    name: 'Get Extension',
    value: 'getExtension',
    action: 'Get an extension',
    description: 'Tell name, presence and sign-in of an extension',
  },
  {
    name: 'Get Many Extensions',
    value: 'getExtensions',
    action: 'Get many extensions',
    description: 'List extensions with presence and sign-in, one item for each',
  },
  {
    name: 'Get Queue Stats',
    value: 'getQueueStats',
    action: 'Get queue statistics',
    description: 'Tell waiting time, calls and agents of a queue',
  },
  {
    name: 'Get Recordings',
    value: 'getRecordings',
    action: 'Get recordings',
    description: 'List recordings, newest first; needs the role System Owner',
  },
  {
    name: 'Get System Status',
    value: 'getSystemStatus',
    action: 'Get system status',
    description: 'Tell whether 3CX is healthy, degraded or down',
  },
  {
    name: 'Get Transcript',
    value: 'getTranscript',
    action: 'Get the transcript of a recording',
    description: 'Get what was said, as text, where 3CX has transcribed it',
  },
  {
    name: 'Set Presence',
    value: 'setPresence',
    action: 'Set the presence of an extension',
    description: 'Make an extension available, away or out of office',
  },
  {
    name: 'Set Queue Login',
    value: 'setQueueLogin',
    action: 'Sign an agent in to queues or out',
    description: 'Let an agent take calls of queues, or not',
  },
];

/** The operation by its name, and what it is about. */
const NAMES = JSON.stringify(Object.fromEntries(OPERATIONS.map(({ value, name }) => [value, name])));
const ABOUT = '($parameter.queueId?.value || $parameter.extension?.value || "")';

export const callDataDescription: INodeTypeDescription = {
  displayName: '3CX Call Data',
  name: 'threeCxCallData',
  icon: { light: 'file:../../icons/3cx.svg', dark: 'file:../../icons/3cx.dark.svg' },
  group: ['transform'],
  version: [1],
  subtitle: `={{ (${NAMES})[$parameter.operation] + (${ABOUT} ? ": " + ${ABOUT} : "") }}`,
  description: 'Read calls, queues, history and state from 3CX',
  defaults: { name: '3CX Call Data' },
  usableAsTool: true,
  inputs: [NodeConnectionTypes.Main],
  outputs: [NodeConnectionTypes.Main],
  credentials: [{ name: CREDENTIAL_NAME, required: true }],
  properties: [
    {
      displayName: 'Operation',
      name: 'operation',
      type: 'options',
      noDataExpression: true,
      default: 'getActiveCalls',
      options: [...OPERATIONS],
    },
    ...Object.values(dataOperations).flatMap(({ properties }) => properties),
  ],
};
