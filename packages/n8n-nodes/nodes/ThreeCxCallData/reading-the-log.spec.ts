import { PermissionError } from '@org/3cx-core';
import { PhoneSystems, SlowDataCache } from '../../src/shared';
import { fakeActionContext, FakePhoneSystem } from '../../src/spec-support';
import { runCallData } from './run-call-data';

type Values = Readonly<Record<string, unknown>>;

/** Two calls: one answered by 102 after the queue 800, one missed by 101. */
const LOG = [
  {
    SegmentId: 12,
    MainCallHistoryId: 'a',
    StartTime: '2026-11-22T09:00:12Z',
    Direction: 'Inbound',
    SourceCallerId: '+16125551234',
    SourceDisplayName: 'Pat Jones',
    SourceDn: '10001',
    DestinationCallerId: 'Ext.102',
    DestinationDn: '102',
    DestinationDisplayName: 'Jane Doe',
    Answered: true,
    RingingDuration: 'PT8S',
    TalkingDuration: 'PT1M3.5S',
    Reason: 'Terminated by Source',
    Recordings: [{ Id: 77 }],
  },
  {
    SegmentId: 11,
    MainCallHistoryId: 'b',
    StartTime: '2026-11-22T08:30:00Z',
    Direction: 'Internal',
    SourceCallerId: 'Ext.100',
    SourceDn: '100',
    DestinationCallerId: 'Ext.101',
    DestinationDn: '101',
    Answered: false,
    RingingDuration: 'PT20S',
    Reason: 'No answer',
  },
  {
    SegmentId: 10,
    MainCallHistoryId: 'a',
    StartTime: '2026-11-22T09:00:00Z',
    Direction: 'Inbound',
    SourceCallerId: '+16125551234',
    SourceDn: '10001',
    DestinationDn: '800',
    DestinationDisplayName: 'Support',
    Answered: false,
    RingingDuration: 'PT12S',
  },
];

describe('what 3CX keeps', () => {
  let pbx: FakePhoneSystem;
  let cache: SlowDataCache;

  beforeEach(() => {
    jest.useFakeTimers({ now: new Date('2026-11-22T12:00:00Z'), doNotFake: ['setImmediate', 'setTimeout'] });
    pbx = new FakePhoneSystem();
    pbx.xapi.answers = () => LOG;
    cache = new SlowDataCache();
  });

  afterEach(() => {
    jest.useRealTimers();
  });

  const run = async (parameters: Values, timeZone = 'UTC') => {
    const systems = new PhoneSystems({ connect: () => Promise.resolve(pbx), lingerMs: 0 });
    const context = fakeActionContext({ parameters, timeZone, items: [{ json: { note: 'kept' } }] });
    const [items = []] = await runCallData(context, { systems, cache });
    return items;
  };
  const fieldsOf = async (parameters: Values, timeZone?: string) =>
    (await run(parameters, timeZone)).map(({ json }) => json);

  describe('Get Call History', () => {
    it('puts the segments of a call together, newest first', async () => {
      const [first, second, ...more] = await fieldsOf({ operation: 'getCallHistory' });
      expect(more).toEqual([]);
      expect(first).toEqual({
        note: 'kept',
        success: true,
        callHistoryId: 'a',
        startTime: '2026-11-22T09:00:00Z',
        from: '+16125551234',
        fromName: '',
        to: '102',
        toName: 'Jane Doe',
        direction: 'inbound',
        answered: true,
        ringSeconds: 20,
        talkSeconds: 63.5,
        reason: 'Terminated by Source',
        segments: 2,
        parties: ['10001', '+16125551234', '800', '102'],
        recordingIds: [77],
        periodStart: '2026-11-22T00:00:00.000Z',
        periodEnd: '2026-11-22T12:00:00.000Z',
      });
      expect(second).toMatchObject({ from: '100', to: '101', direction: 'internal', answered: false });
    });

    it('asks for the whole log of the period', async () => {
      await run({ operation: 'getCallHistory', period: 'lastHour' });
      expect(pbx.xapi.requests[0]).toMatchObject({
        method: 'list',
        options: {
          path: {
            periodFrom: '2026-11-22T11:00:00.000Z',
            periodTo: '2026-11-22T12:00:00.000Z',
            sourceType: 0,
            callTimeFilterFrom: '0:00:0',
            hidePcalls: true,
          },
          orderBy: ['SegmentId desc'],
        },
      });
    });

    it.each<[Values, string[]]>([
      [{ 'filters.answered': 'answered' }, ['a']],
      [{ 'filters.answered': 'missed' }, ['b']],
      [{ 'filters.directions': ['internal'] }, ['b']],
      [{ 'filters.extensions': '800, 105' }, ['a']],
      [{ 'filters.number': '555' }, ['a']],
      [{ 'filters.minDuration': 60 }, ['a']],
      [{ limit: 1 }, ['a']],
      [{ returnAll: true }, ['a', 'b']],
    ])('gives only what is asked for: %j', async (parameters, ids) => {
      const calls = await fieldsOf({ operation: 'getCallHistory', ...parameters });
      expect(calls.map(({ callHistoryId }) => callHistoryId)).toEqual(ids);
    });

    it('gives the rows as they are if told so', async () => {
      const rows = await fieldsOf({ operation: 'getCallHistory', simplify: false, limit: 2 });
      expect(rows).toMatchObject([{ SegmentId: 12 }, { SegmentId: 11 }]);
    });

    it('reads on page by page, no further than it has to', async () => {
      const long = Array.from({ length: 1_000 }, (_, index) => ({
        MainCallHistoryId: `call ${String(index)}`,
        SegmentId: 1_000 - index,
      }));
      pbx.xapi.answers = () => long;
      expect(await run({ operation: 'getCallHistory', returnAll: true })).toHaveLength(1_000);
      expect(pbx.xapi.requests).toHaveLength(11);
      pbx.xapi.requests.length = 0;
      expect(await run({ operation: 'getCallHistory', limit: 5 })).toHaveLength(5);
      expect(pbx.xapi.requests).toHaveLength(2);
    });

    it('names the role that is missing', async () => {
      pbx.xapi.answers = () => {
        throw new PermissionError('no', { status: 403 });
      };
      await expect(run({ operation: 'getCallHistory' })).rejects.toMatchObject({
        message: "403 Permission denied: 'Get Call History' needs the role System Owner",
        description: expect.stringContaining('Integrations > API') as string,
      });
    });

    it.each([
      [{ startDate: 'soon' }, "'Start Date' is no date"],
      [{ period: 'custom' }, "'Start Date' is empty"],
      [{ startDate: '2026-11-22', endDate: '2026-11-21' }, "'End Date' is not after 'Start Date'"],
      [{ limit: 0 }, "'Limit' must be a whole number from 1 to 10000"],
    ])('refuses %j', async (parameters, message) => {
      await expect(run({ operation: 'getCallHistory', ...parameters })).rejects.toThrow(message);
    });
  });

  describe('Get Call Statistics', () => {
    it('counts in one item', async () => {
      expect(await fieldsOf({ operation: 'getStatistics' })).toMatchObject([
        { total: 2, answered: 1, missed: 1, talkSeconds: 63.5, averageTalkSeconds: 63.5, note: 'kept' },
      ]);
    });

    it.each([
      ['hour', ['2026-11-22T08:00', '2026-11-22T09:00']],
      ['day', ['2026-11-22']],
    ])('groups by %s', async (groupBy, groups) => {
      const [item] = await fieldsOf({ operation: 'getStatistics', groupBy });
      expect(item?.groups).toMatchObject(groups.map((group) => ({ group })));
    });

    it('goes by the clock of the workflow', async () => {
      const [item] = await fieldsOf({ operation: 'getStatistics', groupBy: 'hour' }, 'America/New_York');
      expect(item?.groups).toMatchObject([{ group: '2026-11-22T03:00' }, { group: '2026-11-22T04:00' }]);
    });

    it('takes the PBX’s own figures of extensions and queues', async () => {
      pbx.xapi.answers = ({ path }) =>
        path.includes('Extension')
          ? [
              {
                Dn: '101',
                DisplayName: 'Jane Doe',
                InboundAnsweredCount: 3,
                InboundUnansweredCount: 1,
                OutboundAnsweredCount: 1,
                OutboundUnansweredCount: 0,
                InboundAnsweredTalkingDur: 'PT3M',
                OutboundAnsweredTalkingDur: 'PT1M',
              },
            ]
          : [{ QueueDnNumber: '800', QueueDn: 'Support', CallsCount: 5, AnsweredCount: 4, TalkTime: 'PT8M' }];
      expect(await fieldsOf({ operation: 'getStatistics', groupBy: 'extension' })).toMatchObject([
        {
          total: 5,
          groups: [{ group: '101', name: 'Jane Doe', answered: 4, missed: 1, averageTalkSeconds: 60 }],
        },
      ]);
      expect(await fieldsOf({ operation: 'getStatistics', groupBy: 'queue' })).toMatchObject([
        { total: 5, answered: 4, missed: 1, averageTalkSeconds: 120 },
      ]);
    });

    it('uses figures up to five minutes old, unless told not to', async () => {
      const [first] = await fieldsOf({ operation: 'getStatistics' });
      jest.setSystemTime(new Date('2026-11-22T12:04:59Z'));
      const [second] = await fieldsOf({ operation: 'getStatistics' });
      expect(pbx.xapi.requests).toHaveLength(1);
      expect(second?.cachedAt).toBe(first?.cachedAt);
      expect(second?.periodEnd).toBe(first?.periodEnd);
      await run({ operation: 'getStatistics', 'options.useCache': false });
      expect(pbx.xapi.requests).toHaveLength(2);
      jest.setSystemTime(new Date('2026-11-22T12:10:00Z'));
      await run({ operation: 'getStatistics' });
      expect(pbx.xapi.requests).toHaveLength(3);
    });
  });

  it('gives a report as rows, with the columns asked for', async () => {
    const rows = await fieldsOf({ operation: 'getReport', groupBy: 'hour', columns: ['total', 'missed'] });
    expect(rows).toMatchObject([
      { group: '2026-11-22T08:00', total: 1, missed: 1 },
      { group: '2026-11-22T09:00', total: 1, missed: 0 },
    ]);
    expect(rows[0]).not.toHaveProperty('answered');
  });
});
