import { createLockout, type Lockout } from '../lockout';
import { FakeFlowCall, FakeHooks } from '../testing/fake-flow-call';
import { VirtualClock } from '../testing/virtual-clock';
import { defineFlow } from './builder';
import { createMemoryCallStore } from './call-store';
import type { Flow } from './definition';
import { lintFlow } from './lint';
import { parseFlow } from './parse-flow';
import type { FlowRecording } from './recording-store';
import { resumeFlow, runFlow } from './run-flow';

const steps = {
  end: { do: 'hangUp' },
  wrong: { do: 'hangUp' },
  locked: { do: 'hangUp' },
  down: { do: 'hangUp' },
} as const;

const signIn = defineFlow({
  name: 'sign-in',
  start: 'door',
  steps: {
    ...steps,
    door: {
      do: 'authenticate',
      id: { prompt: '/id.wav', maxDigits: 3, minDigits: 3 },
      pin: { prompt: '/pin-of-{{call.did}}.wav', maxDigits: 4, minDigits: 4 },
      verify: { url: 'https://door.example/check' },
      saveAs: 'id',
      saveAnswer: { name: 'name' },
      attempts: 2,
      deniedPrompt: '/denied.wav',
      next: 'end',
      denied: 'wrong',
      lockedOut: 'locked',
      failed: 'down',
    },
  },
});

const questions = defineFlow({
  name: 'questions',
  start: 'ask',
  onHangUp: 'note',
  variables: { good: '', stars: '' },
  steps: {
    ...steps,
    ask: {
      do: 'survey',
      questions: [
        { kind: 'yesNo', name: 'good', prompt: '/good.wav' },
        { kind: 'range', name: 'stars', prompt: '/stars.wav', min: 1, max: 10, attempts: 1, optional: true },
        { kind: 'yesNo', name: 'again', prompt: '/again.wav', yesKey: '3', noKey: '4', attempts: 1 },
      ],
      next: 'end',
      failed: 'wrong',
    },
    note: {
      do: 'http',
      url: 'https://notes.example/{{stars}}',
      body: { good: '{{good}}' },
      next: 'end',
      failed: 'end',
    },
  },
});

const message = defineFlow({
  name: 'message',
  start: 'say',
  steps: {
    ...steps,
    say: { do: 'record', prompt: '/say.wav', saveAs: 'message', next: 'end', empty: 'wrong', failed: 'down' },
  },
});

interface Given {
  readonly hooks?: Readonly<Record<string, unknown>>;
  readonly lockout?: Lockout;
  readonly speaksMs?: number;
  readonly recordings?: FlowRecording[];
}

function setLine(flow: Flow, { hooks, lockout, speaksMs = 0, recordings = [] }: Given = {}) {
  const clock = new VirtualClock();
  const call = new FakeFlowCall(clock);
  call.speaksMs = speaksMs;
  const server = new FakeHooks(hooks);
  const store = createMemoryCallStore();
  const stop = new AbortController();
  const options = {
    ...{ clock, store, http: server.hook },
    ...(lockout && { lockout }),
    recordings: {
      save(recording: FlowRecording) {
        recordings.push(recording);
        return recording.step === 'say' && recordings.length > 9
          ? Promise.reject(new Error('no room'))
          : Promise.resolve(`/kept/${String(recordings.length)}.wav`);
      },
    },
  };
  const running = runFlow(call, flow, { ...options, signal: stop.signal });
  const key = async (...entries: string[]) => {
    for (const entry of entries) {
      await clock.advance(3_000);
      call.press(entry);
    }
    await clock.advance(1);
  };
  const press = async (...entries: string[]) => {
    await key(...entries);
    await clock.advance(20_000);
  };
  return { clock, call, server, store, stop, options, running, key, press };
}

describe('a step that authenticates', () => {
  it('has id and PIN verified, and keeps the id and what the answer tells, never the PIN', async () => {
    const { server, running, press, store, call } = setLine(signIn, { hooks: { '/check': { name: 'Pat' } } });
    await press('100', '2468');
    const result = await running;
    expect(server.bodies).toEqual([{ id: '100', pin: '2468' }]);
    expect(result).toMatchObject({ step: 'end', values: { name: 'Pat' } });
    expect(JSON.stringify([result, await store.list()])).not.toMatch(/2468|"100"/);
    expect(call.heard).toEqual(['/id.wav', '/pin-of-%2B16125550100.wav']);
  });

  it('lets the caller try again, and gives up', async () => {
    const { server, running, press, call } = setLine(signIn, { hooks: { '/check': 404 } });
    await press('100', '1111', '100', '2222');
    expect(await running).toMatchObject({ step: 'wrong' });
    expect(server.requests).toHaveLength(2);
    expect(call.heard.filter((each) => each === '/denied.wav')).toHaveLength(1);
  });

  it('leads elsewhere once the id is locked, over calls', async () => {
    const lockout = createLockout({ maxFailures: 2 });
    const first = setLine(signIn, { lockout, hooks: { '/check': 403 } });
    await first.press('100', '1111', '100', '2222');
    expect(await first.running).toMatchObject({ step: 'wrong' });
    const second = setLine(signIn, { lockout, hooks: { '/check': {} } });
    await second.press('100', '2468');
    expect(await second.running).toMatchObject({ step: 'locked' });
    expect(second.server.requests).toEqual([]);
  });

  it.each([[503], [429], [undefined]])('a server that says %s has not said no', async (answer) => {
    const { running, press } = setLine(signIn, { hooks: { '/check': answer } });
    await press('100', '2468');
    expect(await running).toMatchObject({ step: 'down' });
  });
});

describe('a survey', () => {
  it('keeps each answer under its name', async () => {
    const { running, press } = setLine(questions);
    await press('1', '10', '4');
    expect(await running).toMatchObject({ step: 'end', values: { good: true, stars: 10, again: false } });
  });

  it('goes on without an optional answer, and fails without another', async () => {
    const { running, press } = setLine(questions);
    await press('2', '11', '9');
    expect(await running).toMatchObject({ step: 'wrong', values: { good: false, stars: '' } });
  });

  it('goes on after a restart at the question that was open', async () => {
    const { call, store, stop, options, running, key, press } = setLine(questions);
    await key('1');
    stop.abort(new Error('the process ended here'));
    await expect(running).rejects.toThrow('the process ended here');
    const [saved] = await store.list();
    if (!saved) throw new Error('Nothing was kept');
    expect(saved.position).toMatchObject({ values: { good: true }, stack: [{ step: 'ask' }] });
    const heard = call.heard.length;
    const resumed = resumeFlow(call, questions, saved, options);
    await press('8', '3');
    expect(call.heard.slice(heard)).toEqual(['/stars.wav', '/again.wav']);
    expect(await resumed).toMatchObject({ step: 'end', values: { good: true, stars: 8, again: true } });
  });

  it('what was answered before a hang-up is there for onHangUp', async () => {
    const { call, server, running, key, clock } = setLine(questions, { hooks: { '/7': {} } });
    await key('2', '7');
    call.callerHangsUp();
    await clock.advance(1);
    await running;
    expect(server.bodies).toEqual([{ good: 'false' }]);
  });
});

describe('a confirmation', () => {
  const flow = defineFlow({
    name: 'sure',
    start: 'sure',
    steps: { ...steps, sure: { do: 'confirm', yes: 'end', no: 'wrong', noInput: 'down', failed: 'locked' } },
  });

  it.each([
    ['1', 'end'],
    ['2', 'wrong'],
    ['', 'down'],
    ['555', 'locked'],
  ])('"%s" leads to %s', async (keys, step) => {
    const { running, press } = setLine(flow);
    await press(...Array.from(keys), '');
    expect(await running).toMatchObject({ step });
  });
});

describe('a step that records', () => {
  it('keeps the recording and its place', async () => {
    const recordings: FlowRecording[] = [];
    const { running, press } = setLine(message, { speaksMs: 2_500, recordings });
    await press('', '#');
    expect(await running).toMatchObject({
      step: 'end',
      values: { message: '/kept/1.wav', 'message.seconds': 2.5 },
    });
    expect(recordings).toMatchObject([
      { callId: 'call-7-3', flow: 'message', step: 'say', durationMs: 2_500 },
    ]);
  });

  it('leads elsewhere when nothing was said, or it could not be kept', async () => {
    const silent = setLine(message);
    await silent.press('', '#');
    expect(await silent.running).toMatchObject({ step: 'wrong' });
    const nine = Array.from({ length: 9 }, () => ({}) as FlowRecording);
    const full = setLine(message, { speaksMs: 2_500, recordings: nine });
    await full.press('', '#');
    expect(await full.running).toMatchObject({ step: 'down' });
  });

  it('records again after a restart, under the same key', async () => {
    const recordings: FlowRecording[] = [];
    const given = { speaksMs: 2_500, recordings };
    const { call, clock, store, stop, options, running, press } = setLine(message, given);
    await clock.advance(3_000);
    const [saved] = await store.list();
    if (!saved) throw new Error('Nothing was kept');
    stop.abort(new Error('the process ended here'));
    await expect(running).rejects.toThrow('the process ended here');
    expect(recordings).toEqual([]);
    const resumed = resumeFlow(call, message, saved, options);
    await press('', '#');
    expect(await resumed).toMatchObject({ step: 'end' });
    expect(recordings).toMatchObject([{ key: saved.key }]);
  });

  it('says what is missing before a call is led', async () => {
    const call = new FakeFlowCall(new VirtualClock());
    await expect(runFlow(call, message)).rejects.toThrow('give also recordings (the step say uses it)');
    expect(call.plays).toEqual([]);
  });
});

describe('what lint says of questions', () => {
  const findings = async (step: object) => {
    const flow = parseFlow({ version: 1, name: 'f', start: 'q', steps: { ...steps, q: step } });
    const found = await lintFlow(flow);
    return found.filter(({ code }) => code === 'question').map(({ message: text }) => text);
  };

  it.each([
    ['both 1', { do: 'confirm', yesKey: '1', noKey: '1', yes: 'end', no: 'end', failed: 'end' }],
    [
      'n: min',
      { do: 'survey', questions: [{ kind: 'range', name: 'n', min: 5, max: 1 }], next: 'end', failed: 'end' },
    ],
    [
      'two questions',
      {
        do: 'survey',
        questions: [
          { kind: 'yesNo', name: 'n' },
          { kind: 'yesNo', name: 'n' },
        ],
        next: 'end',
        failed: 'end',
      },
    ],
    ['minSeconds', { do: 'record', saveAs: 'm', minSeconds: 9, maxSeconds: 5, next: 'end', failed: 'end' }],
    [
      'verify: nothing in it says {{pin}}',
      {
        ...{ do: 'authenticate', id: { maxDigits: 3 }, pin: { maxDigits: 4 } },
        verify: { url: 'https://door.example', body: { customer: '{{id}}' } },
        ...{ saveAs: 'id', next: 'end', denied: 'end', failed: 'end' },
      },
    ],
    [
      'pin: minDigits',
      {
        ...{ do: 'authenticate', id: { maxDigits: 3 }, pin: { maxDigits: 4, minDigits: 6 } },
        ...{
          verify: { url: 'https://door.example' },
          saveAs: 'id',
          next: 'end',
          denied: 'end',
          failed: 'end',
        },
      },
    ],
  ] as const)('%s', async (problem, step) => {
    expect(await findings(step)).toEqual([expect.stringContaining(problem)]);
  });
});
