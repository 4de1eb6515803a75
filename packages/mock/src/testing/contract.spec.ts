import { checkAnswer, checkFrame, theContract } from './contract';
import { RawClient } from './raw-client';

// Room for a busy machine.
jest.setTimeout(30_000);

const participant = {
  id: 7,
  status: 'Connected',
  dn: '999',
  party_caller_id: '+15550100',
  callid: 1,
  legid: 2,
};

/** Everything the mock's specs are answered passes through these; here is what they would stop. */
describe('what the description of the Call Control API does not allow is noticed', () => {
  test.each([
    ['GET', '/callcontrol/999/participants/7', 200, { ...participant, status: 'Held' }],
    ['GET', '/callcontrol/999/participants/7', 200, { ...participant, id: '7' }],
    ['GET', '/callcontrol/999/participants/7', 200, { ...participant, CallId: 1 }],
    ['GET', '/callcontrol/999/participants/7', 200, undefined],
    ['GET', '/callcontrol/999/participants', 200, participant],
    ['GET', '/callcontrol/999', 200, { dn: '999' }],
    ['GET', '/callcontrol', 401, { error: 401 }],
    ['POST', '/callcontrol/999/makecall', 200, { finalstatus: true }],
    ['POST', '/callcontrol/999/participants/7/drop', 422, { reason: 'None', message: 'no' }],
    ['POST', '/connect/token', 200, { access_token: 'x' }],
  ])('%s %s %d %j', (method, path, status, body) => {
    expect(() => {
      checkAnswer(method, `http://127.0.0.1${path}`, status, body);
    }).toThrow(/is not as described/);
  });

  test.each([
    { sequence: 1 },
    { sequence: 1, event: { event_type: 9, entity: '/callcontrol/999', attached_data: null } },
    { sequence: 1, event: { event_type: 2, entity: '/callcontrol/999', attached_data: { digits: '1' } } },
    { sequence: 1, event: { event_type: 0, entity: '/callcontrol/999', attached_data: { id: 7 } } },
  ])('frame %j', (frame) => {
    expect(() => {
      checkFrame('http://127.0.0.1', frame);
    }).toThrow(/is not as described/);
  });

  test('and what it allows is not', () => {
    checkAnswer('GET', 'http://127.0.0.1/callcontrol/999/participants/7', 200, participant);
    checkAnswer('GET', 'http://127.0.0.1/callcontrol/999/participants/7', 404, undefined);
    checkFrame('http://127.0.0.1', {
      sequence: 1,
      event: { event_type: 2, entity: '/x', attached_data: { dtmf_input: '1' } },
    });
    expect(theContract().answerIssue('GET', '/prompts/welcome.wav', 200, undefined)).toBeUndefined();
  });
});

test('the raw client of the specs checks what it is answered, and what its socket is told', async () => {
  await using client = await RawClient.start({ tls: false });
  const events = await client.events();
  await client.call('+15550100', '999');
  await events.next(0, /999/);
  expect(events.messages.length).toBeGreaterThan(0);
  expect((await client.get('/callcontrol')).status).toBe(200);
  events.socket.terminate();
});
