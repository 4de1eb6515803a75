import type { ActionContext, CallOperation } from '../../../src/shared';
import { requireAudioAddress } from './audio-address';

export const playAudio: CallOperation = {
  name: 'Play Audio',
  properties: [
    {
      displayName: 'Source',
      name: 'source',
      type: 'options',
      default: 'file',
      displayOptions: { show: { operation: ['playAudio'] } },
      options: [
        { name: 'Binary', value: 'binary', description: 'A file that the item carries' },
        { name: 'File', value: 'file', description: 'A file on the web server of 3CX' },
        { name: 'URL', value: 'url', description: 'A file on the web' },
      ],
      description: 'Where the audio comes from',
    },
    {
      displayName: 'Audio File',
      name: 'audioFile',
      type: 'string',
      required: true,
      default: '',
      placeholder: 'e.g. /prompts/welcome.wav',
      displayOptions: { show: { operation: ['playAudio'], source: ['file', 'url'] } },
      description:
        'WAV, MP3 or GSM. A path is looked up on the 3CX web server, not on the n8n host; a web address must lead to the file itself.',
    },
    {
      displayName: 'Input Binary Field',
      name: 'binaryPropertyName',
      type: 'string',
      required: true,
      default: 'data',
      hint: 'The name of the input field with the file',
      displayOptions: { show: { operation: ['playAudio'], source: ['binary'] } },
      description: 'Field of the item that holds the audio file: WAV, MP3 or GSM',
    },
  ],
  prepare({ parameters, context, itemIndex }) {
    const source = parameters.choice('source', ['file', 'url', 'binary']);
    if (source === 'binary') {
      const property = parameters.text('binaryPropertyName', { required: true });
      return play(`the file in '${property}'`, () => context.binary(itemIndex, property));
    }
    const address = requireAudioAddress("'Audio File'", parameters.text('audioFile', { required: true }));
    return play(address, () => Promise.resolve(address));
  },
};

function play(audio: string, open: () => ReturnType<ActionContext['binary']> | Promise<string>) {
  return {
    facts: { audio },
    async act(call, signal) {
      const { playedMs, durationMs, interrupted } = await call.play(await open(), signal && { signal });
      return { playedMs: Math.round(playedMs), durationMs: Math.round(durationMs), interrupted };
    },
  } satisfies ReturnType<CallOperation['prepare']>;
}
