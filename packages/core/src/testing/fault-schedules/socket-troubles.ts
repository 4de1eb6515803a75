import type { Random } from './random';

/**
 * A fault that the mock plays. `gap`: the connection goes and comes back. `loss`: events are
 * missing, which shows with the next one. `standing`: it lasts until faults are ended.
 */
export interface SocketTrouble {
  readonly name: string;
  readonly kind: 'gap' | 'loss' | 'standing' | 'nothing';
  readonly faults: object;
  /** It takes a new token: soon after another one, that waits half a minute, lest two programs fight for it. */
  readonly renewsToken?: true;
}

const TROUBLES: readonly [(random: Random) => SocketTrouble, ...((random: Random) => SocketTrouble)[]] = [
  () => ({ name: 'cut', kind: 'gap', faults: { dropSockets: true } }),
  (random) => ({
    name: 'closed',
    kind: 'gap',
    faults: { closeSockets: { code: random.pick([1000, 1011, 3008, 4000]) } },
  }),
  (random) => ({
    name: 'refused',
    kind: 'gap',
    faults: {
      rejectUpgrades: { status: random.pick([429, 500, 503]), count: 1 },
      dropSockets: true,
    },
  }),
  (random) => ({
    name: 'token replaced',
    kind: 'gap',
    faults: random.pick<object>([
      { revokeToken: true, dropSockets: true },
      { closeSockets: { code: 1008 } },
      { rejectUpgrades: { status: 401, count: 1 }, dropSockets: true },
    ]),
    renewsToken: true,
  }),
  () => ({ name: 'restart', kind: 'gap', faults: { restart: { downMs: 200 } }, renewsToken: true }),
  (random) => ({
    name: 'lost events',
    kind: 'loss',
    faults: { loseEvents: { count: random.between(1, 4) } },
  }),
  (random) => ({
    name: 'failing GETs',
    kind: 'loss',
    faults: { failRequests: { path: '/participants/', status: 500, count: random.between(1, 3) } },
  }),
  (random) => ({
    name: 'late and out of order',
    kind: 'standing',
    faults: { delayEvents: { ms: 0, jitterMs: 60, seed: random.between(1, 1_000) } },
  }),
  () => ({ name: 'everything twice', kind: 'standing', faults: { duplicateEvents: true } }),
  () => ({ name: 'slow GETs', kind: 'standing', faults: { delayGets: { ms: 80 } } }),
  () => ({ name: 'ghost', kind: 'nothing', faults: { ghostParticipant: true } }),
];

/** A Remove that was never numbered shows only in the comparison of every minute: real minutes, here. */
const LOST_REMOVE: SocketTrouble = {
  name: 'lost Remove',
  kind: 'loss',
  faults: { loseRemoves: { count: 1 } },
};

/** @param earlier of the same schedule; unless `slow`, one of them at most takes a new token */
export function anyTrouble(
  random: Random,
  earlier: readonly SocketTrouble[],
  { slow }: { readonly slow: boolean },
): SocketTrouble {
  if (slow && random.chance(0.08)) return LOST_REMOVE;
  for (;;) {
    const trouble = random.pick(TROUBLES)(random);
    if (slow || trouble.renewsToken !== true || !earlier.some(({ renewsToken }) => renewsToken))
      return trouble;
  }
}
