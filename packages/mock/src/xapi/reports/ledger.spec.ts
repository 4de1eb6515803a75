import { XapiClient } from '../testing/xapi-client';

/** A call as planned; who takes it follows from how the phones are set, and is written down beside it. */
interface Planned {
  readonly from: string;
  readonly to: string;
  /** How phones behave that don't answer at once. */
  readonly phones?: Readonly<Record<string, 'never' | 'busy' | 'reject'>>;
  readonly takenBy?: string;
  /** Why nobody took it, as the call log says it. */
  readonly untaken?: 'Busy' | 'Rejected' | 'Cancelled';
}

const queue = '800';
const agents = ['100', '101'];
const ringGroup = '810';
/** Extension whose calls are recorded. */
const recorded = '104';
const members = ['102', '103'];

const plan: readonly Planned[] = [
  { from: '+15550101', to: '104', takenBy: '104' },
  { from: '+15550102', to: '105', phones: { 105: 'busy' }, untaken: 'Busy' },
  { from: '102', to: '104', takenBy: '104' },
  { from: '104', to: '102', phones: { 102: 'reject' }, untaken: 'Rejected' },
  { from: '+15550103', to: queue, phones: { 100: 'never' }, takenBy: '101' },
  { from: '+15550104', to: queue, phones: { 101: 'never' }, takenBy: '100' },
  { from: '+15550105', to: queue, phones: { 100: 'never' }, takenBy: '101' },
  { from: '+15550106', to: queue, phones: { 100: 'never', 101: 'never' }, untaken: 'Cancelled' },
  { from: '105', to: queue, phones: { 100: 'never', 101: 'never' }, untaken: 'Cancelled' },
  { from: '+15550107', to: ringGroup, phones: { 103: 'never' }, takenBy: '102' },
  { from: '+15550108', to: ringGroup, phones: { 102: 'never', 103: 'never' }, untaken: 'Cancelled' },
  { from: '101', to: '+4989123456', takenBy: '+4989123456' },
  { from: '+15550109', to: '999', takenBy: '999' },
];
const stillTalking: Planned = { from: '+15550110', to: '999', takenBy: '999' };

const isOutside = (number: string): boolean => number.startsWith('+');
const directionOf = ({ from, to }: Planned): string =>
  isOutside(from) ? 'Inbound' : isOutside(to) ? 'Outbound' : 'Internal';
const toQueue = plan.filter(({ to }) => to === queue);
const toGroup = plan.filter(({ to }) => to === ringGroup);
const taken = (calls: readonly Planned[], by?: string): number =>
  calls.filter(({ takenBy }) => takenBy !== undefined && (by === undefined || takenBy === by)).length;

describe('after a busy hour', () => {
  let client: XapiClient;
  const period = { from: '', to: '' };

  beforeAll(async () => {
    client = await XapiClient.start({ answerAfterMs: 10 });
    const extension = client.raw.pbx.configuration.extensions.find(recorded);
    client.raw.pbx.configuration.extensions.change(extension?.id ?? 0, { recordCalls: 'all' });
    period.from = new Date().toISOString();
    for (const call of plan) await carryOut(client, call);
    const id = await client.raw.call(stillTalking.from, stillTalking.to);
    await client.raw.view(id, 'connected');
    period.to = new Date(Date.now() + 60_000).toISOString();
  }, 60_000);
  afterAll(() => client[Symbol.asyncDispose]());

  const dates = () => `startDt=${period.from},endDt=${period.to}`;
  const between = () => `periodFrom=${period.from},periodTo=${period.to}`;
  const callLog = (hidePcalls: boolean) =>
    client.rows(
      `/ReportCallLogData/Pbx.GetCallLogData(${between()},sourceType=0,sourceFilter='',destinationType=0,` +
        `destinationFilter='',callsType=0,callTimeFilterType=0,callTimeFilterFrom='0:00:0',` +
        `callTimeFilterTo='0:00:0',hidePcalls=${hidePcalls})?$orderby=SegmentId`,
    );

  test('the calls that are over are in the log, each with its outcome', async () => {
    const firstRows = (await callLog(true)).filter(({ Indent: indent }) => indent === 0);
    const expected = plan
      // A group's call nobody took has left only members who were rung in vain.
      .filter(({ to, takenBy }) => to !== ringGroup || takenBy !== undefined)
      .map((call) => ({
        Direction: directionOf(call),
        SourceCallerId: isOutside(call.from) ? call.from : `Ext.${call.from}`,
        DestinationDn: isOutside(call.to) ? '10001' : call.to === ringGroup ? call.takenBy : call.to,
        // A queue answers by itself.
        Answered: call.takenBy !== undefined || call.to === queue,
        ...(call.to === queue || call.untaken === undefined ? {} : { Reason: call.untaken }),
      }));
    expect(firstRows).toMatchObject(expected);
    expect(new Set((await callLog(false)).map((row) => row.CallHistoryId)).size).toBe(plan.length);
  });

  test('who was rung in vain is shown when asked for', async () => {
    const rung = (await callLog(false)).filter(({ Answered: answered }) => answered === false);
    const inVain = plan.flatMap(({ to, takenBy, untaken }) => {
      if (to === queue || to === ringGroup) {
        return (to === queue ? agents : members).filter((each) => each !== takenBy);
      }
      return untaken === undefined ? [] : [to];
    });
    expect(rung.map((row) => row.DestinationDn)).toEqual(inVain);
  });

  test('the call in progress is the only active one', async () => {
    expect(await client.rows('/ActiveCalls')).toMatchObject([
      { Caller: `10001 Trunk (${stillTalking.from})`, Callee: '999 Route point 999', Status: 'Talking' },
    ]);
  });

  test('the calls of the recorded extension can be heard', async () => {
    const expected = plan.filter(
      (call) => call.takenBy === recorded || (call.from === recorded && call.takenBy),
    );
    const rows = await client.rows('/Recordings?$orderby=Id');
    expect(rows).toMatchObject(
      expected.map((call) => ({
        FromCallerNumber: call.from,
        ToDn: call.to,
        CallType: directionOf(call) === 'Inbound' ? 'InboundExternal' : 'Local',
      })),
    );
    for (const { Id: id } of rows) {
      const { bytes, headers } = await client.get(`/Recordings/Pbx.DownloadRecording(recId=${String(id)})`);
      expect(headers['content-type']).toBe('audio/wav');
      expect(bytes.subarray(0, 4).toString()).toBe('RIFF');
    }
    const inLog = (await callLog(true)).filter(
      (row) => Array.isArray(row.Recordings) && row.Recordings.length > 0,
    );
    expect(inLog.map((row) => row.DstRecId)).toEqual(rows.map((row) => row.Id));
    const [first] = rows;
    expect((await client.post('/Recordings/Pbx.BulkRecordingsDelete', { ids: [first?.Id] })).status).toBe(
      204,
    );
    expect(await client.rows(`/Recordings?$filter=Id eq ${String(first?.Id)}`)).toEqual([]);
    expect((await client.get(`/Recordings/Pbx.DownloadRecording(recId=${String(first?.Id)})`)).status).toBe(
      404,
    );
  });

  test('the queue received, answered and lost what was planned', async () => {
    const totals = `/ReportQueuePerformanceTotals/Pbx.GetQueuePerformanceTotalsData(${between()},queueDns='',waitInterval='0:00:0')`;
    expect(await client.rows(totals)).toMatchObject([
      {
        QueueDn: queue,
        QueueReceivedCount: toQueue.length,
        ExtensionAnsweredCount: taken(toQueue),
        ExtensionDroppedCount: toQueue.length - taken(toQueue),
      },
    ]);
    const overview = `/ReportQueuePerformanceOverview/Pbx.GetQueuePerformanceOverviewData(${between()},queueDns='${queue}',waitInterval='0:00:0')`;
    expect(await client.rows(overview)).toMatchObject(
      agents.map((agent) => ({
        ExtensionDn: agent,
        ExtensionAnsweredCount: taken(toQueue, agent),
        ExtensionDroppedCount: toQueue.length - taken(toQueue, agent),
        QueueReceivedCount: toQueue.length,
        QueueAnsweredCount: taken(toQueue),
      })),
    );
    for (const [set, name] of [
      ['ReportDetailedQueueStatistics', 'GetDetailedQueueStatisticsData'],
      ['ReportTeamQueueGeneralStatistics', 'GetTeamQueueGeneralStatisticsData'],
    ]) {
      const rows = await client.rows(
        `/${set}/Pbx.${name}(queueDnStr='${queue}',${dates()},waitInterval='0:00:0')`,
      );
      expect(rows).toMatchObject([{ QueueDnNumber: queue, AnsweredCount: taken(toQueue) }]);
    }
  });

  test('the callers who gave up are named', async () => {
    const path = `/ReportAbandonedQueueCalls/Pbx.GetAbandonedQueueCallsData(${between()},queueDns='${queue}',waitInterval='0:00:0')`;
    const lost = toQueue.filter(({ takenBy }) => takenBy === undefined);
    expect(await client.rows(path)).toMatchObject(
      lost.map(({ from }) => ({ CallerId: from, QueueDn: queue, PollingAttempts: agents.length })),
    );
    // Nobody here waited for an hour before giving up.
    expect(await client.rows(path.replace("'0:00:0'", "'1:00:0'"))).toEqual([]);
  });

  test('the agents answered what was planned', async () => {
    const path = `/ReportAgentsInQueueStatistics/Pbx.GetAgentsInQueueStatisticsData(queueDnStr='',${dates()},waitInterval='0:00:0')`;
    expect(await client.rows(path)).toMatchObject(
      agents.map((agent) => ({
        Dn: agent,
        Queue: queue,
        AnsweredCount: taken(toQueue, agent),
        LostCount: toQueue.length - taken(toQueue, agent),
        AnsweredPercent: Math.round((taken(toQueue, agent) * 100) / toQueue.length),
      })),
    );
    const answered = await client.rows(
      `/ReportQueueAnsweredCallsByWaitTime/Pbx.GetQueueAnsweredCallsByWaitTimeData(queueDnStr='',${dates()},answerInterval='0:00:0')`,
    );
    expect(answered.map(({ Source: source }) => source)).toEqual(
      toQueue.filter(({ takenBy }) => takenBy !== undefined).map(({ from }) => from),
    );
    const chart = await client.rows(
      `/ReportQueueAnUnCalls/Pbx.GetQueueAnUnCallsData(chartDate=${period.from},chartBy='Day',queueDnStr='',clientTimeZone='Europe/Berlin',waitInterval='0:00:0')`,
    );
    const total = (value: string) => chart.reduce((sum, row) => sum + Number(row[value]), 0);
    expect([total('YValue1'), total('YValue2')]).toEqual([taken(toQueue), toQueue.length - taken(toQueue)]);
  });

  test('the ring group was answered as planned', async () => {
    const path = `/ReportRingGroupStatistics/Pbx.GetRingGroupStatisticsData(${between()},ringGroupDns='')`;
    expect(await client.rows(path)).toMatchObject([
      {
        RingGroupDn: ringGroup,
        RingGroupReceivedCount: toGroup.length,
        RingGroupAnsweredCount: taken(toGroup),
      },
    ]);
    const byMember = `/ReportExtensionsStatisticsByRingGroups/Pbx.GetExtensionsStatisticsByRingGroupsData(${between()},ringGroupDns='${ringGroup}')`;
    expect(await client.rows(byMember)).toMatchObject(
      members.map((member) => ({ ExtensionDn: member, ExtensionAnsweredCount: taken(toGroup, member) })),
    );
  });

  test('the trunk carried what came from outside and what went there', async () => {
    const inbound = await client.rows(
      `/ReportInboundCalls/Pbx.GetInboundCalls(${between()},trunkDns='10001',callsType=0)`,
    );
    const planned = plan.filter((call) => directionOf(call) === 'Inbound');
    expect(inbound.map(({ SourceCallerId: id, Status: status }) => [id, status])).toEqual(
      planned.map(({ from, to, takenBy }) => [
        from,
        takenBy !== undefined || to === queue ? 'Answered' : 'Unanswered',
      ]),
    );
    expect(
      await client.rows(`/ReportOutboundCalls/Pbx.GetOutboundCalls(${between()},trunkDns='',callsType=0)`),
    ).toMatchObject([{ SourceDn: '101', DestinationCalleeId: '+4989123456', Answered: true }]);
  });

  test('every extension has its calls', async () => {
    const path = `/ReportExtensionStatistics/Pbx.GetExtensionStatisticsData(${between()},extensionFilter='',callArea=0)`;
    const rungBy = ({ to }: Planned): readonly string[] =>
      to === queue ? agents : to === ringGroup ? members : isOutside(to) || to === '999' ? [] : [to];
    const expected = ['100', '101', '102', '103', '104', '105'].map((extension) => {
      const rung = plan.filter((call) => rungBy(call).includes(extension));
      const made = plan.filter(({ from }) => from === extension);
      const madeAnswered = made.filter(({ to, takenBy }) => takenBy !== undefined || to === queue).length;
      return {
        Dn: extension,
        InboundAnsweredCount: taken(rung, extension),
        InboundUnansweredCount: rung.length - taken(rung, extension),
        OutboundAnsweredCount: madeAnswered,
        OutboundUnansweredCount: made.length - madeAnswered,
      };
    });
    expect(await client.rows(path)).toMatchObject(expected);
    const activity = await client.rows(
      `/ReportCallDistribution/Pbx.GetCallDistribution(clientTimeZone='UTC',${between()},groupNumber='',extensionDns='',waitInterval='0:00:0',includeQueueCalls=true,callArea=0,groupingType=1)`,
    );
    const sum = (name: string) => activity.reduce((total, row) => total + Number(row[name]), 0);
    expect(sum('OutgoingCount')).toBe(plan.filter(({ from }) => !isOutside(from)).length);
    expect(sum('IncomingCount')).toBe(plan.flatMap(rungBy).length);
  });

  test('the last call that is over began after all others', async () => {
    const [last] = await client.rows('/LastCdrAndChatMessageTimestamp');
    const starts = (await callLog(false)).map((row) => String(row.StartTime)).sort();
    expect(String(last?.LastCdrStartedAt) <= String(starts.at(-1))).toBe(true);
    expect(String(last?.LastCdrStartedAt) >= period.from).toBe(true);
  });

  test('a period without calls has none', async () => {
    const before = period;
    const path = `/ReportCallLogData/Pbx.GetCallLogData(periodFrom=2020-01-01T00:00:00Z,periodTo=${before.from},sourceType=0,sourceFilter='',destinationType=0,destinationFilter='',callsType=0,callTimeFilterType=0,callTimeFilterFrom='0:00:0',callTimeFilterTo='0:00:0',hidePcalls=false)`;
    expect((await client.rows(path)).length).toBe(0);
  });
});

async function carryOut(
  { raw }: XapiClient,
  { from, to, phones = {}, takenBy, untaken }: Planned,
): Promise<void> {
  for (const [number, answer] of Object.entries(phones))
    await raw.control('POST', `/extensions/${number}`, { answer });
  const events = await raw.events();
  const id = await raw.call(from, to);
  if (takenBy !== undefined) await raw.view(id, isOutside(to) ? 'connected' : `connectedTo:${takenBy}`);
  if (untaken === 'Cancelled') {
    // The caller gives up once every phone rings for him.
    const phone = new RegExp(`^/callcontrol/(${Object.keys(phones).join('|')})/`);
    const rung = new Set<string>();
    while (rung.size < Object.keys(phones).length) rung.add((await events.next(0, phone)).event.entity);
  }
  events.socket.close();
  await events.closed;
  if (untaken === undefined || untaken === 'Cancelled') await raw.hangUp(id);
  await raw.view(id, 'ended');
  for (const number of Object.keys(phones)) {
    await raw.control('POST', `/extensions/${number}`, { answer: 'auto' });
  }
}
