import type { MockClient } from './mock-client';
import { loudness } from './loudness';

export interface EarWatcher {
  /** What it does now, in words; `on` while it hears, or is about to. */
  changed(on: boolean, words: string): void;
  /** 0 to 1. */
  level(level: number): void;
}

const sampleRate = 8000;
const notHere =
  'The browser plays no live audio on this address: open the page as http://localhost or http://127.0.0.1 (or by HTTPS).';

/** Hears one call at a time, through the page's audio element. */
export class Ear {
  readonly #client: MockClient;
  readonly #audio: HTMLAudioElement;
  readonly #watcher: EarWatcher;
  #context: AudioContext | undefined;
  #output: MediaStreamAudioDestinationNode | undefined;
  #stop = (): void => undefined;

  constructor(client: MockClient, audio: HTMLAudioElement, watcher: EarWatcher) {
    this.#client = client;
    this.#audio = audio;
    this.#watcher = watcher;
  }

  /**
   * To be called because of something the user did: browsers let nothing else make sounds.
   * @param fromBeginning from the first thing the caller heard on; from now on by default.
   */
  async hear(call: number, fromBeginning = false): Promise<void> {
    this.stop();
    this.#watcher.changed(true, 'Connecting to the audio of the call…');
    const stopped = new AbortController();
    const isStopped = (): boolean => stopped.signal.aborted;
    this.#stop = () => {
      stopped.abort();
    };
    let player: AudioWorkletNode;
    try {
      const ready = await this.#ready();
      if (isStopped()) return;
      player = new AudioWorkletNode(ready.context, 'player', { numberOfInputs: 0, outputChannelCount: [1] });
      player.connect(ready.output);
      await this.#audio.play();
    } catch (error) {
      if (!isStopped()) this.#end(error instanceof Error ? error.message : notHere);
      return;
    }
    if (isStopped()) player.disconnect();
    else this.#follow(call, player, fromBeginning);
  }

  stop(words = 'You do not hear this call.'): void {
    this.#stop();
    this.#end(words);
  }

  #follow(call: number, player: AudioWorkletNode, fromBeginning: boolean): void {
    const socket = this.#client.socket(`calls/${call}/heard/live${fromBeginning ? '?fromMs=0' : ''}`);
    player.port.onmessage = ({ data }: MessageEvent<Int16Array>) => {
      this.#watcher.level(loudness(data));
    };
    socket.onopen = () => {
      this.#watcher.changed(true, 'You hear what the caller hears.');
    };
    socket.onmessage = ({ data }: MessageEvent<ArrayBuffer | string>) => {
      if (typeof data !== 'string') player.port.postMessage(new Int16Array(data));
    };
    socket.onclose = ({ code, reason }) => {
      player.port.postMessage('finish');
      this.#end(code === 1006 ? 'The audio of the call broke off.' : reason);
    };
    this.#stop = () => {
      socket.onclose = null;
      socket.close();
      player.disconnect();
    };
  }

  #end(words: string): void {
    this.#watcher.changed(false, words);
    this.#watcher.level(0);
  }

  async #ready(): Promise<{ context: AudioContext; output: MediaStreamAudioDestinationNode }> {
    const context = this.#context ?? new AudioContext({ sampleRate });
    this.#context = context;
    if (!isSecureContext) throw new Error(notHere);
    await context.resume();
    if (!this.#output) {
      await context.audioWorklet.addModule(new URL('player-worklet.js', document.baseURI));
      this.#output = context.createMediaStreamDestination();
      this.#audio.srcObject = this.#output.stream;
    }
    return { context, output: this.#output };
  }
}
