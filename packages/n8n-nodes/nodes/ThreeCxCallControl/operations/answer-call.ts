import type { CallOperation } from '../../../src/shared';

export const answerCall: CallOperation = {
  name: 'Answer Call',
  properties: [
    {
      displayName: 'Timeout (Seconds)',
      name: 'timeout',
      type: 'number',
      typeOptions: { minValue: 1, maxValue: 120 },
      default: 10,
      displayOptions: { show: { operation: ['answerCall'] } },
      description: 'How long to wait until the call is connected. Desk phones need uaCSTA.',
    },
  ],
  prepare({ parameters }) {
    const timeoutMs = parameters.integer('timeout', { min: 1, max: 120 }) * 1_000;
    return {
      async act(call, { signal }) {
        await call.answer({ timeoutMs, ...(signal && { signal }) });
        return { json: { status: call.status } };
      },
    };
  },
};
