import { HttpResponse, http } from 'msw';
import type { HttpHandler } from 'msw';
import { createMockPbx } from '../mock-pbx';
import type { MockPbx } from '../mock-pbx';
import { serversOf } from '../servers-of';
import { settingsFrom } from '../settings';
import type { MockPbxOptions } from '../settings';
import { inject } from './inject';

export interface MockPbxHandlersOptions extends Omit<
  MockPbxOptions,
  'port' | 'controlPort' | 'proxyPort' | 'portless' | 'host' | 'tls'
> {
  /** Origin under which the PBX is reached. Default `https://pbx.example.com`. */
  readonly url?: string;
  /** Origin under which the control API is reached. Default `http://pbx-control.example.com`. */
  readonly controlUrl?: string;
}

/** A mock behind request handlers. Whoever made it disposes it. */
export interface MockPbxHandlers extends AsyncDisposable {
  /** For `setupServer(...handlers)` or `server.use(...handlers)`. */
  readonly handlers: readonly HttpHandler[];
  readonly url: string;
  readonly controlUrl: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Ends every call and every timer. Requests that come after it are answered 503. */
  dispose(): Promise<void>;
}

/** Streams and event sockets need a connection. */
const streamPath = /\/participants\/[^/]+\/stream$/;

/**
 * Request handlers for msw that answer as the mock PBX does, without ports: tokens, the
 * `/callcontrol` tree, the XAPI, prompt files and the control API. Event sockets and audio streams
 * need a mock that listens: `createMockPbx`. The mock starts with the first request.
 */
export function mockPbxHandlers(options: MockPbxHandlersOptions = {}): MockPbxHandlers {
  const {
    url = 'https://pbx.example.com',
    controlUrl = 'http://pbx-control.example.com',
    ...mockOptions
  } = options;
  const tls = url.startsWith('https:');
  const { clientId, clientSecret } = settingsFrom(mockOptions);
  let mock: Promise<MockPbx> | undefined;
  let isDisposed = false;

  const answer =
    (which: 'pbx' | 'control') =>
    async ({ request }: { request: Request }): Promise<Response> => {
      if (isDisposed) return refusal(503, 'The mock has been disposed.');
      if (which === 'pbx' && streamPath.test(new URL(request.url).pathname)) {
        return refusal(501, 'A stream needs a connection: start a mock that listens with createMockPbx.');
      }
      mock ??= createMockPbx({ ...mockOptions, tls, portless: { url, controlUrl } });
      return inject(serversOf(await mock)[which], request);
    };
  const dispose = async (): Promise<void> => {
    isDisposed = true;
    await (await mock)?.dispose();
  };
  return {
    handlers: [http.all(`${url}/*`, answer('pbx')), http.all(`${controlUrl}/*`, answer('control'))],
    url,
    controlUrl,
    clientId,
    clientSecret,
    dispose,
    [Symbol.asyncDispose]: dispose,
  };
}

function refusal(status: number, description: string): Response {
  return HttpResponse.json({ error: 'not_available', error_description: description }, { status });
}
