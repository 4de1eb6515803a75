import { GuidedError, resolveCallId } from '../../../src/shared';
import { callIdField } from './call-id-field';
import { items, type DataOperation } from './data-operation';

export const dropCall: DataOperation = {
  name: 'Drop Call',
  properties: [
    callIdField('dropCall', 'Call to end, on whatever extension it is.'),
    {
      displayName: 'Needs the Configuration API. For calls on the own extension, Hang Up Call is enough.',
      name: 'dropCallNotice',
      type: 'notice',
      default: '',
      displayOptions: { show: { operation: ['dropCall'] } },
    },
  ],
  prepare({ context, itemIndex }) {
    const resolved = resolveCallId(context, itemIndex);
    const { callId } = resolved;
    const Id = numberIn(callId);
    return {
      facts: { callId, needs: 'the Configuration API' },
      async read({ pbx }) {
        await pbx.xapi.post('/ActiveCalls({Id})/Pbx.DropCall', { path: { Id } });
        return items([{ ...resolved, dropped: true }]);
      },
    };
  },
};

/** The PBX's own number of a call: our ids hold it. */
function numberIn(callId: string): number {
  const [, digits] = /^call-(\d+)-\d+$/.exec(callId) ?? [];
  if (digits !== undefined) return Number(digits);
  throw new GuidedError(
    'CALL_ID_INVALID',
    `Call ID invalid: "${callId}" is no call ID of this package`,
    'IDs look like call-42-325. Pass on callId of the trigger instead of a 3CX number.',
  );
}
