const low = [697, 770, 852, 941];
const high = [1209, 1336, 1477, 1633];
const rows = ['123A', '456B', '789C', '*0#D'];
const lengthSeconds = 0.15;
const volume = 0.08;

/** The two frequencies of a key (ITU-T Q.23), hertz. */
export function frequencies(key: string): readonly [number, number] | undefined {
  const row = rows.findIndex((keys) => keys.includes(key));
  const first = low[row];
  const second = high[rows[row]?.indexOf(key) ?? -1];
  return key.length === 1 && first !== undefined && second !== undefined ? [first, second] : undefined;
}

let context: AudioContext | undefined;

/** Lets the user hear the key he has pressed. The call hears nothing of it. */
export function playTone(key: string): void {
  context ??= new AudioContext();
  const end = context.currentTime + lengthSeconds;
  const gain = new GainNode(context, { gain: volume });
  gain.gain.setTargetAtTime(0, end - 0.01, 0.003);
  gain.connect(context.destination);
  for (const frequency of frequencies(key) ?? []) {
    const tone = new OscillatorNode(context, { frequency });
    tone.connect(gain);
    tone.start();
    tone.stop(end);
  }
}
