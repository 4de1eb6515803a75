import { PbxConfiguration } from '../../configuration/pbx-configuration';
import { HistoryBook } from '../../history/history-book';
import type { QueueVisit } from '../../history/queue-visit';
import type { JsonObject } from '../odata/json';
import { agentReports } from './agent-reports';
import { queueCharts } from './queue-charts';
import { queueReports } from './queue-reports';

const day = '2026-11-25';
const at = (time: string): number => Date.parse(`${day}T${time}Z`);
const period = {
  startDt: `${day}T00:00:00Z`,
  endDt: `${day}T23:59:59Z`,
  queueDnStr: '800',
  waitInterval: '0:00:0',
};

let history: HistoryBook;
let sources: { configuration: PbxConfiguration; history: HistoryBook; wallNow: () => number };

beforeEach(() => {
  history = new HistoryBook();
  const configuration = new PbxConfiguration({
    clientId: '999',
    clientSecret: 'x',
    grantedExtensions: [],
    xapiEnabled: true,
    presentDid: true,
    extensionDirectControl: true,
    configuration: { queues: [{ number: '800', name: 'Support', agents: ['100', '101'], slaSeconds: 30 }] },
  });
  sources = { configuration, history, wallNow: () => at('20:00:00') };
});

/** A caller who came at `enteredAt`, waited, and was taken by an agent or gave up. */
function visit(enteredAt: string, waitSeconds: number, agent?: string, talkSeconds = 0): void {
  const entered = at(enteredAt);
  const left = entered + waitSeconds * 1000;
  const base: Omit<QueueVisit, 'id'> = {
    callId: 1,
    callRecordId: 'record',
    queue: '800',
    caller: `+1${enteredAt}`,
    enteredAt: entered,
    polls: [{ agent: agent ?? '100', at: entered, endedAt: left, answered: agent !== undefined }],
    answeredBy: undefined,
    answeredAt: undefined,
    leftAt: left,
    talkEndedAt: undefined,
    outcome: 'abandoned',
  };
  history.openVisit(
    agent === undefined
      ? base
      : {
          ...base,
          outcome: 'answered',
          answeredBy: agent,
          answeredAt: left,
          talkEndedAt: left + talkSeconds * 1000,
        },
  );
}

const rows = (set: string, given: JsonObject): readonly JsonObject[] => {
  const report = [...queueReports(sources), ...queueCharts(sources), ...agentReports(sources)].find(
    (each) => each.set === set,
  );
  if (!report) throw new Error(`no report ${set}`);
  return report.rows(given);
};

describe('queue reports', () => {
  beforeEach(() => {
    visit('09:00:00', 10, '100', 60);
    visit('09:30:00', 50, '101', 120);
    visit('10:15:00', 5);
    visit('10:20:00', 40);
  });

  test('sum up times', () => {
    expect(rows('ReportDetailedQueueStatistics', period)).toEqual([
      {
        QueueDn: 'Support',
        QueueDnNumber: '800',
        CallsCount: 4,
        AnsweredCount: 2,
        CallbacksCount: 0,
        RingTime: 'PT1M',
        AvgRingTime: 'PT30S',
        TalkTime: 'PT3M',
        AvgTalkTime: 'PT1M30S',
      },
    ]);
  });

  test('leave out who gave up before the wait interval, and nobody else', () => {
    const given = { ...period, waitInterval: '0:00:20' };
    expect(rows('ReportDetailedQueueStatistics', given)).toMatchObject([{ CallsCount: 3, AnsweredCount: 2 }]);
    expect(rows('ReportTeamQueueGeneralStatistics', given)).toMatchObject([
      { ReceivedCount: 3, AgentsInQueueCount: 2, TotalTalkTime: 'PT3M' },
    ]);
  });

  test('count breaches of the service level', () => {
    expect(rows('ReportStatisticSla', period)).toMatchObject([{ ReceivedCount: 4, BadSlaCallsCount: 2 }]);
    expect(rows('ReportBreachesSla', period)).toMatchObject([
      { CallerId: '+109:30:00', WaitingTime: 'PT50S' },
      { CallerId: '+110:20:00', WaitingTime: 'PT40S' },
    ]);
    const [queue] = sources.configuration.queues.all;
    sources.configuration.queues.change(queue?.id ?? 0, { slaSeconds: 0 });
    expect(rows('ReportBreachesSla', period)).toEqual([]);
  });

  test('list who was answered after a while', () => {
    expect(
      rows('ReportQueueAnsweredCallsByWaitTime', { ...period, answerInterval: '0:00:30' }),
    ).toMatchObject([{ Source: '+109:30:00', Destination: '101 Extension 101', RingTime: 'PT50S' }]);
  });

  test('draw charts in the time zone of the reader', () => {
    const chart = { chartDate: `${day}T12:00:00Z`, queueDnStr: '', waitInterval: '0:00:0' };
    const hours = rows('ReportQueueAnUnCalls', {
      ...chart,
      chartBy: 'Hour',
      clientTimeZone: 'Europe/Berlin',
    });
    expect(hours).toHaveLength(24);
    expect(hours[0]).toMatchObject({ XValue: '2026-11-24T23:00:00.000Z' });
    expect(hours.filter(({ YValue1: answered, YValue2: lost }) => answered !== 0 || lost !== 0)).toEqual([
      { XValue: '2026-11-25T09:00:00.000Z', YValue1: 2, YValue2: 0 },
      { XValue: '2026-11-25T10:00:00.000Z', YValue1: 0, YValue2: 2 },
    ]);
    const days = rows('ReportAverageQueueWaitingTime', { ...chart, chartBy: 'Day', clientTimeZone: 'UTC' });
    expect(days).toHaveLength(30);
    expect(days[24]).toEqual({ XValue: '2026-11-25T00:00:00.000Z', YValue1: 30, YValue2: 23 });
    expect(rows('ReportQueueAnUnCalls', { ...chart, chartBy: 'Month', clientTimeZone: 'UTC' })).toHaveLength(
      12,
    );
  });

  test('are empty for queues that are not asked for', () => {
    expect(rows('ReportStatisticSla', { ...period, queueDnStr: '801, 802' })).toEqual([]);
    expect(rows('ReportStatisticSla', { ...period, queueDnStr: ' 801,800' })).toHaveLength(1);
  });
});

describe('agent reports', () => {
  beforeEach(() => {
    const span = (agent: string, state: 'logged-in' | 'talking', from: string, to: string) => {
      history.openSpan({ agent, state, queue: state === 'talking' ? '800' : '', from: at(from) });
      history.closeSpan(agent, state, at(to));
    };
    span('100', 'logged-in', '08:00:00', '12:00:00');
    span('100', 'talking', '09:00:10', '09:01:10');
    span('100', 'logged-in', '13:00:00', '14:00:00');
    history.openSpan({ agent: '101', state: 'logged-in', queue: '', from: at('19:00:00') });
    visit('09:00:00', 10, '100', 60);
    visit('09:40:00', 20);
  });

  test('say how much of the logged-in time was talk', () => {
    const given = { ...period, agentDnStr: '', clientTimeZone: 'UTC' };
    const day100 = { AgentNo: '100', Agent: 'Extension 100', QueueNo: '800', Day: `${day}T00:00:00.000Z` };
    const sums = { LoggedInDayInterval: 'PT5H', LoggedInTotalInterval: 'PT5H', TalkingDayInterval: 'PT1M' };
    expect(rows('ReportAgentLoginHistory', given)).toMatchObject([
      {
        ...day100,
        ...sums,
        LoggedInInterval: 'PT4H',
        TalkingInterval: 'PT1M',
        LoggedOutDt: `${day}T12:00:00.000Z`,
      },
      { ...day100, ...sums, LoggedInInterval: 'PT1H', TalkingInterval: 'PT0S' },
      // Still logged in: as long as until the report ends or now.
      { AgentNo: '101', loggedInDt: `${day}T19:00:00.000Z`, LoggedInInterval: 'PT1H' },
    ]);
    expect(rows('ReportAgentLoginHistory', given)[2]).not.toHaveProperty('LoggedOutDt');
    expect(rows('ReportAgentLoginHistory', { ...given, agentDnStr: '101' })).toHaveLength(1);
  });

  test('count what agents took and what they lost', () => {
    expect(rows('ReportAgentsInQueueStatistics', period)).toMatchObject([
      {
        Dn: '100',
        AnsweredCount: 1,
        LostCount: 1,
        AnsweredPercent: 50,
        LoggedInTime: 'PT5H',
        RingTime: 'PT30S',
        AvgRingTime: 'PT15S',
        TalkTime: 'PT1M',
      },
      { Dn: '101', AnsweredCount: 0, LostCount: 0, LoggedInTime: 'PT1H', AvgTalkTime: 'PT0S' },
    ]);
  });
});
