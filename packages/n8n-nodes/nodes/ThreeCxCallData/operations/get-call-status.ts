import { callStatusOutput, resolveCallId } from '../../../src/shared';
import type { DataOperation } from './data-operation';

export const getCallStatus: DataOperation = {
  name: 'Get Call Status',
  properties: [
    {
      displayName: 'Call ID',
      name: 'callId',
      type: 'string',
      required: true,
      default: '={{ $json.callId }}',
      placeholder: 'e.g. call-42-325',
      displayOptions: { show: { operation: ['getCallStatus'] } },
      description:
        'Call to look up, up to a day after its end. Filled from the incoming item; if that has none, from the Call Receiver before this node.',
    },
  ],
  prepare({ context, itemIndex }) {
    const resolved = resolveCallId(context, itemIndex);
    return {
      facts: { callId: resolved.callId },
      read: ({ pbx }) => Promise.resolve([{ ...resolved, ...callStatusOutput(pbx.call(resolved.callId)) }]),
    };
  },
};
