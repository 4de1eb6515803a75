import { callEvent, FakeCall, settled } from '../../src/spec-support';
import { ControlBench } from './control-bench';

describe('making calls', () => {
  let bench: ControlBench;
  let made: FakeCall;

  beforeEach(() => {
    bench = new ControlBench();
    made = new FakeCall('call-50-1', { direction: 'outbound' });
    bench.pbx.making = Promise.resolve({ kind: 'succeeded', call: made });
  });

  afterEach(() => {
    made.end();
  });

  const parameters = { operation: 'makeCall', target: '+1 (612) 555-0000' };

  it('goes on when the call is answered, with its id and the former one', async () => {
    const calling = bench.run({ parameters });
    await settled();
    made.pickUp();
    const outputs = await calling;
    expect(bench.pbx.made).toEqual(['999 calls +16125550000 for 60 s']);
    expect(outputs).toMatchObject([
      [
        {
          json: {
            success: true,
            callId: 'call-50-1',
            previousCallId: 'call-42-325',
            outcome: 'answered',
            ringSeconds: 0,
            note: 'kept',
          },
        },
      ],
      [],
      [],
    ]);
  });

  it('plays the announcement before it goes on', async () => {
    const calling = bench.runOne({ ...parameters, 'options.announcement': '/prompts/welcome.wav' });
    await settled();
    made.pickUp();
    await calling;
    expect(made.log).toEqual(['play /prompts/welcome.wav', 'heard /prompts/welcome.wav']);
  });

  it('calls from the extension it is told', async () => {
    const calling = bench.runOne({ ...parameters, from: '101', timeout: 20 });
    await settled();
    made.pickUp();
    await calling;
    expect(bench.pbx.made).toEqual(['101 calls +16125550000 for 20 s']);
  });

  it('goes on at once if told so', async () => {
    const item = await bench.runOne({ ...parameters, 'options.waitForAnswer': false });
    expect(item?.json).toMatchObject({ callId: 'call-50-1', outcome: 'dialing', status: 'ringing' });
  });

  it('has an output for a call that nobody answers', async () => {
    const calling = bench.run({ parameters });
    await settled();
    made.end('not-answered');
    await expect(calling).resolves.toMatchObject([
      [],
      [{ json: { success: false, outcome: 'noAnswer' } }],
      [],
    ]);
  });

  it.each([
    [{ kind: 'failed', reason: 'Busy here' } as const, [0, 1, 0], 'busy'],
    [{ kind: 'failed', reason: 'No route' } as const, [0, 0, 1], 'failed'],
    [{ kind: 'unknown' } as const, [0, 0, 1], 'unknown'],
  ])('tells why it did not come to be: %j', async (result, leaving, outcome) => {
    bench.pbx.making = Promise.resolve(result);
    const outputs = await bench.run({ parameters });
    expect(outputs.map(({ length }) => length)).toEqual(leaving);
    expect(outputs.flat()[0]?.json).toMatchObject({ success: false, callId: '', outcome });
  });

  it('hangs up a call that rings longer than it may, and one whose execution is stopped', async () => {
    jest.useFakeTimers({ doNotFake: ['setImmediate', 'performance'] });
    const calling = bench.runOne({ ...parameters, timeout: 5 });
    await settled();
    await jest.advanceTimersByTimeAsync(15_000);
    expect((await calling)?.json).toMatchObject({ outcome: 'noAnswer' });
    expect(made.log).toEqual(['hang up']);
    jest.useRealTimers();

    const stop = new AbortController();
    const second = new FakeCall('call-51-1');
    bench.pbx.making = Promise.resolve({ kind: 'succeeded', call: second });
    const stopped = bench.run({ parameters, cancelSignal: stop.signal });
    await settled();
    stop.abort();
    await expect(stopped).rejects.toThrow('aborted');
    expect(second.log).toEqual(['hang up']);
  });

  it('ends a call from the route point that no step acts on for a minute, unless told not to', async () => {
    jest.useFakeTimers({ doNotFake: ['setImmediate'] });
    const kept = new FakeCall('call-52-1');
    const idle = async (call: FakeCall, more: object) => {
      bench.pbx.making = Promise.resolve({ kind: 'succeeded', call });
      await bench.runOne({ ...parameters, 'options.waitForAnswer': false, ...more });
    };
    await idle(made, {});
    await idle(kept, { 'options.hangUpWhenIdle': false });
    await jest.advanceTimersByTimeAsync(61_000);
    expect(made.log).toEqual(['hang up']);
    expect(kept.log).toEqual([]);
    kept.end();
    jest.useRealTimers();
  });

  it.each([
    [{ target: '' }, "'Number to Call' is empty"],
    [{ target: 'a;b' }, "'Number to Call' must be a telephone number"],
    [{ timeout: 0 }, "'Timeout (Seconds)' must be a whole number from 1 to 120"],
    [{ from: '1 2' }, "'From Extension' must be an extension number"],
  ])('refuses %j', async (wrong, message) => {
    await expect(bench.runOne({ ...parameters, ...wrong })).rejects.toThrow(message);
  });

  it('takes a parked call back', async () => {
    const taking = bench.runOne({ operation: 'unparkCall', slot: 'SP10' });
    await settled();
    made.pickUp();
    expect((await taking)?.json).toMatchObject({ success: true, callId: 'call-50-1', slot: 'SP10' });
    expect(bench.pbx.made).toEqual(['999 calls SP10']);
  });

  it('takes the parked caller over where 3CX makes a call of its own of it', async () => {
    const taking = bench.runOne({ operation: 'unparkCall', slot: 'SP10' });
    await settled();
    const parked = new FakeCall('call-42-330');
    bench.pbx.calls.push(parked);
    parked.status = 'answered';
    bench.pbx.events$.next(callEvent(parked, 'call_answered'));
    made.end('not-answered');
    expect((await taking)?.json).toMatchObject({ success: true, callId: 'call-42-330', outcome: 'answered' });
    expect(bench.pbx.events$.observed).toBe(false);
    parked.end();
  });

  it('says so when nothing is parked there', async () => {
    jest.useFakeTimers({ doNotFake: ['setImmediate', 'performance'] });
    const taking = bench.runOne({ operation: 'unparkCall', slot: 'SP10' });
    await settled();
    made.end('not-answered');
    await settled();
    await jest.advanceTimersByTimeAsync(3_000);
    expect((await taking)?.json).toMatchObject({ success: false, outcome: 'noAnswer' });
    jest.useRealTimers();
  });

  describe('Bridge Calls', () => {
    beforeEach(() => {
      made.pickUp();
      bench.pbx.calls.push(made);
    });
    const bridge = { operation: 'bridgeCalls', otherCallId: 'call-50-1' };

    it('lets two calls talk until one hangs up', async () => {
      const talking = bench.runOne(bridge);
      await settled();
      made.end();
      expect((await talking)?.json).toMatchObject({
        callId: 'call-42-325',
        otherCallId: 'call-50-1',
        bridgeEnd: 'call-ended',
        bridgedSeconds: 0,
      });
    });

    it('goes on at once if told so', async () => {
      const item = await bench.runOne({ ...bridge, 'options.waitUntilEnd': false });
      expect(item?.json).toMatchObject({ bridged: true });
      expect(bench.steps.idleSince(bench.call)).toBeUndefined();
      bench.call.end();
    });

    it('needs two answered calls, and an id that is one', async () => {
      made.status = 'ringing';
      await expect(bench.runOne(bridge)).rejects.toThrow('409 Operation conflict');
      await expect(bench.runOne({ ...bridge, otherCallId: '50' })).rejects.toThrow(
        'Call ID invalid: "50" has no call- prefix',
      );
    });
  });
});
