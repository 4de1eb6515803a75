import type { CallEvent } from '@org/3cx-core';
import { startCallMonitor } from './start-call-monitor';
import { PhoneSystems } from '../../src/shared';
import { FakePhoneSystem, fakeTrigger, type FakeTrigger } from '../../src/spec-support';

const fields = {
  eventId: 'e7-42-9',
  timestamp: '2026-11-22T10:15:00.000Z',
  callId: 'call-42-325',
  fromNumber: '+16125551234',
  toNumber: '999',
  extension: '999',
  direction: 'inbound',
  callerName: '',
  did: '',
  status: 'answered',
} as const;

const started: CallEvent = { ...fields, eventType: 'call_started', data: { synthetic: false } };
const ringing: CallEvent = { ...fields, eventType: 'call_ringing', data: { synthetic: false } };
const keys: CallEvent = { ...fields, eventType: 'dtmf_received', data: { synthetic: false, digits: '12' } };
const ended: CallEvent = {
  ...fields,
  eventType: 'call_ended',
  status: 'ended',
  data: {
    synthetic: false,
    durationSeconds: 73,
    talkSeconds: 70,
    endReason: 'remote-hung-up',
    endReasonInferred: true,
  },
};

describe('3CX Call Monitor', () => {
  let pbx: FakePhoneSystem;
  let systems: PhoneSystems;

  beforeEach(() => {
    pbx = new FakePhoneSystem();
    systems = new PhoneSystems({ connect: () => Promise.resolve(pbx), lingerMs: 0 });
  });

  const start = (trigger: FakeTrigger) => startCallMonitor(trigger.context, systems);
  const events = ({ emitted }: FakeTrigger) => emitted.map(({ json }) => json.eventType);

  it('starts one execution for each event of the chosen types, with the event as it is', async () => {
    const trigger = fakeTrigger();
    const { closeFunction } = await start(trigger);
    for (const event of [started, ringing, keys, ended]) pbx.events$.next(event);
    expect(trigger.emitted).toEqual([{ json: started }, { json: ended }]);
    await closeFunction?.();
  });

  it.each([
    [{ 'filters.directions': ['outbound'] }, []],
    [{ 'filters.directions': ['inbound', 'internal'] }, ['call_started']],
    [{ 'filters.extensions': '101, 102' }, []],
    [{ 'filters.extensions': '101, 999' }, ['call_started']],
    [{ 'filters.directions': ['inbound'], 'filters.extensions': '101' }, []],
    [{ 'filters.dids': '+1612555*' }, []],
    [{ 'filters.numberPattern': '+1612*' }, ['call_started']],
    [{ 'filters.numberPattern': '99?' }, ['call_started']],
    [{ 'filters.numberPattern': '+49*' }, []],
    [{ 'filters.queues': '800' }, []],
    [{ 'filters.queues': '999' }, ['call_started']],
  ])('filters by %j', async (parameters, expected) => {
    const trigger = fakeTrigger({ parameters });
    const { closeFunction } = await start(trigger);
    pbx.events$.next(started);
    expect(events(trigger)).toEqual(expected);
    await closeFunction?.();
  });

  it.each([
    [{}, '••'],
    [{ 'options.maskDigits': false }, '12'],
  ])('shows key presses as dots unless told otherwise: %j', async (options, digits) => {
    const trigger = fakeTrigger({ parameters: { eventTypes: ['dtmf_received'], ...options } });
    const { closeFunction } = await start(trigger);
    pbx.events$.next(keys);
    expect(trigger.emitted).toMatchObject([{ json: { data: { digits } } }]);
    await closeFunction?.();
  });

  it('passes over calls that ended too soon, if told so', async () => {
    const trigger = fakeTrigger({ parameters: { 'filters.minDuration': 74 } });
    const { closeFunction } = await start(trigger);
    pbx.events$.next(started);
    pbx.events$.next(ended);
    expect(events(trigger)).toEqual(['call_started']);
    await closeFunction?.();
  });

  it('tells of queue calls by their queue', async () => {
    const parameters = { eventTypes: ['queue_call_waiting'], 'filters.queues': '800' };
    const trigger = fakeTrigger({ parameters });
    const { closeFunction } = await start(trigger);
    for (const queueId of ['800', '801']) {
      pbx.events$.next({ ...fields, eventType: 'queue_call_waiting', data: { synthetic: false, queueId } });
    }
    expect(trigger.emitted).toMatchObject([{ json: { data: { queueId: '800' } } }]);
    await closeFunction?.();
  });

  it('tells of the connection whatever the filters for calls', async () => {
    const parameters = { eventTypes: ['connection_lost'], 'filters.extensions': '101' };
    const trigger = fakeTrigger({ parameters });
    const { closeFunction } = await start(trigger);
    pbx.events$.next({
      ...fields,
      callId: '',
      eventType: 'connection_lost',
      data: { synthetic: false, gapMs: 0 },
    });
    expect(events(trigger)).toEqual(['connection_lost']);
    await closeFunction?.();
  });

  it('watches the whole system if told so', async () => {
    const trigger = fakeTrigger({ parameters: { scope: 'system' } });
    const { closeFunction } = await start(trigger);
    pbx.events$.next(started);
    pbx.systemEvents$.next(ended);
    expect(events(trigger)).toEqual(['call_ended']);
    await closeFunction?.();
    expect(pbx.systemEvents$.observed).toBe(false);
  });

  describe('batches', () => {
    beforeEach(() => {
      jest.useFakeTimers({ doNotFake: ['setImmediate'] });
    });
    afterEach(() => {
      jest.useRealTimers();
    });
    const parameters = { 'options.batchSize': 3, 'options.batchWait': 10 };

    it('start one execution when they are full, or the first has waited long enough', async () => {
      const trigger = fakeTrigger({ parameters });
      const { closeFunction } = await start(trigger);
      for (const event of [started, ended, started, ended]) pbx.events$.next(event);
      expect(trigger.batches).toEqual([3]);
      await jest.advanceTimersByTimeAsync(9_999);
      expect(trigger.batches).toEqual([3]);
      await jest.advanceTimersByTimeAsync(1);
      expect(trigger.batches).toEqual([3, 1]);
      await closeFunction?.();
    });

    it('are handed on when the trigger closes, and leave no timer', async () => {
      const trigger = fakeTrigger({ parameters });
      const { closeFunction } = await start(trigger);
      pbx.events$.next(started);
      await closeFunction?.();
      expect(trigger.batches).toEqual([1]);
    });
  });

  it('refuses an event type it doesn’t know, by name', async () => {
    const trigger = fakeTrigger({ parameters: { eventTypes: ['call_started', 'call_parked'] } });
    await expect(start(trigger)).rejects.toThrow("'Trigger On' doesn't know \"call_parked\"");
  });

  it('sees nothing after it was closed', async () => {
    const trigger = fakeTrigger();
    const { closeFunction } = await start(trigger);
    await closeFunction?.();
    pbx.events$.next(started);
    expect(trigger.emitted).toEqual([]);
    expect(pbx.events$.observed).toBe(false);
  });
});
