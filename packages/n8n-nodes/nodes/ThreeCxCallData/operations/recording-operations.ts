import type { INodeProperties } from 'n8n-workflow';
import { recordingFile, recordings, transcriptOf, type Parameters } from '../../../src/shared';
import { items, OWNER_ROLE, type DataOperation } from './data-operation';
import { extensionField, extensionOf } from './extension-field';
import { limitOf, listFields, simplifyField } from './list-fields';
import { chosenPeriod, periodFields } from './period-fields';

function recordingIdField(operation: string): INodeProperties {
  return {
    displayName: 'Recording ID',
    name: 'recordingId',
    type: 'string',
    required: true,
    default: '={{ $json.recordingId }}',
    placeholder: 'e.g. 1734',
    displayOptions: { show: { operation: [operation] } },
    description: 'ID of the recording, as Get Recordings and Get Call History give it',
  };
}

const recordingIdOf = (parameters: Parameters): number =>
  parameters.integer('recordingId', { min: 1, max: 2_147_483_647 });

export const getRecordings: DataOperation = {
  name: 'Get Recordings',
  properties: [
    ...periodFields(['getRecordings']),
    extensionField({
      operations: ['getRecordings'],
      required: false,
      description: 'Only recordings that this extension took part in. Empty: all.',
    }),
    ...listFields('getRecordings'),
    simplifyField(['getRecordings']),
  ],
  prepare({ parameters, context }) {
    const query = {
      period: chosenPeriod(parameters, context),
      extension: extensionOf(parameters, { required: false }),
      ...limitOf(parameters),
      simplify: parameters.flag('simplify'),
    };
    return {
      facts: OWNER_ROLE,
      isAboutOtherCalls: true,
      read: async ({ pbx }) => items(await recordings(pbx.xapi, query)),
    };
  },
};

export const downloadRecording: DataOperation = {
  name: 'Download Recording',
  properties: [
    recordingIdField('downloadRecording'),
    {
      displayName: 'Put Output File in Field',
      name: 'binaryPropertyName',
      type: 'string',
      required: true,
      default: 'data',
      displayOptions: { show: { operation: ['downloadRecording'] } },
      hint: 'The name of the output field that will hold the WAV file',
    },
  ],
  prepare({ parameters, context }) {
    const recordingId = recordingIdOf(parameters);
    const property = parameters.text('binaryPropertyName', { required: true });
    return {
      facts: OWNER_ROLE,
      async read({ pbx, signal }) {
        const file = await recordingFile(pbx.xapi, recordingId, signal);
        const name = `recording-${String(recordingId)}.wav`;
        const binary = { [property]: await context.saveBinary(file, name, 'audio/wav') };
        return [{ json: { recordingId, sizeBytes: file.length }, binary }];
      },
    };
  },
};

export const getTranscript: DataOperation = {
  name: 'Get Transcript',
  properties: [
    recordingIdField('getTranscript'),
    {
      displayName: 'Request If Missing',
      name: 'requestIfMissing',
      type: 'boolean',
      default: false,
      displayOptions: { show: { operation: ['getTranscript'] } },
      description:
        'Whether 3CX is told to transcribe a recording that has no transcript yet; get it a while later',
    },
  ],
  prepare({ parameters }) {
    const recordingId = recordingIdOf(parameters);
    const request = parameters.flag('requestIfMissing');
    return {
      facts: OWNER_ROLE,
      read: async ({ pbx }) => items([await transcriptOf(pbx.xapi, recordingId, request)]),
    };
  },
};
