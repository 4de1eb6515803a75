import type { PartialConfiguration } from '../configuration/partial-configuration';
import { PhoneSystem } from '../testing/phone-system';
import { noise, pcmOf } from '../testing/telephone-audio';
import { directPath } from './path';

let pbx: PhoneSystem;

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  pbx.dispose();
  jest.useRealTimers();
});

const withExtension = (recordCalls: 'none' | 'all' | 'external', more: PartialConfiguration = {}) =>
  new PhoneSystem({
    extensions: [{ number: '100' }, { number: '101', recordCalls }, { number: '102' }],
    queues: [],
    ringGroups: [],
    ivrs: [],
    servicePrincipals: [{ number: '999' }],
    ...more,
  });
const samplesOf = (pcm: Buffer) => new Int16Array(pcm.buffer, pcm.byteOffset, pcm.length / 2);
const connected = (from: string, to: string) => {
  const call = pbx.call(from, to);
  jest.advanceTimersByTime(200);
  return call;
};
const hangUp = (call: ReturnType<typeof connected>) => {
  pbx.exchange.end(call, 'caller', 'hung up');
};

describe('the recording of a conversation', () => {
  test('has both directions, mixed, as long as the conversation', () => {
    pbx = withExtension('all');
    const call = connected('+15550100', '101');
    const [question, answer] = [samplesOf(noise(1000, 3)), samplesOf(noise(1000, 4))];
    call.speech.say(question, performance.now());
    jest.advanceTimersByTime(500);
    for (const leg of pbx.legs('101')) pbx.exchange.legs.speak(leg, answer);
    jest.advanceTimersByTime(2500);
    hangUp(call);

    expect(pbx.history.recordings).toMatchObject([
      {
        callId: call.id,
        dn: '101',
        from: { dn: '10001', number: '+15550100' },
        to: { dn: '101' },
        direction: 'inbound',
      },
    ]);
    const kept = samplesOf(pcmOf(pbx.history.recordings[0]?.wav ?? new Uint8Array()));
    expect(kept.length).toBe(3000 * 8);
    const clamped = (sample: number) => Math.max(-32_768, Math.min(32_767, sample));
    const expected = kept.map((_, index) => clamped((question[index] ?? 0) + (answer[index - 4000] ?? 0)));
    expect(kept).toEqual(expected);
  });

  test.each([
    ['external', '+15550100', 1],
    ['external', '100', 0],
    ['all', '100', 1],
    ['none', '+15550100', 0],
  ] as const)('set to %s, of a call from %s: %i', (setting, from, count) => {
    pbx = withExtension(setting);
    const call = connected(from, '101');
    jest.advanceTimersByTime(1000);
    hangUp(call);
    expect(pbx.history.recordings).toHaveLength(count);
  });

  test('ends when the extension sends the caller on', () => {
    pbx = withExtension('all');
    const call = connected('+15550100', '101');
    jest.advanceTimersByTime(1000);
    const destination = pbx.exchange.directory.resolve('102');
    if (!destination) throw new Error('no extension');
    const more = { timeoutMs: 10_000, path: directPath, settled: () => undefined };
    pbx.exchange.offer(call, { end: 'target', destination, ...more });
    jest.advanceTimersByTime(200 + 5000);
    hangUp(call);
    expect(pbx.history.recordings).toHaveLength(1);
    const [recording] = pbx.history.recordings;
    expect((recording?.endedAt ?? 0) - (recording?.startedAt ?? 0)).toBe(1200);
  });

  test('is made on account of the queue the agent was rung by', () => {
    pbx = withExtension('none', {
      queues: [{ number: '800', agents: ['101'], recording: 'AllowToOptOut' }],
    });
    const call = connected('+15550100', '800');
    jest.advanceTimersByTime(1000);
    hangUp(call);
    expect(pbx.history.recordings).toMatchObject([{ dn: '800', to: { dn: '101' } }]);
  });
});

test('whoever is connected to a service of the PBX hears what it says', () => {
  const music = noise(1000, 5);
  pbx = new PhoneSystem({ queues: [{ number: '800', onHoldFile: '/prompts/none.wav' }] });
  const call = pbx.call('100', '800');
  const [queue] = pbx.legs('800');
  const [caller] = pbx.legs('100');
  if (!queue || !caller) throw new Error('no legs');
  const from = Math.floor(performance.now() * 8);
  pbx.exchange.legs.speak(queue, samplesOf(music));
  jest.advanceTimersByTime(1000);
  expect(pbx.exchange.hearing(call, caller, from, 8000)).toEqual(samplesOf(music));
});
