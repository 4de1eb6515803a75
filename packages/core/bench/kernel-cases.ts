import { calls, scene, turn, upset } from './scene';
import { cpuOf, inTurn, rounded, type Case } from './figures';

const subscribers = 3;

/** CPU per event with so many calls in progress, each event a change that is told. */
async function costPerEvent(
  live: number,
  events: number,
): Promise<{ run: () => Promise<number>; dispose: () => Promise<void> }> {
  const participants = calls(live);
  // Two states of each call, told in turn: what is measured is the core, not the making of states.
  const others = new Map(
    [...participants].map(([id, one]) => [id, { ...one, party_caller_name: `Caller ${String(id)}` }]),
  );
  const { pbx: phoneSystem, message } = await scene({ participants });
  let told = 0;
  for (let count = 0; count < subscribers; count += 1) phoneSystem.events$.subscribe(() => (told += 1));
  let sequence = 0;
  const run = async () => {
    told = 0;
    const cpu = await cpuOf(async () => {
      for (let sent = 0; sent < events;) {
        for (let burst = 0; burst < 8; burst += 1, sent += 1) {
          sequence += 1;
          const id = (sequence % live) + 1;
          const next = others.get(id);
          const now = participants.get(id);
          if (next !== undefined && now !== undefined) {
            participants.set(id, next);
            others.set(id, now);
          }
          message(upset(id, sequence));
        }
        await turn();
      }
    });
    if (told !== events * subscribers)
      throw new Error(`${String(told)} events were told of ${String(events)}.`);
    return cpu / events;
  };
  return { run, dispose: () => phoneSystem.dispose() };
}

export async function flatness(quick: boolean): Promise<Case> {
  const events = quick ? 20_000 : 80_000;
  const [few, many] = [await costPerEvent(10, events), await costPerEvent(5_000, events)];
  const result = await inTurn(quick ? 5 : 9, many.run, few.run);
  await few.dispose();
  await many.dispose();
  return {
    name: 'cost per event at 5000 live calls, beside 10',
    ...result,
    unit: 'µs CPU per event',
    goal: '0.8 <= ratio <= 1.2',
    holds: result.ratio >= 0.8 && result.ratio <= 1.2,
  };
}

/** Bursts of 20 Upsets per participant in 50 ms, at 20 ms for a round trip. */
export async function conflation(): Promise<Case> {
  const participants = calls(50);
  const {
    pbx: phoneSystem,
    message,
    gets,
  } = await scene({
    participants,
    getParticipant: (_dn, id) =>
      new Promise((resolve, reject) => {
        setTimeout(() => {
          const found = participants.get(id);
          if (found === undefined) reject(new Error('gone'));
          else resolve(found);
        }, 20);
      }),
  });
  let upsets = 0;
  for (let round = 0; round < 20; round += 1) {
    const began = performance.now();
    for (let id = 1; id <= participants.size; id += 1) message(upset(id, ++upsets));
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, 2.5 - (performance.now() - began))));
  }
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  const perUpset = rounded(gets() / upsets);
  await phoneSystem.dispose();
  return {
    name: 'GETs per Upset in bursts of 20 in 50 ms, beside one GET per event',
    value: perUpset,
    unit: 'GETs per Upset',
    reference: 1,
    ratio: perUpset,
    goal: 'ratio <= 0.25',
    holds: perUpset <= 0.25,
  };
}

export async function heapPerCall(): Promise<Case> {
  const { gc } = globalThis;
  if (gc === undefined) throw new Error('Run node with --expose-gc.');
  const count = 10_000;
  const settled = async () => {
    for (let run = 0; run < 3; run += 1) {
      await gc({ execution: 'async' });
      await turn();
    }
    return process.memoryUsage().heapUsed;
  };
  const before = await settled();
  // What the PBX holds is made anew for each answer, as a parsed one is.
  const { pbx: phoneSystem } = await scene({ participants: new Map(), getState: () => Promise.resolve([]) });
  const empty = await settled();
  const full = await scene({
    participants: new Map(),
    getState: () =>
      Promise.resolve([
        { dn: '999', type: 'Wroutepoint', devices: [], participants: [...calls(count).values()] },
      ]),
  });
  const perCall = ((await settled()) - empty) / count;
  await phoneSystem.dispose();
  const live = full.pbx.calls.length;
  await full.pbx.dispose();
  if (live !== count || before <= 0) throw new Error(`${String(live)} calls are live.`);
  return {
    name: 'heap per live call at 10000 calls',
    value: rounded(perCall),
    unit: 'bytes',
    reference: 8192,
    ratio: rounded(perCall / 8192),
    goal: '<= 8 KB',
    holds: perCall <= 8192,
  };
}
