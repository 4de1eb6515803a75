import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promptsDirectory } from '../prompts-directory';
import { matching } from '../testing/any-value';
import { RawClient } from '../testing/raw-client';
import { TinyIvr } from '../testing/tiny-ivr';
import type { TinyIvrScript } from '../testing/tiny-ivr';
import { runScenario } from './run-scenario';
import { agent, caller, phone, scenario } from './scenario';
import { ScenarioError } from './scenario-error';
import { ScenarioFailure } from './scenario-failure';
import type { Scenario } from './steps';

// Room for a busy machine.
jest.setTimeout(30_000);

const menu = '/prompts/press-1-sales-2-support.wav';
const welcome = '/prompts/welcome.wav';
const goodbye = '/prompts/goodbye.wav';
const keys: TinyIvrScript['keys'] = {
  1: { transferTo: '101' },
  2: { transferTo: '102' },
  3: { play: goodbye },
  0: 'drop',
};

let client: RawClient;
let ivr: TinyIvr | undefined;
beforeEach(async () => {
  client = await RawClient.start({ tls: false, time: { startsAt: new Date('2026-03-02T08:00:00Z') } });
});
afterEach(async () => {
  await ivr?.stop();
  ivr = undefined;
  await client.pbx.dispose();
});

const withIvr = async (script: Partial<TinyIvrScript> = {}): Promise<void> => {
  ivr = await TinyIvr.start(client, { prompt: menu, keys, ...script });
};

/** The failure of a scenario that must fail. */
async function failureOf(failing: Scenario): Promise<ScenarioFailure> {
  try {
    await client.pbx.run(failing);
  } catch (error) {
    if (error instanceof ScenarioFailure) return error;
    throw error;
  }
  throw new Error('The scenario went well.');
}

const anna = caller('+15550100', { as: 'Anna' });

describe('a scenario that goes as it should', () => {
  test('is quick in virtual time, tells its calls and a timeline of actors and PBX', async () => {
    await withIvr();
    const steps: string[] = [];
    const result = await client.pbx.run(
      scenario(
        'sales',
        phone('101').answers({ afterMs: 5000 }).rings(),
        anna
          .dials('999')
          .waitsUntilHeHears(menu)
          .presses('1')
          .isConnectedTo('101')
          .waits(60_000)
          .hangsUp()
          .ends({ by: 'caller' }),
      ),
      { onStep: ({ who, what }) => steps.push(`${who} ${what}`) },
    );
    expect(result.calls).toEqual([{ id: 1, actor: 'Anna' }]);
    expect(result.durationMs).toBeGreaterThan(65_000);
    expect(steps).toContain('Anna presses 1');
    const told = result.timeline.filter(({ what }) => !/token|event socket/.test(what));
    expect(told.map(({ who, what }) => `${who}: ${what}`)).toEqual([
      'phone 101: answers after 5 s',
      'phone 101: rings',
      'Anna: dials 999',
      `Anna: waits until he hears ${menu}`,
      'PBX: call 1 (Anna) is connected to 999',
      'Anna: presses 1',
      'Anna: is connected to 101',
      'Anna: waits 1 min',
      'PBX: call 1 (Anna) is connected to 101',
      matching(/^PBX: a client asked for transferto of participant \d+ on 999: 200$/),
      'Anna: hangs up',
      'Anna: finds the call ended by caller',
      'PBX: call 1 (Anna) is over, ended by caller',
    ]);
  });

  test('hears recordings to their end, one after the other, also given as bytes', async () => {
    await withIvr();
    const bytes = readFileSync(join(promptsDirectory, 'prompts', 'goodbye.wav'));
    await client.pbx.run(
      scenario(
        'two recordings',
        anna.dials('999').hears(menu).isNotCut().presses('3').hears(bytes).isNotCut(),
      ),
    );
  });

  test('a recording that was played twice is heard twice', async () => {
    await withIvr({ prompt: goodbye });
    await client.pbx.run(
      scenario('twice', anna.dials('999').hears(goodbye).presses('3').hears(goodbye).isNotCut()),
    );
  });

  test('actors wait for one another at named points', async () => {
    const order: string[] = [];
    const meeting = 'both in their calls';
    await client.pbx.run(
      scenario(
        'meeting',
        anna.dials('102').isConnectedTo('102').meets(meeting).hangsUp(),
        caller('+15550101', { as: 'Ben' })
          .waits(7000)
          .dials('103')
          .isConnectedTo('103')
          .meets(meeting)
          .hangsUp(),
      ),
      {
        onStep: ({ who, what, atMs }) => {
          if (what === 'hangs up') order.push(`${who} ${atMs}`);
        },
      },
    );
    expect(order.sort()).toEqual(['Anna 7200', 'Ben 7200']);
  });

  test('phones are busy, reject, do not answer, and hang up', async () => {
    await client.pbx.run(
      scenario(
        'phones',
        phone('100').isBusy(),
        phone('101').rejects({ afterMs: 1500 }),
        phone('102').doesNotAnswer(),
        phone('103')
          .answers({ afterMs: 0 })
          .isConnectedTo('+15550100', { withinMs: 200_000 })
          .waits(2000)
          .hangsUp(),
        anna
          .dials('100')
          .ends({ by: 'system' })
          .dials('101')
          .ends({ by: 'system' })
          .dials('102')
          .ends({ by: 'system', withinMs: 130_000 })
          .dials('103')
          .isConnectedTo('103')
          .ends({ by: '103' }),
      ),
    );
  });

  test('agents log in and out of their queues', async () => {
    await client.pbx.run(
      scenario(
        'queue',
        agent('100').logsOut().answers({ afterMs: 200 }),
        agent('101').logsIn().answers({ afterMs: 3000 }).isConnectedTo('+15550100').meets('over').logsOut(),
        anna
          .dials('800')
          .isConnectedTo('101')
          .hangsUp()
          .meets('over')
          .waits(100)
          .dials('800')
          .isConnectedTo('800'),
      ),
    );
    expect(client.pbx.history.queueVisits.map(({ answeredBy }) => answeredBy)).toEqual(['101', undefined]);
  });

  test('wall times are those of the virtual clock', async () => {
    await client.pbx.run(
      scenario('times', anna.waits(5000).dials('102').isConnectedTo('102').waits(10_000).hangsUp()),
    );
    const [call] = client.pbx.history.calls;
    const at = (ms: number | undefined) => new Date(ms ?? Number.NaN).toISOString();
    expect([at(call?.startedAt), at(call?.answeredAt), at(call?.endedAt)]).toEqual([
      '2026-03-02T08:00:05.000Z',
      '2026-03-02T08:00:05.200Z',
      '2026-03-02T08:00:15.200Z',
    ]);
  });

  test('what is spoken takes its time and is heard by the application', async () => {
    let hungUpAt = 0;
    await client.pbx.run(scenario('speech', anna.dials('999').speaks(welcome).hangsUp()), {
      onStep: ({ what, atMs }) => {
        if (what === 'hangs up') hungUpAt = atMs;
      },
    });
    expect(hungUpAt).toBeGreaterThanOrEqual(3400);
  });

  test('a phone outside that the application calls hears, presses and hangs up', async () => {
    await withIvr();
    const running = client.pbx.run(
      scenario(
        'called back',
        phone('+15550177', { as: 'Carl' })
          .answers({ afterMs: 3000 })
          .rings()
          .waitsUntilHeHears(menu)
          .presses('0')
          .ends({ by: '999' }),
      ),
    );
    await client.makeCall('+15550177');
    await running;
  });

  test('leaves no call behind', async () => {
    await client.pbx.run(scenario('stays on the line', anna.dials('102').isConnectedTo('102')));
    expect((await client.control('GET', '/state')).json).toMatchObject({ calls: [] });
  });
});

describe('a scenario that fails', () => {
  test('says what was expected and what was heard, and tells what happened', async () => {
    await withIvr({ cutMs: 1000 });
    const { message, details } = await failureOf(
      scenario('wrong prompt', { withinMs: 4000 }, anna.dials('999').waits(500).hears(welcome)),
    );
    expect(details).toMatchObject({
      scenario: 'wrong prompt',
      actor: 'Anna',
      step: 3,
      expected: `to hear ${welcome}`,
      found: 'it had not begun after 4 s',
    });
    expect(details.heard?.map(({ kind, name }) => name ?? kind)).toEqual([menu, 'silence']);
    expect(message).toMatch(
      /^Scenario "wrong prompt" failed: Anna, step 3 \(hears all of \/prompts\/welcome\.wav\)\./,
    );
    expect(message).toMatch(
      /What Anna heard:\n\n +0\.\d\d s – +2\.\d\d s {2}\/prompts\/press-1-sales-2-support\.wav, from 0 s to 2\.\d+ s of 3\.\d+ s\n/,
    );
    expect(message).toMatch(/call 1 from \+15550100 to 999: connected to 999/);
    expect(message).toMatch(/ {4}0\.000 {2}Anna {2}dials 999\n/);
    expect(message).toMatch(/✗ +\d\.\d{3} {2}Anna {2}expected to hear/);
  });

  test('a recording that is cut short is not heard whole', async () => {
    await withIvr({ cutMs: 1000 });
    const { details } = await failureOf(scenario('cut', anna.dials('999').hears(menu)));
    expect(details.found).toMatch(/^it was cut after 2\.\d+ s of 3\.\d+ s$/);
  });

  test('a transfer in the middle of a prompt cuts it', async () => {
    await withIvr();
    const { details } = await failureOf(
      scenario('cut', anna.dials('999').waitsUntilHeHears(menu).presses('1').isNotCut()),
    );
    expect(details).toMatchObject({ expected: `${menu} not to be cut` });
    expect(details.found).toMatch(/^it broke off after \d\.\d+ s$/);
  });

  test('a hole in a recording is a cut too, though all of it is heard', async () => {
    const { time } = client.pbx;
    await withIvr({
      hole: {
        atMs: 1000,
        pause: async () => {
          const from = time?.now() ?? 0;
          while ((time?.now() ?? 0) < from + 1400) await new Promise((resolve) => setImmediate(resolve));
        },
      },
    });
    const { details } = await failureOf(scenario('hole', anna.dials('999').hears(menu).isNotCut()));
    expect(details.found).toMatch(/^it stood still once, first for 0\.\d+ s after (0\.9|1)\d* s$/);
  });

  test('a call connected elsewhere, or ended by someone else', async () => {
    const elsewhere = await failureOf(
      scenario('elsewhere', anna.dials('102').isConnectedTo('103', { withinMs: 900 })),
    );
    expect(elsewhere.details).toMatchObject({
      expected: 'to be connected to 103 within 0.9 s',
      found: 'it was connected to 102',
    });
    const busy = await failureOf(
      scenario('busy', phone('104').isBusy(), anna.dials('104').ends({ by: '104' })),
    );
    expect(busy.details).toMatchObject({
      expected: 'the call to end, by 104',
      found: 'system ended it (busy)',
    });
  });

  test('a meeting that not everyone comes to', async () => {
    const { details } = await failureOf(
      scenario(
        'alone',
        anna.meets('lunch', { withinMs: 3000 }),
        caller('+15550101').dials('104').ends({ withinMs: 60_000 }).meets('lunch'),
      ),
    );
    expect(details.found).toBe('after 3 s only Anna of 2 had come');
  });

  test('a phone that is not rung', async () => {
    const { details } = await failureOf(scenario('quiet', phone('105').rings({ withinMs: 2000 })));
    expect(details).toMatchObject({ expected: 'to be rung', heard: undefined });
  });

  test('what the control API refuses, in its words', async () => {
    const { details } = await failureOf(scenario('nowhere', anna.dials('555')));
    expect(details).toMatchObject({ expected: 'to be able to: dials 555' });
    expect(details.found).toMatch(/^Nothing answers to that number/);
  });

  test('leaves no call behind', async () => {
    await failureOf(scenario('hopeless', { withinMs: 100 }, anna.dials('999').hears(welcome)));
    expect((await client.control('GET', '/state')).json).toMatchObject({ calls: [] });
  });
});

test('a recording that exists nowhere, or is none, is said to be so', async () => {
  await expect(client.pbx.run(scenario('nothing', anna.dials('999').hears('nothing.wav')))).rejects.toThrow(
    /There is no recording nothing\.wav/,
  );
  await expect(
    client.pbx.run(scenario('noise', anna.dials('999').hears(new Uint8Array([1, 2, 3])))),
  ).rejects.toMatchObject({ name: 'ScenarioError', code: 'not-audio' });
});

test('scripts are values: every step makes another', () => {
  const dialled = anna.dials('999');
  const [one, two] = [dialled.presses('1'), dialled.presses('2', { gapMs: 5 })];
  expect(anna.steps).toEqual([]);
  expect(one.steps).toEqual([
    { does: 'dials', to: '999' },
    { does: 'presses', keys: '1' },
  ]);
  expect(two.steps[1]).toEqual({ does: 'presses', keys: '2', gapMs: 5 });
  expect(scenario('s', agent('101').logsIn()).actors).toEqual([
    { kind: 'agent', number: '101', name: 'agent 101', steps: [{ does: 'logsIn' }] },
  ]);
});

test.each([
  ['two of one name', () => [anna.dials('999'), anna.dials('998')], /Two actors are called Anna/],
  ['keys before any call', () => [anna.presses('1').dials('999')], /Anna presses 1 before any call/],
  ['a meeting of one', () => [anna.dials('999').meets('lunch')], /Nobody else meets "lunch"/],
  ['dialling nothing', () => [anna.dials('')], /Anna dials nothing/],
])('a scenario with %s makes no sense', (_, actors, message) => {
  const [first = anna, ...others] = actors();
  expect(() => scenario('nonsense', first, ...others)).toThrow(message);
});

describe('on a mock in another process', () => {
  test('runs over HTTP, in real time', async () => {
    await using real = await RawClient.start({ tls: false });
    const result = await runScenario(
      scenario(
        'over HTTP',
        phone('101').answers({ afterMs: 30 }),
        anna.dials('101').isConnectedTo('101').hangsUp().ends(),
      ),
      { controlUrl: real.pbx.controlUrl },
    );
    expect(result.calls).toEqual([{ id: 1, actor: 'Anna' }]);
  });

  test('says so when nothing answers there', async () => {
    const real = await RawClient.start({ tls: false });
    const { controlUrl } = real.pbx;
    await real.pbx.dispose();
    await expect(runScenario(scenario('nobody', anna.dials('101')), { controlUrl })).rejects.toThrow(
      ScenarioError,
    );
  });
});
