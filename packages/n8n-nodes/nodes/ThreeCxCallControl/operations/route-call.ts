import type { Call, PromptSource } from '@org/3cx-core';
import type { INodeProperties } from 'n8n-workflow';
import { defaultTransferTimeoutSeconds, type CallOperation, type StepTools } from '../../../src/shared';
import { audioAddress, audioField } from './audio-field';
import { onFailureField, ringTimeoutField } from './on-failure-field';
import { passOn } from './pass-on';
import { targetFields, targetOf } from './target-fields';
import { voicemailNumber } from './voicemail-number';

const operation = 'routeCall';
const show = { operation: [operation] };

const properties: INodeProperties[] = [
  ...targetFields(operation),
  ringTimeoutField(operation, defaultTransferTimeoutSeconds()),
  {
    displayName: 'Wait Sound',
    name: 'waitSound',
    type: 'options',
    default: 'ringback',
    displayOptions: { show },
    options: [
      { name: 'Audio File', value: 'audio' },
      { name: 'Ringing Tone', value: 'ringback' },
      { name: 'Silence', value: 'silence' },
    ],
    description: 'What the caller hears until the target answers',
  },
  audioField({
    displayName: 'Wait Audio',
    name: 'waitAudio',
    required: true,
    description: 'Played over and over until the target answers',
    placeholder: 'e.g. /prompts/hold-music.wav',
    show: { ...show, waitSound: ['audio'] },
  }),
  onFailureField(operation),
];

export const routeCall: CallOperation = {
  name: 'Ring Target While Caller Waits',
  properties,
  prepare({ parameters, context, steps }) {
    const target = targetOf(parameters, context);
    const timeoutSeconds = parameters.integer('timeout', { min: 1, max: 120 });
    const throwsOnFailure = parameters.choice('onFailure', ['throw', 'continue']) === 'throw';
    const waitSound = parameters.choice('waitSound', ['ringback', 'audio', 'silence']);
    const sound: PromptSource | undefined =
      waitSound === 'audio'
        ? audioAddress(parameters, 'waitAudio', "'Wait Audio'", { required: true })
        : waitSound === 'ringback'
          ? { tone: 'ringback' }
          : undefined;
    return {
      facts: { audio: typeof sound === 'string' ? sound : 'the ringing tone' },
      act: async (call, tools) => {
        const { pbx, signal } = tools;
        const to = target.type === 'voicemail' ? await voicemailNumber(target.to, '', pbx) : target.to;
        const options = { target: target.to, throwsOnFailure, signal };
        const stop = sound === undefined ? undefined : waitWith(call, sound, tools);
        try {
          return await passOn(call, steps, () => call.route({ to, timeoutSeconds }), options);
        } finally {
          stop?.();
        }
      },
    };
  },
};

/** Plays over and over. Failing to is no reason to fail the routing. */
function waitWith(call: Call, sound: PromptSource, { continueInBackground }: StepTools): () => void {
  const playing = new AbortController();
  const options = { repeat: Infinity, signal: playing.signal };
  continueInBackground(call, 'The wait sound', call.play(sound, options));
  return () => {
    playing.abort();
  };
}
