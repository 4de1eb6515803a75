import { TimeoutError } from '@org/3cx-core';
import { callReceiverDescription } from './description';
import { startCallReceiver } from './start-call-receiver';
import { CallSteps, PhoneSystems } from '../../src/shared';
import {
  deferred,
  FakeCall,
  FakePhoneSystem,
  fakeTrigger,
  type FakeTrigger,
  settled,
} from '../../src/spec-support';

describe('3CX Call Receiver', () => {
  let pbx: FakePhoneSystem;
  let systems: PhoneSystems;
  let steps: CallSteps;
  const closers: (() => Promise<void>)[] = [];

  beforeEach(() => {
    pbx = new FakePhoneSystem();
    systems = new PhoneSystems({ connect: () => Promise.resolve(pbx), lingerMs: 0 });
    steps = new CallSteps();
  });

  afterEach(async () => {
    await Promise.all(closers.splice(0).map((close) => close()));
  });

  const start = async (trigger: FakeTrigger) => {
    const { closeFunction } = await startCallReceiver(trigger.context, { systems, steps });
    const close = () => closeFunction?.() ?? Promise.resolve();
    closers.push(close);
    return close;
  };

  it('is a trigger without inputs', () => {
    expect(callReceiverDescription).toMatchObject({
      displayName: '3CX Call Receiver',
      name: 'threeCxCallReceiver',
      group: ['trigger'],
      inputs: [],
    });
  });

  it('answers a call and starts one execution with it', async () => {
    const trigger = fakeTrigger();
    await start(trigger);
    const call = pbx.ring(new FakeCall());
    await settled();
    expect(call.log).toEqual(['answer 30000']);
    expect(trigger.emitted).toEqual([
      {
        json: {
          callId: 'call-42-325',
          fromNumber: '+16125551234',
          toNumber: '999',
          extension: '999',
          direction: 'inbound',
          callerName: 'Pat Jones',
          did: '',
          status: 'answered',
          timestamp: '2026-11-22T10:15:00.000Z',
          recovered: true,
          test: false,
        },
      },
    ]);
  });

  it('marks only calls from before it listened as recovered', async () => {
    const trigger = fakeTrigger();
    await start(trigger);
    const call = new FakeCall();
    jest.replaceProperty(call, 'startedAt', new Date());
    pbx.ring(call);
    await settled();
    expect(trigger.emitted).toMatchObject([{ json: { recovered: false } }]);
  });

  it('leaves other extensions and other kinds of call alone', async () => {
    const trigger = fakeTrigger({ parameters: { callTypes: ['inbound'] } });
    await start(trigger);
    const others = [
      new FakeCall('call-1-1', { extension: '101' }),
      new FakeCall('call-2-1', { direction: 'internal' }),
      new FakeCall('call-3-1', { direction: 'outbound' }),
    ].map((call) => pbx.ring(call));
    await settled();
    expect(trigger.emitted).toEqual([]);
    expect(others.flatMap(({ log }) => log)).toEqual([]);
  });

  it('listens on the extension it names', async () => {
    const trigger = fakeTrigger({
      parameters: { extension: { __rl: true, mode: 'list', value: '101' }, timeout: 5 },
    });
    await start(trigger);
    const call = pbx.ring(new FakeCall('call-1-1', { extension: '101' }));
    await settled();
    expect(call.log).toEqual(['answer 5000']);
  });

  it('hands on a ringing call without answering, if told so, and gives it up in time', async () => {
    jest.useFakeTimers({ doNotFake: ['setImmediate'] });
    const trigger = fakeTrigger({ parameters: { autoAnswer: false } });
    await start(trigger);
    const call = pbx.ring(new FakeCall());
    await settled();
    expect(trigger.emitted).toMatchObject([{ json: { status: 'ringing' } }]);
    await jest.advanceTimersByTimeAsync(29_999);
    expect(call.log).toEqual([]);
    await jest.advanceTimersByTimeAsync(1);
    expect(call.log).toEqual(['hang up']);
    jest.useRealTimers();
  });

  it('gives up a call that can’t be answered, and saves a failed execution', async () => {
    const trigger = fakeTrigger();
    await start(trigger);
    const call = new FakeCall();
    call.answering = Promise.reject(new TimeoutError('Not connected within 30 s.'));
    pbx.ring(call);
    await settled();
    expect(trigger.emitted).toEqual([]);
    expect(trigger.failures.map(({ message }) => message)).toEqual(["No answer in time for 'Answer Call'"]);
    expect(call.log).toEqual(['answer 30000', 'hang up']);
  });

  it('does nothing for a caller who hangs up before the answer', async () => {
    const trigger = fakeTrigger();
    await start(trigger);
    const call = new FakeCall();
    const answering = deferred<undefined>();
    call.answering = answering.promise;
    pbx.ring(call);
    await settled();
    call.end();
    answering.reject(new Error('gone'));
    await settled();
    expect(trigger.emitted).toEqual([]);
    expect(trigger.failures).toEqual([]);
    expect(call.log).toEqual(['answer 30000']);
  });

  describe('filters', () => {
    it.each([
      [{ 'filters.callerNumbers': '+1612*' }, true],
      [{ 'filters.callerNumbers': '+1763*, +49*' }, false],
      [{ 'filters.excludeCallers': 'anonymous, +1612*' }, false],
      [{ 'filters.dids': '+16125550100' }, true],
      [{ 'filters.dids': '+16125550199' }, false],
    ])('%j', async (parameters, isTaken) => {
      const trigger = fakeTrigger({ parameters });
      await start(trigger);
      const call = new FakeCall();
      call.did = '+16125550100';
      pbx.ring(call);
      await settled();
      expect(trigger.emitted).toHaveLength(isTaken ? 1 : 0);
      expect(call.log).toHaveLength(isTaken ? 1 : 0);
    });

    it('are refused when they are no numbers', async () => {
      const parameters = { 'filters.dids': '(1+)+$' };
      await expect(start(fakeTrigger({ parameters }))).rejects.toThrow(
        '\'Called Numbers (DID)\' holds "(1+)+$", which is no number',
      );
    });
  });

  describe('above the limit of concurrent calls', () => {
    const ring = (id: string) => pbx.ring(new FakeCall(id));
    const ids = ({ emitted }: FakeTrigger) => emitted.map(({ json }) => json.callId);

    it('hangs up, and takes calls again when one has ended', async () => {
      const trigger = fakeTrigger({ parameters: { 'options.maxConcurrentCalls': 1 } });
      await start(trigger);
      const [first, second] = [ring('call-1-1'), ring('call-2-1')];
      await settled();
      expect(second.log).toEqual(['hang up']);
      first.end();
      await settled();
      ring('call-3-1');
      await settled();
      expect(ids(trigger)).toEqual(['call-1-1', 'call-3-1']);
    });

    it('sends calls on to the busy target if told so', async () => {
      const trigger = fakeTrigger({
        parameters: {
          'options.maxConcurrentCalls': 1,
          'options.whenBusy': 'transfer',
          'options.busyTarget': '800',
        },
      });
      await start(trigger);
      ring('call-1-1');
      const taken = ring('call-2-1');
      await settled();
      expect(taken.log).toEqual(['route 800 60']);
      taken.end('transferred');
      const refused = new FakeCall('call-3-1');
      refused.transferring = Promise.resolve({ kind: 'failed', reason: 'NoAnswer' });
      pbx.ring(refused);
      await settled();
      expect(refused.log).toEqual(['route 800 60', 'hang up']);
      expect(ids(trigger)).toEqual(['call-1-1']);
    });

    it('lets calls wait for their turn if told so, at most for the ring timeout', async () => {
      jest.useFakeTimers({ doNotFake: ['setImmediate'] });
      const trigger = fakeTrigger({
        parameters: { timeout: 20, 'options.maxConcurrentCalls': 1, 'options.whenBusy': 'wait' },
      });
      await start(trigger);
      const [first, second, third] = [ring('call-1-1'), ring('call-2-1'), ring('call-3-1')];
      await settled();
      expect([second.log, third.log]).toEqual([[], []]);
      first.end();
      await settled();
      expect(ids(trigger)).toEqual(['call-1-1', 'call-2-1']);
      await jest.advanceTimersByTimeAsync(20_000);
      expect(third.log).toEqual(['hang up']);
      jest.useRealTimers();
    });

    it('needs a busy target to send calls to', async () => {
      await expect(start(fakeTrigger({ parameters: { 'options.whenBusy': 'transfer' } }))).rejects.toThrow(
        "'Busy Target' is empty",
      );
    });
  });

  it('ends calls from before it listened, if they are not to start the workflow', async () => {
    const trigger = fakeTrigger({ parameters: { 'options.recoveredCalls': false } });
    await start(trigger);
    const before = pbx.ring(new FakeCall());
    const now = new FakeCall('call-43-1');
    now.startedAt = new Date();
    pbx.ring(now);
    await settled();
    expect(before.log).toEqual(['hang up']);
    expect(trigger.emitted).toMatchObject([{ json: { callId: 'call-43-1', recovered: false } }]);
  });

  it('leaves people alone who are talking on a phone since before it listened', async () => {
    const trigger = fakeTrigger({ parameters: { extension: '101', 'options.recoveredCalls': false } });
    await start(trigger);
    const talking = pbx.ring(new FakeCall('call-1-1', { extension: '101' }));
    await settled();
    expect([talking.log, trigger.emitted]).toEqual([[], []]);
  });

  describe('at the end of the execution', () => {
    it('hangs up a call that is still there', async () => {
      const trigger = fakeTrigger();
      await start(trigger);
      const call = pbx.ring(new FakeCall());
      await settled();
      trigger.executions[0]?.resolve({ status: 'error' });
      await settled();
      expect(call.log).toEqual(['answer 30000', 'hang up']);
    });

    it('leaves it, if told so', async () => {
      const trigger = fakeTrigger({ parameters: { 'options.hangUpAtEnd': false } });
      await start(trigger);
      const call = pbx.ring(new FakeCall());
      await settled();
      trigger.executions[0]?.resolve({ status: 'success' });
      await settled();
      expect(call.log).toEqual(['answer 30000']);
    });
  });

  describe('a test run in the editor', () => {
    it('takes the next call only, which survives the closing of the trigger', async () => {
      const trigger = fakeTrigger({ isManual: true });
      const close = await start(trigger);
      const [call, other] = [pbx.ring(new FakeCall()), pbx.ring(new FakeCall('call-43-1'))];
      await settled();
      await close();
      await settled();
      expect(trigger.emitted).toMatchObject([{ json: { callId: 'call-42-325', test: true } }]);
      expect(trigger.executions).toEqual([]);
      expect([call.log, other.log]).toEqual([['answer 30000'], []]);
      expect(pbx.disposed).toBe(0);
    });

    it('emits only after trigger() has returned', async () => {
      const trigger = fakeTrigger({ isManual: true });
      pbx.waiting.push(new FakeCall());
      await start(trigger);
      expect(trigger.emitted).toEqual([]);
      await settled();
      expect(trigger.emitted).toHaveLength(1);
    });

    it('listens on when the call was gone before it could be answered', async () => {
      const trigger = fakeTrigger({ isManual: true });
      await start(trigger);
      const gone = new FakeCall('call-1-1');
      gone.end();
      pbx.ring(gone);
      await settled();
      pbx.ring(new FakeCall('call-2-1'));
      await settled();
      expect(trigger.emitted).toMatchObject([{ json: { callId: 'call-2-1' } }]);
    });
  });

  describe('closing', () => {
    it('ends the listening and the lease at once', async () => {
      const trigger = fakeTrigger();
      const close = await start(trigger);
      await close();
      pbx.ring(new FakeCall());
      await until(() => pbx.disposed === 1);
      expect(trigger.emitted).toEqual([]);
      expect(pbx.hasReceivers).toBe(false);
    });

    it('keeps the phone system until the calls that were taken have ended', async () => {
      const trigger = fakeTrigger();
      const close = await start(trigger);
      const call = pbx.ring(new FakeCall());
      await settled();
      await close();
      await settled();
      expect(pbx.disposed).toBe(0);
      call.end();
      await until(() => pbx.disposed === 1);
    });

    it('ends a call that was being answered, because no workflow will take it', async () => {
      const trigger = fakeTrigger();
      const close = await start(trigger);
      const call = new FakeCall();
      const answering = deferred<undefined>();
      call.answering = answering.promise;
      pbx.ring(call);
      await settled();
      await close();
      answering.resolve(undefined);
      await settled();
      expect(call.log).toEqual(['answer 30000', 'hang up']);
      expect(trigger.emitted).toEqual([]);
    });
  });

  describe('when it can’t start', () => {
    it('names the workflow that has the extension, and leaves no lease', async () => {
      const close = await start(fakeTrigger({ workflowName: 'Department Router' }));
      await expect(start(fakeTrigger({ workflowName: 'Copy' }))).rejects.toThrow(
        "The workflow 'Department Router' already receives the calls of extension 999",
      );
      await close();
      await until(() => pbx.disposed === 1);
    });

    it('can take the extension over once it is free', async () => {
      const close = await start(fakeTrigger());
      await close();
      await expect(start(fakeTrigger())).resolves.toBeDefined();
    });

    it.each([
      [{ extension: '555' }, 'Extension 555 not found or not configured'],
      [{ extension: '9 9' }, "'Extension' must be an extension number"],
      [{ timeout: 0 }, "'Ring Timeout (Seconds)' must be a whole number from 1 to 600"],
      [{ callTypes: [] }, "'Call Types' is empty"],
      [{ callTypes: ['outbound'] }, "'Call Types' doesn't know \"outbound\""],
    ])('says what is wrong with %j', async (parameters, message) => {
      await expect(start(fakeTrigger({ parameters }))).rejects.toThrow(message);
      await until(() => pbx.disposed === 1);
    });
  });

  it('has n8n restart it when the connection is given up', async () => {
    const trigger = fakeTrigger();
    await start(trigger);
    pbx.moveTo('lost');
    expect(trigger.restarts).toEqual([]);
    pbx.moveTo('failed');
    expect(trigger.restarts.map(({ message }) => message)).toEqual([
      '401 Authentication failed: 3CX no longer accepts Client ID 999',
    ]);
  });
});

/** Timers of no delay run between turns of the event loop. */
async function until(condition: () => boolean): Promise<void> {
  for (let turn = 0; turn < 50 && !condition(); turn += 1) {
    await new Promise<void>((resolve) => setTimeout(resolve, 0));
  }
  expect(condition()).toBe(true);
}
