import { performance } from 'node:perf_hooks';
import type { FastifyInstance } from 'fastify';
import { callControlApi } from './call-control/call-control-api';
import { makeCertificate } from './certificate';
import { controlApi } from './control-api/control-api';
import { FaultBoard } from './faults/fault-board';
import { createFaultProxy } from './faults/proxy/fault-proxy';
import type { MockContext } from './mock-context';
import { trackSockets } from './open-sockets';
import { pbxServer } from './pbx-server';
import { promptFiles } from './prompts/prompt-files';
import { promptRoutes } from './prompts/prompt-routes';
import { rememberServers } from './servers-of';
import { settingsFrom } from './settings';
import type { MockPbxOptions, Settings } from './settings';
import { Directory } from './switch/directory';
import { Exchange } from './switch/exchange';
import { Timers } from './timers';
import { TokenDesk } from './tokens/token-desk';
import { tokenRoute } from './tokens/token-route';
import { RequestMetrics } from './trace/request-metrics';
import { Trace } from './trace/trace';
import { xapi } from './xapi/xapi';

/** A running mock 3CX. Whoever made it disposes it. */
export interface MockPbx extends AsyncDisposable {
  /** Origin of the PBX, e.g. `https://127.0.0.1:49152`. */
  readonly url: string;
  /** Origin of the control API, always plain HTTP. */
  readonly controlUrl: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** PEM to trust; undefined without TLS. */
  readonly certificate: string | undefined;
  /** Origin of the PBX as reached through the fault proxy; undefined without `proxyPort`. */
  readonly proxyUrl: string | undefined;
  /** Ends every call and closes every socket, stream and timer. */
  dispose(): Promise<void>;
}

/**
 * Starts a mock 3CX V20: tokens, Call Control with event socket and audio streams,
 * a thin XAPI, prompt files, and a control API to play the people on the phones.
 * @throws the system error (`EADDRINUSE`, `EACCES`…) when a port can't be had.
 */
export async function createMockPbx(options: MockPbxOptions = {}): Promise<MockPbx> {
  const settings = settingsFrom(options);
  const context = contextOf(settings);
  const certificate =
    settings.tls && !settings.portless ? await makeCertificate(settings.hostnames) : undefined;
  const pbx = pbxServer(context, certificate);
  const callControl = await callControlApi(pbx, context);
  context.tokens.onReplaced = () => {
    if (!settings.cutSocketsOnNewToken) return;
    callControl.feed.cutAll();
    callControl.cutStreams();
  };
  await pbx.register((scope, _, done) => {
    tokenRoute(scope, context);
    done();
  });
  await xapi(pbx, context);
  promptRoutes(pbx, new Map([...(await promptFiles()), ...Object.entries(settings.files)]));
  const control = controlApi(context, callControl.feed);
  const cuts = [trackSockets(pbx.server), trackSockets(control.server)];

  let disposed: Promise<void> | undefined;
  const dispose = (): Promise<void> =>
    (disposed ??= (async () => {
      for (const cut of cuts) cut();
      context.exchange.dispose();
      context.timers.dispose();
      await Promise.all([pbx.close(), control.close(), context.faults.proxy?.dispose()]);
    })());

  try {
    const { host, portless, proxyPort } = settings;
    if (portless) await Promise.all([pbx.ready(), control.ready()]);
    const url = portless?.url ?? (await listen(pbx, host, settings.port, settings.tls));
    const controlUrl = portless?.controlUrl ?? (await listen(control, host, settings.controlPort, false));
    if (proxyPort !== undefined) {
      context.faults.proxy = await createFaultProxy({ target: url, host, port: proxyPort });
    }
    const mock: MockPbx = {
      url,
      controlUrl,
      clientId: settings.clientId,
      clientSecret: settings.clientSecret,
      certificate: certificate?.cert,
      proxyUrl: context.faults.proxy?.url,
      dispose,
      [Symbol.asyncDispose]: dispose,
    };
    rememberServers(mock, { pbx, control, certificate });
    return mock;
  } catch (error) {
    await dispose();
    throw error;
  }
}

function contextOf(settings: Settings): MockContext {
  const now = () => performance.now();
  const timers = new Timers();
  const directory = new Directory(settings);
  const exchange = new Exchange(settings, directory, timers, now);
  const trace = new Trace(now);
  exchange.listeners.add({
    callChanged: (call) => {
      trace.add('call', {
        call: call.id,
        state: call.state,
        connectedTo: call.counterpart?.dn.number ?? null,
        endedBy: call.ending?.by ?? null,
      });
    },
  });
  return {
    settings,
    directory,
    exchange,
    tokens: new TokenDesk(settings, now),
    timers,
    faults: new FaultBoard(trace),
    metrics: new RequestMetrics(),
    trace,
    now,
  };
}

async function listen(app: FastifyInstance, host: string, port: number, tls: boolean): Promise<string> {
  await app.listen({ host, port });
  const address = app.server.address();
  const bound = typeof address === 'object' && address ? address.port : port;
  const reachable = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host;
  return `${tls ? 'https' : 'http'}://${reachable.includes(':') ? `[${reachable}]` : reachable}:${bound}`;
}
