import type { DtmfKey } from '@org/3cx-core';
import type { INodeProperties } from 'n8n-workflow';
import { runMenu, type CallOperation, type Parameters } from '../../../src/shared';
import {
  contradiction,
  oneKeyOf,
  questionFields,
  questionOf,
  questionOptions,
  whyUnanswered,
} from './question-fields';

const operation = 'menu';
/** The outputs of the keys come after these, so that adding a key moves no wire. */
const OUTPUTS = { noInput: 0, noMatch: 1, hungUp: 2 } as const;
const FIRST_KEY_OUTPUT = 3;

const properties: INodeProperties[] = [
  ...questionFields(operation, 'e.g. /prompts/menu-main.wav'),
  {
    displayName: 'Menu Keys',
    name: 'menuKeys',
    type: 'fixedCollection',
    typeOptions: { multipleValues: true, sortable: true },
    placeholder: 'Add Key',
    default: {
      keys: [
        { key: '1', label: '' },
        { key: '2', label: '' },
      ],
    },
    displayOptions: { show: { operation: [operation] } },
    options: [
      {
        displayName: 'Key',
        name: 'keys',
        values: [
          {
            displayName: 'Key',
            name: 'key',
            type: 'string',
            noDataExpression: true,
            default: '',
            placeholder: 'e.g. 1',
            description: 'One key: 0-9, * or #',
          },
          {
            displayName: 'Label',
            name: 'label',
            type: 'string',
            noDataExpression: true,
            default: '',
            placeholder: 'e.g. Sales',
            description: 'What it stands for; shown at the output and given as choice',
          },
        ],
      },
    ],
    description: 'Each key gets an output of its own, below No Input, No Match and Hung Up',
  },
  questionOptions(operation),
];

export const menu: CallOperation = {
  name: 'Offer Menu',
  properties,
  failureOutput: OUTPUTS.hungUp,
  prepare({ parameters }) {
    const { options, audio } = questionOf(parameters);
    const entries = entriesOf(parameters);
    const choices = Object.fromEntries(entries.map((entry, index) => [entry.key, { ...entry, index }]));
    return {
      facts: { audio },
      async act(call, { pbx, signal }) {
        const { connection$ } = pbx;
        const result = await runMenu<MenuChoice>(call, {
          ...options,
          choices,
          connection$,
          ...(signal && { signal }),
        });
        const { attempts } = result;
        if (result.kind !== 'chosen') {
          const reason = whyUnanswered(result);
          return {
            json: { success: false, dtmfInput: '', choice: null, reason, attempts },
            output: OUTPUTS[reason],
          };
        }
        const { key, label, index } = result.choice;
        return {
          json: { success: true, dtmfInput: key, choice: label || key, reason: 'match', attempts },
          output: FIRST_KEY_OUTPUT + index,
        };
      },
    };
  },
};

interface MenuChoice extends MenuEntry {
  readonly index: number;
}

interface MenuEntry {
  readonly key: DtmfKey;
  readonly label: string;
}

function entriesOf(parameters: Parameters): MenuEntry[] {
  const entries = parameters
    .rows('menuKeys.keys')
    .map((row) => ({ key: keyOf(oneKeyOf(row, 'key')), label: row.text('label') }));
  if (entries.length === 0) throw contradiction("'Menu Keys' is empty", 'Add at least one key to it.');
  const twice = entries.find(({ key }, index) => entries.findIndex((one) => one.key === key) < index);
  if (twice === undefined) return entries;
  throw contradiction(`'Menu Keys' holds the key ${twice.key} twice`, 'Remove or change one of the two.');
}

const KEYS: readonly DtmfKey[] = [
  ...(['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'] as const),
  ...(['*', '#', 'A', 'B', 'C', 'D'] as const),
];

export function keyOf(text: string): DtmfKey {
  const found = KEYS.find((key) => key === text);
  if (found === undefined) throw contradiction(`"${text}" is no key`, 'Use one of 0-9, *, # and A-D.');
  return found;
}
