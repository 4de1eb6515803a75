import { WebSocket } from 'ws';

/** A WebSocket of the control API that keeps everything it was sent. */
export class LiveSocket {
  readonly texts: unknown[] = [];
  readonly #pieces: Buffer[] = [];
  readonly socket: WebSocket;
  /** Close code and reason. */
  readonly closed: Promise<readonly [number, string]>;
  readonly #waiting = new Set<() => void>();

  private constructor(socket: WebSocket) {
    this.socket = socket;
    this.closed = new Promise((resolve) => {
      socket.once('close', (code, reason) => {
        resolve([code, reason.toString()]);
      });
    });
    socket.on('error', () => undefined);
    socket.on('message', (data: Buffer, isBinary) => {
      if (isBinary) this.#pieces.push(data);
      else this.texts.push(JSON.parse(data.toString()));
      for (const check of this.#waiting) check();
    });
  }

  /** @throws Error with the HTTP status when the upgrade is refused. */
  static open(controlUrl: string, path: string, origin?: string): Promise<LiveSocket> {
    const socket = new WebSocket(`${controlUrl.replace(/^http/, 'ws')}${path}`, origin ? { origin } : {});
    const live = new LiveSocket(socket);
    return new Promise((resolve, reject) => {
      socket.once('open', () => {
        resolve(live);
      });
      socket.once('unexpected-response', (_request, response) => {
        response.resume();
        reject(new Error(String(response.statusCode)));
      });
    });
  }

  get pcm(): Buffer {
    return Buffer.concat(this.#pieces);
  }

  /** Resolves once what has come satisfies `isSo`. */
  until(isSo: (live: this) => boolean): Promise<void> {
    return new Promise((resolve) => {
      const check = (): void => {
        if (!isSo(this)) return;
        this.#waiting.delete(check);
        resolve();
      };
      this.#waiting.add(check);
      check();
    });
  }
}
