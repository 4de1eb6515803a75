import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CallbackRequest } from '../outbound/callback-book';
import { runFlow, type FlowResult } from './run-flow';
import { flowJsonSchema } from './definition';
import { lintFlow } from './lint';
import { toMermaid } from './mermaid';
import { toSvg } from './svg';
import { EXAMPLES, exampleFlow, GUIDE, PACKAGE } from '../testing/example-flows';
import { FakeFlowCall, FakeHooks } from '../testing/fake-flow-call';
import { VirtualClock } from '../testing/virtual-clock';

/** 2026-11-24 is a Tuesday; 16:00 UTC is 10:00 in Chicago. */
const TUESDAY_MORNING = new Date('2026-11-24T16:00:00Z');

interface Staging {
  readonly now?: Date;
  readonly answering?: readonly string[];
  readonly hooks?: Readonly<Record<string, unknown>>;
  /** Callers in the queue, at each look; the last figure stays. */
  readonly waiting?: readonly number[];
  readonly speaksMs?: number;
}

/** Has a caller go through a flow: text is keyed, numbers are milliseconds of silence, `hang up` ends it. */
async function dial(
  name: string,
  script: readonly (string | number)[],
  { now, answering = [], hooks, waiting = [], speaksMs = 0 }: Staging = {},
) {
  const clock = new VirtualClock();
  const call = new FakeFlowCall(clock);
  for (const number of answering) call.answering.add(number);
  call.speaksMs = speaksMs;
  const server = new FakeHooks(hooks);
  const booked: CallbackRequest[] = [];
  const lengths = [...waiting];
  const running = runFlow(call, exampleFlow(name), {
    clock,
    http: server.hook,
    now: () => now ?? TUESDAY_MORNING,
    recordings: { save: ({ step }) => Promise.resolve(`/recordings/${step}.wav`) },
    queueFigures: () => {
      const [figure] = lengths.length > 1 ? lengths.splice(0, 1) : lengths;
      return figure === undefined
        ? Promise.reject(new Error('no figures'))
        : Promise.resolve({ waiting: figure });
    },
    callbacks: {
      book(request) {
        booked.push(request);
        return Promise.resolve();
      },
    },
  });
  await clock.advance(1);
  for (const act of script) {
    if (act === 'hang up') call.callerHangsUp();
    else if (typeof act === 'number') await clock.advance(act);
    else call.press(act);
    await clock.advance(1);
  }
  await clock.advance(300_000);
  const result: FlowResult = await running;
  expect(clock.openTimers).toBe(0);
  expect(call.digits.claimed).toBe(false);
  return { call, server, booked, result, dialled: call.transfers.map(({ to }) => to) };
}

describe('the example flows of the guide', () => {
  it('are ten, and a few words on each are in the guide', () => {
    expect(EXAMPLES).toHaveLength(10);
    const guide = readFileSync(join(GUIDE, 'example-flows.md'), 'utf8');
    for (const name of EXAMPLES) expect(guide).toContain(`flows/${name}.svg`);
  });

  it.each(EXAMPLES.map((name) => [name]))('%s: nothing is found wrong with it', async (name) => {
    expect(await lintFlow(exampleFlow(name))).toEqual([]);
  });

  it.each(EXAMPLES.map((name) => [name]))('%s: its picture is up to date', (name) => {
    expectFile(`flows/${name}.svg`, toSvg(exampleFlow(name)));
    expect(toMermaid(exampleFlow(name))).toMatch(/^flowchart TD\n/);
  });

  it('the JSON Schema that is published is up to date', () => {
    const file = join(PACKAGE, 'flow.schema.json');
    if (process.env.UPDATE_GUIDE === '1') writeFileSync(file, JSON.stringify(flowJsonSchema(), null, 2));
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(flowJsonSchema());
  });
});

/** Compares with the file, or writes it when asked to: `UPDATE_GUIDE=1`. */
function expectFile(path: string, content: string): void {
  const file = join(GUIDE, path);
  if (process.env.UPDATE_GUIDE === '1') writeFileSync(file, content);
  expect(existsSync(file) && readFileSync(file, 'utf8')).toBe(content);
}

describe('department router', () => {
  it('connects with the department chosen', async () => {
    const { result, dialled, call } = await dial('department-router', [2_500, '1'], { answering: ['101'] });
    expect(result).toMatchObject({ kind: 'transferred', step: 'sales' });
    expect(dialled).toEqual(['101']);
    expect(call.heard).toEqual(['/prompts/welcome.wav', '/prompts/press-1-sales-2-support.wav']);
  });

  it('takes whoever does not choose to the operator', async () => {
    const { dialled } = await dial('department-router', [], { answering: ['100'] });
    expect(dialled).toEqual(['100']);
  });

  it('comes back when nobody takes the call, and says goodbye in the end', async () => {
    const { result, dialled, call } = await dial('department-router', [2_500, '1', '2', 100, '1']);
    expect(dialled).toEqual(['101', '800', '101']);
    expect(result).toMatchObject({ kind: 'hungUp' });
    expect(call.hungUp).toBe(true);
  });
});

describe('PIN entry', () => {
  it('asks for both, has them checked and connects', async () => {
    const { result, server, dialled } = await dial('pin-entry', ['123456', '2468#'], {
      answering: ['102'],
      hooks: { '/sign-in': { customer: { name: 'Pat' } } },
    });
    expect(dialled).toEqual(['102']);
    expect(server.bodies).toEqual([{ customer: '123456', pin: '2468' }]);
    expect(result.values).toEqual({ customer: '123456', name: 'Pat' });
    expect(JSON.stringify(result)).not.toContain('2468');
  });

  it('gives up after three tries', async () => {
    const script = ['123456', '1111#', 2_500, '123456', '1111#', 2_500, '123456', '1111#'];
    const { result, server, dialled } = await dial('pin-entry', script, { hooks: { '/sign-in': 401 } });
    expect(server.requests).toHaveLength(3);
    expect(new Set(server.requests.map(({ key }) => key)).size).toBe(3);
    expect(dialled).toEqual([]);
    expect(result).toMatchObject({ kind: 'hungUp', step: 'refused' });
  });

  it('does not take a server that is down for a wrong PIN', async () => {
    const { result, server, call } = await dial('pin-entry', ['123456', '1111#'], {
      hooks: { '/sign-in': 503 },
    });
    expect(server.requests).toHaveLength(1);
    expect(call.heard).not.toContain('/prompts/wrong-number-or-pin.wav');
    expect(result.step).toBe('refused');
  });
});

describe('office hours', () => {
  it.each([
    ['in hours', '2026-11-24T16:00:00Z', 'connect'],
    ['a minute before', '2026-11-24T13:59:00Z', 'closed'],
    ['the first minute after', '2026-11-24T23:00:00Z', 'closed'],
    ['on a weekend', '2026-11-28T16:00:00Z', 'closed'],
    ['on a holiday, Thanksgiving', '2026-11-26T16:00:00Z', 'holiday'],
    ['in summer, by the clock on the wall', '2026-07-01T13:00:00Z', 'connect'],
  ])('%s', async (_, at, first) => {
    const { result } = await dial('office-hours', [], { now: new Date(at), answering: ['800'] });
    expect(result.trail[0]).toBe(first);
  });

  it('takes a message when closed', async () => {
    const { dialled } = await dial('office-hours', ['1'], {
      now: new Date('2026-11-28T16:00:00Z'),
      answering: ['*4100'],
    });
    expect(dialled).toEqual(['*4100']);
  });
});

describe('callback', () => {
  it('goes straight into a queue in which nobody waits', async () => {
    const { dialled, call } = await dial('callback', [], { waiting: [0], answering: ['800'] });
    expect(dialled).toEqual(['800']);
    expect(call.heard).toEqual([]);
  });

  it('tells the position, plays music and transfers once nobody is before the caller', async () => {
    const { dialled, call } = await dial('callback', [], { waiting: [2, 1, 0], answering: ['800'] });
    const round = (position: number) => [
      `/prompts/your-position-is-${String(position)}.wav`,
      '/prompts/press-1-for-callback.wav',
      '/prompts/music.wav',
    ];
    expect(call.heard).toEqual([...round(3), ...round(2)]);
    expect(dialled).toEqual(['800']);
  });

  it('transfers all the same after five rounds', async () => {
    const { dialled, call } = await dial('callback', [], { waiting: [4], answering: ['800'] });
    expect(call.heard).toHaveLength(15);
    expect(dialled).toEqual(['800']);
  });

  it('books the number the call comes from', async () => {
    const { booked, result, dialled } = await dial('callback', ['1', '1'], { waiting: [3] });
    expect(booked).toMatchObject([{ number: '+16125551234', queue: '800', callId: 'call-7-3' }]);
    expect(result).toMatchObject({ kind: 'hungUp', step: 'booked' });
    expect(dialled).toEqual([]);
  });

  it('or another', async () => {
    const { booked } = await dial('callback', ['1', '2', '6125559876#'], { waiting: [3] });
    expect(booked).toMatchObject([{ number: '6125559876' }]);
  });

  it('transfers when there are no figures', async () => {
    const { dialled } = await dial('callback', [], { answering: ['800'] });
    expect(dialled).toEqual(['800']);
  });
});

describe('survey', () => {
  it('sends the answers and where the comment is kept', async () => {
    const { server, result } = await dial('survey', ['1', '5', '2', 5_000], {
      hooks: { '/answers': {} },
      speaksMs: 4_000,
    });
    const comment = '/recordings/comment.wav';
    expect(server.bodies).toEqual([
      { call: 'call-7-3', solved: 'true', stars: '5', again: 'false', comment },
    ]);
    expect(result).toMatchObject({ kind: 'hungUp', step: 'thanks', values: { solved: true, stars: 5 } });
  });

  it('goes on without an answer, and refuses one out of range', async () => {
    const { server } = await dial('survey', ['9', 2_500, '9', 2_500, '7', 2_500, '8'], {
      hooks: { '/answers': {} },
    });
    expect(server.bodies).toMatchObject([{ solved: '', stars: '', again: '' }]);
  });

  it('sends what there is when the caller hangs up early', async () => {
    const { server, result } = await dial('survey', ['2', 'hang up'], { hooks: { '/answers': {} } });
    expect(server.bodies).toMatchObject([{ call: 'call-7-3', solved: 'false', stars: '', partial: true }]);
    expect(result.kind).toBe('callEnded');
  });
});

describe('queue overflow', () => {
  it('goes straight to a short queue', async () => {
    const { dialled, call } = await dial('queue-overflow', [], { waiting: [2], answering: ['800'] });
    expect(dialled).toEqual(['800']);
    expect(call.heard).toEqual([]);
  });

  it('offers a way out of a long one', async () => {
    const { dialled } = await dial('queue-overflow', ['2'], { waiting: [9], answering: ['*4100'] });
    expect(dialled).toEqual(['*4100']);
  });

  it('does without the figure when there is none', async () => {
    const { dialled } = await dial('queue-overflow', [], { answering: ['103'] });
    expect(dialled).toEqual(['800', '103']);
  });
});

describe('voicemail capture', () => {
  const hooks = { '/messages': {} };
  const sent = { from: '+16125551234', message: '/recordings/record.wav', seconds: '9' };

  it('tries the extension, then records', async () => {
    const { dialled, call, server, result } = await dial('voicemail-capture', [30_000], {
      hooks,
      speaksMs: 9_000,
    });
    expect(dialled).toEqual(['101']);
    expect(call.heard).toContain('/prompts/leave-a-message.wav');
    expect(server.bodies).toEqual([sent]);
    expect(result).toMatchObject({ kind: 'hungUp', step: 'thanks' });
  });

  it('lets the caller skip the wait, end with # and record again', async () => {
    const script = ['1', 2_500, 9_000, '#', '2', 2_500, 9_000, '#', '1'];
    const { dialled, server, result } = await dial('voicemail-capture', script, { hooks, speaksMs: 9_000 });
    expect(dialled).toEqual([]);
    expect(result.trail.filter((step) => step === 'record')).toHaveLength(2);
    expect(server.bodies).toEqual([sent]);
  });

  it('keeps what was said when the caller ends it by hanging up', async () => {
    const { server, result } = await dial('voicemail-capture', ['1', 2_500, 10_000, 'hang up'], {
      hooks,
      speaksMs: 9_000,
    });
    expect(server.bodies).toEqual([sent]);
    expect(result.kind).toBe('callEnded');
  });

  it('sends nothing when nothing was said', async () => {
    const { server, result } = await dial('voicemail-capture', ['1'], { hooks });
    expect(server.bodies).toEqual([]);
    expect(result).toMatchObject({ kind: 'hungUp', step: 'nothing' });
  });
});

describe('appointment confirmation', () => {
  it.each([
    ['1', 'confirmed'],
    ['31', 'cancelled'],
    ['', 'none'],
  ])('keys "%s": %s', async (keys, answer) => {
    const { server } = await dial('appointment-confirm', keys === '' ? [] : [keys], {
      hooks: { '/answers': {} },
    });
    expect(server.bodies).toEqual([{ appointment: '', number: '999', answer }]);
  });

  it('thinks again about cancelling', async () => {
    const { server } = await dial('appointment-confirm', ['32', '1'], { hooks: { '/answers': {} } });
    expect(server.bodies).toMatchObject([{ answer: 'confirmed' }]);
  });

  it('reports a hang-up', async () => {
    const { server } = await dial('appointment-confirm', ['hang up'], { hooks: { '/answers': {} } });
    expect(server.bodies).toMatchObject([{ answer: 'none' }]);
  });
});

describe('emergency escalation', () => {
  it('rings one after the other until somebody takes the call', async () => {
    const { dialled, result } = await dial('emergency-escalation', ['1'], { answering: ['+16125550123'] });
    expect(dialled).toEqual(['101', '102', '+16125550123']);
    expect(result).toMatchObject({ kind: 'transferred', step: 'escalate/outside' });
  });

  it('goes round three times before it takes a message', async () => {
    const { dialled } = await dial('emergency-escalation', ['1'], { answering: ['*4100'] });
    expect(dialled).toHaveLength(10);
    expect(dialled.at(-1)).toBe('*4100');
  });
});

describe('language menu', () => {
  it('speaks the language chosen from then on, also in the nested menu', async () => {
    const { call, dialled } = await dial('language-menu', ['2', '2', '1'], { answering: ['102'] });
    expect(call.heard.slice(1)).toEqual(['/prompts/de/main.wav', '/prompts/de/support-topics.wav']);
    expect(dialled).toEqual(['102']);
  });

  it('comes back from the nested menu', async () => {
    const { call, dialled } = await dial('language-menu', ['3', '2', '*', '1'], { answering: ['101'] });
    expect(call.heard.at(-1)).toBe('/prompts/es/main.wav');
    expect(dialled).toEqual(['101']);
  });

  it('ends a call that only goes round', async () => {
    const { result } = await dial('language-menu', ['1', ...Array.from({ length: 8 }, () => '2*')]);
    expect(result).toMatchObject({ kind: 'hungUp', step: 'bye' });
  });
});
