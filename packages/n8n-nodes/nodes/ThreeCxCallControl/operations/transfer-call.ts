import type { INodeProperties } from 'n8n-workflow';
import {
  defaultTransferTimeoutSeconds,
  GuidedError,
  type CallOperation,
  type Parameters,
} from '../../../src/shared';
import { audioAddress, audioField } from './audio-field';
import { consult } from './consultation';
import { onFailureField, ringTimeoutField } from './on-failure-field';
import { passOn } from './pass-on';
import { targetFields, targetOf } from './target-fields';
import { givenDialCode, voicemailDialCodeField, voicemailNumber } from './voicemail-number';

const operation = 'transferCall';
const show = { operation: [operation] };
const consultation = { '/transferType': ['consultation'] };

const properties: INodeProperties[] = [
  ...targetFields(operation),
  {
    displayName: 'Transfer Type',
    name: 'transferType',
    type: 'options',
    default: 'blind',
    displayOptions: { show },
    options: [
      {
        name: 'Blind',
        value: 'blind',
        description: 'The caller hears the hold music of 3CX while the target rings',
      },
      {
        name: 'Consultation',
        value: 'consultation',
        description: 'The target is called and can be told about the call; then both calls are joined here',
      },
      {
        name: 'Semi-Attended',
        value: 'semiAttended',
        description: 'The target rings while the caller stays here and hears what is playing',
      },
    ],
    description: 'How the caller is passed on. When nobody answers, the caller is back here.',
  },
  {
    displayName:
      'Both calls stay on this n8n and are joined here until one of them hangs up; 3CX itself can not merge calls of the API.',
    name: 'consultationNotice',
    type: 'notice',
    default: '',
    displayOptions: { show: { ...show, transferType: ['consultation'] } },
  },
  ringTimeoutField(operation, defaultTransferTimeoutSeconds()),
  onFailureField(operation),
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
        description: 'Audio that the target hears before the calls are joined',
        placeholder: 'e.g. /prompts/incoming-customer.wav',
        show: consultation,
      }),
      audioField({
        displayName: 'Hold Audio',
        name: 'holdAudio',
        description: 'What the caller hears meanwhile. Empty: a soft tone.',
        placeholder: 'e.g. /prompts/hold-music.wav',
        show: consultation,
      }),
      voicemailDialCodeField({ '/targetType': ['voicemail'] }),
    ],
  },
];

export const transferCall: CallOperation = {
  name: 'Transfer Call',
  properties,
  prepare({ parameters, context, steps }) {
    const target = targetOf(parameters, context);
    const type = parameters.choice('transferType', ['blind', 'semiAttended', 'consultation']);
    const timeoutSeconds = parameters.integer('timeout', { min: 1, max: 120 });
    const throwsOnFailure = parameters.choice('onFailure', ['throw', 'continue']) === 'throw';
    const code = givenDialCode(parameters);
    if (type === 'consultation') return consulting(parameters, { target, timeoutSeconds, throwsOnFailure });
    return {
      act: async (call, { pbx, signal }) => {
        const to = target.type === 'voicemail' ? await voicemailNumber(target.to, code, pbx) : target.to;
        const move = type === 'blind' ? call.transfer.bind(call) : call.route.bind(call);
        const options = { target: target.to, throwsOnFailure, signal };
        return passOn(call, steps, () => move({ to, timeoutSeconds }), options);
      },
    };
  },
};

interface ConsultationTransfer {
  readonly target: ReturnType<typeof targetOf>;
  readonly timeoutSeconds: number;
  readonly throwsOnFailure: boolean;
}

function consulting(parameters: Parameters, { target, ...rest }: ConsultationTransfer) {
  if (target.type === 'voicemail') {
    throw new GuidedError(
      'PARAMETER',
      "'Transfer Type' Consultation is not for a voicemail box",
      'Nobody can be consulted there. Choose Blind.',
    );
  }
  const options = {
    ...rest,
    to: target.to,
    announcement: audioAddress(parameters, 'options.announcement', "'Announcement'"),
    holdAudio: audioAddress(parameters, 'options.holdAudio', "'Hold Audio'"),
  };
  return {
    facts: { audio: options.announcement || options.holdAudio || 'the hold tone' },
    act: consult(options),
  } satisfies ReturnType<CallOperation['prepare']>;
}
