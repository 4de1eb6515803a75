import { NotFoundError, type CallControlClient, type Participant } from '@org/3cx-api-client';
import { ConnectedPhoneSystem } from '../connected-phone-system';
import type { EventSocketHandlers } from '../socket/event-socket';
import { dnState } from './participants';
import { partsWith, type PartsGiven } from './stand-ins';

export interface ToldByHand {
  readonly pbx: ConnectedPhoneSystem;
  /** What the PBX answers GETs from: a test puts participants in, and takes them out. */
  readonly participants: Map<number, Participant>;
  /** Hands in the text of a message as if the socket had brought it. */
  readonly message: (text: string) => void;
  /** The same for an event about a participant of 999. */
  readonly tell: (event: 'upset' | 'remove' | 'dtmf', id: number, attachedData?: object) => void;
  /** The socket is lost. */
  readonly lose: () => void;
  /** GETs of participants so far. */
  readonly gets: () => number;
}

const EVENT_TYPES = { upset: 0, remove: 1, dtmf: 2 };

/** One Upset, as the PBX words it. */
export function upset(id: number, sequence: number): string {
  return `{"sequence":${String(sequence)},"event":{"event_type":0,"entity":"/callcontrol/999/participants/${String(id)}","attached_data":null}}`;
}

function eventText(event_type: number, id: number, sequence: number, attached_data: object | null): string {
  const entity = `/callcontrol/999/participants/${String(id)}`;
  return JSON.stringify({ sequence, event: { event_type, entity, attached_data } });
}

/** The whole core, connected to a PBX whose participants and messages are told by hand. */
export async function toldByHand(
  given: PartsGiven = {},
  participants = new Map<number, Participant>(),
): Promise<ToldByHand> {
  let handlers: EventSocketHandlers | undefined;
  let gets = 0;
  let sequence = 0;
  const fromMemory: CallControlClient['getParticipant'] = (_dn, id) => {
    const found = participants.get(id);
    return found === undefined ? Promise.reject(new NotFoundError('gone')) : Promise.resolve(found);
  };
  const getParticipant = given.api?.getParticipant ?? fromMemory;
  const pbx = new ConnectedPhoneSystem(
    partsWith({
      openSocket: (_token, socketHandlers) => {
        handlers = socketHandlers;
        return Promise.resolve({ close() {} });
      },
      ...given,
      api: {
        getState: () => Promise.resolve([dnState([...participants.values()])]),
        ...given.api,
        getParticipant: (dn, id) => {
          gets += 1;
          return getParticipant(dn, id);
        },
      },
    }),
  );
  await pbx.start();
  return {
    pbx,
    participants,
    message: (text) => handlers?.onMessage(text),
    tell: (event, id, attachedData) => {
      sequence += 1;
      handlers?.onMessage(eventText(EVENT_TYPES[event], id, sequence, attachedData ?? null));
    },
    lose: () => handlers?.onClosed('cut'),
    gets: () => gets,
  };
}
