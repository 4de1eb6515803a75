/** Plays telephone audio as it comes. */
export interface Player {
  play(samples: Int16Array): void;
  /** Nothing more will come. */
  finish(): void;
  close(): void;
}

/** Of telephone audio, and of the audio context a player works in. */
export const sampleRate = 8000;

const fullScale = 32_768;
/** So much is kept ready, because audio comes unevenly, seconds. */
const headStart = 0.16;
/** A tab that was asleep leaves out what it has missed beyond this, seconds. */
const furthestBehind = 3;

/**
 * The exact way: an audio worklet. Only there where browsers trust the address.
 * @param played called with the samples that come out of it.
 */
export async function workletPlayer(
  context: AudioContext,
  output: AudioNode,
  played: (samples: Int16Array) => void,
): Promise<Player> {
  await context.audioWorklet.addModule(new URL('player-worklet.js', document.baseURI));
  const node = new AudioWorkletNode(context, 'player', { numberOfInputs: 0, outputChannelCount: [1] });
  node.connect(output);
  node.port.onmessage = ({ data }: MessageEvent<Int16Array>) => {
    played(data);
  };
  return {
    play: (samples) => {
      node.port.postMessage(samples);
    },
    finish: () => {
      node.port.postMessage('finish');
    },
    close: () => {
      node.disconnect();
    },
  };
}

/**
 * The way that works at any address, for telephones that come by the network:
 * one piece of sound after the other, each begun when the one before it ends.
 * @param played called with the samples as they are lined up.
 */
export function pieceByPiecePlayer(
  context: AudioContext,
  output: AudioNode,
  played: (samples: Int16Array) => void,
): Player {
  let next = 0;
  return {
    play: (samples) => {
      const now = context.currentTime;
      if (samples.length === 0 || next - now > furthestBehind) return;
      const sound = new AudioBuffer({ length: samples.length, sampleRate });
      sound.copyToChannel(
        Float32Array.from(samples, (sample) => sample / fullScale),
        0,
      );
      const source = new AudioBufferSourceNode(context, { buffer: sound });
      source.connect(output);
      if (next < now) next = now + headStart;
      source.start(next);
      next += sound.duration;
      played(samples);
    },
    finish: () => undefined,
    close: () => undefined,
  };
}
