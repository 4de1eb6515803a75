import type { INodeProperties } from 'n8n-workflow';
import { PERIODS, periodOf, type ActionContext, type Parameters, type Period } from '../../../src/shared';

/** The fields for a span of time, of some operations. */
export function periodFields(operations: string[]): INodeProperties[] {
  const show = { operation: operations };
  return [
    {
      displayName: 'Period',
      name: 'period',
      type: 'options',
      default: 'today',
      displayOptions: { show },
      options: [
        { name: 'Custom', value: 'custom' },
        { name: 'Last 30 Days', value: 'last30Days' },
        { name: 'Last 7 Days', value: 'last7Days' },
        { name: 'Last Hour', value: 'lastHour' },
        { name: 'Today', value: 'today' },
        { name: 'Yesterday', value: 'yesterday' },
      ],
      description: 'The time to look at. Days begin at midnight in the time zone of the workflow.',
    },
    {
      displayName: 'Start Date',
      name: 'startDate',
      type: 'dateTime',
      default: '',
      displayOptions: { show },
      description: 'Beginning of the time to look at. Replaces Period.',
    },
    {
      displayName: 'End Date',
      name: 'endDate',
      type: 'dateTime',
      default: '',
      displayOptions: { show },
      description: 'End of the time to look at. Empty: now.',
    },
  ];
}

/** @throws GuidedError naming the field that holds no time */
export function chosenPeriod(parameters: Parameters, { timeZone }: ActionContext): Period {
  return periodOf({
    name: parameters.choice('period', PERIODS),
    start: parameters.text('startDate'),
    end: parameters.text('endDate'),
    timeZone,
    now: new Date(),
  });
}

/** What a result says about the time it covers. */
export function coveredBy({ from, to }: Period) {
  return { periodStart: from.toISOString(), periodEnd: to.toISOString() };
}
