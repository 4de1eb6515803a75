import { NotFoundError, PermissionError } from '@org/3cx-core';
import { PhoneSystems, SlowDataCache } from '../../src/shared';
import { fakeActionContext, FakeCall, FakePhoneSystem, type XapiRequest } from '../../src/spec-support';
import { runCallData } from './run-call-data';

type Values = Readonly<Record<string, unknown>>;

const QUEUE = { Id: 5, Number: '800', Name: 'Support' };
const USERS = [
  {
    Id: 1,
    Number: '101',
    FirstName: 'Jane',
    LastName: 'Doe',
    DisplayName: 'Jane Doe',
    IsRegistered: true,
    CurrentProfileName: 'Available',
    QueueStatus: 'LoggedIn',
    AuthPassword: 'never shown',
    VMPIN: '1234',
  },
  { Id: 2, Number: '102', FirstName: 'Max', LastName: 'Roe', IsRegistered: false, QueueStatus: 'LoggedOut' },
];

describe('queues, extensions and recordings', () => {
  let pbx: FakePhoneSystem;
  let cache: SlowDataCache;

  beforeEach(() => {
    pbx = new FakePhoneSystem();
    cache = new SlowDataCache();
    pbx.xapi.answers = ({ path }) => {
      if (path.startsWith('/ReportDetailed')) {
        return [{ QueueDnNumber: '800', CallsCount: 45, AnsweredCount: 41, AvgRingTime: 'PT2M22S' }];
      }
      if (path.startsWith('/ReportStatisticSla')) {
        return [{ QueueDnNumber: '800', ReceivedCount: 40, BadSlaCallsCount: 5 }];
      }
      if (path === '/Queues({Id})/Agents') return [{ Number: '101' }, { Number: '102' }];
      if (path === '/Queues') return [QUEUE];
      return USERS;
    };
  });

  const run = async (parameters: Values, json: Record<string, string> = {}) => {
    const systems = new PhoneSystems({ connect: () => Promise.resolve(pbx), lingerMs: 0 });
    const context = fakeActionContext({ parameters, items: [{ json }] });
    const [items = []] = await runCallData(context, { systems, cache });
    return items;
  };
  const changes = (): XapiRequest[] =>
    pbx.xapi.requests.filter(({ method }) => method === 'patch' || method === 'post');

  describe('Get Queue Stats', () => {
    it.each([['800'], [800], [{ __rl: true, mode: 'list', value: '800' }]])(
      'tells how the queue %j does',
      async (queueId) => {
        pbx.activeCalls = Promise.resolve([
          {
            callId: 'call-1-0',
            from: 'x',
            to: '800 Support',
            status: '',
            startedAt: null,
            durationSeconds: null,
          },
          {
            callId: 'call-2-0',
            from: 'x',
            to: '101 Jane',
            status: '',
            startedAt: null,
            durationSeconds: null,
          },
        ]);
        expect(await run({ operation: 'getQueueStats', queueId }, { callId: 'call-1-0' })).toMatchObject([
          {
            json: {
              callId: 'call-1-0',
              success: true,
              queueId: '800',
              name: 'Support',
              averageWaitTime: 142,
              waitingCalls: 1,
              callsReceived: 45,
              callsAnswered: 41,
              callsAbandoned: 4,
              agentsLoggedIn: 1,
              slaPercent: 87.5,
              sources: { waitingCalls: 'estimated from active calls' },
            },
          },
        ]);
      },
    );

    it('counts the calls of a queue that is granted to the client', async () => {
      jest.replaceProperty(pbx, 'extensions', ['999', '800']);
      pbx.calls = [new FakeCall('call-1-1', { extension: '800' }), new FakeCall('call-2-1')];
      expect(await run({ operation: 'getQueueStats', queueId: '800' })).toMatchObject([
        { json: { waitingCalls: 1, sources: { waitingCalls: 'calls on the granted queue' } } },
      ]);
    });

    it('leaves out what it can not know', async () => {
      pbx.activeCalls = Promise.reject(new PermissionError('no'));
      const answers = pbx.xapi.answers;
      pbx.xapi.answers = (request) => {
        if (request.path.startsWith('/ReportStatisticSla')) throw new NotFoundError('no such report');
        return request.path.startsWith('/ReportDetailed') ? [] : answers(request);
      };
      expect(await run({ operation: 'getQueueStats', queueId: '800' })).toMatchObject([
        { json: { averageWaitTime: 0, callsAnswered: 0, slaPercent: null, waitingCalls: null } },
      ]);
    });

    it('says so when there is no such queue', async () => {
      pbx.xapi.answers = () => [];
      await expect(run({ operation: 'getQueueStats', queueId: '801' })).rejects.toThrow(
        'Queue 801 not found',
      );
      await expect(run({ operation: 'getQueueStats' })).rejects.toThrow("'Queue' is empty");
    });
  });

  describe('extensions', () => {
    it('are listed in few words, without what is secret', async () => {
      expect(await run({ operation: 'getExtensions' })).toMatchObject([
        {
          json: {
            number: '101',
            name: 'Jane Doe',
            registered: true,
            presence: 'Available',
            queueLogin: true,
          },
        },
        { json: { number: '102', name: 'Max Roe', registered: false, presence: null, queueLogin: false } },
      ]);
      const [whole] = await run({ operation: 'getExtension', extension: '101', simplify: false });
      expect(whole?.json).toMatchObject({ Number: '101', DisplayName: 'Jane Doe' });
      expect(JSON.stringify(whole)).not.toMatch(/never shown|1234/);
    });

    it('are looked up by number', async () => {
      expect(await run({ operation: 'getExtension', extension: '102' })).toMatchObject([
        { json: { number: '102' } },
      ]);
      await expect(run({ operation: 'getExtension', extension: '777' })).rejects.toThrow(
        'Extension 777 not found or not configured',
      );
    });

    it('show the presence they are given', async () => {
      const [item] = await run({ operation: 'setPresence', extension: '101', presence: 'Away' });
      expect(item?.json).toMatchObject({ success: true, number: '101', presence: 'Away' });
      expect(changes()).toMatchObject([
        { path: '/Users({Id})', options: { path: { Id: 1 }, body: { CurrentProfileName: 'Away' } } },
      ]);
    });

    it.each([
      [true, 'LoggedIn'],
      [false, 'LoggedOut'],
    ])('are signed in to queues, or out: %s', async (loggedIn, status) => {
      await run({ operation: 'setQueueLogin', extension: '102', loggedIn });
      expect(changes()).toMatchObject([{ options: { path: { Id: 2 }, body: { QueueStatus: status } } }]);
    });
  });

  describe('recordings', () => {
    const recording = {
      Id: 7,
      StartTime: '2026-11-22T09:00:00Z',
      EndTime: '2026-11-22T09:01:13Z',
      FromCallerNumber: '+16125551234',
      ToDn: '101',
      IsTranscribed: false,
      Transcription: '',
    };

    it('are listed, those of one extension if asked for', async () => {
      pbx.xapi.answers = () => [recording];
      const items = await run({ operation: 'getRecordings', extension: '101', period: 'last7Days' });
      expect(items).toMatchObject([
        {
          json: { recordingId: 7, from: '+16125551234', to: '101', durationSeconds: 73, transcribed: false },
        },
      ]);
      expect(pbx.xapi.requests).toMatchObject([{ path: '/Recordings', options: { orderBy: ['Id desc'] } }]);
    });

    it('are downloaded as a file', async () => {
      pbx.xapi.answers = () => new Uint8Array([82, 73, 70, 70]);
      const [item] = await run({ operation: 'downloadRecording', recordingId: 7 });
      expect(item).toMatchObject({
        json: { recordingId: 7, sizeBytes: 4 },
        binary: { data: { data: 'UklGRg==', fileName: 'recording-7.wav', mimeType: 'audio/wav' } },
      });
    });

    it('are transcribed by 3CX when it is asked to', async () => {
      pbx.xapi.answers = ({ method }) => (method === 'post' ? null : [recording]);
      const asked = { operation: 'getTranscript', recordingId: '7' };
      expect(await run(asked)).toMatchObject([{ json: { transcribed: false, requested: false } }]);
      expect(await run({ ...asked, requestIfMissing: true })).toMatchObject([{ json: { requested: true } }]);
      expect(changes()).toMatchObject([{ options: { body: { ids: [7] } } }]);
      pbx.xapi.answers = () => [{ ...recording, IsTranscribed: true, Transcription: 'Hello.' }];
      expect(await run(asked)).toMatchObject([{ json: { transcribed: true, transcript: 'Hello.' } }]);
    });

    it('say so when there is none', async () => {
      pbx.xapi.answers = () => [];
      await expect(run({ operation: 'getTranscript', recordingId: 8 })).rejects.toThrow(
        '404 Recording 8 not found',
      );
    });
  });

  it('ends any call of the system', async () => {
    pbx.xapi.answers = () => null;
    const [item] = await run({ operation: 'dropCall' }, { callId: 'call-50-0' });
    expect(item?.json).toMatchObject({ callId: 'call-50-0', dropped: true });
    expect(changes()).toMatchObject([
      { path: '/ActiveCalls({Id})/Pbx.DropCall', options: { path: { Id: 50 } } },
    ]);
    await expect(run({ operation: 'dropCall' }, { callId: 'call-x' })).rejects.toThrow('Call ID invalid');
  });
});
