import type { INodeProperties } from 'n8n-workflow';
import type { CallOperation } from '../../../src/shared';

const show = { operation: ['recordCall'] };

const properties: INodeProperties[] = [
  {
    displayName: "Only the caller's side is recorded. 3CX's own recording can not be started from here.",
    name: 'recordNotice',
    type: 'notice',
    default: '',
    displayOptions: { show },
  },
  {
    displayName: 'Max Length (Seconds)',
    name: 'maxSeconds',
    type: 'number',
    typeOptions: { minValue: 1, maxValue: 3600 },
    default: 60,
    displayOptions: { show },
    description: 'The longest recording',
  },
  {
    displayName: 'Put Output File in Field',
    name: 'binaryPropertyName',
    type: 'string',
    required: true,
    default: 'data',
    displayOptions: { show },
    hint: 'The name of the output field that will hold the WAV file',
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
        displayName: 'Beep',
        name: 'beep',
        type: 'boolean',
        default: false,
        description: 'Whether a beep is played first',
      },
      {
        displayName: 'End On Key',
        name: 'endOnKey',
        type: 'string',
        default: '#',
        description: 'Keys that end the recording. Empty: none.',
      },
      {
        displayName: 'End On Silence (Seconds)',
        name: 'endOnSilence',
        type: 'number',
        typeOptions: { minValue: 0, maxValue: 60 },
        default: 0,
        description: 'Silence that ends the recording, from 0.5; 0 for none',
      },
      {
        displayName: 'File Name',
        name: 'fileName',
        type: 'string',
        default: '',
        placeholder: 'e.g. message.wav',
        description: 'Name of the file. Empty: the call ID.',
      },
      {
        displayName: 'Trim Silence',
        name: 'trim',
        type: 'boolean',
        default: false,
        description: 'Whether silence at both ends is cut off',
      },
    ],
  },
];

export const recordCall: CallOperation = {
  name: 'Record Caller',
  properties,
  prepare({ parameters, context }) {
    const silence = parameters.decimal('options.endOnSilence', { min: 0, max: 60 });
    const options = {
      maxSeconds: parameters.integer('maxSeconds', { min: 1, max: 3_600 }),
      beep: parameters.flag('options.beep'),
      endOnKey: parameters.text('options.endOnKey', {
        pattern: /^[0-9*#A-D]+$/,
        patternMeaning: 'keys from 0-9, *, # and A-D, without spaces',
      }),
      ...(silence > 0 && { endOnSilenceSeconds: Math.max(0.5, silence) }),
      trim: parameters.flag('options.trim'),
    };
    const property = parameters.text('binaryPropertyName', { required: true });
    const fileName = parameters.text('options.fileName');
    return {
      async act(call, { signal }) {
        const recording = await call.recordCaller({ ...options, ...(signal && { signal }) });
        signal?.throwIfAborted();
        const { wav, durationMs, endedBy, key } = recording;
        const file = await context.saveBinary(wav, fileName || `${call.id}.wav`, 'audio/wav');
        return {
          json: { durationMs: Math.round(durationMs), endedBy, endKey: key ?? null },
          binary: { [property]: file },
        };
      },
    };
  },
};
