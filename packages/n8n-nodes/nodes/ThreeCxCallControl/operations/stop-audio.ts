import type { CallOperation } from '../../../src/shared';

export const stopAudio: CallOperation = {
  name: 'Stop Audio',
  properties: [
    {
      displayName: 'Up to three quarters of a second that 3CX already has is still heard.',
      name: 'stopAudioNotice',
      type: 'notice',
      default: '',
      displayOptions: { show: { operation: ['stopAudio'] } },
    },
  ],
  prepare() {
    return {
      act(call) {
        call.stopAudio();
        return Promise.resolve({ json: { stopped: true } });
      },
    };
  },
};
