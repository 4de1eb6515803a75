import { callStatusOutput, resolveCallId } from '../../../src/shared';
import { callIdField } from './call-id-field';
import { items, type DataOperation } from './data-operation';

export const getCallStatus: DataOperation = {
  name: 'Get Call Status',
  properties: [callIdField('getCallStatus', 'Call to look up, up to a day after its end.')],
  prepare({ context, itemIndex }) {
    const resolved = resolveCallId(context, itemIndex);
    return {
      facts: { callId: resolved.callId },
      read: ({ pbx }) =>
        Promise.resolve(items([{ ...resolved, ...callStatusOutput(pbx.call(resolved.callId)) }])),
    };
  },
};
