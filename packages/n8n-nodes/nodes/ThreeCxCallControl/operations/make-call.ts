import type { Call } from '@org/3cx-core';
import type { INodeProperties } from 'n8n-workflow';
import { type CallOperation, type StepResult, type StepTools } from '../../../src/shared';
import { audioAddress, audioField } from './audio-field';
import { callingExtension, callingExtensionField } from './calling-extension';
import { outcomeOf, untilAnswered, type CallOutcome } from './made-call';

const show = { operation: ['makeCall'] };
const OUTPUTS = { answered: 0, notAnswered: 1, failed: 2 } as const;

const properties: INodeProperties[] = [
  {
    displayName: 'Number to Call',
    name: 'target',
    type: 'resourceLocator',
    required: true,
    default: { mode: 'number', value: '' },
    displayOptions: { show },
    modes: [
      { displayName: 'By Number', name: 'number', type: 'string', placeholder: 'e.g. +16125551234' },
      {
        displayName: 'From List',
        name: 'list',
        type: 'list',
        placeholder: 'An extension',
        typeOptions: { searchListMethod: 'searchUsers', searchable: true },
      },
    ],
    description:
      'Number inside 3CX, or an outside number as one would dial it. The outbound rules of the department of this client apply.',
  },
  callingExtensionField('makeCall'),
  {
    displayName: 'Timeout (Seconds)',
    name: 'timeout',
    type: 'number',
    typeOptions: { minValue: 1, maxValue: 120 },
    default: 60,
    displayOptions: { show },
    description: 'How long it may ring',
  },
  {
    displayName: 'Options',
    name: 'options',
    type: 'collection',
    placeholder: 'Add option',
    default: {},
    displayOptions: { show },
    options: [
      audioField({
        displayName: 'Announcement',
        name: 'announcement',
        description: 'Played as soon as the call is answered; the step is done when it has been heard',
        placeholder: 'e.g. /prompts/welcome.wav',
      }),
      {
        displayName: 'Hang Up When Idle',
        name: 'hangUpWhenIdle',
        type: 'boolean',
        default: true,
        description: 'Whether to end the call when no step has acted on it for a minute',
      },
      {
        displayName: 'Wait for Answer',
        name: 'waitForAnswer',
        type: 'boolean',
        default: true,
        description:
          'Whether the step goes on when the call is answered or over. If not, it goes on at once and the item leaves by Answered.',
      },
    ],
  },
];

export const makeCall: CallOperation = {
  name: 'Make Call',
  properties,
  failureOutput: OUTPUTS.failed,
  prepare({ parameters, context, itemIndex }) {
    const to = parameters
      .text('target', {
        pattern: /^\+?[A-Za-z0-9*# ().\-/]+$/,
        patternMeaning: 'a telephone number',
        required: true,
      })
      .replaceAll(/[ ().\-/]/g, '');
    const given = callingExtension(parameters);
    const timeoutSeconds = parameters.integer('timeout', { min: 1, max: 120 });
    const announcement = audioAddress(parameters, 'options.announcement', "'Announcement'");
    const waits = parameters.flag('options.waitForAnswer');
    const isGuarded = parameters.flag('options.hangUpWhenIdle');
    const formerId = context.items[itemIndex]?.json.callId;
    const before = formerId === undefined ? {} : { previousCallId: formerId };
    return {
      facts: { extension: given, ...(announcement !== '' && { audio: announcement }) },
      async actOnSystem(tools) {
        const { pbx, connection, signal } = tools;
        const from = given || connection.extension;
        const began = performance.now();
        const result = await pbx.makeCall({ to, from, timeoutSeconds, ...(signal && { signal }) });
        const rang = () => Math.round((performance.now() - began) / 1_000);
        if (result.kind !== 'succeeded') {
          const outcome = outcomeOf(result);
          const reason = result.kind === 'failed' ? { failureReason: result.reason } : {};
          return leaving(outcome, { ...before, callId: '', ringSeconds: rang(), ...reason });
        }
        const { call } = result;
        hold(call, from === pbx.clientId && isGuarded, tools);
        const fields = { ...before, ...partiesOf(call) };
        if (!waits) return { json: { ...fields, outcome: 'dialing', status: call.status } };
        const outcome = await untilAnswered(call, timeoutSeconds, signal);
        const ringSeconds = rang();
        if (outcome === 'answered' && announcement !== '')
          await call.play(announcement, signal && { signal });
        return leaving(outcome, { ...fields, ringSeconds, status: call.status });
      },
    };
  },
};

/** Nobody but a workflow can talk on a route point, so there a call without steps would be silent for ever. */
function hold(call: Call, isGuarded: boolean, { adopt, keep }: StepTools): void {
  if (isGuarded) adopt(call);
  else keep(call);
}

function partiesOf({ id, fromNumber, toNumber, extension, direction }: Call) {
  return { callId: id, fromNumber, toNumber, extension, direction };
}

function leaving(outcome: CallOutcome, fields: StepResult['json']): StepResult {
  const isAnswered = outcome === 'answered';
  const isUnanswered = outcome === 'noAnswer' || outcome === 'busy' || outcome === 'callerHungUp';
  return {
    json: { success: isAnswered, ...fields, outcome },
    output: isAnswered ? OUTPUTS.answered : isUnanswered ? OUTPUTS.notAnswered : OUTPUTS.failed,
  };
}
