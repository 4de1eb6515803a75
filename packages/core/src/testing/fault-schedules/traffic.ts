import type { Random } from './random';
import type { SimulatedPbx } from './simulated-pbx';
import type { TrueParticipant } from './truth';

/** How long calls keep coming in, milliseconds of virtual time. */
export const TRAFFIC_MS = 90_000;
const KEYS = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '*', '#'] as const;

/** Random calls of every sequence that the facts describe, each begun at a random time. */
export function scheduleTraffic(pbx: SimulatedPbx, random: Random): void {
  const { clock } = pbx;
  const after = (low: number, high: number, run: () => void) => {
    clock.after(random.between(low, high), run);
  };

  const talk = (one: TrueParticipant, isRoutePoint: boolean) => {
    const presses = isRoutePoint ? random.between(0, 6) : 0;
    for (let press = 0; press < presses; press += 1) {
      after(0, 4_000, () => {
        pbx.press(one, random.pick(KEYS));
      });
    }
    for (let change = random.between(0, 3); change > 0; change -= 1) {
      after(0, 5_000, () => {
        pbx.change(one);
      });
    }
  };
  const ring = (one: TrueParticipant) => {
    clock.after(750, () => {
      if (pbx.isLive(one) && one.status !== 'Connected') {
        pbx.repeat(one);
        ring(one);
      }
    });
  };
  /** Most calls last seconds, some end before anyone can look. */
  const untilEnd = (end: () => void) => {
    if (random.chance(0.15)) after(0, 40, end);
    else if (random.chance(0.3)) after(20_000, 60_000, end);
    else after(500, 12_000, end);
  };

  const inbound = () => {
    const connectedAtOnce = random.chance(0.6);
    const one = pbx.add(pbx.conversation('999'), pbx.newCallid(), connectedAtOnce ? 'Connected' : 'Ringing');
    if (!connectedAtOnce) {
      ring(one);
      after(20, 6_000, () => {
        pbx.change(one, 'Connected');
      });
    }
    talk(one, true);
    untilEnd(() => {
      pbx.remove(one);
    });
  };
  const outbound = () => {
    const conversation = pbx.conversation('999');
    const callid = pbx.newCallid();
    const one = pbx.add(conversation, callid, 'Dialing', { outbound: true });
    const far = random.chance(0.5)
      ? pbx.add(conversation, callid, 'Ringing', { farLeg: true, outbound: true })
      : undefined;
    ring(one);
    if (random.chance(0.7)) {
      after(300, 8_000, () => {
        pbx.change(one, 'Connected');
        if (far !== undefined) pbx.change(far, 'Connected');
        talk(one, true);
      });
    }
    untilEnd(() => {
      if (far !== undefined) pbx.remove(far);
      pbx.remove(one);
    });
  };
  /** A group rings several phones, some with several devices; one wins, the others lose within milliseconds. */
  const group = () => {
    const callid = pbx.newCallid();
    const ringing: TrueParticipant[] = [];
    for (const dn of ['101', '102', '103']) {
      const conversation = pbx.conversation(dn);
      for (let device = random.between(1, 2); device > 0; device -= 1) {
        const one = pbx.add(conversation, callid, 'Ringing');
        ring(one);
        ringing.push(one);
      }
    }
    after(50, 7_000, () => {
      const winner = random.chance(0.7) ? ringing[random.between(0, ringing.length - 1)] : undefined;
      if (winner !== undefined) pbx.change(winner, 'Connected');
      for (const one of ringing) {
        if (one === winner) continue;
        after(0, 5, () => {
          pbx.remove(one);
        });
      }
      if (winner === undefined) return;
      talk(winner, false);
      untilEnd(() => {
        pbx.remove(winner);
      });
    });
  };
  /** A connected caller is handed on: a new leg rings elsewhere in the same call and takes it over. */
  const transferred = () => {
    const callid = pbx.newCallid();
    const one = pbx.add(pbx.conversation('999'), callid, 'Connected');
    talk(one, true);
    after(500, 8_000, () => {
      if (!pbx.isLive(one)) return;
      const next = pbx.add(pbx.conversation('104'), callid, 'Ringing');
      ring(next);
      after(200, 5_000, () => {
        if (random.chance(0.6)) {
          pbx.change(next, 'Connected');
          pbx.remove(one);
          untilEnd(() => {
            pbx.remove(next);
          });
        } else {
          pbx.remove(next);
          untilEnd(() => {
            pbx.remove(one);
          });
        }
      });
    });
  };

  // Two of each at least, so that every schedule has its five calls and thirty transitions.
  const kinds = [inbound, outbound, group, transferred, inbound] as const;
  for (let call = 0; call < 10 + random.between(0, 10); call += 1) {
    const kind = kinds[call % kinds.length] ?? inbound;
    // Some come in bursts: then more GETs wait than may be out at once.
    after(0, random.chance(0.3) ? 20 : TRAFFIC_MS, kind);
  }
}
