/** What an audio worklet finds around it and TypeScript's DOM library lacks. */
declare abstract class AudioWorkletProcessor {
  readonly port: MessagePort;
  abstract process(inputs: Float32Array[][], outputs: Float32Array[][]): boolean;
}
declare function registerProcessor(name: string, processor: new () => AudioWorkletProcessor): void;
/** Of the audio context, samples per second. */
declare const sampleRate: number;
