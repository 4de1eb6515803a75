import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { XapiClient } from '../../xapi/testing/xapi-client';
import { parseScenario } from '../written/parse-scenario';
import { Ledger } from './ledger';
import type { LedgerCall, LedgerVisit } from './ledger';

const queue = '800';
const agents = ['100', '101'];
const members = ['102', '103'];
const begin = new Date('2026-03-02T08:00:00Z');
const day = parseScenario(readFileSync(join(__dirname, 'day.yaml'), 'utf8'), 'day.yaml');
const ledger = new Ledger(day, {
  routePoint: '999',
  queue: { number: queue, agents },
  ringGroup: { number: '810', members },
});

const at = (ms: number): number => begin.getTime() + ms;
const isOutside = (number: string): boolean => number.startsWith('+');
const directionOf = ({ from, to }: LedgerCall): 'inbound' | 'outbound' | 'internal' =>
  isOutside(from) ? 'inbound' : isOutside(to) ? 'outbound' : 'internal';
const answered = (visits: readonly LedgerVisit[]): readonly LedgerVisit[] =>
  visits.filter(({ answeredBy }) => answeredBy !== undefined);
const abandoned = ledger.visits.filter(({ answeredBy }) => answeredBy === undefined);

describe('after a scripted day of 50 calls', () => {
  let client: XapiClient;
  /** What the PBX said was going on at some instants, beside the ledger's idea of it. */
  const counted: { readonly atMs: number; readonly mock: number; readonly ledger: number }[] = [];
  const asked: { readonly atMs: number; readonly rows: Promise<readonly unknown[]> }[] = [];

  beforeAll(async () => {
    client = await XapiClient.start({
      time: { startsAt: begin },
      tokenLifetimeMs: 24 * 3_600_000,
      configuration: { queues: [{ number: queue, agents, recording: 'AllowToOptOut' }] },
    });
    const { pbx } = client.raw;
    await pbx.run(day, {
      onStep: ({ atMs, what }) => {
        if (!what.startsWith('waits')) return;
        const mock = pbx.history.calls.filter(({ endedAt }) => endedAt === undefined).length;
        counted.push({ atMs, mock, ledger: ledger.activeAt(atMs).length });
        if (what === 'waits 1 min 1 s' || what === 'waits 2 min 30 s')
          asked.push({ atMs, rows: client.rows('/ActiveCalls') });
      },
    });
  }, 240_000);
  afterAll(() => client[Symbol.asyncDispose]());

  test('every call was placed, taken and ended when, and by whom, it should', () => {
    expect(ledger.calls).toHaveLength(50);
    expect(
      client.raw.pbx.history.calls.map(
        ({ from, to, did, direction, startedAt, answeredAt, endedAt, endedBy }) => ({
          from,
          to: to === '' ? did : to,
          direction,
          startedAt,
          answeredAt,
          endedAt,
          endedBy,
        }),
      ),
    ).toEqual(
      ledger.calls.map((call) => ({
        from: call.from,
        to: call.to,
        direction: directionOf(call),
        startedAt: at(call.placedAt),
        answeredAt: call.taken[0] && at(call.taken[0].at),
        endedAt: at(call.endedAt),
        endedBy: call.endedBy,
      })),
    );
  });

  test('every stay in the queue went as it should, agent by agent', () => {
    expect(
      client.raw.pbx.history.queueVisits.map(
        ({ caller, enteredAt, polls, answeredBy, leftAt, talkEndedAt, outcome }) => ({
          caller,
          enteredAt,
          polls: polls.map(({ agent, at: polledAt, answered: took }) => ({
            agent,
            at: polledAt,
            answered: took,
          })),
          answeredBy,
          leftAt,
          talkEndedAt,
          outcome,
        }),
      ),
    ).toEqual(
      ledger.visits.map((visit) => ({
        caller: visit.caller,
        enteredAt: at(visit.enteredAt),
        polls: visit.polls.map((poll) => ({ ...poll, at: at(poll.at) })),
        answeredBy: visit.answeredBy,
        leftAt: at(visit.leftAt),
        talkEndedAt: visit.talkEndedAt === undefined ? undefined : at(visit.talkEndedAt),
        outcome: visit.answeredBy === undefined ? 'abandoned' : 'answered',
      })),
    );
  });

  test('at every step of the day as many calls were under way as there should be', async () => {
    expect(counted.length).toBeGreaterThan(50);
    expect(counted.filter(({ mock, ledger: expected }) => mock !== expected)).toEqual([]);
    expect(asked.map(({ atMs }) => ledger.activeAt(atMs).length > 0)).toEqual([true, true, true, true]);
    for (const { atMs, rows } of asked) expect(await rows).toHaveLength(ledger.activeAt(atMs).length);
    expect(await client.rows('/ActiveCalls')).toEqual([]);
  });

  test('the conversations of the queue were recorded', async () => {
    const recorded = client.raw.pbx.history.recordings.map(({ from, startedAt, endedAt }) => ({
      from: from.number,
      startedAt,
      endedAt,
    }));
    const expected = answered(ledger.visits).map(({ caller, leftAt, talkEndedAt }) => ({
      from: caller,
      startedAt: at(leftAt),
      endedAt: at(talkEndedAt ?? 0),
    }));
    const inOrder = (one: { startedAt: number }, other: { startedAt: number }) =>
      one.startedAt - other.startedAt;
    expect(recorded.sort(inOrder)).toEqual(expected.sort(inOrder));
    expect(await client.rows('/Recordings')).toHaveLength(expected.length);
  });

  const dates = `startDt=${begin.toISOString()},endDt=${new Date(at(86_400_000)).toISOString()}`;
  const between = dates.replace('startDt', 'periodFrom').replace('endDt', 'periodTo');

  test('the call log has every call, with who was rung in vain', async () => {
    const log = await client.rows(
      `/ReportCallLogData/Pbx.GetCallLogData(${between},sourceType=0,sourceFilter='',destinationType=0,` +
        `destinationFilter='',callsType=0,callTimeFilterType=0,callTimeFilterFrom='0:00:0',` +
        `callTimeFilterTo='0:00:0',hidePcalls=false)?$orderby=SegmentId&$top=1000`,
    );
    expect(new Set(log.map((row) => row.CallHistoryId)).size).toBe(50);
    const inVain = log
      .filter((row) => row.Answered === false)
      .map((row) => `${String(row.SourceCallerId)} ${String(row.DestinationDn)}`);
    const expected = ledger.calls.flatMap(({ from, inVain: rung }) =>
      rung.map(
        (number) => `${isOutside(from) ? from : `Ext.${from}`} ${isOutside(number) ? '10001' : number}`,
      ),
    );
    expect(inVain.sort()).toEqual(expected.sort());
  });

  test('the queue reports say what the ledger says', async () => {
    const totals = await client.rows(
      `/ReportQueuePerformanceTotals/Pbx.GetQueuePerformanceTotalsData(${between},queueDns='',waitInterval='0:00:0')`,
    );
    expect(totals).toMatchObject([
      {
        QueueDn: queue,
        QueueReceivedCount: ledger.visits.length,
        ExtensionAnsweredCount: answered(ledger.visits).length,
        ExtensionDroppedCount: abandoned.length,
      },
    ]);
    const byAgent = await client.rows(
      `/ReportAgentsInQueueStatistics/Pbx.GetAgentsInQueueStatisticsData(queueDnStr='',${dates},waitInterval='0:00:0')`,
    );
    expect(byAgent).toMatchObject(
      agents.map((agent) => ({
        Dn: agent,
        AnsweredCount: ledger.visits.filter(({ answeredBy }) => answeredBy === agent).length,
      })),
    );
    const lost = await client.rows(
      `/ReportAbandonedQueueCalls/Pbx.GetAbandonedQueueCallsData(${between},queueDns='${queue}',waitInterval='0:00:0')`,
    );
    expect(lost.map((row) => [row.CallerId, row.PollingAttempts])).toEqual(
      abandoned.map(({ caller, polls }) => [caller, polls.length]),
    );
  });
});
