import type { FastifyInstance } from 'fastify';
import { restDetector } from './at-rest';
import { callControlApi } from './call-control/call-control-api';
import { makeCertificate } from './certificate';
import { systemClock } from './clock';
import type { Clock } from './clock';
import { PbxConfiguration } from './configuration/pbx-configuration';
import { controlApi } from './control-api/control-api';
import { FaultBoard } from './faults/fault-board';
import type { History } from './history/history';
import { HistoryBook } from './history/history-book';
import { AudioLibrary } from './media/audio-library';
import { createFaultProxy } from './faults/proxy/fault-proxy';
import type { MockContext } from './mock-context';
import { trackSockets } from './open-sockets';
import { pbxServer } from './pbx-server';
import { promptFiles } from './prompts/prompt-files';
import { promptRoutes } from './prompts/prompt-routes';
import { limitRate } from './rate-limit';
import { openControlApi } from './scenario/http-control-api';
import { perform } from './scenario/run-scenario';
import type { RunOptions, ScenarioResult } from './scenario/run-scenario';
import type { Scenario } from './scenario/steps';
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
import { VirtualClock } from './virtual-clock';
import { virtualTime } from './virtual-time';
import type { VirtualTime } from './virtual-time';
import { frontPage } from './web/front-page';
import { webServerHeaders } from './web-server-headers';
import { xapi } from './xapi/xapi';

/** A running mock 3CX. Whoever made it disposes it. */
export interface MockPbx extends AsyncDisposable {
  /** Origin of the PBX, e.g. `https://127.0.0.1:49152`. */
  readonly url: string;
  /** Origin of the control API, always plain HTTP. */
  readonly controlUrl: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** How the phone system is configured; may be changed while it runs. */
  readonly configuration: PbxConfiguration;
  /** What has happened on it. */
  readonly history: History;
  /** PEM to trust; undefined without TLS. */
  readonly certificate: string | undefined;
  /** Moves the time of a mock made with `time: 'virtual'`; undefined in real time. */
  readonly time: VirtualTime | undefined;
  /** Origin of the PBX as reached through the fault proxy; undefined without `proxyPort`. */
  readonly proxyUrl: string | undefined;
  /**
   * Runs a scenario: people call, speak, press keys and find what they expect, or not.
   * In virtual time it takes no longer than the mock needs to work it out.
   * @throws ScenarioFailure with a report as its message; ScenarioError when it can't be run.
   */
  run(scenario: Scenario, options?: RunOptions): Promise<ScenarioResult>;
  /** Ends every call and closes every socket, stream and timer. */
  dispose(): Promise<void>;
}

/** A mock whose time its test moves. */
export type VirtualMockPbx = MockPbx & { readonly time: VirtualTime };

/**
 * Starts a mock 3CX V20: tokens, Call Control with event socket and audio streams,
 * the XAPI, prompt files, and a control API to play the people on the phones.
 * @throws ConfigurationError when the configuration given can't be.
 * @throws the system error (`EADDRINUSE`, `EACCES`…) when a port can't be had.
 */
export function createMockPbx(
  options: MockPbxOptions & { readonly time: 'virtual' | { readonly startsAt: Date } },
): Promise<VirtualMockPbx>;
export function createMockPbx(options?: MockPbxOptions): Promise<MockPbx>;
export async function createMockPbx(options: MockPbxOptions = {}): Promise<MockPbx> {
  const settings = settingsFrom(options);
  const virtual = virtualClockFor(settings.time);
  const files = new Map([...(await promptFiles()), ...Object.entries(settings.files)]);
  const context = contextOf(settings, files, virtual ?? systemClock);
  const certificate =
    settings.tls && !settings.portless ? await makeCertificate(settings.hostnames) : undefined;
  const pbx = pbxServer(context, certificate);
  webServerHeaders(pbx);
  limitRate(pbx, context);
  const callControl = await callControlApi(pbx, context);
  context.tokens.onReplaced = (clientId) => {
    if (settings.cutSocketsOnNewToken) callControl.cut(clientId);
  };
  context.tokens.onExpired = (clientId) => {
    callControl.cut(clientId);
  };
  await pbx.register((scope, _, done) => {
    tokenRoute(scope, context);
    done();
  });
  await xapi(pbx, context, files);
  if (settings.servePromptFiles) promptRoutes(pbx, files);
  const control = controlApi(context, callControl.feed);
  frontPage(pbx, () => boundPort(control));
  const sockets = [trackSockets(pbx.server), trackSockets(control.server)];

  const rest = restDetector(() => sockets.reduce((sum, open) => sum + open.traffic(), 0));
  const time = virtual && virtualTime(virtual, context.exchange.listeners, rest);

  let disposed: Promise<void> | undefined;
  const dispose = (): Promise<void> =>
    (disposed ??= (async () => {
      for (const open of sockets) open.cut();
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
      configuration: context.configuration,
      history: context.history,
      certificate: certificate?.cert,
      time,
      run: (scenario, runOptions) => {
        const result = runInProcess(scenario, controlUrl, context, runOptions);
        return time ? inVirtualTime(time, result) : result;
      },
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

async function runInProcess(
  scenario: Scenario,
  controlUrl: string,
  { now, timers, trace }: MockContext,
  options: RunOptions | undefined,
): Promise<ScenarioResult> {
  using api = await openControlApi(controlUrl, {
    now: () => now() - trace.startedAt,
    after: (ms, action) => timers.after(ms, action),
  });
  return await perform(scenario, api, options);
}

/** Moves time until there is a result. */
async function inVirtualTime<Result>(time: VirtualTime, result: Promise<Result>): Promise<Result> {
  let settled = false;
  const settle = (): void => {
    settled = true;
  };
  result.then(settle, settle);
  await Promise.race([result, time.runUntil(() => settled, { withinMs: Infinity })]);
  return result;
}

function virtualClockFor(time: Settings['time']): VirtualClock | undefined {
  if (time === 'real') return undefined;
  return new VirtualClock(time === 'virtual' ? new Date() : time.startsAt);
}

function contextOf(settings: Settings, files: Map<string, Uint8Array>, clock: Clock): MockContext {
  const now = () => clock.now();
  const wallNow = () => clock.date().getTime();
  const timers = new Timers(clock);
  const configuration = new PbxConfiguration(settings);
  const history = new HistoryBook();
  const directory = new Directory(configuration);
  const audio = new AudioLibrary(files);
  const exchange = new Exchange({ settings, configuration, directory, history, audio, timers, now, wallNow });
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
    configuration,
    history,
    directory,
    exchange,
    tokens: new TokenDesk({ settings, configuration, timers, now, wallNow }),
    timers,
    faults: new FaultBoard(trace),
    metrics: new RequestMetrics(),
    trace,
    files,
    clock,
    now,
    wallNow,
  };
}

async function listen(app: FastifyInstance, host: string, port: number, tls: boolean): Promise<string> {
  await app.listen({ host, port });
  const bound = boundPort(app) ?? port;
  const reachable = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host;
  return `${tls ? 'https' : 'http'}://${reachable.includes(':') ? `[${reachable}]` : reachable}:${bound}`;
}

function boundPort(app: FastifyInstance): number | undefined {
  const address = app.server.address();
  return typeof address === 'object' && address ? address.port : undefined;
}
