import type { INodeProperties } from 'n8n-workflow';

/** The field for the call that an operation is about. */
export function callIdField(operation: string, meaning: string): INodeProperties {
  return {
    displayName: 'Call ID',
    name: 'callId',
    type: 'string',
    required: true,
    default: '={{ $json.callId }}',
    placeholder: 'e.g. call-42-325',
    displayOptions: { show: { operation: [operation] } },
    description: `${meaning} Filled from the incoming item; if that has none, from the Call Receiver before this node.`,
  };
}
