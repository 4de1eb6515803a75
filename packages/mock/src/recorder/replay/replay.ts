import type { SessionEntry } from '../session-entry';
import { startWebServer } from '../web-server';
import type { WebServerOptions } from '../web-server';
import { readRecording } from './recording-file';
import { ReplaySession } from './replay-session';
import type { ReplayPace } from './replay-session';

export interface ReplayOptions extends WebServerOptions, ReplayPace {
  /** A file, or its entries. */
  readonly recording: string | readonly SessionEntry[];
}

/** A running replay. Whoever made it disposes it. */
export interface Replay extends AsyncDisposable {
  /** Origin of the PBX, as far as the client can tell. */
  readonly url: string;
  /** PEM to trust; undefined without TLS. */
  readonly certificate: string | undefined;
  /** Resolves when everything recorded has happened. */
  readonly finished: Promise<void>;
  /** What the client asked for that isn't in the recording: method and path. */
  readonly unknownRequests: readonly string[];
  /** What the client did in the recording and not now: method and path, or the kind. */
  readonly missing: readonly string[];
  dispose(): Promise<void>;
}

/**
 * Starts a server that answers a client as the PBX did in a recording: the same answers, events and
 * ends in the same order, each after what the client had done by then.
 * @throws RecordingError when the file isn't a recording; the system error when the port can't be had.
 */
export async function createReplay(options: ReplayOptions): Promise<Replay> {
  const { recording } = options;
  const entries = typeof recording === 'string' ? await readRecording(recording) : recording;
  const session = new ReplaySession(entries, options);
  const web = await startWebServer(options, (request, response) => {
    session.request(request, response);
  });
  session.origin = web.url;
  web.server.on('upgrade', (request, socket, head) => {
    session.upgrade(request, socket, head);
  });
  const dispose = (): Promise<void> => {
    session.dispose();
    return web.close();
  };
  return {
    url: web.url,
    certificate: web.certificate,
    finished: session.finished,
    unknownRequests: session.unknownRequests,
    missing: session.missing,
    dispose,
    [Symbol.asyncDispose]: dispose,
  };
}
