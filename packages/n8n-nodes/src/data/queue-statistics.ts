import { NotFoundError, PermissionError, type PhoneSystem } from '@org/3cx-core';
import type { IDataObject } from 'n8n-workflow';
import { GuidedError } from '../guided-error';
import { secondsOf } from './iso-duration';
import type { Period } from './period';

/**
 * Figures of a queue. What lies behind is told in `sources`; what 3CX doesn't tell is null.
 * @throws GuidedError when there is no such queue; PermissionError without the role System Owner
 */
export async function queueStatistics(
  pbx: PhoneSystem,
  queueId: string,
  period: Period,
): Promise<IDataObject> {
  const { xapi } = pbx;
  const queue = await queueOf(pbx, queueId);
  const { from, to } = period;
  const path = {
    queueDnStr: queueId,
    startDt: from.toISOString(),
    endDt: to.toISOString(),
    waitInterval: '0:00:0',
  };
  const [details, sla, agentsLoggedIn, waiting] = await Promise.all([
    xapi.list(
      '/ReportDetailedQueueStatistics/Pbx.GetDetailedQueueStatisticsData(queueDnStr={queueDnStr},startDt={startDt},endDt={endDt},waitInterval={waitInterval})',
      { path },
    ),
    xapi
      .list(
        '/ReportStatisticSla/Pbx.GetStatisticSlaData(queueDnStr={queueDnStr},startDt={startDt},endDt={endDt},waitInterval={waitInterval})',
        { path },
      )
      .catch(nothingIfAbsent),
    agentsLoggedInOf(pbx, queue.Id ?? 0),
    waitingCallsOf(pbx, queueId),
  ]);
  const detail = details.rows.find(({ QueueDnNumber }) => QueueDnNumber === queueId);
  const calls = detail?.CallsCount ?? 0;
  const answered = detail?.AnsweredCount ?? 0;
  return {
    queueId,
    name: queue.Name ?? '',
    averageWaitTime: averageWait(detail, answered),
    waitingCalls: waiting.count,
    callsReceived: calls,
    callsAnswered: answered,
    callsAbandoned: Math.max(0, calls - answered),
    averageTalkTime: secondsOf(detail?.AvgTalkTime),
    agentsLoggedIn,
    slaPercent: slaPercent(sla?.rows.find(({ QueueDnNumber }) => QueueDnNumber === queueId)),
    periodStart: from.toISOString(),
    periodEnd: to.toISOString(),
    sources: {
      callsAnswered: 'queue report',
      averageWaitTime: 'queue report',
      agentsLoggedIn: 'sign-in to all queues at once',
      waitingCalls: waiting.source,
    },
  };
}

async function queueOf({ xapi }: PhoneSystem, queueId: string) {
  const { rows } = await xapi.list('/Queues', {
    filter: (row) => row.eq('Number', queueId),
    select: ['Id', 'Number', 'Name'],
  });
  const queue = rows.find(({ Number: number }) => number === queueId);
  if (queue !== undefined) return queue;
  throw new GuidedError(
    'PARAMETER',
    `Queue ${queueId} not found`,
    "3CX has no queue with this number that the client may see. Choose it from the list in 'Queue'.",
  );
}

interface RingTimes {
  readonly AvgRingTime?: string | null;
  readonly RingTime?: string | null;
}

/** Seconds that callers waited until they were answered; 0 when nobody called. */
function averageWait(detail: RingTimes | undefined, answered: number): number {
  const average = secondsOf(detail?.AvgRingTime);
  if (average !== null) return average;
  const total = secondsOf(detail?.RingTime) ?? 0;
  return answered === 0 ? 0 : Math.round((total / answered) * 10) / 10;
}

interface SlaFigures {
  readonly BadSlaCallsCount?: number | null;
  readonly ReceivedCount?: number | null;
}

function slaPercent(row: SlaFigures | undefined): number | null {
  const received = row?.ReceivedCount ?? 0;
  if (row === undefined || received === 0) return null;
  return Math.round((1 - (row.BadSlaCallsCount ?? 0) / received) * 1_000) / 10;
}

/** Agents of the queue that are signed in; 3CX has one sign-in for all queues of an agent. */
async function agentsLoggedInOf({ xapi }: PhoneSystem, id: number): Promise<number | null> {
  try {
    const { rows: agents } = await xapi.list('/Queues({Id})/Agents', {
      path: { Id: id },
      select: ['Number'],
    });
    const numbers = new Set(agents.map(({ Number: number }) => number));
    let signedIn = 0;
    for await (const user of xapi.paginate('/Users', {
      select: ['Number', 'QueueStatus'],
      orderBy: ['Number asc'],
    })) {
      if (user.QueueStatus === 'LoggedIn' && numbers.has(user.Number ?? '')) signedIn += 1;
    }
    return signedIn;
  } catch (error) {
    nothingIfAbsent(error);
    return null;
  }
}

interface Waiting {
  readonly count: number | null;
  readonly source: string;
}

/** 3CX tells no live queue state: calls are counted that are with the queue and not answered. */
async function waitingCallsOf(pbx: PhoneSystem, queueId: string): Promise<Waiting> {
  if (pbx.extensions.includes(queueId)) {
    const own = pbx.calls.filter(({ extension, status }) => extension === queueId && status !== 'ended');
    return { count: own.length, source: 'calls on the granted queue' };
  }
  try {
    const calls = await pbx.getActiveCalls();
    const waiting = calls.filter(({ to }) => to === queueId || to.startsWith(`${queueId} `));
    return { count: waiting.length, source: 'estimated from active calls' };
  } catch (error) {
    if (error instanceof PermissionError) return { count: null, source: 'not known' };
    throw error;
  }
}

/** Some releases lack a report; what can't be had is left out. */
function nothingIfAbsent(error: unknown): undefined {
  if (error instanceof NotFoundError) return undefined;
  throw error;
}
