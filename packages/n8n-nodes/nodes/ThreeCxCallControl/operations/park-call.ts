import type { Call } from '@org/3cx-core';
import type { INodeProperties } from 'n8n-workflow';
import type { CallOperation, Parameters, StepTools } from '../../../src/shared';
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
/** The call that fetches may end a moment before the fetched one is seen. */
const TAKE_OVER_MS = 3_000;

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
        const other = otherAnsweredCall(pbx, from);
        try {
          const result = await pbx.unpark({ slot, from, ...(signal && { signal }) });
          const fetching = result.kind === 'succeeded' ? result.call : undefined;
          const outcome =
            result.kind === 'succeeded'
              ? await untilAnswered(result.call, UNPARK_TIMEOUT_SECONDS, signal)
              : outcomeOf(result);
          const call = outcome === 'answered' ? fetching : await other.within(TAKE_OVER_MS);
          if (call === undefined) {
            return { json: { success: false, slot, callId: fetching?.id ?? '', outcome } };
          }
          if (from === pbx.clientId) adopt(call);
          else keep(call);
          return { json: { success: true, callId: call.id, slot, outcome: 'answered', status: call.status } };
        } finally {
          other.stop();
        }
      },
    };
  },
};

interface OtherCall {
  within(ms: number): Promise<Call | undefined>;
  stop(): void;
}

/**
 * The first call from now on that is answered on the extension. 3CX may end the call that
 * dialled the parking place, and put the parked caller on the extension as a call of its own.
 */
function otherAnsweredCall(pbx: StepTools['pbx'], extension: string): OtherCall {
  let found: (call: Call) => void = () => undefined;
  const first = new Promise<Call>((resolve) => {
    found = resolve;
  });
  const subscription = pbx.events$.subscribe((event) => {
    if (event.eventType === 'call_answered' && event.extension === extension) found(pbx.call(event.callId));
  });
  return {
    async within(ms) {
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise<undefined>((resolve) => {
        timer = setTimeout(() => {
          resolve(undefined);
        }, ms);
      });
      const call = await Promise.race([first, late]);
      clearTimeout(timer);
      return call;
    },
    stop: () => {
      subscription.unsubscribe();
    },
  };
}
