import type { CallControlClient, DnState, Participant } from '@org/3cx-api-client';
import { systemClock } from '../src/clock';
import type { OpenEventSocket } from '../src/socket/event-socket';
import { dnState, participant } from '../src/testing/participants';
import { toldByHand, type ToldByHand } from '../src/testing/told-by-hand';

export { upset } from '../src/testing/told-by-hand';

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
  return [dnState([...participants.values()])];
}

export interface SceneOptions {
  readonly participants: Map<number, Participant>;
  readonly getParticipant?: CallControlClient['getParticipant'];
  readonly getState?: CallControlClient['getState'];
  readonly openSocket?: OpenEventSocket;
}

/** The whole core over a PBX that is answered for from memory. */
export function scene({
  participants,
  getParticipant,
  getState,
  openSocket,
}: SceneOptions): Promise<ToldByHand> {
  return toldByHand(
    {
      clock: systemClock,
      epoch: 'bench',
      api: { ...(getParticipant && { getParticipant }), ...(getState && { getState }) },
      ...(openSocket && { openSocket }),
    },
    participants,
  );
}

/** One turn of the loop: all that waits on settled promises has run. */
export const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
