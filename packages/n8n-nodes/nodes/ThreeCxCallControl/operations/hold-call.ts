import { untilCancelled, type CallOperation } from '../../../src/shared';
import { audioAddress, audioField } from './audio-field';

export const holdCall: CallOperation = {
  name: 'Hold Call',
  properties: [
    {
      displayName: 'The caller hears music of this workflow on a connected call; phones do not show a hold.',
      name: 'holdNotice',
      type: 'notice',
      default: '',
      displayOptions: { show: { operation: ['holdCall'] } },
    },
    audioField({
      displayName: 'Hold Audio',
      name: 'audioFile',
      description: 'Played over and over until Resume Call. Empty: a soft tone.',
      placeholder: 'e.g. /prompts/hold-music.wav',
      show: { operation: ['holdCall'] },
    }),
  ],
  prepare({ parameters }) {
    const audio = audioAddress(parameters, 'audioFile', "'Hold Audio'");
    return {
      facts: { audio: audio || 'the hold tone' },
      async act(call, { signal }) {
        await untilCancelled(call.hold(audio || undefined), signal);
        return { json: { onHold: true } };
      },
    };
  },
};

export const resumeCall: CallOperation = {
  name: 'Resume Call',
  properties: [],
  prepare() {
    return {
      act(call) {
        const wasOnHold = call.onHold;
        call.resume();
        return Promise.resolve({ json: { onHold: false, wasOnHold } });
      },
    };
  },
};
