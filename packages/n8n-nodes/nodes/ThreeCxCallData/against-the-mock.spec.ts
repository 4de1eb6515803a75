import { connect, type PhoneSystem } from '@org/3cx-core';
import { createMockPbx, type MockPbx } from '@org/3cx-mock';
import type { IDataObject } from 'n8n-workflow';
import * as z from 'zod/v4';
import { PhoneSystems, SlowDataCache } from '../../src/shared';
import { fakeActionContext } from '../../src/spec-support';
import { runCallData } from './run-call-data';

type Values = Readonly<Record<string, unknown>>;

const CALLER = '+15550100001';
const NEVER = { answer: 'never' };
const Placed = z.object({ id: z.coerce.string() });

describe('Call Data over the Configuration API', () => {
  let mock: MockPbx;
  let pbx: PhoneSystem;
  let systems: PhoneSystems;

  beforeAll(async () => {
    mock = await createMockPbx();
    pbx = await connect({
      serverUrl: mock.url,
      clientId: mock.clientId,
      clientSecret: mock.clientSecret,
      allowUnauthorizedCerts: true,
    });
    systems = new PhoneSystems({ connect: () => Promise.resolve(pbx), lingerMs: 60_000 });
    for (const number of ['102', '103', '104', '105']) await control('POST', `/extensions/${number}`, NEVER);
    await control('POST', '/extensions/100', NEVER);
    await callAndHangUp('101', '101');
    await callAndHangUp('800', '101');
  });

  afterAll(async () => {
    await pbx.dispose();
    await mock.dispose();
  });

  const control = async (method: string, path: string, body?: object): Promise<unknown> => {
    const response = await fetch(`${mock.controlUrl}${path}`, {
      method,
      ...(body && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${path}: ${String(response.status)} ${text}`);
    return text === '' ? undefined : JSON.parse(text);
  };

  /** A call from outside that somebody answers. */
  async function callAndHangUp(to: string, answeredBy: string): Promise<void> {
    const { id } = Placed.parse(await control('POST', '/calls', { from: CALLER, to }));
    await control('GET', `/calls/${id}?waitFor=connectedTo:${answeredBy}&timeoutMs=20000`);
    await control('POST', `/calls/${id}/hangup`, {});
    await control('GET', `/calls/${id}?waitFor=ended&timeoutMs=20000`);
  }

  const run = async (parameters: Values, json: IDataObject = {}) => {
    const context = fakeActionContext({ parameters, items: [{ json }] });
    const [items = []] = await runCallData(context, { systems, cache: new SlowDataCache() });
    return items;
  };

  const fieldsOf = async (parameters: Values) => (await run(parameters)).map(({ json }) => json);

  it('lists past calls, newest first', async () => {
    const calls = await fieldsOf({ operation: 'getCallHistory' });
    expect(calls).toMatchObject([
      {
        from: CALLER,
        direction: 'inbound',
        answered: true,
        parties: expect.arrayContaining(['800']) as string[],
      },
      { from: CALLER, to: '101', direction: 'inbound', answered: true },
    ]);
    const toQueue = await fieldsOf({ operation: 'getCallHistory', 'filters.extensions': '800' });
    expect(toQueue).toHaveLength(1);
    expect(await fieldsOf({ operation: 'getCallHistory', 'filters.answered': 'missed' })).toEqual([]);
  });

  it.each([
    ['none', [{ group: 'all', total: 2, answered: 2 }]],
    ['queue', [{ group: '800', total: 1, answered: 1 }]],
    ['extension', expect.arrayContaining([expect.objectContaining({ group: '101', answered: 2 })])],
  ])('counts calls by %s', async (groupBy, groups) => {
    const [statistics] = await fieldsOf({ operation: 'getStatistics', groupBy });
    expect(statistics?.groups).toMatchObject(groups);
  });

  it('tells how a queue does', async () => {
    const [queue] = await fieldsOf({ operation: 'getQueueStats', queueId: 800 });
    expect(queue).toMatchObject({
      queueId: '800',
      name: 'Queue 800',
      callsReceived: 1,
      callsAnswered: 1,
      callsAbandoned: 0,
      waitingCalls: 0,
      agentsLoggedIn: expect.any(Number) as number,
      averageWaitTime: expect.any(Number) as number,
      slaPercent: 100,
    });
  });

  it('tells how the system does, with the calls of the last hour', async () => {
    const [status] = await fieldsOf({ operation: 'getSystemStatus' });
    expect(status).toMatchObject({ status: 'healthy', activeCalls: 0, callVolume: 2 });
  });

  it('changes the presence and the queue sign-in of an extension', async () => {
    await run({ operation: 'setPresence', extension: '102', presence: 'Away' });
    await run({ operation: 'setQueueLogin', extension: '102', loggedIn: false });
    expect(await fieldsOf({ operation: 'getExtension', extension: '102' })).toMatchObject([
      { number: '102', presence: 'Away', queueLogin: false },
    ]);
    await run({ operation: 'setPresence', extension: '102', presence: 'Available' });
    await run({ operation: 'setQueueLogin', extension: '102', loggedIn: true });
    const extensions = await fieldsOf({ operation: 'getExtensions', returnAll: true });
    expect(extensions).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ number: '102', presence: 'Available', queueLogin: true }),
      ]),
    );
    await expect(run({ operation: 'getExtension', extension: '777' })).rejects.toThrow(
      'Extension 777 not found or not configured',
    );
  });

  it('lists no recordings where none were made, and says so for one that is not there', async () => {
    expect(await fieldsOf({ operation: 'getRecordings', extension: '101' })).toEqual([]);
    await expect(run({ operation: 'downloadRecording', recordingId: 5 })).rejects.toThrow('404 ');
    await expect(run({ operation: 'getTranscript', recordingId: 5 })).rejects.toThrow(
      '404 Recording 5 not found',
    );
  });

  it('ends any call', async () => {
    const { id } = Placed.parse(await control('POST', '/calls', { from: CALLER, to: '101' }));
    const calls = await fieldsOf({ operation: 'getActiveCalls', scope: 'system' });
    expect(calls).toHaveLength(1);
    await run({ operation: 'dropCall' }, { callId: calls[0]?.callId });
    const ended = await control('GET', `/calls/${id}?waitFor=ended&timeoutMs=20000`);
    expect(ended).toMatchObject({ state: 'ended' });
  });
});
