import type { INodeProperties } from 'n8n-workflow';

const show = { operation: ['collectDTMF'] };

export const collectDtmfProperties: INodeProperties[] = [
  {
    displayName: 'Prompt',
    name: 'prompt',
    type: 'string',
    default: '',
    placeholder: 'e.g. /prompts/press-1-sales-2-support.wav',
    displayOptions: { show },
    description:
      'Audio played first: a path on the 3CX web server or a web address of a WAV, MP3 or GSM file. Empty: the caller is not asked again.',
  },
  {
    displayName: 'Max Digits',
    name: 'maxDigits',
    type: 'number',
    typeOptions: { minValue: 1, maxValue: 128 },
    default: 1,
    displayOptions: { show },
    description: 'The entry is complete at once when it has so many digits',
  },
  {
    displayName: 'Timeout (Seconds)',
    name: 'timeout',
    type: 'number',
    typeOptions: { minValue: 1, maxValue: 300 },
    default: 10,
    displayOptions: { show },
    description: 'Seconds to the first key, from the end of the prompt',
  },
  {
    displayName: 'Options',
    name: 'options',
    type: 'collection',
    placeholder: 'Add option',
    default: {},
    displayOptions: { show },
    options: [
      {
        displayName: 'Attempts',
        name: 'retries',
        type: 'number',
        typeOptions: { minValue: 1, maxValue: 10 },
        default: 3,
        description: 'How often the caller is asked in all, when no valid entry comes',
      },
      {
        displayName: 'Interruptible',
        name: 'interruptible',
        type: 'boolean',
        default: true,
        description:
          'Whether the first key stops the prompt and counts. If not, keys pressed during it are ignored.',
      },
      {
        displayName: 'Min Digits',
        name: 'minDigits',
        type: 'number',
        typeOptions: { minValue: 1, maxValue: 128 },
        default: 1,
        description: 'Fewer digits are no valid entry',
      },
      {
        displayName: 'Terminators',
        name: 'terminators',
        type: 'string',
        default: '#',
        description: 'Keys that end the entry and are not part of it. Empty: none.',
      },
      {
        displayName: 'Timeout Between Digits (Seconds)',
        name: 'interDigitTimeout',
        type: 'number',
        typeOptions: { minValue: 1, maxValue: 300 },
        default: 3,
        description: 'Seconds to the next key. Then the entry is taken as it is, if it has enough digits.',
      },
      {
        displayName: 'Type-Ahead',
        name: 'typeAhead',
        type: 'boolean',
        default: true,
        description: 'Whether keys pressed before this step count',
      },
      {
        displayName: 'Valid Digits',
        name: 'validDigits',
        type: 'string',
        default: '0123456789',
        description: 'Keys that an entry may consist of',
      },
    ],
  },
];
