import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { callLogRows, loggedCalls } from '../../../src/shared';
import { items, OWNER_ROLE, type DataOperation } from './data-operation';
import { limitOf, listFields, simplifyField } from './list-fields';
import { chosenPeriod, coveredBy, periodFields } from './period-fields';

const operation = 'getCallHistory';

const properties: INodeProperties[] = [
  ...periodFields([operation]),
  ...listFields(operation),
  simplifyField([operation]),
  {
    displayName: 'Filters',
    name: 'filters',
    type: 'collection',
    placeholder: 'Add Filter',
    default: {},
    displayOptions: { show: { operation: [operation], simplify: [true] } },
    options: [
      {
        displayName: 'Answered',
        name: 'answered',
        type: 'options',
        default: 'any',
        options: [
          { name: 'Answered Only', value: 'answered' },
          { name: 'Any', value: 'any' },
          { name: 'Missed Only', value: 'missed' },
        ],
        description: 'Only calls that were answered, or only those that were not',
      },
      {
        displayName: 'Directions',
        name: 'directions',
        type: 'multiOptions',
        default: [],
        options: [
          { name: 'Inbound', value: 'inbound' },
          { name: 'Internal', value: 'internal' },
          { name: 'Outbound', value: 'outbound' },
        ],
        description: 'Only calls in these directions',
      },
      {
        displayName: 'Extensions',
        name: 'extensions',
        type: 'string',
        default: '',
        placeholder: 'e.g. 101, 800',
        description: 'Only calls that these extensions or queues took part in, separated by commas',
      },
      {
        displayName: 'Min Duration (Seconds)',
        name: 'minDuration',
        type: 'number',
        typeOptions: { minValue: 0 },
        default: 0,
        description: 'Only calls in which people talked at least so long',
      },
      {
        displayName: 'Number Contains',
        name: 'number',
        type: 'string',
        default: '',
        placeholder: 'e.g. 555',
        description: 'Only calls with this in the number of either side',
      },
    ],
  },
];

export const getCallHistory: DataOperation = {
  name: 'Get Call History',
  properties,
  prepare({ parameters, context }) {
    const period = chosenPeriod(parameters, context);
    const limit = limitOf(parameters);
    const simplify = parameters.flag('simplify');
    const filter = {
      directions: parameters.anyChoices('filters.directions', ['inbound', 'internal', 'outbound']),
      extensions: parameters.list('filters.extensions'),
      number: parameters.text('filters.number'),
      answered: parameters.choice('filters.answered', ['any', 'answered', 'missed']),
      minDuration: parameters.integer('filters.minDuration', { min: 0, max: 86_400 }),
    };
    return {
      facts: OWNER_ROLE,
      isAboutOtherCalls: true,
      async read({ pbx, signal }) {
        if (simplify) {
          const calls = await loggedCalls(pbx.xapi, period, filter, { ...limit, signal });
          return items(
            calls.map((call) => ({
              ...call,
              parties: [...call.parties],
              recordingIds: [...call.recordingIds],
              ...coveredBy(period),
            })),
          );
        }
        const rows: IDataObject[] = [];
        for await (const row of callLogRows(pbx.xapi, period, { ...limit, signal })) {
          rows.push({ ...row, Recordings: (row.Recordings ?? []).map((one) => ({ ...one })) });
        }
        return items(rows);
      },
    };
  },
};
