import { encodeWav } from '@org/3cx-audio';
import type { Destination } from '../../switch/directory';
import type { Exchange } from '../../switch/exchange';
import { partyOf } from '../../switch/party';
import type { Dn } from '../../switch/party';

const beep = '/system/default/beep.wav';
const recorder: Dn = { number: '*prompt', type: 'Wspecialmenu', name: 'Prompt recorder', devices: [] };

/** Calls a phone, beeps, and hands over as a WAV what is said until it hangs up; nothing when nobody answers. */
export function recordByPhone(
  exchange: Exchange,
  destination: Destination,
  keep: (wav: Uint8Array) => void,
): void {
  const { legs, listeners } = exchange;
  const call = exchange.placeCall({
    caller: { dn: recorder, party: partyOf(recorder) },
    from: recorder.number,
    to: destination.dn.number,
    did: '',
    destination,
  });
  const stop = listeners.add({
    callChanged: (changed) => {
      if (changed !== call) return;
      const { origin, target } = call.ends;
      if (call.ending) stop();
      if (!origin || target?.status !== 'Connected') return;
      stop();
      const from = Math.floor((exchange.now() + legs.voiceOf(origin).say(beep)) * 8);
      legs.whenRemoved(target, () => {
        const count = Math.floor(exchange.now() * 8) - from;
        if (count > 0) keep(encodeWav(legs.saidBy(call, target, from, count), 8000));
      });
    },
  });
}
