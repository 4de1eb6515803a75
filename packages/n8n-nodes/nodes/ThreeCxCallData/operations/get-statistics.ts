import type { INodeProperties } from 'n8n-workflow';
import {
  figuresByGroup,
  figuresJson,
  GROUPINGS,
  totalOf,
  type Parameters,
  type Period,
} from '../../../src/shared';
import {
  items,
  OWNER_ROLE,
  type DataOperation,
  type DataOperationInput,
  type DataSource,
} from './data-operation';
import { cacheOption } from './list-fields';
import { chosenPeriod, coveredBy, periodFields } from './period-fields';

function groupByField(operation: string, defaultValue: string): INodeProperties {
  return {
    displayName: 'Group By',
    name: 'groupBy',
    type: 'options',
    default: defaultValue,
    displayOptions: { show: { operation: [operation] } },
    options: [
      { name: 'Day', value: 'day' },
      { name: 'Extension', value: 'extension', description: 'A call counts for everyone it rang' },
      { name: 'Hour', value: 'hour' },
      { name: 'None', value: 'none' },
      { name: 'Queue', value: 'queue' },
    ],
    description: 'What the figures are given for, one by one',
  };
}

const COLUMNS = ['total', 'answered', 'missed', 'talkSeconds', 'averageTalkSeconds'] as const;

/** Both operations count the same, and so share what was counted within five minutes. */
function counting(parameters: Parameters, { context, cache }: DataOperationInput) {
  const period = chosenPeriod(parameters, context);
  const grouping = parameters.choice('groupBy', GROUPINGS);
  const usesCache = parameters.flag('options.useCache');
  const { timeZone } = context;
  const asked = [parameters.text('period'), parameters.text('startDate'), parameters.text('endDate')];
  return {
    period,
    count: ({ pbx, key: source }: DataSource) =>
      cache.get([source, 'figures', grouping, timeZone, ...asked].join(' '), usesCache, async () => ({
        period,
        groups: await figuresByGroup(pbx.xapi, period, grouping, timeZone),
      })),
  };
}

function about(period: Period, at: Date) {
  return { ...coveredBy(period), cachedAt: at.toISOString() };
}

export const getStatistics: DataOperation = {
  name: 'Get Call Statistics',
  properties: [
    ...periodFields(['getStatistics']),
    groupByField('getStatistics', 'none'),
    cacheOption('getStatistics', true),
  ],
  prepare(input) {
    const { count } = counting(input.parameters, input);
    return {
      facts: OWNER_ROLE,
      async read(source) {
        const { value, at } = await count(source);
        const groups = value.groups.map(({ group, name, ...figures }) => ({
          group,
          name,
          ...figuresJson(figures),
        }));
        return items([{ ...figuresJson(totalOf(value.groups)), groups, ...about(value.period, at) }]);
      },
    };
  },
};

export const getReport: DataOperation = {
  name: 'Get Call Report',
  properties: [
    ...periodFields(['getReport']),
    groupByField('getReport', 'day'),
    {
      displayName: 'Columns',
      name: 'columns',
      type: 'multiOptions',
      default: [...COLUMNS],
      displayOptions: { show: { operation: ['getReport'] } },
      options: [
        { name: 'Answered', value: 'answered' },
        { name: 'Average Talk Seconds', value: 'averageTalkSeconds' },
        { name: 'Missed', value: 'missed' },
        { name: 'Talk Seconds', value: 'talkSeconds' },
        { name: 'Total', value: 'total' },
      ],
      description: 'Figures of each row, beside the group and its name',
    },
    cacheOption('getReport', true),
  ],
  prepare(input) {
    const { count } = counting(input.parameters, input);
    const columns = input.parameters.choices('columns', COLUMNS);
    return {
      facts: OWNER_ROLE,
      isAboutOtherCalls: true,
      async read(source) {
        const { value, at } = await count(source);
        return items(
          value.groups.map((row) => ({
            group: row.group,
            name: row.name,
            ...Object.fromEntries(columns.map((column) => [column, row[column]])),
            ...about(value.period, at),
          })),
        );
      },
    };
  },
};
