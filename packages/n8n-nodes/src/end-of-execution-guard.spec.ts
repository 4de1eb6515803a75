import { CallSteps } from './call-steps';
import type { ExecutionEnd } from './contexts';
import { hangUpWhenDone, hangUpWhenIdle } from './end-of-execution-guard';
import { deferred, FakeCall, SILENT } from './spec-support';

describe('a call whose workflow neither ended nor transferred it', () => {
  let call: FakeCall;
  let steps: CallSteps;

  beforeEach(() => {
    jest.useFakeTimers();
    call = new FakeCall();
    call.status = 'answered';
    steps = new CallSteps();
  });

  afterEach(() => {
    expect(jest.getTimerCount()).toBe(0);
    jest.useRealTimers();
  });

  const pass = (ms: number) => jest.advanceTimersByTimeAsync(ms);
  const guard = () => ({ steps, log: SILENT });

  describe('where n8n tells when the execution is done', () => {
    it.each<[string, ExecutionEnd['status']]>([
      ['succeeded', 'success'],
      ['failed', 'error'],
      ['was stopped', 'canceled'],
    ])('is hung up when it %s', async (_, status) => {
      await hangUpWhenDone(call, Promise.resolve({ status }), guard());
      expect(call.log).toEqual(['hang up']);
    });

    it('is hung up when its execution could not be followed', async () => {
      await hangUpWhenDone(call, Promise.reject(new Error('lost')), guard());
      expect(call.log).toEqual(['hang up']);
    });

    it('is left alone until then', async () => {
      const done = deferred<ExecutionEnd>();
      const guarded = hangUpWhenDone(call, done.promise, guard());
      await pass(3_600_000);
      expect(call.log).toEqual([]);
      done.resolve({ status: 'success' });
      await guarded;
      expect(call.log).toEqual(['hang up']);
    });

    it('is left alone when it has ended or was transferred', async () => {
      steps.handOver(call);
      await hangUpWhenDone(call, Promise.resolve({ status: 'success' }), guard());
      const ended = new FakeCall();
      ended.end();
      await hangUpWhenDone(ended, Promise.resolve({ status: 'success' }), guard());
      expect([...call.log, ...ended.log]).toEqual([]);
    });

    it('is left to an execution that sleeps until it is due, and a minute longer', async () => {
      const waitTill = new Date(Date.now() + 600_000);
      await hangUpWhenDone(call, Promise.resolve({ status: 'waiting', waitTill }), guard());
      await pass(659_999);
      expect(call.log).toEqual([]);
      await pass(1);
      expect(call.log).toEqual(['hang up']);
    });

    it('is watched again as soon as a step acts after the sleep, however long that was to be', async () => {
      const waitTill = new Date('3000-01-01');
      await hangUpWhenDone(call, Promise.resolve({ status: 'waiting', waitTill }), guard());
      await pass(86_400_000);
      await steps.during(call, () => Promise.resolve());
      await pass(86_400_000);
      expect(call.log).toEqual(['hang up']);
    });
  });

  describe('in a test run, whose end n8n does not tell', () => {
    it('is hung up after a minute without a step', async () => {
      hangUpWhenIdle(call, guard());
      await pass(59_999);
      expect(call.log).toEqual([]);
      await pass(1);
      expect(call.log).toEqual(['hang up']);
    });

    it('is left alone while a step acts on it, and for a minute after', async () => {
      hangUpWhenIdle(call, guard());
      await pass(30_000);
      const prompt = deferred<undefined>();
      const step = steps.during(call, () => prompt.promise);
      await pass(300_000);
      prompt.resolve(undefined);
      await step;
      await pass(59_999);
      expect(call.log).toEqual([]);
      await pass(1);
      expect(call.log).toEqual(['hang up']);
    });

    it('needs no watching once it has ended', async () => {
      hangUpWhenIdle(call, guard());
      call.end();
      await pass(0);
      expect(jest.getTimerCount()).toBe(0);
    });
  });

  it('is reported when it can’t be hung up', async () => {
    jest.spyOn(call, 'hangUp').mockRejectedValue(new Error('no'));
    const warn = jest.fn();
    await hangUpWhenDone(call, Promise.resolve({ status: 'success' }), {
      steps,
      log: { ...SILENT, warn },
    });
    expect(warn).toHaveBeenCalledWith('A call that its workflow left open could not be hung up', {
      callId: 'call-42-325',
      error: new Error('no'),
    });
  });
});
