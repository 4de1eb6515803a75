import * as fc from 'fast-check';
import { createMemoryCallStore } from './call-store';
import { defineFlow } from './builder';
import { parseFlow } from './parse-flow';
import { endFlow, resumeFlow, runFlow } from './run-flow';
import type { RunFlowOptions } from './run-flow-options';
import { FakeFlowCall, FakeHooks } from '../testing/fake-flow-call';
import { VirtualClock } from '../testing/virtual-clock';

/** Takes an order: number, PIN, confirmation, then the order itself. */
const orders = defineFlow({
  name: 'orders',
  start: 'number',
  onHangUp: 'note',
  onError: 'sorry',
  steps: {
    number: {
      do: 'collect',
      prompt: '/number.wav',
      saveAs: 'number',
      secret: false,
      maxDigits: 4,
      failed: 'sorry',
      next: 'pin',
    },
    pin: { do: 'collect', prompt: '/pin.wav', saveAs: 'pin', maxDigits: 4, failed: 'sorry', next: 'copy' },
    copy: { do: 'set', values: { proof: 'pin {{pin}}' }, next: 'sure' },
    sure: { do: 'menu', prompt: '/sure.wav', choices: { '1': 'order', '2': 'number' }, failed: 'sorry' },
    order: {
      do: 'http',
      url: 'https://shop.example/orders',
      body: { number: '{{number}}', proof: '{{proof}}' },
      next: 'clerk',
      failed: 'sorry',
    },
    clerk: { do: 'transfer', kind: 'extension', to: '101', failed: 'done' },
    done: { do: 'hangUp', prompt: '/done.wav' },
    sorry: { do: 'hangUp', prompt: '/sorry.wav' },
    note: {
      do: 'http',
      url: 'https://shop.example/notes',
      idempotent: true,
      body: { number: '{{number}}' },
      next: 'end',
      failed: 'end',
    },
    end: { do: 'hangUp' },
  },
});

function setShop() {
  const clock = new VirtualClock();
  const call = new FakeFlowCall(clock);
  const server = new FakeHooks({ '/orders': {}, '/notes': {} });
  const store = createMemoryCallStore();
  const options: RunFlowOptions = { clock, store, http: server.hook };
  return { clock, call, server, store, options };
}

/** Stops the process, as far as the flow can tell. */
const crash = new Error('the process ended here');

describe('a flow and the restart of its process', () => {
  it('leaves nothing in the store once it has ended', async () => {
    const { call, clock, store, options } = setShop();
    const running = runFlow(call, orders, options);
    await clock.advance(1);
    expect(await store.list()).toMatchObject([{ callId: 'call-7-3', flow: 'orders', pending: 'ask' }]);
    call.press('1234');
    call.press('5678');
    call.press('1');
    await clock.advance(10_000);
    expect(await running).toMatchObject({ kind: 'hungUp', values: { number: '1234' } });
    expect(await store.list()).toEqual([]);
  });

  it('never keeps a secret, nor what was made of one', async () => {
    const { call, clock, store, options } = setShop();
    const saved: string[] = [];
    const watching = {
      ...store,
      save: (each: Parameters<typeof store.save>[0]) => {
        saved.push(JSON.stringify(each));
        return store.save(each);
      },
    };
    call.press('1234');
    call.press('5678');
    call.press('1');
    const running = runFlow(call, orders, { ...options, store: watching });
    await clock.advance(10_000);
    const result = await running;
    expect(saved.length).toBeGreaterThan(4);
    expect(saved.join() + JSON.stringify(result)).not.toContain('5678');
    expect(saved.join()).toContain('1234');
  });

  it('goes back to the step that asked for a secret which is still needed', async () => {
    const { call, clock, server, store, options } = setShop();
    const stop = new AbortController();
    call.press('1234');
    call.press('5678');
    const first = runFlow(call, orders, { ...options, signal: stop.signal });
    await clock.advance(100);
    stop.abort(crash);
    await expect(first).rejects.toBe(crash);
    const [saved] = await store.list();
    if (!saved) throw new Error('Nothing was kept');
    expect(saved).toMatchObject({ pending: 'ask', position: { stack: [{ step: 'sure' }] } });
    const second = resumeFlow(call, orders, saved, options);
    await clock.advance(1);
    expect(call.heard.at(-1)).toBe('/pin.wav');
    call.press('8765');
    await clock.advance(1);
    call.press('1');
    await clock.advance(10_000);
    expect(await second).toMatchObject({ kind: 'hungUp', trail: ['pin', 'sure', 'order', 'clerk', 'done'] });
    expect(server.bodies).toEqual([{ number: '1234', proof: 'pin 8765' }]);
  });

  it('a request that was under way is not sent again unless it may be; its key stays the same', async () => {
    for (const [pending, step, sent] of [
      ['http', 'order', 0],
      ['http', 'note', 1],
    ] as const) {
      const { call, clock, server, options } = setShop();
      const position = {
        ...{
          stack: [{ step }],
          values: { number: '1234', proof: 'x' },
          secrets: {},
          language: 'en',
          passed: {},
        },
        ...{ taken: 4, handling: 'nothing' as const },
      };
      const running = resumeFlow(
        call,
        orders,
        { callId: call.id, flow: 'orders', position, pending, key: 'k-1' },
        options,
      );
      await clock.advance(10_000);
      await running;
      expect(server.requests.map(({ key }) => key)).toEqual(sent === 1 ? ['k-1'] : []);
    }
  });

  it('a call that is gone is ended: what onHangUp asks for is done, and its place is cleared', async () => {
    const { call, clock, server, store, options } = setShop();
    const stop = new AbortController();
    call.press('1234');
    const first = runFlow(call, orders, { ...options, signal: stop.signal });
    await clock.advance(100);
    stop.abort(crash);
    await expect(first).rejects.toBe(crash);
    const [saved] = await store.list();
    if (!saved) throw new Error('Nothing was kept');
    expect(await endFlow(orders, saved, options)).toMatchObject({ kind: 'callEnded', trail: ['note'] });
    expect(server.bodies).toEqual([{ number: '1234' }]);
    expect(await store.list()).toEqual([]);
  });

  it('wherever it stops, no order and no transfer is made twice, and the call comes to an end', async () => {
    const moments = fc.array(fc.integer({ min: 0, max: 6_000 }), { minLength: 1, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(moments, fc.integer({ min: 0, max: 4_000 }), async (crashes, latency) => {
        const { call, clock, store, server, options } = setShop();
        const slow: RunFlowOptions['http'] = async (request, context) => {
          const answer = await server.hook(request, context);
          await new Promise<void>((resolve) => {
            clock.after(latency, resolve);
          });
          return answer;
        };
        const progress = { settled: false };
        const keys = async () => {
          for (let round = 0; round < 1_000 && !progress.settled; round += 1) {
            await clock.advance(500);
            if (!call.over) call.press(call.heard.at(-1) === '/sure.wav' ? '1' : '1234');
          }
        };
        const pressing = keys();
        let ended: unknown;
        for (const ms of [...crashes, Infinity]) {
          const stop = new AbortController();
          if (ms < Infinity)
            clock.after(ms, () => {
              stop.abort(crash);
            });
          const [saved] = await store.list();
          const given = { ...options, http: slow, signal: stop.signal };
          const run =
            saved && call.over
              ? endFlow(orders, saved, given)
              : saved
                ? resumeFlow(call, orders, saved, given)
                : runFlow(call, orders, given);
          ended = await run.catch((error: unknown) => error);
          if (ended !== crash) break;
        }
        progress.settled = true;
        await pressing;
        expect(ended).toMatchObject({
          kind: expect.stringMatching(/hungUp|callEnded|transferred/) as string,
        });
        expect(server.requests.filter(({ url }) => url.endsWith('/orders')).length).toBeLessThanOrEqual(1);
        expect(call.transfers.length).toBeLessThanOrEqual(1);
        expect(call.over).toBe(true);
        expect(await store.list()).toEqual([]);
      }),
      { numRuns: 150 },
    );
  }, 60_000);
});

describe('a flow in which something fails', () => {
  it('a prompt that is missing leads to onError, and to a hang-up when that fails too', async () => {
    const { call, options, clock } = setShop();
    call.promptError = new Error('There is no such file');
    const running = runFlow(call, orders, options);
    await clock.advance(1);
    expect(await running).toMatchObject({ kind: 'error', step: 'sorry' });
    expect(call.hungUp).toBe(true);
  });

  it('nothing keyed gets into a log', async () => {
    const { call, options, clock } = setShop();
    const lines: unknown[] = [];
    const log = (...line: unknown[]) => lines.push(line);
    const logger = { debug: log, info: log, warn: log, error: log };
    call.press('1234');
    call.press('5678');
    call.press('1');
    const http = () => Promise.reject(new Error('refused'));
    const running = runFlow(call, orders, { ...options, http, logger });
    await clock.advance(10_000);
    await running;
    expect(lines).toHaveLength(1);
    expect(JSON.stringify(lines)).not.toMatch(/1234|5678/);
  });

  it('one that goes round for ever is stopped', async () => {
    const { call, options } = setShop();
    const round = parseFlow({
      version: 1,
      name: 'round',
      start: 'a',
      steps: { a: { do: 'set', values: {}, next: 'a' } },
    });
    expect(await runFlow(call, round, options)).toMatchObject({ kind: 'tooManySteps' });
    expect(call.hungUp).toBe(true);
  });

  it('a call that has ended before it began is ended', async () => {
    const { call, options, server, clock } = setShop();
    call.callerHangsUp();
    await clock.advance(1);
    expect(await runFlow(call, orders, options)).toMatchObject({ kind: 'callEnded', trail: ['note'] });
    expect(server.requests).toHaveLength(1);
  });
});

describe('defineFlow', () => {
  it('does not compile with a way to a step that is not there', () => {
    const flow = defineFlow({
      name: 'typed',
      start: 'a',
      steps: {
        // @ts-expect-error there is no step of that name
        a: { do: 'play', prompt: '/a.wav', next: 'missing' },
        b: { do: 'hangUp' },
      },
    });
    expect(flow).toMatchObject({ version: 1, language: 'en', maxSteps: 500 });
  });

  it('checks what the types cannot', () => {
    expect(() => defineFlow({ name: 'no name', start: 'a', steps: { a: { do: 'hangUp' } } })).toThrow(/name/);
  });
});

describe('keys and a transfer that nobody took (B.4 row 16)', () => {
  it('are dropped, which is told, and do not choose from the menu that comes then', async () => {
    const flow = defineFlow({
      name: 'twice',
      start: 'first',
      steps: {
        first: { do: 'menu', choices: { '1': 'clerk' }, failed: 'end' },
        clerk: { do: 'transfer', kind: 'extension', to: '101', failed: 'second' },
        second: { do: 'menu', choices: { '2': 'end' }, attempts: 1, failed: 'none' },
        end: { do: 'hangUp' },
        none: { do: 'hangUp' },
      },
    });
    const clock = new VirtualClock();
    const call = new FakeFlowCall(clock);
    const cleared: unknown[] = [];
    call.press('12');
    const running = runFlow(call, flow, {
      clock,
      onBufferCleared: (event, callId) => cleared.push([event, callId]),
    });
    await clock.advance(10_000);
    expect(await running).toMatchObject({ step: 'none', trail: ['first', 'clerk', 'second', 'none'] });
    expect(cleared).toEqual([[{ reason: 'transfer', count: 1 }, call.id]]);
  });
});
