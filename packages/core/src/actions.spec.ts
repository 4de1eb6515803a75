import { createMockPbx, type MockPbx, type MockPbxOptions } from '@org/3cx-mock';
import { filter, firstValueFrom } from 'rxjs';
import { connect, type Call, type ConnectOptions, type PhoneSystem } from './index';
import { Caller, post } from './testing/caller';

let mock: MockPbx;
let pbx: PhoneSystem;

async function start(options: MockPbxOptions = {}, more: Partial<ConnectOptions> = {}): Promise<void> {
  mock = await createMockPbx(options);
  pbx = await connect({
    serverUrl: mock.url,
    clientId: mock.clientId,
    clientSecret: mock.clientSecret,
    allowUnauthorizedCerts: true,
    ...more,
  });
}

afterEach(async () => {
  await pbx.dispose();
  await mock.dispose();
});

async function incoming(to = '999'): Promise<{ call: Call; caller: Caller }> {
  const coming = firstValueFrom(pbx.incomingTo(to));
  const caller = await Caller.dials(mock, to);
  return { call: await coming, caller };
}

const answeredAt = (dn: string) =>
  firstValueFrom(
    pbx.events$.pipe(filter(({ eventType, extension }) => eventType === 'call_answered' && extension === dn)),
  );

async function placed(outcome: Awaited<ReturnType<PhoneSystem['makeCall']>>): Promise<Call> {
  if (outcome.kind !== 'succeeded') throw new Error(`The call is ${outcome.kind}.`);
  return Promise.resolve(outcome.call);
}

describe('placing calls', () => {
  it('resolves while it rings, and tells of the answer and the end', async () => {
    await start();
    const answered = answeredAt('999');
    const call = await placed(await pbx.makeCall({ to: '101' }));
    expect(call).toMatchObject({
      direction: 'outbound',
      status: 'ringing',
      toNumber: '101',
      extension: '999',
    });
    await answered;
    expect(call.status).toBe('answered');
    await call.hangUp();
    await expect(call.ended).resolves.toMatchObject({ reason: 'hung-up-by-us' });
  });

  it('shows a call of a phone of ours too', async () => {
    await start();
    const call = await placed(await pbx.makeCall({ from: '102', to: '103' }));
    expect(call).toMatchObject({ extension: '102', direction: 'outbound' });
  });

  it.each([422, 200] as const)(
    'to nowhere fails with the reason of the PBX, told with %d',
    async (status) => {
      await start({ refusedMakeCallStatus: status });
      await expect(pbx.makeCall({ to: '77777' })).resolves.toMatchObject({ kind: 'failed' });
    },
  );

  it('to someone busy fails, or begins and ends unanswered', async () => {
    await start();
    await post(`${mock.controlUrl}/extensions/101`, { answer: 'busy' });
    const outcome = await pbx.makeCall({ to: '101' });
    if (outcome.kind === 'succeeded')
      await expect(outcome.call.ended).resolves.toMatchObject({ reason: 'not-answered' });
    else
      expect(outcome).toEqual({
        kind: 'failed',
        reason: 'the call ended at once: busy, refused, or no route',
      });
  });

  it('with one key places one call', async () => {
    await start();
    const [first, second] = await Promise.all([
      pbx.makeCall({ to: '101', key: 'order-7' }),
      pbx.makeCall({ to: '101', key: 'order-7' }),
    ]);
    expect(second).toBe(first);
    expect(pbx.calls.filter(({ extension }) => extension === '999')).toHaveLength(1);
    await expect(pbx.makeCall({ to: '102', key: 'order-7' })).rejects.toMatchObject({ code: 'COMMAND_KEY' });
  });

  it('keeps to the limit of calls at once', async () => {
    await start({}, { maxOutboundCalls: 1 });
    const call = await placed(await pbx.makeCall({ to: '101' }));
    await expect(pbx.makeCall({ to: '102' })).rejects.toMatchObject({ code: 'CALL_LIMIT', retryable: true });
    await call.hangUp();
    await expect(pbx.makeCall({ to: '102' })).resolves.toMatchObject({ kind: 'succeeded' });
  });

  it('from an extension that is not ours is refused', async () => {
    await start();
    await expect(pbx.makeCall({ from: '555', to: '101' })).rejects.toMatchObject({
      code: 'EXTENSION_NOT_FOUND',
    });
  });

  it('is not confused by the far leg of its own call', async () => {
    await start({ surfaceFarLeg: true });
    const answered = answeredAt('999');
    const ended = firstValueFrom(pbx.events$.pipe(filter(({ eventType }) => eventType === 'call_ended')));
    const call = await placed(await pbx.makeCall({ to: '101' }));
    await answered;
    expect(call.toNumber).toBe('101');
    expect(pbx.calls.filter(({ extension }) => extension === '999')).toEqual([call]);
    await call.hangUp();
    await ended;
  });
});

describe('sending a call elsewhere', () => {
  it('diverts one that rings', async () => {
    await start({ firstInboundStatus: 'Ringing' });
    const { call, caller } = await incoming();
    await expect(call.divert({ to: '101', reason: 'NoAnswer' })).resolves.toEqual({ kind: 'succeeded' });
    await expect(call.ended).resolves.toMatchObject({ reason: 'transferred' });
    await caller.until('connectedTo:101');
  });

  it('does not divert one that has been answered', async () => {
    await start();
    const { call } = await incoming();
    await expect(call.divert({ to: '101' })).rejects.toMatchObject({ code: 'CALL_STATE' });
  });

  it('routes one that goes on here until the target answers', async () => {
    await start();
    const { call, caller } = await incoming();
    const routing = call.route({ to: '101', timeoutSeconds: 5 });
    await expect(routing).resolves.toEqual({ kind: 'succeeded' });
    await expect(call.ended).resolves.toMatchObject({ reason: 'transferred' });
    await caller.until('connectedTo:101');
  });

  it('keeps one whose route nobody answers', async () => {
    await start();
    await post(`${mock.controlUrl}/extensions/101`, { answer: 'busy' });
    const { call } = await incoming();
    await expect(call.route({ to: '101' })).resolves.toMatchObject({ kind: 'failed' });
    expect(call.status).toBe('answered');
  });

  it.each([
    ['itself', '999'],
    ['a number that is none', '77777'],
  ])('to %s fails, and the caller stays', async (_whom, to) => {
    await start();
    const { call, caller } = await incoming();
    const outcome = await call.transfer({ to, timeoutSeconds: 2 });
    if (to === '77777') expect(outcome).toMatchObject({ kind: 'failed' });
    if (outcome.kind === 'failed') expect(call.status).toBe('answered');
    expect(await caller.until('connected')).toMatchObject({ state: 'connected' });
  });

  it('with one key transfers once', async () => {
    await start();
    const { call } = await incoming();
    const [first, second] = await Promise.all([
      call.transfer({ to: '101', key: 'a' }),
      call.transfer({ to: '101', key: 'a' }),
    ]);
    expect([first, second]).toEqual([{ kind: 'succeeded' }, { kind: 'succeeded' }]);
    await expect(call.transfer({ to: '101', key: 'a' })).resolves.toEqual({ kind: 'succeeded' });
  });

  it('to voicemail needs the dial code', async () => {
    await start();
    const { call } = await incoming();
    await expect(call.transfer({ to: '101', voicemail: true })).rejects.toMatchObject({
      code: 'CONFIGURATION',
    });
  });

  it('attaches data to the call', async () => {
    await start();
    const { call, caller } = await incoming();
    await call.attachData({ customer: '4711' });
    await call.attachData({ screening: 'calls about an order' }, { to: 'party' });
    const response = await fetch(`${mock.controlUrl}/calls/${caller.id}`);
    const view: unknown = await response.json();
    expect(JSON.stringify(view)).toContain('"customer":"4711"');
    expect(JSON.stringify(view)).toContain('"screening":"calls about an order"');
  });
});
