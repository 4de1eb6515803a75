import type { Call } from '../switch/call';

/** What is said further ahead than this is lost: a microphone must not lag behind its speaker. Milliseconds. */
const longestLeadMs = 1000;
/** What begins after a silence is heard this much later, so that what follows may come unevenly. Milliseconds. */
const headStartMs = 80;

/**
 * A microphone held to the person's mouth: takes telephone audio (16-bit
 * little-endian, 8 kHz, mono) in pieces of any length as they are spoken. Silence
 * fills what comes late; what comes before the call is connected is lost.
 */
export class LiveSpeech {
  readonly #call: Call;
  readonly #now: () => number;
  #spare = Buffer.alloc(0);

  constructor(call: Call, now: () => number) {
    this.#call = call;
    this.#now = now;
  }

  say(piece: Buffer): void {
    const bytes = Buffer.concat([this.#spare, piece]);
    const samples = new Int16Array(Math.floor(bytes.length / 2));
    this.#spare = Buffer.from(bytes.subarray(samples.length * 2));
    const now = this.#now();
    const { speech, state } = this.#call;
    if (samples.length === 0 || state !== 'connected' || speech.endsAtMs > now + longestLeadMs) return;
    for (let index = 0; index < samples.length; index += 1) samples[index] = bytes.readInt16LE(index * 2);
    speech.say(samples, speech.endsAtMs > now ? now : now + headStartMs);
  }
}
