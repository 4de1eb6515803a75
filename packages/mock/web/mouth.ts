import type { MockClient } from './mock-client';
import { loudness } from './loudness';

export interface MouthWatcher {
  /** Whether the microphone is on, or about to be. */
  changed(on: boolean): void;
  /** In words, why it can't be, or is no longer. */
  failed(words: string): void;
  /** 0 to 1. */
  level(level: number): void;
}

/** Speaks into one call at a time through the microphone. */
export class Mouth {
  readonly #client: MockClient;
  readonly #watcher: MouthWatcher;
  #stop = (): void => undefined;

  constructor(client: MockClient, watcher: MouthWatcher) {
    this.#client = client;
    this.#watcher = watcher;
  }

  async speak(call: number): Promise<void> {
    this.stop();
    this.#watcher.changed(true);
    const stopped = new AbortController();
    this.#stop = () => {
      stopped.abort();
    };
    try {
      const sound = await microphone();
      if (!stopped.signal.aborted) await this.#send(call, sound, stopped);
      else for (const track of sound.getTracks()) track.stop();
    } catch (error) {
      if (stopped.signal.aborted) return;
      this.stop();
      this.#watcher.failed(whyNot(error));
    }
  }

  stop(): void {
    this.#stop();
    this.#stop = () => undefined;
    this.#watcher.changed(false);
    this.#watcher.level(0);
  }

  async #send(call: number, sound: MediaStream, stopped: AbortController): Promise<void> {
    const context = new AudioContext();
    const socket = this.#client.socket(`calls/${call}/speak/live`);
    this.#stop = () => {
      stopped.abort();
      socket.onclose = null;
      socket.close();
      for (const track of sound.getTracks()) track.stop();
      void context.close();
    };
    socket.onclose = ({ code, reason }) => {
      this.stop();
      this.#watcher.failed(code === 1006 ? 'The connection to the call broke off.' : reason);
    };
    for (const track of sound.getTracks()) {
      track.onended = () => {
        this.stop();
        this.#watcher.failed('The microphone is gone.');
      };
    }
    await context.audioWorklet.addModule(new URL('microphone-worklet.js', document.baseURI));
    if (stopped.signal.aborted) return;
    const node = new AudioWorkletNode(context, 'microphone', { numberOfOutputs: 0 });
    node.port.onmessage = ({ data }: MessageEvent<Int16Array<ArrayBuffer>>) => {
      this.#watcher.level(loudness(data));
      if (socket.readyState === WebSocket.OPEN) socket.send(data);
    };
    context.createMediaStreamSource(sound).connect(node);
  }
}

async function microphone(): Promise<MediaStream> {
  // Browsers leave it out altogether where they don't trust the address.
  const devices: MediaDevices | undefined = isSecureContext ? navigator.mediaDevices : undefined;
  if (!devices) {
    throw new Error(
      'The browser gives no microphone to this address: open the page as http://localhost or http://127.0.0.1 (or by HTTPS).',
    );
  }
  return devices.getUserMedia({
    audio: { echoCancellation: true, noiseSuppression: false, autoGainControl: false },
  });
}

function whyNot(error: unknown): string {
  if (!(error instanceof Error)) return 'The microphone can not be used.';
  switch (error.name) {
    case 'NotAllowedError':
      return 'The browser refuses the microphone to this page: allow it in the address bar, then press the button again.';
    case 'NotFoundError':
      return 'There is no microphone: connect one, then press the button again.';
    case 'NotReadableError':
      return 'Another program is using the microphone: end that, then press the button again.';
    default:
      return error.message;
  }
}
