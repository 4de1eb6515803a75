import { closeSync, openSync, unlinkSync, writeSync } from 'node:fs';
import { WebSocketServer } from 'ws';
import { Masker } from './masking/masker';
import { Recording } from './recording';
import { recordRequest } from './request-recorder';
import { recordSocket } from './socket-recorder';
import { startWebServer } from './web-server';
import type { WebServerOptions } from './web-server';

export interface RecorderOptions extends WebServerOptions {
  /** Origin of the PBX, e.g. `https://pbx.example.com`. */
  readonly target: string;
  /** A file that doesn't exist yet, or what takes each line. */
  readonly out: string | ((line: string) => void);
  /** PEM to trust for the PBX besides the usual. */
  readonly ca?: string;
  /** Whether any certificate of the PBX will do. Default false. */
  readonly insecure?: boolean;
  /** Whether what is said and played is recorded too; otherwise only how much. Default false. */
  readonly audio?: boolean;
}

/** A running recorder. Whoever made it disposes it. */
export interface Recorder extends AsyncDisposable {
  /** What the client uses in place of the PBX's origin. */
  readonly url: string;
  /** PEM to trust; undefined without TLS. */
  readonly certificate: string | undefined;
  /** Lines written so far. */
  readonly lines: number;
  /** Cuts every connection and closes the file. */
  dispose(): Promise<void>;
}

/**
 * Starts a recorder between any client and any PBX: a reverse proxy for HTTP and WebSocket that
 * writes what it passes on as lines of JSON. Secrets and tokens are removed, keys pressed, outside
 * numbers, names and e-mail addresses masked before anything is written.
 * @throws the system error when the port can't be had (`EADDRINUSE`…) or the file is there already (`EEXIST`).
 */
export async function createRecorder(options: RecorderOptions): Promise<Recorder> {
  const { origin } = new URL(options.target);
  const target = { origin, ca: options.ca, insecure: options.insecure };
  const sink = typeof options.out === 'string' ? fileSink(options.out) : { write: options.out, close };
  const recording = new Recording(new Masker(origin), sink.write);
  let url = '';
  const sockets = new WebSocketServer({ noServer: true, autoPong: false });
  const requests = {
    target,
    recording,
    audio: options.audio ?? false,
    ownOrigin: () => url,
  };
  const web = await startWebServer(options, (request, response) => {
    void recordRequest(requests, request, response);
  }).catch((error: unknown) => {
    sink.close();
    if (typeof options.out === 'string') unlinkSync(options.out);
    throw error;
  });
  ({ url } = web);
  web.server.on('upgrade', (request, socket, head) => {
    recordSocket({ target, recording, server: sockets }, request, socket, head);
  });
  let disposed: Promise<void> | undefined;
  const dispose = (): Promise<void> =>
    (disposed ??= web.close().finally(() => {
      recording.close();
      sink.close();
    }));
  return {
    url,
    certificate: web.certificate,
    get lines() {
      return recording.lines;
    },
    dispose,
    [Symbol.asyncDispose]: dispose,
  };
}

function close(): void {
  // Whoever takes the lines closes what they go to.
}

/** Written at once, so that a recorder that is killed leaves all it has seen. */
function fileSink(path: string): { write: (line: string) => void; close: () => void } {
  const file = openSync(path, 'wx', 0o600);
  return {
    write: (line) => {
      writeSync(file, `${line}\n`);
    },
    close: () => {
      closeSync(file);
    },
  };
}
