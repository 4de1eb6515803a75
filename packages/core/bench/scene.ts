import type { CallControlClient, DnState, Participant, Transport } from '@org/3cx-api-client';
import { ConnectedPhoneSystem } from '../src/connected-phone-system';
import { systemClock } from '../src/clock';
import type { EventSocketHandlers, OpenEventSocket } from '../src/socket/event-socket';
import { participant } from '../src/testing/participants';

const unasked = (): never => {
  throw new Error('Not part of the benchmark.');
};
const quiet = () => undefined;

/** One call each, on the route point, ringing or connected. */
export function calls(count: number, status: Participant['status'] = 'Connected'): Map<number, Participant> {
  return new Map(
    Array.from({ length: count }, (_, index) => {
      const id = index + 1;
      return [id, participant({ id, callid: id, status, party_caller_id: `+4930${String(id)}` })];
    }),
  );
}

export function stateOf(participants: ReadonlyMap<number, Participant>): DnState[] {
  return [{ dn: '999', type: 'Wroutepoint', devices: [], participants: [...participants.values()] }];
}

export function upset(id: number, sequence: number): string {
  return `{"sequence":${String(sequence)},"event":{"event_type":0,"entity":"/callcontrol/999/participants/${String(id)}","attached_data":null}}`;
}

export interface Scene {
  readonly phoneSystem: ConnectedPhoneSystem;
  /** Hands a message in as if the socket had brought it. */
  readonly message: (text: string) => void;
  /** GETs of participants so far. */
  readonly gets: () => number;
}

export interface SceneOptions {
  readonly participants: Map<number, Participant>;
  readonly getParticipant?: CallControlClient['getParticipant'];
  readonly getState?: CallControlClient['getState'];
  readonly openSocket?: OpenEventSocket;
}

/** The whole core over a PBX that is answered for from memory. */
export async function scene({ participants, ...ports }: SceneOptions): Promise<Scene> {
  let handlers: EventSocketHandlers | undefined;
  let gets = 0;
  const getParticipant: CallControlClient['getParticipant'] = (dn, id) => {
    gets += 1;
    if (ports.getParticipant !== undefined) return ports.getParticipant(dn, id);
    const found = participants.get(id);
    return found === undefined ? Promise.reject(new Error('gone')) : Promise.resolve(found);
  };
  const transport: Transport = {
    fetch: unasked,
    download: unasked,
    upload: unasked,
    tls: { rejectUnauthorized: true },
    dispose: quiet,
  };
  const phoneSystem = new ConnectedPhoneSystem({
    serverUrl: 'https://pbx.example.com',
    clientId: '999',
    api: {
      getState: ports.getState ?? (() => Promise.resolve(stateOf(participants))),
      getParticipant,
      getDn: unasked,
      getDevices: unasked,
      getDevice: unasked,
      getParticipants: unasked,
      act: unasked,
      makeCall: unasked,
      speak: unasked,
      listen: unasked,
    },
    xapi: {
      getVersion: unasked,
      getSystemStatus: unasked,
      getActiveCalls: unasked,
      list: unasked,
      paginate: unasked,
      get: unasked,
      post: unasked,
      patch: unasked,
      delete: unasked,
      download: unasked,
    },
    tokens: { get: () => Promise.resolve('token'), invalidate: quiet },
    transport,
    openSocket:
      ports.openSocket ??
      ((_token, given) => {
        handlers = given;
        return Promise.resolve({ close: quiet });
      }),
    clock: systemClock,
    logger: { debug: quiet, info: quiet, warn: quiet, error: quiet },
    epoch: 'bench',
  });
  await phoneSystem.start();
  return {
    phoneSystem,
    message: (text) => handlers?.onMessage(text),
    gets: () => gets,
  };
}

/** One turn of the loop: all that waits on settled promises has run. */
export const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
