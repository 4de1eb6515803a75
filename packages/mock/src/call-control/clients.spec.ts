import { RawClient } from '../testing/raw-client';
import { secondClient } from '../testing/second-client';

let first: RawClient;
let second: RawClient;

beforeEach(async () => {
  first = await RawClient.start({
    tls: false,
    configuration: {
      servicePrincipals: [
        { number: '999', peers: ['100', '101', 'ai'] },
        { number: 'ai', secret: 'other-secret', peers: ['102'] },
        { number: 'reports', secret: 'third-secret', callControlEnabled: false },
      ],
    },
  });
  second = await secondClient(first, 'ai', 'other-secret');
});
afterEach(async () => {
  await first[Symbol.asyncDispose]();
});

const dnsOf = async (client: RawClient) => {
  const { json } = await client.get('/callcontrol');
  return Array.isArray(json) ? json.map((state: { dn?: unknown }) => state.dn) : [];
};

describe('several clients of one phone system', () => {
  test('have a token each; a new one kills only the own', async () => {
    await second.signIn('other-secret');
    expect((await first.get('/callcontrol')).status).toBe(200);
    expect((await second.get('/callcontrol')).status).toBe(200);
    expect((await second.signIn('mock-secret')).status).toBe(401);
  });

  test('see their own route point and what they have been granted, nothing else', async () => {
    expect(await dnsOf(first)).toEqual(['100', '101', '999', 'ai']);
    expect(await dnsOf(second)).toEqual(['102', 'ai']);
    expect((await second.get('/callcontrol/101')).status).toBe(403);
    expect((await second.get('/callcontrol/999')).status).toBe(403);
    expect((await second.get('/callcontrol/107')).status).toBe(404);
  });

  test('hear of calls on those numbers only', async () => {
    const [firstEvents, secondEvents] = [await first.events(), await second.events()];
    await first.control('POST', '/extensions/101', { answer: 'never' });
    await first.call('+15550100', '101');
    await first.call('+15550101', 'ai');
    await secondEvents.next(0, /\/ai\//);
    await firstEvents.next(0, /\/101\//);
    await firstEvents.next(0, /\/ai\//);
    expect(secondEvents.messages.filter(({ event }) => !event.entity.includes('/ai/'))).toEqual([]);
  });

  test('have keys and audio of their own route point only, even of one they may watch', async () => {
    const id = await first.call('+15550101', 'ai');
    const leg = await first.onlyParticipant('ai');
    const [firstEvents, secondEvents] = [await first.events(), await second.events()];
    await first.control('POST', `/calls/${id}/dtmf`, { digits: '5' });
    expect((await secondEvents.next(2, /\/ai\//)).event.attached_data).toEqual({ dtmf_input: '5' });
    await first.hangUp(id);
    await firstEvents.next(1, /\/ai\//);
    expect(firstEvents.messages.some(({ event }) => event.event_type === 2)).toBe(false);
    expect((await first.get(`/callcontrol/ai/participants/${leg.id}/stream`)).status).toBe(404);
  });

  test('may not stream a route point they only watch: 424', async () => {
    await first.call('+15550101', 'ai');
    const leg = await first.onlyParticipant('ai');
    expect((await first.get(`/callcontrol/ai/participants/${leg.id}/stream`)).status).toBe(424);
    const stream = await second.listen(leg);
    expect(stream.statusCode).toBe(200);
    stream.destroy();
  });

  test('without the Call Control permission get a token and 403', async () => {
    const third = await secondClient(first, 'reports', 'third-secret');
    expect((await third.get('/callcontrol')).status).toBe(403);
    await expect(third.events()).rejects.toThrow('403');
  });
});

describe('what the administrator changes while clients are signed in', () => {
  const principal = (number: string) => {
    const found = first.pbx.configuration.servicePrincipals.find(number);
    if (!found) throw new Error('no such client');
    return found;
  };

  test('a new secret kills the token', async () => {
    first.pbx.configuration.servicePrincipals.change(principal('ai').id, { secret: 'new' });
    expect((await second.get('/callcontrol')).status).toBe(401);
    expect((await second.signIn('other-secret')).status).toBe(401);
    expect((await second.signIn('new')).status).toBe(200);
    expect((await first.get('/callcontrol')).status).toBe(200);
  });

  test('the end of the client kills the token', async () => {
    first.pbx.configuration.servicePrincipals.remove(principal('ai').id);
    expect((await second.get('/callcontrol')).status).toBe(401);
  });

  test('a number granted is there at once', async () => {
    first.pbx.configuration.servicePrincipals.change(principal('ai').id, { peers: ['102', '103'] });
    expect(await dnsOf(second)).toEqual(['102', '103', 'ai']);
  });

  test('a licence without Call Control: tokens go on, /callcontrol answers 403 to everyone', async () => {
    await first.control('POST', '/license', { callControl: false });
    expect((await first.get('/callcontrol')).status).toBe(403);
    expect((await first.signIn()).status).toBe(200);
    expect((await first.get('/callcontrol')).status).toBe(403);
    await first.control('POST', '/license', { callControl: true });
    expect((await first.get('/callcontrol')).status).toBe(200);
  });
});
