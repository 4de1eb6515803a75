import type { Random } from './random';
import type { SimulatedPbx } from './simulated-pbx';
import { TRAFFIC_MS } from './traffic';

/** Everything that goes wrong between a PBX and its client, by name. */
const TROUBLES = {
  cut: (pbx) => {
    pbx.cut();
  },
  'half-open': (pbx) => {
    pbx.halfOpen();
  },
  'refused upgrades': (pbx, random) => {
    pbx.trouble.refuseUpgrades += random.between(1, 4);
    pbx.cut();
  },
  'closed at once': (pbx, random) => {
    pbx.trouble.closeAtOnce += random.between(1, 4);
    pbx.cut();
  },
  'token replaced': (pbx) => {
    pbx.revokeToken();
    pbx.cut();
  },
  'lost events': (pbx, random) => {
    pbx.trouble.loseEvents += random.between(1, 5);
  },
  'lost removes': (pbx, random) => {
    pbx.trouble.loseRemoves += random.between(1, 3);
  },
  'duplicated events': (pbx, random) => {
    pbx.trouble.duplicateUntil = pbx.clock.now() + random.between(1_000, 20_000);
  },
  'reordered events': (pbx, random) => {
    pbx.trouble.reorderUntil = pbx.clock.now() + random.between(1_000, 20_000);
  },
  'delayed events': (pbx, random) => {
    pbx.trouble.delayUntil = pbx.clock.now() + random.between(1_000, 10_000);
  },
  'slow GETs': (pbx, random) => {
    pbx.trouble.slowGetsUntil = pbx.clock.now() + random.between(1_000, 30_000);
  },
  'slow snapshots': (pbx, random) => {
    pbx.trouble.slowSnapshotsUntil = pbx.clock.now() + random.between(10_000, 60_000);
  },
  'slow snapshot after a cut': (pbx) => {
    pbx.trouble.slowSnapshotsUntil = pbx.clock.now() + 10_000;
    pbx.cut();
  },
  'cut while GETs are out': (pbx, random) => {
    pbx.trouble.slowGetsUntil = pbx.clock.now() + 3_000;
    pbx.clock.after(random.between(100, 3_000), () => {
      pbx.cut();
    });
  },
  'failed GETs': (pbx, random) => {
    pbx.trouble.failGets += random.between(1, 4);
  },
  'failed snapshots': (pbx, random) => {
    pbx.trouble.failSnapshots += random.between(1, 3);
    pbx.cut();
  },
  'ghost participants': (pbx, random) => {
    for (const type of [0, 1, 2, random.between(0, 1)]) {
      const entity = `/callcontrol/999/participants/${String(pbx.nextUnusedId + random.between(0, 3))}`;
      const attached_data = type === 2 ? { dtmf_input: '1' } : null;
      pbx.sendRaw(JSON.stringify({ sequence: 0, event: { event_type: type, entity, attached_data } }));
    }
  },
  'malformed messages': (pbx) => {
    for (const text of [
      '',
      '{',
      'null',
      '[]',
      '{"sequence":"x","event":{}}',
      '{"event":{"event_type":9,"entity":"/x"}}',
    ])
      pbx.sendRaw(text);
  },
  'sequence begins again': (pbx) => {
    pbx.resetSequence();
  },
  restart: (pbx, random) => {
    pbx.restart(random.between(100, 30_000));
  },
} as const satisfies Record<string, (pbx: SimulatedPbx, random: Random) => void>;

export type TroubleName = keyof typeof TROUBLES;

/** At least three troubles at random times. @returns their names */
export function scheduleTrouble(pbx: SimulatedPbx, random: Random): TroubleName[] {
  const names = Object.keys(TROUBLES) as [TroubleName, ...TroubleName[]];
  return Array.from({ length: 3 + random.between(0, 3) }, () => {
    const name = random.pick(names);
    pbx.clock.after(random.between(500, TRAFFIC_MS), () => {
      TROUBLES[name](pbx, random);
    });
    return name;
  });
}
