import { participantJson } from '../call-control/participant-json';
import type { Call } from '../switch/call';

/** What the control API tells about a call. Times in the call are milliseconds. */
export function callView(call: Call, now: number) {
  const gaps = call.playOuts.flatMap((playOut, index) => {
    const before = call.playOuts.slice(0, index).reduce((sum, earlier) => sum + earlier.heardMs(now), 0);
    return playOut.gaps(now).map((gap) => ({ atMs: before + gap.atMs, lengthMs: gap.lengthMs }));
  });
  return {
    id: call.id,
    state: call.state,
    direction: call.person === 'origin' ? 'inbound' : 'outbound',
    from: call.from,
    to: call.to,
    did: call.did,
    connectedTo: call.counterpart?.dn.number ?? null,
    heardMs: heardMs(call, now),
    gaps: gaps.length,
    gapDetails: gaps,
    maxLeadMs: Math.round(Math.max(0, ...call.playOuts.map((playOut) => playOut.maxLeadMs))),
    onHold: call.counterpart?.playOut?.held ?? false,
    endedBy: call.ending?.by ?? null,
    endReason: call.ending?.reason ?? null,
    startedAt: call.startedAt.toISOString(),
    connectedAt: call.establishedAt?.toISOString() ?? null,
    endedAt: call.ending?.at.toISOString() ?? null,
    legs: call.liveLegs.map((leg) => ({ ...participantJson(leg, true), attached: leg.attached })),
  };
}

/** How long the person has been connected to a route point, whole milliseconds. */
export function heardMs(call: Call, now: number): number {
  return Math.floor(call.playOuts.reduce((sum, playOut) => sum + playOut.heardMs(now), 0));
}

/** Everything the person has heard from route points, one after the other. */
export function heardSamples(call: Call, now: number): Int16Array {
  const parts = call.playOuts.map((playOut) => playOut.heard(now));
  const samples = new Int16Array(parts.reduce((sum, part) => sum + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    samples.set(part, offset);
    offset += part.length;
  }
  return samples;
}
