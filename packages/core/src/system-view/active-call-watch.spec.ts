import { PermissionError, RateLimitError, ServerError, type XapiActiveCall } from '@org/3cx-api-client';
import { VirtualClock } from '../testing/virtual-clock';
import { activeCallEvents } from './active-call-watch';

const silent = { debug() {}, info() {}, warn() {}, error() {} };

function watched() {
  const clock = new VirtualClock();
  let answer: () => Promise<XapiActiveCall[]> = () => Promise.resolve([]);
  const polls: number[] = [];
  const told: string[] = [];
  let count = 0;
  const subscription = activeCallEvents({
    clock,
    logger: silent,
    getActiveCalls: () => {
      polls.push(clock.now());
      return answer();
    },
    granted: () => new Set(['999']),
    own: () => [],
    stamp: () => ({ eventId: String((count += 1)), timestamp: '' }),
  }).subscribe({
    next: ({ eventType, callId, data }) => told.push(`${eventType} ${callId} ${String('source' in data)}`),
    complete: () => told.push('complete'),
  });
  return {
    clock,
    polls,
    told,
    subscription,
    answerWith: (next: typeof answer) => {
      answer = next;
    },
  };
}

const call: XapiActiveCall = {
  Id: 7,
  Caller: '10001 Trunk (+4930)',
  Callee: '105 Jo',
  Status: 'Ringing',
  EstablishedAt: null,
  LastChangeStatus: null,
  ServerNow: null,
};

describe('watching the list of active calls', () => {
  it('asks often while things change and rarely while nothing does', async () => {
    const { clock, polls, answerWith } = watched();
    await clock.advance(120_000);
    const gaps = polls.slice(1).map((at, index) => at - (polls[index] ?? 0));
    expect(gaps.slice(0, 3)).toEqual([3_000, 4_500, 6_750]);
    expect(gaps.at(-1)).toBe(30_000);
    answerWith(() => Promise.resolve([call]));
    const before = polls.length;
    await clock.advance(40_000);
    const [changedAt = 0, next] = polls.slice(before);
    expect(next).toBe(changedAt + 2_000);
  });

  it('tells each event as coming from there', async () => {
    const { clock, told, answerWith } = watched();
    answerWith(() => Promise.resolve([call]));
    await clock.advance(3_000);
    answerWith(() => Promise.resolve([]));
    await clock.advance(3_000);
    expect(told).toEqual([
      'call_started call-7-0 true',
      'call_ringing call-7-0 true',
      'call_missed call-7-0 true',
      'call_ended call-7-0 true',
    ]);
  });

  it('goes on after failures, slower, and as late as a rate limit asks', async () => {
    const { clock, polls, told, answerWith } = watched();
    answerWith(() => Promise.reject(new ServerError('restarting')));
    await clock.advance(3_000);
    answerWith(() => Promise.reject(new RateLimitError('slow down', 60_000)));
    await clock.advance(6_000);
    const limitedAt = polls.at(-1) ?? 0;
    answerWith(() => Promise.resolve([call]));
    await clock.advance(120_000);
    expect(polls.find((at) => at > limitedAt)).toBe(limitedAt + 60_000);
    expect(told[0]).toBe('call_started call-7-0 true');
  });

  it('completes when the client may not read it', async () => {
    const { clock, told, answerWith } = watched();
    answerWith(() => Promise.reject(new PermissionError('not allowed')));
    await clock.advance(10_000);
    expect([told, clock.pending]).toEqual([['complete'], 0]);
  });

  it('stops when nobody listens', async () => {
    const { clock, subscription } = watched();
    await clock.advance(1_000);
    subscription.unsubscribe();
    expect(clock.pending).toBe(0);
  });
});
