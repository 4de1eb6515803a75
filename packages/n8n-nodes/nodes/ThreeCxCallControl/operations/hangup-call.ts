import { untilCancelled, type CallOperation } from '../../../src/shared';

export const hangupCall: CallOperation = {
  name: 'Hang Up Call',
  properties: [
    {
      displayName: 'Options',
      name: 'options',
      type: 'collection',
      placeholder: 'Add option',
      default: {},
      displayOptions: { show: { operation: ['hangupCall'] } },
      options: [
        {
          displayName: 'After Audio',
          name: 'afterAudio',
          type: 'boolean',
          default: true,
          description: 'Whether to let a running prompt finish',
        },
      ],
    },
  ],
  prepare({ parameters }) {
    const afterAudio = parameters.flag('options.afterAudio');
    return {
      async act(call, { signal }) {
        const alreadyEnded = call.status === 'ended';
        if (!alreadyEnded) await untilCancelled(call.hangUp({ afterAudio }), signal);
        return { json: { status: 'ended', alreadyEnded } };
      },
    };
  },
};
