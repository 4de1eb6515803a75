import type { INodeProperties } from 'n8n-workflow';
import { grantedCallOutput, systemCallOutput } from '../../../src/shared';
import { items, type DataOperation } from './data-operation';

const properties: INodeProperties[] = [
  {
    displayName: 'Calls to List',
    name: 'scope',
    type: 'options',
    default: 'granted',
    displayOptions: { show: { operation: ['getActiveCalls'] } },
    options: [
      {
        name: 'Extensions of the Credential',
        value: 'granted',
        description: 'Calls that this Client ID can see and control',
      },
      {
        name: 'Whole System',
        value: 'system',
        description: 'All calls; the API entry needs the Configuration API',
      },
    ],
    description: 'Which calls are listed, one item for each',
  },
];

export const getActiveCalls: DataOperation = {
  name: 'Get Active Calls',
  properties,
  prepare({ parameters }) {
    const isWholeSystem = parameters.choice('scope', ['granted', 'system']) === 'system';
    return {
      isAboutOtherCalls: true,
      async read({ pbx }) {
        if (isWholeSystem) return items((await pbx.getActiveCalls()).map(systemCallOutput));
        const now = new Date();
        return items(pbx.calls.map((call) => grantedCallOutput(call, now)));
      },
    };
  },
};
