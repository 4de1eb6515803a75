import type { Call, PlayOptions, PromptSource } from '@org/3cx-core';
import type { INodeProperties } from 'n8n-workflow';
import {
  GuidedError,
  type ActionContext,
  type CallOperation,
  type Parameters,
  type StepTools,
} from '../../../src/shared';
import { audioAddress, audioField, requireAudioAddress } from './audio-field';

const show = { operation: ['playAudio'] };

const properties: INodeProperties[] = [
  {
    displayName: 'Source',
    name: 'source',
    type: 'options',
    default: 'file',
    displayOptions: { show },
    options: [
      { name: 'Binary', value: 'binary', description: 'A file that the item carries' },
      { name: 'File', value: 'file', description: 'A file on the web server of 3CX' },
      { name: 'Playlist', value: 'playlist', description: 'Several files, one after the other' },
      { name: 'URL', value: 'url', description: 'A file on the web' },
    ],
    description: 'Where the audio comes from',
  },
  audioField({
    displayName: 'Audio File',
    name: 'audioFile',
    required: true,
    show: { ...show, source: ['file', 'url'] },
    description:
      'WAV, MP3 or GSM. A path is looked up on the 3CX web server, not on the n8n host; a web address must lead to the file itself.',
  }),
  {
    displayName: 'Input Binary Field',
    name: 'binaryPropertyName',
    type: 'string',
    required: true,
    default: 'data',
    hint: 'The name of the input field with the file',
    displayOptions: { show: { ...show, source: ['binary'] } },
    description: 'Field of the item that holds the audio file: WAV, MP3 or GSM',
  },
  {
    displayName: 'Playlist',
    name: 'playlist',
    type: 'fixedCollection',
    typeOptions: { multipleValues: true, sortable: true },
    placeholder: 'Add File',
    default: { files: [{ audioFile: '' }] },
    displayOptions: { show: { ...show, source: ['playlist'] } },
    options: [
      {
        displayName: 'File',
        name: 'files',
        values: [
          {
            displayName: 'Audio File',
            name: 'audioFile',
            type: 'string',
            default: '',
            placeholder: 'e.g. /prompts/welcome.wav',
            description: 'Path on the 3CX web server, or web address, of a WAV, MP3 or GSM file',
          },
        ],
      },
    ],
    description: 'Files to play one after the other, without a pause',
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
        displayName: 'Clear Keys First',
        name: 'clearKeysFirst',
        type: 'boolean',
        default: false,
        description: 'Whether keys pressed before are forgotten, so that the next question starts afresh',
      },
      {
        displayName: 'Gain (dB)',
        name: 'gainDb',
        type: 'number',
        typeOptions: { minValue: -20, maxValue: 12 },
        default: 0,
        description: 'How much louder it is played, or quieter when below 0',
      },
      {
        displayName: 'Interruptible',
        name: 'interruptible',
        type: 'boolean',
        default: false,
        description: 'Whether a key press stops it. The key counts for the next question either way.',
      },
      {
        displayName: 'Repeat',
        name: 'repeat',
        type: 'number',
        typeOptions: { minValue: 0, maxValue: 1000 },
        default: 1,
        description: 'How often it is played. 0: until stopped; the step then does not wait.',
      },
      {
        displayName: 'Wait for End',
        name: 'waitForEnd',
        type: 'boolean',
        default: true,
        description: 'Whether the step goes on when the caller has heard it, rather than at once',
      },
    ],
  },
];

interface PlayAudioOptions extends Pick<PlayOptions, 'repeat' | 'gainDb'> {
  readonly isInterruptible: boolean;
  readonly clearsKeys: boolean;
  readonly waits: boolean;
}

export const playAudio: CallOperation = {
  name: 'Play Audio',
  properties,
  prepare({ parameters, context, itemIndex }) {
    const source = sourceOf(parameters, context, itemIndex);
    const repeat = parameters.integer('options.repeat', { min: 0, max: 1_000 });
    const options = {
      repeat: repeat === 0 ? Infinity : repeat,
      gainDb: parameters.decimal('options.gainDb', { min: -20, max: 12 }),
      isInterruptible: parameters.flag('options.interruptible'),
      clearsKeys: parameters.flag('options.clearKeysFirst'),
      waits: repeat !== 0 && parameters.flag('options.waitForEnd'),
    };
    return {
      facts: { audio: source.shown },
      async act(call, tools) {
        const audio = await source.open();
        if (options.clearsKeys) call.digits.clear();
        const playing = play(call, audio, options, tools.signal);
        if (!options.waits) {
          tools.continueInBackground(call, 'The audio', playing);
          return { json: { playing: true } };
        }
        const { playedMs, durationMs, interrupted } = await playing;
        return {
          json: { playedMs: Math.round(playedMs), durationMs: Math.round(durationMs), interrupted },
        };
      },
    };
  },
};

interface OpenableAudio {
  readonly shown: string;
  open(): Promise<PromptSource>;
}

function sourceOf(parameters: Parameters, context: ActionContext, itemIndex: number): OpenableAudio {
  const kind = parameters.choice('source', ['file', 'url', 'binary', 'playlist']);
  if (kind === 'binary') {
    const property = parameters.text('binaryPropertyName', { required: true });
    return { shown: `the file in '${property}'`, open: () => context.binary(itemIndex, property) };
  }
  if (kind === 'playlist') {
    const files = parameters
      .rows('playlist.files')
      .map((row) => requireAudioAddress("'Audio File'", row.text('audioFile', { required: true })));
    if (files.length === 0) {
      throw new GuidedError('PARAMETER', "'Playlist' is empty", 'Add at least one file to it.');
    }
    return { shown: files.join(', '), open: () => Promise.resolve(files) };
  }
  const address = audioAddress(parameters, 'audioFile', "'Audio File'", { required: true });
  return { shown: address, open: () => Promise.resolve(address) };
}

/** In the background nothing but the end of the call or Stop Audio ends it, so the execution's signal is left out. */
async function play(
  call: Call,
  audio: PromptSource,
  { repeat, gainDb, isInterruptible, waits }: PlayAudioOptions,
  executionSignal: StepTools['signal'],
): ReturnType<Call['play']> {
  const keyPressed = new AbortController();
  const signals = [waits ? executionSignal : undefined, isInterruptible ? keyPressed.signal : undefined];
  const signal = AbortSignal.any(signals.filter((one) => one !== undefined));
  const keys = call.events$.subscribe(({ eventType }) => {
    if (eventType === 'dtmf_received') keyPressed.abort();
  });
  try {
    return await call.play(audio, {
      signal,
      ...(repeat !== undefined && repeat !== 1 && { repeat }),
      ...(gainDb !== undefined && gainDb !== 0 && { gainDb }),
    });
  } finally {
    keys.unsubscribe();
  }
}
