import type { View } from './board';
import { callState, ending } from './words';

/** What is worth saying aloud of the difference between two views, for people who don't see the page. */
export function announcements(before: View, now: View): readonly string[] {
  const earlier = new Map(before.state.calls.map((call) => [call.id, callState(call)]));
  const changed = now.state.calls
    .filter((call) => earlier.get(call.id) !== callState(call))
    .map((call) => `Call ${call.id} is ${callState(call)}.`);
  const ended = now.ended
    .filter((call) => earlier.has(call.id))
    .map((call) => `Call ${call.id} has ended. ${ending(call.endedBy ?? '', call.endReason ?? '')}`);
  return [...changed, ...ended];
}
