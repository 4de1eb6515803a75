import type { INodeProperties } from 'n8n-workflow';
import type { CallOperation, Parameters } from '../../../src/shared';
import { callingExtension, callingExtensionField } from './calling-extension';
import { untilAnswered, outcomeOf } from './made-call';
import { onFailureField } from './on-failure-field';
import { passOn } from './pass-on';

function slotField(operation: string): INodeProperties {
  return {
    displayName: 'Parking Place',
    name: 'slot',
    type: 'resourceLocator',
    required: true,
    default: { mode: 'number', value: '' },
    displayOptions: { show: { operation: [operation] } },
    modes: [
      { displayName: 'By Number', name: 'number', type: 'string', placeholder: 'e.g. SP10' },
      {
        displayName: 'From List',
        name: 'list',
        type: 'list',
        placeholder: 'Choose…',
        typeOptions: { searchListMethod: 'searchParkings', searchable: true },
      },
    ],
    description: 'Number of a shared parking place of 3CX',
  };
}

const slotOf = (parameters: Parameters): string =>
  parameters.text('slot', {
    pattern: /^[A-Za-z0-9*#]+$/,
    patternMeaning: 'a parking place, e.g. SP10',
    required: true,
  });

export const parkCall: CallOperation = {
  name: 'Park Call',
  properties: [
    slotField('parkCall'),
    {
      displayName: 'After parking, this node no longer controls the call.',
      name: 'parkNotice',
      type: 'notice',
      default: '',
      displayOptions: { show: { operation: ['parkCall'] } },
    },
    onFailureField('parkCall'),
  ],
  prepare({ parameters, steps }) {
    const slot = slotOf(parameters);
    const throwsOnFailure = parameters.choice('onFailure', ['throw', 'continue']) === 'throw';
    return {
      async act(call, { signal }) {
        const options = { target: slot, throwsOnFailure, signal };
        const { json } = await passOn(call, steps, () => call.park({ slot }), options);
        return { json: { success: json.success, slot, parkResult: json.transferResult } };
      },
    };
  },
};

const UNPARK_TIMEOUT_SECONDS = 30;

export const unparkCall: CallOperation = {
  name: 'Unpark Call',
  properties: [slotField('unparkCall'), callingExtensionField('unparkCall')],
  prepare({ parameters }) {
    const slot = slotOf(parameters);
    const given = callingExtension(parameters);
    return {
      facts: { extension: given },
      async actOnSystem({ pbx, connection, signal, adopt, keep }) {
        const from = given || connection.extension;
        const result = await pbx.unpark({ slot, from, ...(signal && { signal }) });
        if (result.kind !== 'succeeded') {
          return { json: { success: false, slot, callId: '', outcome: outcomeOf(result) } };
        }
        const { call } = result;
        if (from === pbx.clientId) adopt(call);
        else keep(call);
        const outcome = await untilAnswered(call, UNPARK_TIMEOUT_SECONDS, signal);
        const isBack = outcome === 'answered';
        return { json: { success: isBack, callId: call.id, slot, outcome, status: call.status } };
      },
    };
  },
};
