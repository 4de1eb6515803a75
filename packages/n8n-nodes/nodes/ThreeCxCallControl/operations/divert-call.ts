import type { DivertReason } from '@org/3cx-core';
import type { INodeProperties } from 'n8n-workflow';
import { type CallOperation } from '../../../src/shared';
import { onFailureField } from './on-failure-field';
import { passOn } from './pass-on';
import { targetFields, targetOf } from './target-fields';
import { givenDialCode, voicemailDialCodeField, voicemailNumber } from './voicemail-number';

const operation = 'divertCall';
const REASONS = [
  'None',
  'NoAnswer',
  'PhoneBusy',
  'PhoneNotRegistered',
  'ForwardAll',
  'OutOfOfficeHours',
  'BreakTime',
  'Holiday',
] as const satisfies readonly DivertReason[];

const properties: INodeProperties[] = [
  ...targetFields(operation),
  onFailureField(operation),
  {
    displayName: 'Options',
    name: 'options',
    type: 'collection',
    placeholder: 'Add option',
    default: {},
    displayOptions: { show: { operation: [operation] } },
    options: [
      {
        displayName: 'Reason',
        name: 'reason',
        type: 'options',
        default: 'None',
        options: [
          { name: 'Break Time', value: 'BreakTime' },
          { name: 'Busy', value: 'PhoneBusy' },
          { name: 'Forward All', value: 'ForwardAll' },
          { name: 'Holiday', value: 'Holiday' },
          { name: 'No Answer', value: 'NoAnswer' },
          { name: 'None', value: 'None' },
          { name: 'Not Registered', value: 'PhoneNotRegistered' },
          { name: 'Outside Office Hours', value: 'OutOfOfficeHours' },
        ],
        description: 'Why the call goes elsewhere, for the call log and the greeting of a voicemail box',
      },
      voicemailDialCodeField({ '/targetType': ['voicemail'] }),
    ],
  },
];

export const divertCall: CallOperation = {
  name: 'Divert Call',
  properties,
  prepare({ parameters, context, steps }) {
    const target = targetOf(parameters, context);
    const reason = parameters.choice('options.reason', REASONS);
    const code = givenDialCode(parameters);
    const throwsOnFailure = parameters.choice('onFailure', ['throw', 'continue']) === 'throw';
    return {
      act: async (call, { pbx, signal }) => {
        const to = target.type === 'voicemail' ? await voicemailNumber(target.to, code, pbx) : target.to;
        const options = { target: target.to, throwsOnFailure, signal };
        return passOn(call, steps, () => call.divert({ to, ...(reason !== 'None' && { reason }) }), options);
      },
    };
  },
};
