/**
 * Something like speech, the same every time: a voice of gliding pitch with harmonics, in
 * syllables with pauses, and a little breath. Peak about 0.7 of full scale.
 */
export function spoken(seconds: number, sampleRate: number): Int16Array {
  let noise = 12_345;
  let phase = 0;
  return Int16Array.from({ length: Math.round(seconds * sampleRate) }, (_, index) => {
    const time = index / sampleRate;
    const pitch = 120 + 40 * Math.sin(2 * Math.PI * 0.7 * time);
    phase += (2 * Math.PI * pitch) / sampleRate;
    const syllable = Math.max(0, Math.sin(2 * Math.PI * 2.3 * time)) ** 0.5;
    let voice = 0;
    for (let harmonic = 1; harmonic <= 20; harmonic += 1) {
      const hertz = pitch * harmonic;
      const formant = 1 / (1 + ((hertz - 600) / 300) ** 2) + 0.5 / (1 + ((hertz - 1700) / 300) ** 2) + 0.05;
      voice += formant * Math.sin(harmonic * phase);
    }
    noise = (noise * 1_103_515_245 + 12_345) % 2_147_483_648;
    const breath = (noise / 1_073_741_824 - 1) * 0.01;
    return Math.round(32_767 * Math.max(-1, Math.min(1, 0.18 * voice * syllable + breath)));
  });
}
