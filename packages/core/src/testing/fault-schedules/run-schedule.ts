import { ConnectedPhoneSystem } from '../../connected-phone-system';
import type { CallEvent } from '../../events/call-event';
import { partsWith } from '../stand-ins';
import { VirtualClock } from '../virtual-clock';
import { violationsOf, type Told } from './history';
import { seededRandom } from './random';
import { SimulatedPbx } from './simulated-pbx';
import { scheduleTraffic, TRAFFIC_MS } from './traffic';
import { scheduleTrouble, type TroubleName } from './trouble';
import { jsonOf, type TrueParticipant } from './truth';

export interface ScheduleResult {
  readonly seed: number;
  readonly troubles: readonly TroubleName[];
  readonly calls: number;
  readonly transitions: number;
  readonly events: number;
  /** What doesn't hold; empty when all does. */
  readonly violations: readonly string[];
  readonly told: readonly Told[];
}

const EXTENSIONS = [
  { dn: '999', type: 'Wroutepoint' },
  { dn: '101', type: 'Wextension' },
  { dn: '102', type: 'Wextension' },
  { dn: '103', type: 'Wextension' },
  { dn: '104', type: 'Wextension' },
];

/** After the last trouble: a long backoff, a minute until the next comparison, slow answers. */
const CALM_MS = 150_000;

/**
 * Random calls and random trouble between a simulated PBX and the whole core, in
 * virtual time; then compares what was told with what was true. The same seed is the
 * same schedule.
 */
export async function runSchedule(seed: number): Promise<ScheduleResult> {
  const random = seededRandom(seed);
  const clock = new VirtualClock();
  const pbx = new SimulatedPbx(clock, random, EXTENSIONS);
  const told: Told[] = [];
  const phoneSystem = new ConnectedPhoneSystem(
    partsWith({
      api: {
        getState: () => pbx.getState(),
        getParticipant: (dn, id) => pbx.getParticipant(dn, id),
      },
      tokens: pbx.tokens,
      openSocket: pbx.openSocket,
      clock,
      epoch: String(seed),
      random: () => random.next(),
    }),
  );
  phoneSystem.events$.subscribe((event: CallEvent) => {
    told.push({ at: clock.now(), event });
  });
  const started = phoneSystem.start();
  await clock.advance(1_000);
  await started;

  scheduleTraffic(pbx, random);
  const troubles = scheduleTrouble(pbx, random);
  await clock.advance(TRAFFIC_MS + 2_000);
  pbx.freeze();
  await clock.advance(CALM_MS);

  const violations = [
    ...violationsOf({ pbx, told }),
    ...stateViolations(pbx.liveParticipants, phoneSystem),
    ...(pbx.mostGets > 8 ? [`${String(pbx.mostGets)} GETs were out at once`] : []),
    ...(phoneSystem.connection === 'connected' ? [] : [`the connection is ${phoneSystem.connection}`]),
  ];
  await phoneSystem.dispose();
  pbx.cut();
  return {
    seed,
    troubles,
    calls: pbx.conversations.length,
    transitions: pbx.transitions,
    events: told.length,
    violations,
    told,
  };
}

/** In the end the client's calls are the PBX's calls. */
function stateViolations(live: readonly TrueParticipant[], { calls }: ConnectedPhoneSystem): string[] {
  const found: string[] = [];
  const expected = new Map<string, TrueParticipant[]>();
  for (const one of live) {
    const key = one.conversation.number;
    expected.set(key, [...(expected.get(key) ?? []), one]);
  }
  for (const call of calls) {
    const number = call.direction === 'outbound' ? call.toNumber : call.fromNumber;
    const participants = expected.get(number);
    expected.delete(number);
    if (participants === undefined) {
      found.push(`${call.id} of ${number} is a ghost in the end`);
      continue;
    }
    const status = participants.some((one) => one.status === 'Connected') ? 'answered' : 'ringing';
    if (call.status !== status)
      found.push(`${call.id} of ${number} is ${call.status} in the end, in truth ${status}`);
    const names = participants.map((one) => jsonOf(one).party_caller_name);
    if (!names.includes(call.callerName))
      found.push(
        `${call.id} of ${number} is in state ${call.callerName} in the end, in truth ${names.join(' or ')}`,
      );
  }
  for (const number of expected.keys()) found.push(`the call of ${number} is missing in the end`);
  return found;
}
