import type { INodeProperties } from 'n8n-workflow';
import { confirm as ask, type CallOperation } from '../../../src/shared';
import { keyOf } from './menu';
import {
  contradiction,
  oneKeyOf,
  questionFields,
  questionOf,
  questionOptions,
  whyUnanswered,
} from './question-fields';

const operation = 'confirm';
const show = { operation: [operation] };
const OUTPUTS = { yes: 0, no: 1, noAnswer: 2 } as const;

const properties: INodeProperties[] = [
  ...questionFields(operation, 'e.g. /prompts/press-1-for-callback.wav'),
  {
    displayName: 'Yes Key',
    name: 'yesKey',
    type: 'string',
    default: '1',
    displayOptions: { show },
    description: 'The key that means yes',
  },
  {
    displayName: 'No Key',
    name: 'noKey',
    type: 'string',
    default: '2',
    displayOptions: { show },
    description: 'The key that means no',
  },
  questionOptions(operation),
];

export const confirm: CallOperation = {
  name: 'Ask for Confirmation',
  properties,
  failureOutput: OUTPUTS.noAnswer,
  prepare({ parameters }) {
    const { options, audio } = questionOf(parameters);
    const yes = keyOf(oneKeyOf(parameters, 'yesKey'));
    const no = keyOf(oneKeyOf(parameters, 'noKey'));
    if (yes === no) {
      throw contradiction("'Yes Key' and 'No Key' are the same", 'Give each answer a key of its own.');
    }
    return {
      facts: { audio },
      async act(call, { pbx, signal }) {
        const { connection$ } = pbx;
        const result = await ask(call, { ...options, yes, no, connection$, ...(signal && { signal }) });
        const { attempts } = result;
        if (result.kind !== 'confirmed') {
          const reason = whyUnanswered(result);
          return {
            json: { success: false, confirmed: false, reason, attempts },
            output: OUTPUTS.noAnswer,
          };
        }
        const { answer } = result;
        return {
          json: { success: true, confirmed: answer, reason: 'match', attempts },
          output: answer ? OUTPUTS.yes : OUTPUTS.no,
        };
      },
    };
  },
};
