import {
  ConnectionFailedError,
  NotFoundError,
  PermissionError,
  ServerError,
  TimeoutError,
  UnprocessableError,
  type CallControlResult,
} from '@org/3cx-api-client';
import { dnState, participant } from '../testing/participants';
import { transferCall } from './transfer';

const result = (finalstatus: CallControlResult['finalstatus'], reasontext = ''): CallControlResult => ({
  finalstatus,
  reason: '',
  reasontext,
  result: undefined,
});

/** A PBX that answers the transfer in one way, and then knows the participant or doesn't. */
function pbx(
  act: () => Promise<CallControlResult>,
  afterwards: 'there' | 'elsewhere' | 'gone' | 'unreachable' = 'there',
) {
  const asked: unknown[] = [];
  return {
    asked,
    act: (...request: unknown[]) => {
      asked.push(request);
      return act();
    },
    getParticipant: () => {
      if (afterwards === 'gone' || afterwards === 'elsewhere')
        return Promise.reject(new NotFoundError('gone'));
      if (afterwards === 'unreachable') return Promise.reject(new ConnectionFailedError('no route'));
      return Promise.resolve(participant());
    },
    getState: () =>
      Promise.resolve([
        dnState(afterwards === 'there' ? [participant()] : []),
        dnState(
          afterwards === 'elsewhere' ? [participant({ id: 327, dn: '101' })] : [participant({ callid: 7 })],
          '101',
          'Wextension',
        ),
      ]),
  };
}

const command = { dn: '999', participantId: 325, callid: 42, to: ' 101 ' };

describe('transferring a participant', () => {
  it('asks for the target with 30 s to ring, unless told otherwise', async () => {
    const api = pbx(() => Promise.resolve(result('success')));
    await expect(transferCall(api, command)).resolves.toEqual({ kind: 'succeeded' });
    await transferCall(api, { ...command, timeoutSeconds: 5 });
    expect(api.asked).toEqual([
      ['999', 325, 'transferto', { destination: '101', timeout: 30 }],
      ['999', 325, 'transferto', { destination: '101', timeout: 5 }],
    ]);
  });

  it.each([
    [() => Promise.resolve(result('failed', 'Busy here')), 'Busy here'],
    [() => Promise.resolve(result('rejected')), 'rejected'],
    [() => Promise.reject(new UnprocessableError('x', { detail: 'No answer' })), 'No answer'],
    [() => Promise.reject(new UnprocessableError('x')), 'the target did not take the call'],
  ])('fails with the reason of the PBX (%#)', async (act, reason) => {
    await expect(transferCall(pbx(act), command)).resolves.toEqual({ kind: 'failed', reason });
  });

  it.each([new TimeoutError('late'), new ConnectionFailedError('reset'), new ServerError('restarting')])(
    'settles a lost answer (%s) by looking at the call',
    async (error) => {
      const act = () => Promise.reject(error);
      await expect(transferCall(pbx(act, 'there'), command)).resolves.toMatchObject({ kind: 'failed' });
      await expect(transferCall(pbx(act, 'elsewhere'), command)).resolves.toEqual({ kind: 'succeeded' });
      await expect(transferCall(pbx(act, 'gone'), command)).resolves.toEqual({ kind: 'unknown' });
      await expect(transferCall(pbx(act, 'unreachable'), command)).resolves.toEqual({ kind: 'unknown' });
    },
  );

  it.each([new NotFoundError('gone'), new PermissionError('not yours')])('passes on %s', async (error) => {
    await expect(
      transferCall(
        pbx(() => Promise.reject(error)),
        command,
      ),
    ).rejects.toBe(error);
  });
});
