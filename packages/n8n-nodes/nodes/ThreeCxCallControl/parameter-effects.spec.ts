import type { INodeProperties } from 'n8n-workflow';
import { FakeCall, settled } from '../../src/spec-support';
import { ControlBench } from './control-bench';
import { callOperations, type CallOperationValue } from './operations';

type Values = Readonly<Record<string, unknown>>;

interface Row {
  readonly operation: CallOperationValue;
  /** Path of the parameter, as n8n reads it. */
  readonly parameter: string;
  readonly values: readonly [unknown, unknown];
  /** The other fields of the step. */
  readonly fields?: Values;
  /** Keys that are pressed before the step. */
  readonly keys?: string;
  /** What happens while the step runs. */
  readonly meanwhile?: (bench: ControlBench) => Promise<void> | void;
}

const menu = { 'menuKeys.keys': [{ key: '1', label: '' }], 'options.retries': 1 };
const collect = { maxDigits: 3, 'options.retries': 1 };
const consultation = { target: '101', transferType: 'consultation', onFailure: 'continue' };
const unanswered = { transferring: Promise.resolve({ kind: 'failed', reason: 'NoAnswer' } as const) };
const refuse = (bench: ControlBench): void => {
  Object.assign(bench.call, unanswered);
};
const pickUp = async (bench: ControlBench): Promise<void> => {
  for (const call of bench.pbx.calls) if (call instanceof FakeCall && call !== bench.call) call.pickUp();
  await settled();
};

/** Prompts and timers of the steps that ask: the same fields everywhere. */
const asking = (operation: CallOperationValue, fields: Values, wrong = '9'): Row[] => [
  { operation, fields, parameter: 'prompt', values: ['/a.wav', '/b.wav'] },
  { operation, fields, parameter: 'timeout', values: [1, 300] },
  {
    operation,
    fields: { ...fields, prompt: '/a.wav' },
    parameter: 'options.retries',
    values: [1, 2],
    keys: wrong,
  },
  {
    operation,
    fields: { ...fields, 'options.retries': 2 },
    parameter: 'options.retryPrompt',
    values: ['', '/r.wav'],
    keys: wrong,
  },
  {
    operation,
    fields: { ...fields, 'options.retries': 2 },
    parameter: 'options.noMatchPrompt',
    values: ['', '/w.wav'],
    keys: wrong,
  },
  {
    operation,
    fields: { ...fields, 'options.retries': 2, timeout: 1 },
    parameter: 'options.noInputPrompt',
    values: ['', '/n.wav'],
  },
  { operation, fields, parameter: 'options.typeAhead', values: [true, false], keys: '1' },
  {
    operation,
    fields: { ...fields, prompt: '/a.wav' },
    parameter: 'options.interruptible',
    values: [true, false],
    keys: '1',
  },
];

const passing = (operation: CallOperationValue, more: Values = {}): Row[] => [
  { operation, fields: { target: '101', ...more }, parameter: 'target', values: ['101', '102'] },
  {
    operation,
    fields: { target: '101', ...more, 'options.voicemailDialCode': '*4' },
    parameter: 'targetType',
    values: ['extension', 'voicemail'],
  },
  {
    operation,
    fields: { target: '101', ...more },
    parameter: 'onFailure',
    values: ['throw', 'continue'],
    meanwhile: refuse,
  },
];

const rows: readonly Row[] = [
  { operation: 'answerCall', parameter: 'timeout', values: [5, 10] },
  {
    operation: 'attachData',
    parameter: 'data.entries',
    values: [[{ name: 'a', value: '1' }], [{ name: 'b', value: '2' }]],
  },
  {
    operation: 'attachData',
    fields: { 'data.entries': [{ name: 'a', value: '1' }] },
    parameter: 'attachTo',
    values: ['participant', 'party'],
  },
  { operation: 'bridgeCalls', parameter: 'otherCallId', values: ['call-50-1', 'call-9-9'] },
  {
    operation: 'bridgeCalls',
    fields: { otherCallId: 'call-50-1' },
    parameter: 'options.waitUntilEnd',
    values: [true, false],
  },
  ...asking('collectDTMF', collect, '***'),
  { operation: 'collectDTMF', parameter: 'maxDigits', values: [1, 2], keys: '12' },
  {
    operation: 'collectDTMF',
    fields: collect,
    parameter: 'separateOutputs',
    values: [true, false],
    keys: '123',
  },
  {
    operation: 'collectDTMF',
    fields: collect,
    parameter: 'options.maskDigits',
    values: [true, false],
    keys: '123',
  },
  { operation: 'collectDTMF', fields: collect, parameter: 'options.minDigits', values: [1, 3], keys: '12#' },
  {
    operation: 'collectDTMF',
    fields: collect,
    parameter: 'options.pattern',
    values: ['', '9[0-9]{2}'],
    keys: '123',
  },
  {
    operation: 'collectDTMF',
    fields: { ...collect, 'options.validDigits': '12' },
    parameter: 'options.terminators',
    values: ['#', '*'],
    keys: '12*',
  },
  {
    operation: 'collectDTMF',
    fields: { ...collect, timeout: 1 },
    parameter: 'options.interDigitTimeout',
    values: [1, 300],
    keys: '1',
  },
  {
    operation: 'collectDTMF',
    fields: collect,
    parameter: 'options.validDigits',
    values: ['0123456789', '45'],
    keys: '123',
  },
  ...asking('confirm', { 'options.retries': 1 }),
  {
    operation: 'confirm',
    parameter: 'yesKey',
    values: ['1', '3'],
    keys: '3',
    fields: { 'options.retries': 1 },
  },
  {
    operation: 'confirm',
    parameter: 'noKey',
    values: ['2', '3'],
    keys: '3',
    fields: { 'options.retries': 1 },
  },
  ...passing('divertCall'),
  {
    operation: 'divertCall',
    fields: { target: '101' },
    parameter: 'options.reason',
    values: ['None', 'PhoneBusy'],
  },
  {
    operation: 'divertCall',
    fields: { target: '101', targetType: 'voicemail' },
    parameter: 'options.voicemailDialCode',
    values: ['*4', '*5'],
  },
  { operation: 'hangupCall', parameter: 'options.afterAudio', values: [true, false] },
  { operation: 'holdCall', parameter: 'audioFile', values: ['', '/m.wav'] },
  { operation: 'makeCall', parameter: 'target', values: ['101', '102'], meanwhile: pickUp },
  {
    operation: 'makeCall',
    fields: { target: '101' },
    parameter: 'from',
    values: ['999', '101'],
    meanwhile: pickUp,
  },
  {
    operation: 'makeCall',
    fields: { target: '101' },
    parameter: 'timeout',
    values: [5, 60],
    meanwhile: pickUp,
  },
  {
    operation: 'makeCall',
    fields: { target: '101' },
    parameter: 'options.announcement',
    values: ['', '/a.wav'],
    meanwhile: pickUp,
  },
  {
    operation: 'makeCall',
    fields: { target: '101' },
    parameter: 'options.hangUpWhenIdle',
    values: [true, false],
    meanwhile: pickUp,
  },
  {
    operation: 'makeCall',
    fields: { target: '101' },
    parameter: 'options.waitForAnswer',
    values: [true, false],
  },
  ...asking('menu', menu),
  {
    operation: 'menu',
    fields: menu,
    parameter: 'menuKeys.keys',
    values: [[{ key: '1', label: 'a' }], [{ key: '2', label: 'b' }]],
    keys: '1',
  },
  { operation: 'parkCall', parameter: 'slot', values: ['SP1', 'SP2'] },
  {
    operation: 'parkCall',
    fields: { slot: 'SP1' },
    parameter: 'onFailure',
    values: ['throw', 'continue'],
    meanwhile: refuse,
  },
  {
    operation: 'playAudio',
    fields: { audioFile: '/a.wav' },
    parameter: 'source',
    values: ['file', 'binary'],
  },
  { operation: 'playAudio', parameter: 'audioFile', values: ['/a.wav', '/b.wav'] },
  {
    operation: 'playAudio',
    fields: { source: 'binary' },
    parameter: 'binaryPropertyName',
    values: ['data', 'other'],
  },
  {
    operation: 'playAudio',
    fields: { source: 'playlist' },
    parameter: 'playlist.files',
    values: [[{ audioFile: '/a.wav' }], [{ audioFile: '/b.wav' }]],
  },
  {
    operation: 'playAudio',
    fields: { audioFile: '/a.wav' },
    parameter: 'options.clearKeysFirst',
    values: [true, false],
    keys: '1',
  },
  { operation: 'playAudio', fields: { audioFile: '/a.wav' }, parameter: 'options.gainDb', values: [0, 3] },
  {
    operation: 'playAudio',
    fields: { audioFile: '/a.wav' },
    parameter: 'options.interruptible',
    values: [true, false],
    meanwhile: (bench) => {
      bench.call.press('1');
    },
  },
  { operation: 'playAudio', fields: { audioFile: '/a.wav' }, parameter: 'options.repeat', values: [1, 2] },
  {
    operation: 'playAudio',
    fields: { audioFile: '/a.wav' },
    parameter: 'options.waitForEnd',
    values: [true, false],
  },
  { operation: 'recordCall', parameter: 'maxSeconds', values: [5, 10] },
  { operation: 'recordCall', parameter: 'binaryPropertyName', values: ['data', 'message'] },
  { operation: 'recordCall', parameter: 'options.beep', values: [true, false] },
  { operation: 'recordCall', parameter: 'options.endOnKey', values: ['#', '*'] },
  { operation: 'recordCall', parameter: 'options.endOnSilence', values: [0, 2] },
  { operation: 'recordCall', parameter: 'options.fileName', values: ['', 'a.wav'] },
  { operation: 'recordCall', parameter: 'options.trim', values: [true, false] },
  ...passing('routeCall', { waitSound: 'silence' }).filter(({ parameter }) => parameter !== 'targetType'),
  {
    operation: 'routeCall',
    fields: { target: '101', waitSound: 'silence' },
    parameter: 'targetType',
    values: ['extension', 'fax'],
  },
  {
    operation: 'routeCall',
    fields: { target: '101', waitSound: 'silence' },
    parameter: 'timeout',
    values: [5, 30],
  },
  {
    operation: 'routeCall',
    fields: { target: '101' },
    parameter: 'waitSound',
    values: ['ringback', 'silence'],
  },
  {
    operation: 'routeCall',
    fields: { target: '101', waitSound: 'audio' },
    parameter: 'waitAudio',
    values: ['/a.wav', '/b.wav'],
  },
  { operation: 'runFlow', parameter: 'flow', values: [flowOf('/a.wav'), flowOf('/b.wav')] },
  {
    operation: 'runFlow',
    fields: { flow: flowOf('/a.wav') },
    parameter: 'options.variables',
    values: ['{}', '{"a": 1}'],
  },
  {
    operation: 'runFlow',
    fields: { flow: flowOf('/a.wav', 'voicemail') },
    parameter: 'options.voicemailDialCode',
    values: ['*4', '*5'],
  },
  { operation: 'sendDTMF', parameter: 'digits', values: ['1', '2'] },
  { operation: 'sendDTMF', fields: { digits: '1' }, parameter: 'options.gapMs', values: [80, 90] },
  { operation: 'sendDTMF', fields: { digits: '1' }, parameter: 'options.toneMs', values: [120, 130] },
  ...passing('transferCall'),
  {
    operation: 'transferCall',
    fields: { target: '101' },
    parameter: 'transferType',
    values: ['blind', 'semiAttended'],
  },
  { operation: 'transferCall', fields: { target: '101' }, parameter: 'timeout', values: [5, 30] },
  {
    operation: 'transferCall',
    fields: { target: '101', targetType: 'voicemail' },
    parameter: 'options.voicemailDialCode',
    values: ['*4', '*5'],
  },
  {
    operation: 'transferCall',
    fields: consultation,
    parameter: 'options.announcement',
    values: ['', '/a.wav'],
    meanwhile: pickUp,
  },
  {
    operation: 'transferCall',
    fields: consultation,
    parameter: 'options.holdAudio',
    values: ['', '/m.wav'],
    meanwhile: pickUp,
  },
  { operation: 'unparkCall', parameter: 'slot', values: ['SP1', 'SP2'], meanwhile: pickUp },
  {
    operation: 'unparkCall',
    fields: { slot: 'SP1' },
    parameter: 'from',
    values: ['999', '101'],
    meanwhile: pickUp,
  },
];

function flowOf(prompt: string, kind?: string): string {
  const end = { do: 'hangUp' };
  const next = kind === undefined ? end : { do: 'transfer', kind, to: '101', failed: 'bye' };
  const steps = { greet: { do: 'play', prompt, next: 'then' }, then: next, ...(kind && { bye: end }) };
  return JSON.stringify({ version: 1, name: 'f', start: 'greet', variables: { a: 0 }, steps });
}

/** Everything that a step did and gave, with the keys that are left for the next one. */
async function effectOf(
  { operation, parameter, fields, keys, meanwhile }: Row,
  value: unknown,
): Promise<string> {
  const bench = new ControlBench();
  const other = new FakeCall('call-50-1', { direction: 'outbound' });
  if (operation === 'bridgeCalls') other.status = 'answered';
  bench.pbx.calls.push(other);
  bench.pbx.making = Promise.resolve({ kind: 'succeeded', call: other });
  if (keys !== undefined) bench.call.digits.press(keys);
  let heard = (): void => undefined;
  bench.call.playing = new Promise((resolve) => {
    heard = resolve;
  });
  if (meanwhile === refuse) refuse(bench);
  const asked: string[] = [];
  const result = bench
    .run({ parameters: { operation, ...fields, [parameter]: value }, onBinary: (name) => asked.push(name) })
    .then(
      (outputs) => JSON.stringify(outputs),
      (error: unknown) => String(error),
    );
  const early = await Promise.race([result, settled().then(() => 'waits')]);
  const left = bench.call.digits.size;
  if (meanwhile !== refuse) await meanwhile?.(bench);
  heard();
  await settled();
  // Time goes on until the step is done, or another minute has passed.
  await jest.advanceTimersByTimeAsync(65_000);
  const later = await Promise.race([result, settled().then(() => 'waits')]);
  const { log } = bench.call;
  const effect = { early, later, log, asked, made: bench.pbx.made, other: other.log, left };
  bench.call.end();
  other.end();
  await jest.advanceTimersByTimeAsync(400_000);
  return JSON.stringify(effect);
}

function pathsOf(properties: readonly INodeProperties[]): string[] {
  return properties.flatMap(({ name, type, displayOptions, options = [] }) => {
    if (type === 'notice' || displayOptions?.show?.['@tool'] !== undefined) return [];
    if (type === 'collection' || type === 'fixedCollection')
      return options.map((option) => `${name}.${option.name}`);
    return [name];
  });
}

describe('every parameter of Call Control', () => {
  beforeEach(() => {
    jest.useFakeTimers({ doNotFake: ['setImmediate'] });
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  it('stands in the table', () => {
    const described = Object.entries(callOperations).flatMap(([operation, { properties }]) =>
      pathsOf(properties).map((path) => `${operation} ${path}`),
    );
    expect(new Set(rows.map(({ operation, parameter }) => `${operation} ${parameter}`))).toEqual(
      new Set(described),
    );
  });

  it.each(rows.map((row) => [row.operation, row.parameter, row] as const))(
    'has an effect: %s %s',
    async (_operation, _parameter, row) => {
      const [one, other] = [await effectOf(row, row.values[0]), await effectOf(row, row.values[1])];
      expect(one).not.toBe(other);
    },
  );
});
