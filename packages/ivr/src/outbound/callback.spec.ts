import { createMemoryCallStore } from '../flow/call-store';
import { resumeFlow, runFlow } from '../flow/run-flow';
import { exampleFlow } from '../testing/example-flows';
import { FakeExchange } from '../testing/fake-exchange';
import { FakeFlowCall } from '../testing/fake-flow-call';
import { VirtualClock } from '../testing/virtual-clock';
import type { QueueFigures } from '../queue-figures';
import type { CallbackRequest } from './callback-book';
import { openCallbackDesk, type CallbackDeskOptions } from './callback-desk';
import { createMemoryCampaignStore } from './campaign-store';
import { frontQueue, type FrontQueueOptions } from './front-queue';

const [ANN, BOB] = ['+16125550001', '+16125550002'];
const MINUTE = 60_000;

function setQueue(...figures: (QueueFigures | 'unknown')[]) {
  const clock = new VirtualClock();
  const call = new FakeFlowCall(clock);
  call.promptMs = 3_000;
  const booked: CallbackRequest[] = [];
  const read = () => {
    const [now = 'unknown'] = figures.length > 1 ? figures.splice(0, 1) : figures;
    return now === 'unknown' ? Promise.reject(new Error('no figures')) : Promise.resolve(now);
  };
  const front = (changes: Partial<FrontQueueOptions> = {}) =>
    frontQueue(call, {
      queue: '800',
      figures: read,
      callbacks: { book: (request) => Promise.resolve(void booked.push(request)) },
      position: (position) => `position-${String(position)}`,
      offer: 'offer',
      music: 'music',
      booked: 'booked',
      musicMs: 20_000,
      clock,
      ...changes,
    });
  return { clock, call, booked, front };
}

describe('in front of a queue', () => {
  it('a caller whom nobody is before goes straight in', async () => {
    const { clock, call, front } = setQueue({ waiting: 0 });
    call.answering.add('800');
    const result = front();
    await clock.advance(1);
    expect(await result).toEqual({ kind: 'transferred' });
    expect(call.heard).toEqual([]);
    expect(call.transfers).toEqual([{ to: '800', timeoutSeconds: 120 }]);
  });

  it('others are told their position and the offer, hear music, and go in once it is their turn', async () => {
    const { clock, call, front } = setQueue({ waiting: 2 }, { waiting: 1 }, { waiting: 0 });
    call.answering.add('800');
    // The music goes on until it is stopped.
    call.promptMs = 60_000;
    const result = front({ position: () => [], offer: [] });
    await clock.advance(2 * 20_000 + 10);
    expect(await result).toEqual({ kind: 'transferred' });
    expect(call.plays).toMatchObject([
      { source: 'music', interrupted: true },
      { source: 'music', interrupted: true },
    ]);
  });

  it.each([
    ['while the position is told', 1_000],
    ['while it is offered', 4_000],
    ['during the music', 7_000],
  ])('1 books a call-back %s', async (_, at) => {
    const { clock, call, booked, front } = setQueue({ waiting: 4 });
    const result = front();
    await clock.advance(at);
    call.press('1');
    await clock.advance(10_000);
    expect(await result).toEqual({ kind: 'booked' });
    expect(booked).toEqual([{ id: call.id, number: call.fromNumber, queue: '800', callId: call.id }]);
    expect(call.heard[0]).toBe('position-5');
    expect(call.heard.at(-1)).toBe('booked');
    expect([call.transfers, clock.openTimers, call.digits.claimed]).toEqual([[], 0, false]);
  });

  it('other keys book nothing; after all rounds the caller goes in, and may be turned away', async () => {
    const { clock, call, booked, front } = setQueue({ waiting: 4 });
    const result = front({ rounds: 2 });
    await clock.advance(1_000);
    call.press('7');
    await clock.advance(5 * MINUTE);
    expect(await result).toEqual({ kind: 'notTaken' });
    expect([call.transfers.length, booked]).toEqual([1, []]);
  });

  it('without figures the caller goes in', async () => {
    const { clock, call, front } = setQueue('unknown');
    call.answering.add('800');
    const result = front();
    await clock.advance(1);
    expect(await result).toEqual({ kind: 'transferred' });
  });

  it('a caller who hangs up is gone, and nothing stays open', async () => {
    const { clock, call, front } = setQueue({ waiting: 4 });
    const result = front();
    await clock.advance(7_000);
    call.callerHangsUp();
    expect(await result).toEqual({ kind: 'callEnded' });
    await clock.advance(1);
    expect([clock.openTimers, call.digits.claimed]).toEqual([0, false]);
  });

  it('aborted, it rejects with the reason', async () => {
    const { clock, call, front } = setQueue({ waiting: 4 });
    const stop = new AbortController();
    const result = front({ signal: stop.signal });
    await clock.advance(7_000);
    const reason = new Error('enough');
    stop.abort(reason);
    await expect(result).rejects.toBe(reason);
    expect([clock.openTimers, call.playing]).toEqual([0, 0]);
  });
});

function setDesk() {
  const clock = new VirtualClock();
  const exchange = new FakeExchange(clock);
  const store = createMemoryCampaignStore();
  const queue = { waiting: 3 };
  const begin = clock.now();
  const open = (changes: Partial<CallbackDeskOptions> = {}) =>
    openCallbackDesk(exchange, {
      queue: '800',
      figures: () => Promise.resolve({ waiting: queue.waiting }),
      offer: 'you-asked-for-a-call',
      ...{ clock, store },
      now: () => new Date(1_795_532_400_000 + clock.now() - begin),
      ...changes,
    });
  /** Whoever is called answers, and presses a key. */
  const press = async (key: string) => {
    await clock.advance(6_000);
    const call = exchange.placed.at(-1);
    call?.answering.add('800');
    if (key !== '') call?.press(key);
    await clock.advance(20_000);
    return call;
  };
  return { clock, exchange, queue, open, press };
}

const request = (number: string, id = number): CallbackRequest => ({
  ...{ id, number },
  queue: '800',
  callId: 'call-1-1',
});

describe('a call-back desk', () => {
  it('calls once the queue has room, has it confirmed, and transfers into the queue', async () => {
    const { clock, exchange, queue, open, press } = setDesk();
    const desk = await open();
    await desk.book(request(ANN));
    await clock.advance(5 * MINUTE);
    expect(exchange.dials).toEqual([]);
    queue.waiting = 0;
    await clock.advance(5_000);
    const call = await press('1');
    expect(exchange.dials.map(({ to }) => to)).toEqual([ANN]);
    expect(call?.heard).toEqual(['you-asked-for-a-call']);
    expect(call?.transfers).toEqual([{ to: '800', timeoutSeconds: 120 }]);
    expect(desk.callbacks).toMatchObject([{ status: 'reached', result: { wanted: true } }]);
    await desk.dispose();
    expect(clock.openTimers).toBe(0);
  });

  it('makes them in the order in which they were asked for', async () => {
    const { exchange, queue, open, press } = setDesk();
    queue.waiting = 0;
    const desk = await open();
    await desk.book(request(BOB));
    await desk.book(request(ANN));
    await press('1');
    await press('1');
    expect(exchange.dials.map(({ to }) => to)).toEqual([BOB, ANN]);
    await desk.dispose();
  });

  it('books a number that waits, and a request that is known, once', async () => {
    const { open } = setDesk();
    const desk = await open();
    await desk.book(request(ANN, 'a'));
    await desk.book(request('+1 612-555-0001', 'b'));
    await desk.book(request(ANN, 'a'));
    expect(desk.callbacks).toHaveLength(1);
    await desk.dispose();
  });

  it('takes 2 for a no, and calls again when nobody confirms', async () => {
    const { clock, exchange, queue, open, press } = setDesk();
    queue.waiting = 0;
    const desk = await open({ retry: { delayMs: 10 * MINUTE, attempts: 2 } });
    await desk.book(request(ANN));
    await press('');
    await clock.advance(10 * MINUTE - 8_000);
    await press('2');
    expect(exchange.dials).toHaveLength(2);
    expect(exchange.placed.flatMap(({ transfers }) => transfers)).toEqual([]);
    expect(desk.callbacks).toMatchObject([{ status: 'reached', attempts: 2, result: { wanted: false } }]);
    await desk.dispose();
  });

  it('keeps what was booked over a restart', async () => {
    const { exchange, queue, open, press } = setDesk();
    const first = await open();
    await first.book(request(ANN));
    await first.dispose();
    queue.waiting = 0;
    const second = await open();
    await press('1');
    expect(exchange.dials.map(({ to }) => to)).toEqual([ANN]);
    await second.dispose();
  });

  it('waits while the figures can not be read', async () => {
    const { clock, exchange, open } = setDesk();
    const desk = await open({ figures: () => Promise.reject(new Error('no permission')) });
    await desk.book(request(ANN));
    await clock.advance(5 * MINUTE);
    expect([exchange.dials, desk.callbacks.map(({ status }) => status)]).toEqual([[], ['waiting']]);
    await desk.dispose();
  });
});

describe('the callback flow of the guide', () => {
  const flow = exampleFlow('callback');

  it('books with the desk, which calls back and transfers into the queue', async () => {
    const { clock, exchange, queue, open, press } = setDesk();
    const desk = await open();
    const caller = new FakeFlowCall(clock);
    const queueFigures = () => Promise.resolve({ waiting: queue.waiting });
    const running = runFlow(caller, flow, { clock, queueFigures, callbacks: desk });
    await clock.advance(1_000);
    caller.press('11');
    await clock.advance(10_000);
    expect(await running).toMatchObject({ kind: 'hungUp', step: 'booked' });
    expect(caller.heard[0]).toBe('/prompts/your-position-is-4.wav');
    queue.waiting = 0;
    await clock.advance(5_000);
    const call = await press('1');
    expect(exchange.dials.map(({ to }) => to)).toEqual([caller.fromNumber]);
    expect(call?.transfers).toMatchObject([{ to: '800' }]);
    await desk.dispose();
  });

  it('books once when the process ends just then', async () => {
    const { clock, queue, open } = setDesk();
    const desk = await open();
    const caller = new FakeFlowCall(clock);
    const store = createMemoryCallStore();
    const stop = new AbortController();
    const booked: string[] = [];
    const options = { clock, store, queueFigures: () => Promise.resolve({ waiting: queue.waiting }) };
    const running = runFlow(caller, flow, {
      ...options,
      signal: stop.signal,
      callbacks: {
        async book(request) {
          booked.push(request.id);
          await desk.book(request);
          stop.abort(new Error('the process ended here'));
        },
      },
    });
    caller.press('11');
    await clock.advance(10);
    await expect(running).rejects.toThrow('the process ended here');
    const [saved] = await store.list();
    if (!saved) throw new Error('Nothing was kept');
    expect(saved.pending).toBe('bookCallback');
    const resumed = resumeFlow(caller, flow, saved, {
      ...options,
      callbacks: {
        book(request) {
          booked.push(request.id);
          return desk.book(request);
        },
      },
    });
    await clock.advance(10_000);
    expect(await resumed).toMatchObject({ step: 'booked' });
    expect(new Set(booked).size).toBe(1);
    expect(booked).toHaveLength(2);
    expect(desk.callbacks).toHaveLength(1);
    await desk.dispose();
  });
});
