import { NodeConnectionTypes, type INodeTypeDescription } from 'n8n-workflow';
import { CREDENTIAL_NAME } from '../../src/shared';
import { dataOperations } from './operations';

export const callDataDescription: INodeTypeDescription = {
  displayName: '3CX Call Data',
  name: 'threeCxCallData',
  icon: { light: 'file:../../icons/3cx.svg', dark: 'file:../../icons/3cx.dark.svg' },
  group: ['transform'],
  version: [1],
  subtitle:
    '={{ ({ getActiveCalls: "Active calls", getCallStatus: "Call status", getSystemStatus: "System status" })[$parameter.operation] }}',
  description: 'Read calls and system state from 3CX',
  defaults: { name: '3CX Call Data' },
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
      options: [
        {
          name: 'Get Active Calls',
          value: 'getActiveCalls',
          action: 'Get active calls',
          description: 'List the calls in progress, one item for each',
        },
        {
          name: 'Get Call Status',
          value: 'getCallStatus',
          action: 'Get the status of a call',
          description: 'Tell whether a call is ringing, answered or ended',
        },
        {
          name: 'Get System Status',
          value: 'getSystemStatus',
          action: 'Get system status',
          description: 'Tell whether 3CX is healthy, degraded or down',
        },
      ],
    },
    ...Object.values(dataOperations).flatMap(({ properties }) => properties),
  ],
};
