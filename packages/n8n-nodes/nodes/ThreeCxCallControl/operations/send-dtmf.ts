import { untilCancelled, type CallOperation } from '../../../src/shared';

export const sendDtmf: CallOperation = {
  name: 'Send Digits',
  properties: [
    {
      displayName:
        'Keys are sent as sound. A far end that waits for signalled keys does not notice them; 3CX offers no other way.',
      name: 'sendDtmfNotice',
      type: 'notice',
      default: '',
      displayOptions: { show: { operation: ['sendDTMF'] } },
    },
    {
      displayName: 'Digits',
      name: 'digits',
      type: 'string',
      required: true,
      default: '',
      placeholder: 'e.g. 1234#',
      displayOptions: { show: { operation: ['sendDTMF'] } },
      description: 'Keys to send: 0-9, *, # and A-D',
    },
    {
      displayName: 'Options',
      name: 'options',
      type: 'collection',
      placeholder: 'Add option',
      default: {},
      displayOptions: { show: { operation: ['sendDTMF'] } },
      options: [
        {
          displayName: 'Gap (Ms)',
          name: 'gapMs',
          type: 'number',
          typeOptions: { minValue: 40, maxValue: 2000 },
          default: 80,
          description: 'Pause between two keys, in milliseconds',
        },
        {
          displayName: 'Tone (Ms)',
          name: 'toneMs',
          type: 'number',
          typeOptions: { minValue: 40, maxValue: 2000 },
          default: 120,
          description: 'How long each key sounds, in milliseconds',
        },
      ],
    },
  ],
  prepare({ parameters }) {
    const digits = parameters.text('digits', {
      pattern: /^[0-9*#A-D]{1,128}$/,
      patternMeaning: 'up to 128 keys from 0-9, *, # and A-D, without spaces',
      required: true,
    });
    const times = {
      toneMs: parameters.integer('options.toneMs', { min: 40, max: 2_000 }),
      gapMs: parameters.integer('options.gapMs', { min: 40, max: 2_000 }),
    };
    return {
      async act(call, { signal }) {
        await untilCancelled(call.sendDigits(digits, times), signal);
        return { json: { sent: digits.length } };
      },
    };
  },
};
