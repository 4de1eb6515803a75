import type { INodeProperties } from 'n8n-workflow';
import { PhoneSystems, SlowDataCache } from '../../src/shared';
import { fakeActionContext, FakeCall, FakePhoneSystem } from '../../src/spec-support';
import { dataOperations, type DataOperationValue } from './operations';
import { runCallData } from './run-call-data';

type Values = Readonly<Record<string, unknown>>;
type Row = readonly [
  operation: DataOperationValue,
  parameter: string,
  values: readonly [unknown, unknown],
  fields?: Values,
];

const period = (operation: DataOperationValue, fields: Values = {}): Row[] => [
  [operation, 'period', ['today', 'lastHour'], fields],
  [operation, 'startDate', ['2026-11-01', '2026-11-02'], fields],
  [operation, 'endDate', ['2026-11-20', '2026-11-21'], { startDate: '2026-11-01', ...fields }],
];
const list = (operation: DataOperationValue, fields: Values = {}): Row[] => [
  [operation, 'returnAll', [true, false], { limit: 1, ...fields }],
  [operation, 'limit', [1, 2], fields],
  [operation, 'simplify', [true, false], fields],
];

const rows: readonly Row[] = [
  ['downloadRecording', 'recordingId', [7, 8]],
  ['downloadRecording', 'binaryPropertyName', ['data', 'file'], { recordingId: 7 }],
  ['dropCall', 'callId', ['call-1-1', 'call-2-1']],
  ['getActiveCalls', 'scope', ['granted', 'system']],
  ...period('getCallHistory'),
  ...list('getCallHistory'),
  ['getCallHistory', 'filters.answered', ['answered', 'missed']],
  ['getCallHistory', 'filters.directions', [['inbound'], ['internal']]],
  ['getCallHistory', 'filters.extensions', ['101', '102']],
  ['getCallHistory', 'filters.minDuration', [0, 60]],
  ['getCallHistory', 'filters.number', ['', '555']],
  ['getCallStatus', 'callId', ['call-42-325', 'call-43-1']],
  ['getExtension', 'extension', ['101', '102']],
  ['getExtension', 'simplify', [true, false], { extension: '101' }],
  ...list('getExtensions'),
  ['getExtensions', 'options.useCache', [true, false]],
  ['getQueueStats', 'queueId', ['800', '801']],
  ...period('getQueueStats', { queueId: '800' }),
  ['getQueueStats', 'options.useCache', [true, false], { queueId: '800' }],
  ...period('getRecordings'),
  ...list('getRecordings'),
  ['getRecordings', 'extension', ['', '101']],
  ...period('getReport'),
  ['getReport', 'groupBy', ['day', 'hour']],
  ['getReport', 'columns', [['total'], ['missed']]],
  ['getReport', 'options.useCache', [true, false]],
  ...period('getStatistics'),
  ['getStatistics', 'groupBy', ['none', 'queue']],
  ['getStatistics', 'options.useCache', [true, false]],
  ['getSystemStatus', 'includeCallVolume', [true, false]],
  ['getTranscript', 'recordingId', [7, 8]],
  ['getTranscript', 'requestIfMissing', [true, false], { recordingId: 7 }],
  ['setPresence', 'extension', ['101', '102']],
  ['setPresence', 'presence', ['Available', 'Away'], { extension: '101' }],
  ['setQueueLogin', 'extension', ['101', '102']],
  ['setQueueLogin', 'loggedIn', [true, false], { extension: '101' }],
];

const LOG = [
  {
    SegmentId: 3,
    MainCallHistoryId: 'a',
    StartTime: '2026-11-22T09:00:00Z',
    Direction: 'Inbound',
    SourceDn: '+16125551234',
    DestinationDn: '101',
    Answered: true,
    TalkingDuration: 'PT2M',
  },
  {
    SegmentId: 2,
    MainCallHistoryId: 'b',
    StartTime: '2026-11-22T08:00:00Z',
    Direction: 'Internal',
    SourceDn: '100',
    DestinationDn: '102',
    Answered: false,
  },
];
const USERS = ['101', '102', '103'].map((number, index) => ({ Id: index + 1, Number: number }));
const RECORDINGS = [7, 8].map((Id) => ({ Id, StartTime: '2026-11-22T09:00:00Z', ToDn: '101' }));
const QUEUES = ['800', '801'].map((number, index) => ({ Id: index + 1, Number: number }));

/** What 3CX was asked and what came out, of two runs shortly after one another. */
async function effectOf([operation, parameter, , fields]: Row, value: unknown): Promise<string> {
  const pbx = new FakePhoneSystem();
  pbx.calls = [new FakeCall(), new FakeCall('call-43-1')];
  pbx.xapi.answers = ({ path, method }) => {
    if (method === 'download') return new Uint8Array([1]);
    if (path.includes('CallLog')) return LOG;
    if (path === '/Users') return USERS;
    if (path === '/Recordings') return RECORDINGS;
    if (path === '/Queues') return QUEUES;
    return method === 'list' ? [] : null;
  };
  const systems = new PhoneSystems({ connect: () => Promise.resolve(pbx), lingerMs: 0 });
  const cache = new SlowDataCache();
  const parameters = { operation, ...fields, [parameter]: value };
  const run = async () => {
    const outputs = await runCallData(fakeActionContext({ parameters }), { systems, cache });
    return JSON.stringify(outputs);
  };
  const outcome = async () => run().catch((error: unknown) => String(error));
  return JSON.stringify([await outcome(), await outcome(), pbx.xapi.requests]);
}

function pathsOf(properties: readonly INodeProperties[]): string[] {
  return properties.flatMap(({ name, type, options = [] }) => {
    if (type === 'notice') return [];
    return type === 'collection' ? options.map((option) => `${name}.${option.name}`) : [name];
  });
}

describe('every parameter of Call Data', () => {
  beforeEach(() => {
    jest.useFakeTimers({ now: new Date('2026-11-22T12:00:00Z'), doNotFake: ['setImmediate', 'setTimeout'] });
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  it('stands in the table', () => {
    const described = Object.entries(dataOperations).flatMap(([operation, { properties }]) =>
      pathsOf(properties).map((path) => `${operation} ${path}`),
    );
    expect(new Set(rows.map(([operation, parameter]) => `${operation} ${parameter}`))).toEqual(
      new Set(described),
    );
  });

  it.each(rows.map((row) => [row[0], row[1], row] as const))('has an effect: %s %s', async (_, __, row) => {
    const [one, other] = [await effectOf(row, row[2][0]), await effectOf(row, row[2][1])];
    expect(one).not.toBe(other);
  });
});
