import { encodeWav } from '@org/3cx-audio';
import { snapshot } from '../history/call-scribe';
import type { Destination } from './directory';
import type { Exchange } from './exchange';
import type { Offer } from './offer';
import type { Path } from './path';
import type { Unanswered } from './ringing';

const greeting = '/system/default/beep.wav';
/** Shorter messages aren't kept, longer ones are cut; milliseconds. */
const shortestMs = 200;
const longestMs = 300_000;

/** The box of an extension takes the call, beeps, and keeps what the caller says until they hang up. */
export function reachVoicemail(
  exchange: Exchange,
  offer: Offer,
  { dn, extension }: Extract<Destination, { kind: 'voicemail' }>,
  path: Path,
  unreached: Unanswered,
): void {
  if (!exchange.configuration.extensions.find(extension)?.voicemailEnabled) {
    exchange.soon(offer, () => {
      unreached('no-answer', 'system');
    });
    return;
  }
  const { call } = offer;
  const self = { dn: dn.number, type: dn.type, callerId: extension, name: dn.name, did: '' };
  const leg = exchange.connect(offer, { dn, deviceId: '', directControl: false, self, path });
  if (!leg) return;

  const caller = call.ends[offer.end === 'origin' ? 'target' : 'origin'];
  const callRecordId = exchange.scribe.recordOf(call);
  const beepMs = exchange.legs.voiceOf(leg).say(greeting);
  const from = exchange.now() + beepMs;
  const cancel = exchange.timers.after(beepMs + longestMs, () => {
    exchange.end(call, leg.dn.number, 'hung up');
  });
  exchange.legs.whenRemoved(leg, () => {
    cancel();
    const until = exchange.now();
    if (!caller || until - from < shortestMs) return;
    const first = Math.floor(from * 8);
    const samples = exchange.legs.saidBy(call, caller, first, Math.floor(until * 8) - first);
    exchange.history.addVoicemail({
      callId: call.id,
      callRecordId,
      extension,
      caller: snapshot(caller.self),
      leftAt: exchange.wallNow(),
      durationMs: Math.round(samples.length / 8),
      wav: encodeWav(samples, 8000),
    });
  });
}
