import type { INodeProperties } from 'n8n-workflow';
import { defaultTransferTimeoutSeconds } from '../../../src/shared';

const show = { operation: ['transferCall'] };

export const transferCallProperties: INodeProperties[] = [
  {
    displayName: 'Target Type',
    name: 'targetType',
    type: 'options',
    default: 'extension',
    displayOptions: { show },
    options: [
      { name: 'Extension', value: 'extension' },
      { name: 'External Number', value: 'external' },
      { name: 'IVR', value: 'ivr' },
      { name: 'Queue', value: 'queue' },
      { name: 'Ring Group', value: 'ringGroup' },
    ],
    description: 'What the caller is sent to',
  },
  {
    displayName: 'Target',
    name: 'target',
    type: 'resourceLocator',
    required: true,
    default: { mode: 'number', value: '' },
    displayOptions: { show },
    modes: [{ displayName: 'By Number', name: 'number', type: 'string', placeholder: 'e.g. 101' }],
    description: 'Number inside 3CX, or an outside number as one would dial it',
  },
  {
    displayName: 'Timeout (Seconds)',
    name: 'timeout',
    type: 'number',
    typeOptions: { minValue: 1, maxValue: 120 },
    default: defaultTransferTimeoutSeconds(),
    displayOptions: { show },
    description: 'How long the target may ring',
  },
  {
    displayName: 'On Failure',
    name: 'onFailure',
    type: 'options',
    default: 'throw',
    displayOptions: { show },
    options: [
      {
        name: 'Continue',
        value: 'continue',
        description: 'The item goes on with success false and the result; the caller is still here',
      },
      { name: 'Throw', value: 'throw', description: 'The step fails' },
    ],
    description: 'What happens when the target does not take the call',
  },
];
