import type { MockClient } from './mock-client';
import { loudness } from './loudness';
import { pieceByPiecePlayer, sampleRate, workletPlayer } from './player';
import type { Player } from './player';

export interface EarWatcher {
  /** What it does now, in words; `on` while it hears, or is about to. */
  changed(on: boolean, words: string): void;
  /** 0 to 1. */
  level(level: number): void;
}

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
    let player: Player;
    try {
      player = await this.#player();
      await this.#audio.play();
    } catch (error) {
      if (!isStopped())
        this.#end(`The browser plays nothing: ${error instanceof Error ? error.message : String(error)}`);
      return;
    }
    if (isStopped()) player.close();
    else this.#follow(call, player, fromBeginning);
  }

  stop(words = 'You do not hear this call.'): void {
    this.#stop();
    this.#end(words);
  }

  #follow(call: number, player: Player, fromBeginning: boolean): void {
    const socket = this.#client.socket(`calls/${call}/heard/live${fromBeginning ? '?fromMs=0' : ''}`);
    socket.onopen = () => {
      this.#watcher.changed(true, 'You hear what the caller hears.');
    };
    socket.onmessage = ({ data }: MessageEvent<ArrayBuffer | string>) => {
      if (typeof data !== 'string') player.play(new Int16Array(data));
    };
    socket.onclose = ({ code, reason }) => {
      player.finish();
      this.#end(code === 1006 ? 'The audio of the call broke off.' : reason);
    };
    this.#stop = () => {
      socket.onclose = null;
      socket.close();
      player.close();
    };
  }

  #end(words: string): void {
    this.#watcher.changed(false, words);
    this.#watcher.level(0);
  }

  async #player(): Promise<Player> {
    const context = (this.#context ??= new AudioContext({ sampleRate }));
    await context.resume();
    if (!this.#output) {
      this.#output = context.createMediaStreamDestination();
      this.#audio.srcObject = this.#output.stream;
    }
    const played = (samples: Int16Array): void => {
      this.#watcher.level(loudness(samples));
    };
    return isSecureContext
      ? workletPlayer(context, this.#output, played)
      : pieceByPiecePlayer(context, this.#output, played);
  }
}
