import type { INodeProperties } from 'n8n-workflow';
import { queueStatistics } from '../../../src/shared';
import { items, OWNER_ROLE, type DataOperation } from './data-operation';
import { cacheOption } from './list-fields';
import { chosenPeriod, periodFields } from './period-fields';

const operation = 'getQueueStats';

const properties: INodeProperties[] = [
  {
    displayName: 'Queue',
    name: 'queueId',
    type: 'resourceLocator',
    required: true,
    default: { mode: 'list', value: '' },
    displayOptions: { show: { operation: [operation] } },
    modes: [
      {
        displayName: 'From List',
        name: 'list',
        type: 'list',
        placeholder: 'Choose…',
        typeOptions: {
          searchListMethod: 'searchQueues',
          searchable: true,
          slowLoadNotice: { message: 'If it takes long, enter the number instead', timeout: 5000 },
        },
      },
      { displayName: 'By Number', name: 'number', type: 'string', placeholder: 'e.g. 800' },
    ],
    description: 'The queue to look at',
  },
  {
    displayName:
      '3CX tells no live queue state: waitingCalls is estimated from the calls in progress, the rest comes from its reports.',
    name: 'queueNotice',
    type: 'notice',
    default: '',
    displayOptions: { show: { operation: [operation] } },
  },
  ...periodFields([operation]),
  cacheOption(operation, false),
];

export const getQueueStats: DataOperation = {
  name: 'Get Queue Stats',
  properties,
  prepare({ parameters, context, cache }) {
    const queueId = parameters.text('queueId', {
      pattern: /^[A-Za-z0-9]+$/,
      patternMeaning: 'the number of a queue',
      required: true,
    });
    const period = chosenPeriod(parameters, context);
    const usesCache = parameters.flag('options.useCache');
    const cacheKey = `${parameters.text('period')} ${parameters.text('startDate')} ${parameters.text('endDate')}`;
    return {
      facts: { extension: queueId, ...OWNER_ROLE },
      async read({ pbx, key }) {
        const { value, at } = await cache.get(`${key} queue ${queueId} ${cacheKey}`, usesCache, () =>
          queueStatistics(pbx, queueId, period),
        );
        return items([{ ...value, cachedAt: at.toISOString() }]);
      },
    };
  },
};
