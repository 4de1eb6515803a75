import {
  NotFoundError,
  PermissionError,
  ServerError,
  TimeoutError,
  UnprocessableError,
  type CallControlResult,
  type Participant,
} from '@org/3cx-api-client';
import type { Call } from '../call';
import { deferred } from '../deferred';
import { dnState, participant } from '../testing/participants';
import { VirtualClock } from '../testing/virtual-clock';
import { makeCall, type MakeCallPorts } from './make-call';

const call = { id: 'call-42-7' } as Call;

const accepted = (id: number | undefined, reasontext = ''): CallControlResult => ({
  finalstatus: 'success',
  reason: '',
  reasontext,
  result: id === undefined ? undefined : participant({ id, status: 'Dialing' }),
});

interface Scene {
  readonly answers: (CallControlResult | Error)[];
  readonly devices?: readonly (readonly string[])[];
  readonly routePoint?: boolean;
  readonly known?: readonly number[];
  readonly participants?: Participant[];
  readonly appears?: boolean | 'gone';
}

function scene({
  answers,
  devices = [['one']],
  routePoint = true,
  known = [],
  participants = [],
  appears = true,
}: Scene) {
  const clock = new VirtualClock();
  const asked: unknown[] = [];
  const lists = [...devices];
  const appearing = deferred<Call | 'gone'>();
  if (appears !== false) appearing.resolve(appears === 'gone' ? 'gone' : call);
  const ports: MakeCallPorts = {
    clock,
    isRoutePoint: () => routePoint,
    participantsOf: () => new Set(known),
    callOf: () => appearing.promise,
    api: {
      getDevices: (dn) =>
        Promise.resolve(
          ((lists.length > 1 ? lists.shift() : lists[0]) ?? []).map((device_id) => ({
            dn,
            device_id,
            user_agent: '',
          })),
        ),
      makeCall: (dn, request, deviceId) => {
        asked.push([dn, request, deviceId]);
        const answer = answers.shift();
        return answer instanceof Error || answer === undefined
          ? Promise.reject(answer ?? new Error('not expected'))
          : Promise.resolve(answer);
      },
      getDn: () => Promise.resolve(dnState(participants)),
      getParticipant: (_dn, id) => {
        const one = participants.find((candidate) => candidate.id === id);
        return one === undefined ? Promise.reject(new NotFoundError('gone')) : Promise.resolve(one);
      },
      act: (dn, id, action) => {
        asked.push([dn, id, action]);
        return Promise.resolve(accepted(undefined));
      },
    },
  };
  return { ports, clock, asked };
}

describe('placing a call', () => {
  it('from a route point takes its device, 30 s to ring, and resolves with the call', async () => {
    const { ports, asked } = scene({ answers: [accepted(7)] });
    await expect(makeCall(ports, '999', { to: ' 101 ' })).resolves.toEqual({ kind: 'succeeded', call });
    expect(asked).toEqual([['999', { destination: '101', timeout: 30 }, 'one']]);
  });

  it.each([
    ['its only device', [['desk']], 'desk'],
    ['whichever the PBX chooses of several', [['desk', 'app']], undefined],
    ['whichever the PBX chooses when none is registered', [[]], undefined],
  ])('from a phone takes %s', async (_which, devices, device) => {
    const { ports, asked } = scene({ answers: [accepted(7)], devices, routePoint: false });
    await makeCall(ports, '101', { to: '102', timeoutSeconds: 5, attachedData: { ticket: '7' } });
    expect(asked).toEqual([
      ['101', { destination: '102', timeout: 5, attacheddata: { ticket: '7' } }, device],
    ]);
  });

  it('looks a device up again that has registered anew', async () => {
    const { ports, asked } = scene({
      answers: [new NotFoundError('stale'), accepted(7)],
      devices: [['old'], ['new']],
    });
    await expect(makeCall(ports, '999', { to: '101' })).resolves.toMatchObject({ kind: 'succeeded' });
    expect(asked).toHaveLength(2);
  });

  it.each([
    [new UnprocessableError('x', { detail: 'No route' }), 'No route'],
    [accepted(undefined, 'Outbound rule missing'), 'Outbound rule missing'],
    [accepted(undefined), '3CX placed no call'],
  ])('fails with the reason of the PBX (%#)', async (answer, reason) => {
    const { ports } = scene({ answers: [answer] });
    await expect(makeCall(ports, '999', { to: '101' })).resolves.toEqual({ kind: 'failed', reason });
  });

  it('fails at once when the participant has gone before anyone saw it', async () => {
    const { ports, clock } = scene({ answers: [accepted(7)], appears: 'gone' });
    await expect(makeCall(ports, '999', { to: '101' })).resolves.toMatchObject({ kind: 'failed' });
    expect(clock.pending).toBe(0);
  });

  it('fails after 15 s when the PBX accepts a call that never comes to be', async () => {
    const { ports, clock } = scene({ answers: [accepted(7)], appears: false });
    const outcome = makeCall(ports, '999', { to: '101' });
    await clock.advance(15_000);
    await expect(outcome).resolves.toMatchObject({ kind: 'failed' });
    expect(clock.pending).toBe(0);
  });

  it.each([new TimeoutError('late'), new ServerError('restarting')])(
    'settles a lost answer (%s) by looking for the new participant, and never calls twice',
    async (error) => {
      const dialing = participant({ id: 8, status: 'Dialing' });
      const found = scene({
        answers: [error],
        known: [5],
        participants: [participant({ id: 5, status: 'Dialing' }), dialing],
      });
      await expect(makeCall(found.ports, '999', { to: '101' })).resolves.toEqual({ kind: 'succeeded', call });
      const none = scene({ answers: [error], known: [8], participants: [dialing] });
      await expect(makeCall(none.ports, '999', { to: '101' })).resolves.toEqual({ kind: 'unknown' });
      const two = scene({
        answers: [error],
        participants: [dialing, participant({ id: 9, status: 'Dialing' })],
      });
      await expect(makeCall(two.ports, '999', { to: '101' })).resolves.toEqual({ kind: 'unknown' });
      expect([found, none, two].map(({ asked }) => asked.length)).toEqual([1, 1, 1]);
    },
  );

  it('given up by its caller is dropped', async () => {
    const { ports, asked, clock } = scene({ answers: [accepted(7)], appears: false });
    const controller = new AbortController();
    const outcome = makeCall(ports, '999', { to: '101', signal: controller.signal });
    const settled = expect(outcome).rejects.toThrow(/abort/i);
    await clock.advance(1_000);
    controller.abort();
    await settled;
    expect(asked.at(-1)).toEqual(['999', 7, 'drop']);
    expect(clock.pending).toBe(0);
  });

  it('passes on what nobody can settle', async () => {
    const { ports } = scene({ answers: [new PermissionError('not granted')] });
    await expect(makeCall(ports, '999', { to: '101' })).rejects.toMatchObject({ code: 'PERMISSION' });
  });
});
