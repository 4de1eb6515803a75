import { createMockPbx, type MockPbx } from '@org/3cx-mock';
import { filter, firstValueFrom, take, toArray } from 'rxjs';
import { connect, type CallEvent, type PhoneSystem } from './index';
import { Caller } from './testing/caller';

let mock: MockPbx;
let pbx: PhoneSystem;

async function start(grantedExtensions?: readonly string[]): Promise<void> {
  mock = await createMockPbx(grantedExtensions === undefined ? {} : { grantedExtensions });
  pbx = await connect({
    serverUrl: mock.url,
    clientId: mock.clientId,
    clientSecret: mock.clientSecret,
    allowUnauthorizedCerts: true,
  });
}

afterEach(async () => {
  await pbx.dispose();
  await mock.dispose();
});

describe('calls beyond our own extensions', () => {
  it('are told, and marked as read from the list of active calls', async () => {
    await start(['101']);
    const elsewhere = firstValueFrom(
      pbx.systemEvents$.pipe(
        filter((event) => event.data.source === 'active-calls'),
        take(2),
        toArray(),
      ),
    );
    await Caller.dials(mock, '105');
    const events = await elsewhere;
    expect(events[0]).toMatchObject({
      eventType: 'call_started',
      extension: '105',
      fromNumber: '+16125551234',
      direction: 'inbound',
      data: { synthetic: true, source: 'active-calls' },
    });
    expect(events[1]?.eventType).toMatch(/call_ringing|call_answered/);
  });

  it('stop being read on dispose', async () => {
    await start(['101']);
    let completed = false;
    pbx.systemEvents$.subscribe({ complete: () => (completed = true) });
    await pbx.dispose();
    expect(completed).toBe(true);
  });
});

describe('calls to a queue', () => {
  it('wait, and are answered by the agent who takes them', async () => {
    await start();
    const queueEvents = (event: CallEvent) => event.eventType.startsWith('queue_');
    const told = firstValueFrom(pbx.events$.pipe(filter(queueEvents), take(2), toArray()));
    await Caller.dials(mock, '800');
    expect(await told).toMatchObject([
      { eventType: 'queue_call_waiting', data: { queueId: '800', synthetic: true } },
      { eventType: 'queue_call_answered', status: 'answered', data: { queueId: '800', synthetic: true } },
    ]);
  });
});
