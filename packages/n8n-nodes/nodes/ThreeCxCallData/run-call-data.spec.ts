import { AuthenticationError, ConnectionFailedError, PermissionError, type PhoneSystem } from '@org/3cx-core';
import { runCallData } from './run-call-data';
import { PhoneSystems, SlowDataCache } from '../../src/shared';
import { fakeActionContext, FakeCall, FakePhoneSystem, HEALTHY } from '../../src/spec-support';

describe('3CX Call Data', () => {
  let pbx: FakePhoneSystem;
  let connect: () => Promise<PhoneSystem>;

  beforeEach(() => {
    pbx = new FakePhoneSystem();
    connect = () => Promise.resolve(pbx);
  });

  const run = async (parameters: Readonly<Record<string, unknown>>, json = { callId: 'call-42-325' }) => {
    const systems = new PhoneSystems({ connect, lingerMs: 0 });
    const [items] = await runCallData(fakeActionContext({ parameters, items: [{ json }] }), {
      systems,
      cache: new SlowDataCache(),
    });
    return items;
  };

  describe('Get Active Calls', () => {
    it('lists the calls of the client, one item for each', async () => {
      jest.useFakeTimers({
        now: new Date('2026-11-22T10:16:13Z'),
        doNotFake: ['setImmediate', 'setTimeout'],
      });
      const answered = new FakeCall();
      answered.status = 'answered';
      answered.answeredAt = new Date('2026-11-22T10:15:00Z');
      pbx.calls = [answered, new FakeCall('call-43-1')];
      expect(await run({})).toMatchObject([
        {
          json: {
            success: true,
            callId: 'call-42-325',
            from: '+16125551234',
            to: '999',
            status: 'answered',
            startedAt: '2026-11-22T10:15:00.000Z',
            durationSeconds: 73,
            source: 'granted',
          },
          pairedItem: { item: 0 },
        },
        { json: { callId: 'call-43-1', status: 'ringing', startedAt: null, durationSeconds: null } },
      ]);
      jest.useRealTimers();
    });

    it('gives no items when there are no calls', async () => {
      expect(await run({})).toEqual([]);
    });

    it('lists the calls of the whole system', async () => {
      const call = {
        callId: 'call-50-0',
        from: '101 Jane Doe',
        to: '102',
        status: 'Talking',
        startedAt: null,
        durationSeconds: null,
      };
      pbx.activeCalls = Promise.resolve([call]);
      expect(await run({ scope: 'system' })).toMatchObject([{ json: { ...call, source: 'system' } }]);
    });

    it('keeps the fields of its item, except those about the call of the item', async () => {
      pbx.calls = [new FakeCall('call-43-1')];
      const json = { callId: 'call-42-325', callerName: 'Someone Else', note: 'kept' };
      const [item] = (await run({}, json)) ?? [];
      expect(item?.json).toMatchObject({ callId: 'call-43-1', callerName: 'Pat Jones', note: 'kept' });
    });

    it('says which permission is missing', async () => {
      pbx.activeCalls = Promise.reject(new PermissionError('no', { status: 403 }));
      await expect(run({ scope: 'system' })).rejects.toMatchObject({
        message: '403 Permission denied: Client ID 999 may not do this',
        description: expect.stringMatching('Configuration API') as string,
      });
    });
  });

  describe('Get Call Status', () => {
    it('tells the status of a call in progress', async () => {
      pbx.calls = [new FakeCall()];
      expect(await run({ operation: 'getCallStatus' })).toMatchObject([
        { json: { callId: 'call-42-325', success: true, status: 'ringing', endedAt: null, endReason: null } },
      ]);
    });

    it('tells that a call has ended, and why', async () => {
      const call = new FakeCall();
      call.end('remote-hung-up');
      pbx.calls = [call];
      expect(await run({ operation: 'getCallStatus' })).toMatchObject([
        {
          json: {
            success: true,
            status: 'ended',
            endReason: 'remote-hung-up',
            endedAt: call.endedAt?.toISOString(),
          },
        },
      ]);
    });

    it('fails for a call that was never there', async () => {
      await expect(run({ operation: 'getCallStatus' }, { callId: 'call-1-1' })).rejects.toThrow(
        '404 Call not found: call-1-1',
      );
    });
  });

  describe('Get System Status', () => {
    it('tells how 3CX is, and how many calls it has had within the hour', async () => {
      pbx.xapi.answers = () => [
        { MainCallHistoryId: 'a', SegmentId: 3 },
        { MainCallHistoryId: 'b', SegmentId: 2 },
        { MainCallHistoryId: 'a', SegmentId: 1 },
      ];
      expect(await run({ operation: 'getSystemStatus' })).toMatchObject([{ json: { callVolume: 2 } }]);
    });

    it('tells how 3CX is where the call log may not be read', async () => {
      pbx.xapi.answers = () => {
        throw new PermissionError('no', { status: 403 });
      };
      expect(await run({ operation: 'getSystemStatus' })).toMatchObject([
        { json: { ...HEALTHY, callVolume: null, success: true, callId: 'call-42-325' } },
      ]);
    });

    it('answers that it is down, rather than failing, when it can’t be reached', async () => {
      connect = () => Promise.reject(new ConnectionFailedError('connect ECONNREFUSED'));
      expect(await run({ operation: 'getSystemStatus' })).toMatchObject([
        {
          json: {
            status: 'down',
            reasons: ["Connection Failed: pbx.example.com:5001 can't be reached"],
            version: null,
          },
        },
      ]);
    });

    it('fails when the credential is refused', async () => {
      connect = () => Promise.reject(new AuthenticationError('no', { status: 401 }));
      await expect(run({ operation: 'getSystemStatus' })).rejects.toThrow('401 Authentication failed');
    });
  });
});
