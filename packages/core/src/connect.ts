import { randomUUID } from 'node:crypto';
import {
  createCallControlClient,
  createNodeTransport,
  createTokenSource,
  createXapiClient,
  parseServerUrl,
  PermissionError,
  ServerError,
  NotFoundError,
  type CallControlClient,
  type TokenSource,
  type Transport,
  type XapiClient,
} from '@org/3cx-api-client';
import { systemClock } from './clock';
import { ConnectedPhoneSystem } from './connected-phone-system';
import type { ConnectOptions, Logger } from './options';
import type { PhoneSystem } from './phone-system';
import { eventSocketsOf } from './socket/event-socket';

const silent: Logger = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
};

interface Clients {
  readonly serverUrl: string;
  readonly transport: Transport;
  readonly tokens: TokenSource;
  readonly api: CallControlClient;
  readonly xapi: XapiClient;
}

function clientsOf(options: ConnectOptions): Clients {
  const serverUrl = parseServerUrl(options.serverUrl);
  const transport = options.transport ?? createNodeTransport(options);
  const { clientId, clientSecret } = options;
  const tokens = createTokenSource({ serverUrl, clientId, clientSecret, transport });
  return {
    serverUrl,
    transport,
    tokens,
    api: createCallControlClient({ serverUrl, tokens, transport }),
    xapi: createXapiClient({ serverUrl, tokens, transport }),
  };
}

/**
 * Signs in, opens the event socket and reads the state of the extensions. Resolves
 * when calls can be taken; from then on a lost connection comes back by itself.
 *
 * 3CX keeps one sign-in per client id: a second `connect` with the same one ends the
 * first's. Share the phone system instead.
 * @throws ConfigurationError, ConnectionFailedError, CertificateError, TimeoutError,
 *   AuthenticationError, PermissionError
 */
export async function connect(options: ConnectOptions): Promise<PhoneSystem> {
  const clients = clientsOf(options);
  const clock = systemClock;
  const phoneSystem = new ConnectedPhoneSystem({
    ...clients,
    clientId: options.clientId.trim(),
    openSocket: eventSocketsOf(clients.serverUrl, clients.transport.tls, clock, clients.transport.tunnel),
    clock,
    logger: options.logger ?? silent,
    ...(options.prompts === undefined ? {} : { prompts: options.prompts }),
    epoch: randomUUID().slice(0, 8),
    maxOutboundCalls: options.maxOutboundCalls,
    voicemailDialCode: options.voicemailDialCode,
    callStore: options.callStore,
  });
  try {
    await phoneSystem.start();
  } catch (error) {
    await phoneSystem.dispose();
    throw error;
  }
  return phoneSystem;
}

export interface ConnectionReport {
  /** Host and port of the PBX. */
  readonly host: string;
  /** Version of the PBX; null where this client may not ask for it. */
  readonly version: string | null;
  readonly clientId: string;
  /** The extensions this client may see and control. */
  readonly extensions: readonly string[];
}

/**
 * Tries the settings: signs in, reads the granted extensions, and leaves nothing open.
 * It takes the client's one sign-in, so never use it beside a live phone system.
 * @throws what {@link connect} throws
 */
export async function checkConnection(options: ConnectOptions): Promise<ConnectionReport> {
  const { serverUrl, transport, api, xapi } = clientsOf(options);
  try {
    const state = await api.getState();
    return {
      host: new URL(serverUrl).host,
      version: await versionOf(xapi),
      clientId: options.clientId.trim(),
      extensions: state.map(({ dn }) => dn),
    };
  } finally {
    transport.dispose();
  }
}

/** The version is a nicety: a client without the Configuration API permission works all the same. */
async function versionOf(xapi: XapiClient): Promise<string | null> {
  try {
    return await xapi.getVersion();
  } catch (error) {
    if (error instanceof PermissionError || error instanceof NotFoundError || error instanceof ServerError)
      return null;
    throw error;
  }
}
