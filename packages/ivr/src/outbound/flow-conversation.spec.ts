import { createMemoryCallStore } from '../flow/call-store';
import { exampleFlow } from '../testing/example-flows';
import { FakeExchange } from '../testing/fake-exchange';
import { FakeHooks } from '../testing/fake-flow-call';
import { VirtualClock } from '../testing/virtual-clock';
import { startCampaign } from './campaign';
import { createMemoryCampaignStore } from './campaign-store';
import { flowConversation } from './flow-conversation';

const [ANN, BOB] = ['+16125550001', '+16125550002'];

function setClinic() {
  const clock = new VirtualClock();
  const exchange = new FakeExchange(clock);
  const server = new FakeHooks({ '/answers': {} });
  const [store, calls] = [createMemoryCampaignStore(), createMemoryCallStore()];
  const start = () =>
    startCampaign(exchange, {
      name: 'appointments',
      contacts: [
        { id: 'ann', number: ANN, values: { appointment: 'A-17' } },
        { id: 'bob', number: BOB, values: { appointment: 'A-18' } },
      ],
      conversation: flowConversation(exampleFlow('appointment-confirm'), {
        ...{ clock, store: calls },
        http: server.hook,
      }),
      ...{ store, clock },
    });
  return { clock, exchange, server, start };
}

describe('a campaign that confirms appointments by a flow', () => {
  it('has each contact asked about their own appointment, and reports the answers', async () => {
    const { clock, exchange, server, start } = setClinic();
    const campaign = await start();
    await clock.advance(5_000);
    exchange.callsTo(ANN)[0]?.press('1');
    await clock.advance(10_000);
    exchange.callsTo(BOB)[0]?.press('31');
    await clock.advance(20_000);
    expect(server.bodies).toEqual([
      { appointment: 'A-17', number: ANN, answer: 'confirmed' },
      { appointment: 'A-18', number: BOB, answer: 'cancelled' },
    ]);
    await campaign.done;
    expect(campaign.contacts).toMatchObject([
      { status: 'reached', result: { answer: 'confirmed', appointment: 'A-17' } },
      { status: 'reached', result: { answer: 'cancelled', appointment: 'A-18' } },
    ]);
  });

  it('goes on with the flow of a call after a restart', async () => {
    const { clock, exchange, server, start } = setClinic();
    const first = await start();
    await clock.advance(5_000);
    exchange.callsTo(ANN)[0]?.press('3');
    await clock.advance(100);
    await first.dispose();
    await start();
    await clock.advance(100);
    exchange.callsTo(ANN)[0]?.press('1');
    await clock.advance(10_000);
    expect(exchange.callsTo(ANN)).toHaveLength(1);
    expect(server.bodies[0]).toMatchObject({ appointment: 'A-17', answer: 'cancelled' });
  });

  it('reports what is known of a call that ended while nobody looked after it', async () => {
    const { clock, exchange, server, start } = setClinic();
    const first = await start();
    await clock.advance(5_000);
    await first.dispose();
    exchange.callsTo(ANN)[0]?.callerHangsUp();
    const second = await start();
    await clock.advance(1_000);
    expect(server.bodies[0]).toMatchObject({ appointment: 'A-17', answer: 'none' });
    expect(second.contacts[0]).toMatchObject({ id: 'ann', status: 'reached' });
    expect(exchange.callsTo(ANN)).toHaveLength(1);
  });
});
