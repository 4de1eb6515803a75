import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv2020 from 'ajv/dist/2020';
import { parse } from 'yaml';
import { agent, caller, phone, scenario } from '../scenario';
import { parseScenario } from './parse-scenario';
import { ScenarioFileError } from './scenario-file-error';
import { scenarioJsonSchema } from './scenario-json-schema';

const everything = `
scenario: Everything that can be said
within: 5s
actors:
  - phone: 101
    does: [{ answers: 2.5s }, rings, rings: 3s, hangsUp]
  - phone: '+15550177'
    as: Carl
    does:
      - rejects: { after: 500ms }
      - isBusy
      - doesNotAnswer
      - unregisters
      - registers
      - answers
  - agent: 0100
    does: [logsIn, logsOut]
  - caller: +15550100
    as: Anna
    does:
      - waits: 0.5min 30s
      - meets: lunch
      - dials: 999
      - waitsUntilHeHears: /prompts/welcome.wav
      - presses: 1#
      - presses: { keys: '*', gap: 20 }
      - speaks: hello.wav
      - hears: { recording: /prompts/goodbye.wav, within: 30s }
      - isNotCut
      - isConnectedTo: { number: 101, within: 1s }
      - hangsUp
      - ends
      - dials: { did: '+15559000' }
      - ends: caller
      - dials: { to: 101, did: '+15559001' }
      - ends: { by: system, within: 2min }
  - caller: 102
    does: [{ meets: { at: lunch, within: 2h } }]
`;

const theSame = scenario(
  'Everything that can be said',
  { withinMs: 5000 },
  phone('101').answers({ afterMs: 2500 }).rings().rings({ withinMs: 3000 }).hangsUp(),
  phone('+15550177', { as: 'Carl' })
    .rejects({ afterMs: 500 })
    .isBusy()
    .doesNotAnswer()
    .unregisters()
    .registers()
    .answers(),
  agent('0100').logsIn().logsOut(),
  caller('+15550100', { as: 'Anna' })
    .waits(60_000)
    .meets('lunch')
    .dials('999')
    .waitsUntilHeHears('/prompts/welcome.wav')
    .presses('1#')
    .presses('*', { gapMs: 20 })
    .speaks('hello.wav')
    .hears('/prompts/goodbye.wav', { withinMs: 30_000 })
    .isNotCut()
    .isConnectedTo('101', { withinMs: 1000 })
    .hangsUp()
    .ends()
    .dials({ did: '+15559000' })
    .ends({ by: 'caller' })
    .dials({ to: '101', did: '+15559001' })
    .ends({ by: 'system', withinMs: 120_000 }),
  caller('102').meets('lunch', { withinMs: 7_200_000 }),
);

test('YAML and TypeScript yield the same data', () => {
  expect(parseScenario(everything, 'everything.yaml')).toEqual(theSame);
});

/** The messages of a file that must be refused. */
function mistakes(text: string): string {
  try {
    parseScenario(text, 'calls.yaml');
  } catch (error) {
    if (error instanceof ScenarioFileError) return error.message;
    throw error;
  }
  throw new Error('The file was understood.');
}

const oneCaller = (...steps: readonly string[]): string =>
  [
    'scenario: s',
    'actors:',
    "  - caller: '+15550100'",
    '    does:',
    ...steps.map((step) => `      - ${step}`),
  ].join('\n');

describe('a file with mistakes is refused with file, line and way out', () => {
  test.each([
    ['', /^calls\.yaml:1: A scenario is a map with "scenario"/],
    ['scenario: [', /^calls\.yaml:1: This is no YAML/],
    ['scenario: s', /^calls\.yaml:1: Give a list of actors/],
    ['scenario: s\nactors: []', /^calls\.yaml:2: Give a list of actors/],
    [
      'scenario: s\nactors:\n  - robot: 1\n    does: []',
      /^calls\.yaml:3: An actor is one of caller, phone and agent/,
    ],
    [
      'scenario: s\nactor:\n  - caller: 1',
      /calls\.yaml:2: "actor" is not known here; did you mean "actors"\?/,
    ],
    [
      'scenario: s\nwithin: soon\nactors:\n  - caller: 1\n    does: []',
      /^calls\.yaml:2: Write a time as 500ms/,
    ],
    [
      oneCaller('dails: 999'),
      /^calls\.yaml:5: A caller has no step "dails"; did you mean "dials"\? There are: dials, /,
    ],
    [oneCaller('dials: 999', 'answers'), /^calls\.yaml:6: A caller has no step "answers"/],
    [oneCaller('dials: 999', 'presses: 12x'), /^calls\.yaml:6: keys: Keys are 1 to 100/],
    [oneCaller('dials: 999', 'presses'), /^calls\.yaml:6: "presses" needs keys\.$/],
    [
      oneCaller('dials: 999', 'hears: { recording: a.wav, whithin: 3s }'),
      /^calls\.yaml:6: "hears" knows nothing of "whithin"\.$/,
    ],
    [oneCaller('dials: 999', 'hangsUp: now'), /^calls\.yaml:6: "hangsUp" knows nothing of "value"\.$/],
    [oneCaller('dials'), /^calls\.yaml:5: caller \+15550100 dials nothing: give a number or a DID\.$/],
    [oneCaller('waits: a while'), /^calls\.yaml:5: time: Write a time as 500ms/],
    [oneCaller('{ dials: 999, hangsUp: }'), /^calls\.yaml:5: A step has one key/],
    [oneCaller('hangsUp'), /^calls\.yaml:5: .* before any call: put a step "dials" before it\.$/],
    [oneCaller('dials: 999', 'meets: lunch'), /^calls\.yaml:6: Nobody else meets "lunch"/],
  ])('%#: %s', (text, message) => {
    expect(mistakes(text)).toMatch(message);
  });

  test('all of them at once, in order of lines', () => {
    const lines = mistakes(oneCaller('dails: 999', 'presses: x', 'waits: never')).split('\n');
    expect(lines.map((line) => line.slice(0, 13))).toEqual([
      'calls.yaml:5:',
      'calls.yaml:6:',
      'calls.yaml:7:',
    ]);
  });
});

describe('the published JSON Schema', () => {
  const validate = new Ajv2020({ strict: false }).compile(scenarioJsonSchema());

  test('accepts what is understood', () => {
    const accepted = validate(parse(everything));
    expect([accepted, validate.errors ?? []]).toEqual([true, []]);
  });

  test.each([
    { scenario: 's' },
    { scenario: 's', actors: [{ caller: '1' }] },
    { scenario: 's', actors: [{ caller: '1', does: [{ dails: '999' }] }] },
    { scenario: 's', actors: [{ caller: '1', does: ['answers'] }] },
    { scenario: 's', actors: [{ caller: '1', does: [{ presses: 'x' }] }] },
    { scenario: 's', actors: [{ phone: '1', does: [{ answers: 'late' }] }] },
  ])('refuses %j', (written) => {
    expect(validate(written)).toBe(false);
  });

  test('is the one in the package', () => {
    const file = join(__dirname, '..', '..', '..', 'scenario.schema.json');
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(scenarioJsonSchema());
  });
});
