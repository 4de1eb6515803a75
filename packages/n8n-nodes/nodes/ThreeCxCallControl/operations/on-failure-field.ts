import type { INodeProperties } from 'n8n-workflow';

/** What a step does when nobody takes the call. */
export function onFailureField(operation: string): INodeProperties {
  return {
    displayName: 'On Failure',
    name: 'onFailure',
    type: 'options',
    default: 'throw',
    displayOptions: { show: { operation: [operation] } },
    options: [
      {
        name: 'Continue',
        value: 'continue',
        description: 'The item goes on with success false and the result; the caller is still here',
      },
      { name: 'Throw', value: 'throw', description: 'The step fails' },
    ],
    description: 'What happens when the target does not take the call',
  };
}

/** How long a target may ring. */
export function ringTimeoutField(operation: string, defaultSeconds: number): INodeProperties {
  return {
    displayName: 'Timeout (Seconds)',
    name: 'timeout',
    type: 'number',
    typeOptions: { minValue: 1, maxValue: 120 },
    default: defaultSeconds,
    displayOptions: { show: { operation: [operation] } },
    description: 'How long the target may ring',
  };
}
