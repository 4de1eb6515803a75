import { exampleFlow } from '../testing/example-flows';
import { FakeHooks } from '../testing/fake-flow-call';
import { PhoneLine } from '../testing/phone-line';
import { toneWav } from '../testing/tone-wav';
import { createMemoryCallStore, type CallStore } from './call-store';
import type { FlowRecording } from './recording-store';
import { resumeFlow, runFlow } from './run-flow';

const prompts = [
  ...['welcome', 'press-1-sales-2-support', 'goodbye', 'press-1-for-voicemail-or-wait', 'leave-a-message'],
];
const files = Object.fromEntries(prompts.map((name) => [`/prompts/${name}.wav`, toneWav(300)]));

let line: PhoneLine;

beforeEach(async () => {
  line = await PhoneLine.open(files);
});

afterEach(async () => {
  await line[Symbol.asyncDispose]();
});

async function phone(dn: string, answer: 'auto' | 'busy'): Promise<void> {
  const response = await fetch(`${line.mock.controlUrl}/extensions/${dn}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ answer }),
  });
  expect(response.ok).toBe(true);
}

describe('a flow on a call of the mock 3CX, with real audio', () => {
  it('connects with the department chosen', async () => {
    const { call, caller } = await line.callComes();
    const running = runFlow(call, exampleFlow('department-router'), { connection$: line.pbx.connection$ });
    await caller.presses('1');
    expect(await running).toMatchObject({ kind: 'transferred', trail: ['welcome', 'choose', 'sales'] });
    expect(await caller.view('connectedTo:101')).toMatchObject({ state: 'connected' });
  }, 20_000);

  it('takes the call back from a busy phone and leads it elsewhere', async () => {
    await phone('101', 'busy');
    const { call, caller } = await line.callComes();
    const store = createMemoryCallStore();
    let asked = 0;
    let askedAgain: () => void = () => undefined;
    const back = new Promise<void>((resolve) => (askedAgain = resolve));
    const watched: CallStore = {
      ...store,
      save(saved) {
        if (saved.pending === 'ask') asked += 1;
        if (asked === 2) askedAgain();
        return store.save(saved);
      },
    };
    const running = runFlow(call, exampleFlow('department-router'), { store: watched });
    await caller.presses('1');
    await back;
    await caller.presses('0');
    expect(await running).toMatchObject({ trail: ['welcome', 'choose', 'sales', 'choose', 'operator'] });
    await caller.view('connectedTo:100');
  }, 20_000);

  it('goes on after the process that led it has gone', async () => {
    const store = createMemoryCallStore();
    const flow = exampleFlow('department-router');
    const { call, caller } = await line.callComes();
    const stop = new AbortController();
    const first = runFlow(call, flow, { store, signal: stop.signal });
    await caller.view('heardMs:1500');
    stop.abort(new Error('the process ended here'));
    await expect(first).rejects.toThrow('the process ended here');
    const [saved] = await store.list();
    if (!saved) throw new Error('Nothing was kept');
    const second = resumeFlow(line.pbx.call(saved.callId), flow, saved, { store });
    await caller.presses('1');
    expect(await second).toMatchObject({ kind: 'transferred', step: 'sales' });
    await caller.view('connectedTo:101');
    expect(await store.list()).toEqual([]);
  }, 20_000);

  it('records what the caller says, and keeps it when the caller hangs up', async () => {
    const { call, caller } = await line.callComes();
    const server = new FakeHooks({ '/messages': {} });
    const kept: FlowRecording[] = [];
    const running = runFlow(call, exampleFlow('voicemail-capture'), {
      http: server.hook,
      recordings: {
        save(recording) {
          kept.push(recording);
          return Promise.resolve('/kept/message.wav');
        },
      },
    });
    await caller.presses('1');
    // Prompt and beep.
    await caller.view('heardMs:1500');
    await caller.speaks(toneWav(3_000));
    await caller.hangsUp();
    expect(await running).toMatchObject({ kind: 'callEnded', values: { message: '/kept/message.wav' } });
    expect(server.bodies).toMatchObject([{ from: call.fromNumber, message: '/kept/message.wav' }]);
    const [{ durationMs, wav } = { durationMs: 0, wav: new Uint8Array() }] = kept;
    expect(durationMs).toBeGreaterThan(2_000);
    expect(durationMs).toBeLessThan(5_000);
    expect(wav.length).toBe(44 + Math.round(durationMs * 16));
  }, 30_000);
});
