import {
  ConnectionFailedError,
  NotFoundError,
  RateLimitError,
  ServerError,
  TimeoutError,
  type CallControlClient,
  type CallControlResult,
  type Participant,
} from '@org/3cx-api-client';
import type { CallEvent } from '../events/call-event';
import { deferred } from '../deferred';
import { participant } from '../testing/participants';
import { toldByHand } from '../testing/told-by-hand';
import { settle } from '../testing/virtual-clock';

const success: CallControlResult = { finalstatus: 'success', reason: '', reasontext: '', result: undefined };

/** One call on 999, and what the PBX does when it is acted on. */
async function onCall(
  act: (participants: Map<number, Participant>) => Promise<CallControlResult>,
  first: Partial<Participant> = {},
) {
  const participants = new Map([[325, participant(first)]]);
  const asked: string[] = [];
  const answer: CallControlClient['act'] = (_dn, _id, action) => {
    asked.push(action);
    return act(participants);
  };
  const scene = await toldByHand({ api: { act: answer } }, participants);
  const [call] = scene.pbx.calls;
  if (call === undefined) throw new Error('There is no call.');
  const told: CallEvent['eventType'][] = [];
  scene.pbx.events$.subscribe(({ eventType }) => told.push(eventType));
  return { ...scene, call, asked, told };
}

const LOST = [new TimeoutError('late'), new ConnectionFailedError('reset'), new ServerError('restarting')];

describe('a command whose answer is lost (row 13)', () => {
  it.each(LOST)('hangs up, when the PBX did it all the same: %s', async (lost) => {
    const { call, asked, tell, pbx } = await onCall((participants) => {
      participants.delete(325);
      tell('remove', 325);
      return Promise.reject(lost);
    });
    await call.hangUp();
    expect(call).toMatchObject({ status: 'ended', endReason: 'hung-up-by-us' });
    expect(asked).toEqual(['drop']);
    await pbx.dispose();
  });

  it.each(LOST)('says so when the PBX did not hang up: %s', async (lost) => {
    const { call, asked, tell, participants, pbx } = await onCall(() => Promise.reject(lost));
    await expect(call.hangUp()).rejects.toBe(lost);
    expect(asked).toEqual(['drop']);
    participants.delete(325);
    tell('remove', 325);
    expect(call.endReason).toBe('remote-hung-up');
    await pbx.dispose();
  });

  it.each(LOST)('answers, when the PBX did it all the same: %s', async (lost) => {
    const { call, asked, tell, pbx } = await onCall(
      (participants) => {
        participants.set(325, participant());
        tell('upset', 325);
        return Promise.reject(lost);
      },
      { status: 'Ringing' },
    );
    await call.answer();
    expect([call.status, asked]).toEqual(['answered', ['answer']]);
    await pbx.dispose();
  });

  it('says so when the PBX did not answer', async () => {
    const lost = new TimeoutError('late');
    const { call, asked, pbx } = await onCall(() => Promise.reject(lost), { status: 'Ringing' });
    await expect(call.answer()).rejects.toBe(lost);
    expect(asked).toEqual(['answer']);
    await pbx.dispose();
  });

  it('transfers once, whoever asks again with its key', async () => {
    const { call, asked, pbx } = await onCall(() => Promise.reject(new TimeoutError('late')));
    const first = await call.transfer({ to: '101', key: 'k' });
    expect(first).toMatchObject({ kind: 'failed' });
    await expect(call.transfer({ to: '101', key: 'k' })).resolves.toBe(first);
    expect(asked).toEqual(['transferto']);
    await pbx.dispose();
  });

  it('is asked for again by its key when the PBX had turned it away unread', async () => {
    const answers = [
      () => Promise.reject(new RateLimitError('slow down', 1_000)),
      () => Promise.resolve(success),
    ];
    const { call, asked, pbx } = await onCall(() => answers.shift()?.() ?? Promise.resolve(success));
    await expect(call.transfer({ to: '101', key: 'k' })).rejects.toMatchObject({ code: 'RATE_LIMIT' });
    await expect(call.transfer({ to: '101', key: 'k' })).resolves.toEqual({ kind: 'succeeded' });
    expect(asked).toEqual(['transferto', 'transferto']);
    await pbx.dispose();
  });
});

describe('a command that is called off', () => {
  const commands = [
    ['transfer', {}],
    ['route', {}],
    ['divert', { status: 'Ringing' }],
  ] as const;

  it.each(commands)('before it was sent is never sent, and its key is free: %s', async (verb, first) => {
    const { call, asked, pbx } = await onCall(() => Promise.resolve(success), first);
    const signal = AbortSignal.abort(new Error('enough'));
    await expect(call[verb]({ to: '101', key: 'k', signal })).rejects.toThrow('enough');
    expect(asked).toEqual([]);
    await expect(call[verb]({ to: '101', key: 'k' })).resolves.toEqual({ kind: 'succeeded' });
    await pbx.dispose();
  });

  it.each(commands)('after that is awaited no longer, and still told of: %s', async (verb, first) => {
    const answer = deferred<CallControlResult>();
    const { call, asked, told, tell, participants, pbx } = await onCall(() => answer.promise, first);
    const controller = new AbortController();
    const running = call[verb]({ to: '101', key: 'k', signal: controller.signal });
    await settle();
    controller.abort(new Error('enough'));
    await expect(running).rejects.toThrow('enough');
    participants.delete(325);
    tell('remove', 325);
    answer.resolve(success);
    await expect(call[verb]({ to: '101', key: 'k' })).resolves.toEqual({ kind: 'succeeded' });
    expect(asked).toHaveLength(1);
    expect(call.endReason).toBe('transferred');
    expect(told).toContain('call_transferred');
    await pbx.dispose();
  });

  it('attaches nothing, answers nothing', async () => {
    const { call, asked, pbx } = await onCall(() => Promise.resolve(success), { status: 'Ringing' });
    const signal = AbortSignal.abort(new Error('enough'));
    await expect(call.attachData({ a: 'b' }, { signal })).rejects.toThrow('enough');
    await expect(call.answer({ signal })).rejects.toThrow('enough');
    await expect(call.park({ slot: 'SP1', signal })).rejects.toThrow('enough');
    expect(asked).toEqual([]);
    await pbx.dispose();
  });

  it('places no call', async () => {
    const { pbx } = await toldByHand();
    const signal = AbortSignal.abort(new Error('enough'));
    await expect(pbx.makeCall({ to: '101', key: 'k', signal })).rejects.toThrow('enough');
    await pbx.dispose();
  });
});

describe('a transfer of somebody who has gone', () => {
  it('is told as the end of the call', async () => {
    const { call, pbx } = await onCall(() => Promise.reject(new NotFoundError('gone')));
    await expect(call.transfer({ to: '101' })).rejects.toMatchObject({ code: 'CALL_ENDED' });
    await pbx.dispose();
  });
});
