import { createMockPbx, type MockPbx } from '@org/3cx-mock';
import { filter, firstValueFrom } from 'rxjs';
import { connect, MemoryCallStore, type CallEvent, type PhoneSystem } from './index';
import { Caller } from './testing/caller';

let mock: MockPbx;
let pbx: PhoneSystem;
const disposed: PhoneSystem[] = [];

async function process(callStore: MemoryCallStore): Promise<void> {
  pbx = await connect({
    serverUrl: mock.url,
    clientId: mock.clientId,
    clientSecret: mock.clientSecret,
    allowUnauthorizedCerts: true,
    callStore,
  });
  disposed.push(pbx);
}

afterEach(async () => {
  for (const one of disposed.splice(0)) await one.dispose();
  await mock.dispose();
});

describe('a process that takes over after a restart', () => {
  it('goes on with calls in progress, ends those that have gone, and still knows those that had ended', async () => {
    mock = await createMockPbx();
    const store = new MemoryCallStore();
    await process(store);
    const next = async () => {
      const coming = firstValueFrom(pbx.incoming$);
      const caller = await Caller.dials(mock, '999');
      const call = await coming;
      await call.answer();
      return { caller, call };
    };
    const before = await next();
    before.caller.hangsUp().catch(() => undefined);
    await before.call.ended;
    const during = await next();
    const after = await next();
    await pbx.dispose();
    await during.caller.hangsUp();

    await process(store);
    expect(pbx.call(before.call.id)).toMatchObject({ status: 'ended', endReason: 'remote-hung-up' });
    expect(pbx.call(during.call.id)).toMatchObject({ status: 'ended', endReason: 'lost-in-gap' });
    const taken = await firstValueFrom(pbx.incoming$);
    expect(taken).toMatchObject({ id: after.call.id, status: 'answered', startedAt: after.call.startedAt });
    expect(pbx.calls).toEqual([taken]);

    const ended = firstValueFrom(
      pbx.events$.pipe(filter((event: CallEvent) => event.eventType === 'call_ended')),
    );
    await taken.hangUp();
    expect(await ended).toMatchObject({ callId: after.call.id, data: { endReason: 'hung-up-by-us' } });
  });
});
