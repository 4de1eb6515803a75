import {
  bridgeCalls as bridge,
  requireCallId,
  untilCancelled,
  type CallOperation,
} from '../../../src/shared';

export const bridgeCalls: CallOperation = {
  name: 'Bridge Calls',
  properties: [
    {
      displayName: 'Sound passes through this n8n, which must keep running. Both calls stay open afterwards.',
      name: 'bridgeNotice',
      type: 'notice',
      default: '',
      displayOptions: { show: { operation: ['bridgeCalls'] } },
    },
    {
      displayName: 'Other Call ID',
      name: 'otherCallId',
      type: 'string',
      required: true,
      default: '',
      placeholder: "e.g. {{ $('Make Call').item.json.callId }}",
      displayOptions: { show: { operation: ['bridgeCalls'] } },
      description: 'The call that this one is to talk to. Both must be answered.',
    },
    {
      displayName: 'Options',
      name: 'options',
      type: 'collection',
      placeholder: 'Add option',
      default: {},
      displayOptions: { show: { operation: ['bridgeCalls'] } },
      options: [
        {
          displayName: 'Wait Until End',
          name: 'waitUntilEnd',
          type: 'boolean',
          default: true,
          description: 'Whether the step goes on when one of the two hangs up, rather than at once',
        },
      ],
    },
  ],
  prepare({ parameters }) {
    const otherCallId = requireCallId(parameters.text('otherCallId', { required: true }));
    const waits = parameters.flag('options.waitUntilEnd');
    return {
      async act(call, { pbx, signal, continueInBackground }) {
        const other = pbx.call(otherCallId);
        const { ended } = bridge([call, other], waits && signal ? { signal } : {});
        continueInBackground(other, 'The bridge', ended);
        if (!waits) {
          continueInBackground(call, 'The bridge', ended);
          return { json: { bridged: true, otherCallId } };
        }
        const { durationMs, reason } = await untilCancelled(ended, signal);
        const bridgedSeconds = Math.round(durationMs / 1_000);
        return { json: { bridged: false, otherCallId, bridgedSeconds, bridgeEnd: reason } };
      },
    };
  },
};
