/**
 * How the mock behaves. Everything 3CX leaves undocumented is a choice here, with
 * the safest reading as the default (3CX facts 17).
 */
export interface MockPbxOptions {
  /** Port of the PBX itself; 0 (default) takes a free one. */
  readonly port?: number;
  /** Port of the control API, always plain HTTP; 0 (default) takes a free one. */
  readonly controlPort?: number;
  /** Port of a TCP proxy in front of the PBX that `POST /faults {proxy}` breaks; 0 takes a free one. Default none. */
  readonly proxyPort?: number | undefined;
  /**
   * Listens on no port: the mock is only reached through request handlers (`@org/3cx-mock/msw`), at these
   * origins. Default: it listens.
   */
  readonly portless?: { readonly url: string; readonly controlUrl: string } | undefined;
  /** Address all ports listen on. Default `127.0.0.1`. */
  readonly host?: string;
  /** HTTPS and WSS with a certificate made at start (default), or plain HTTP and WS. */
  readonly tls?: boolean;

  /** Names the certificate is good for besides 127.0.0.1 and localhost. Default none. */
  readonly hostnames?: readonly string[];

  /** Client id, which is also the number of the route point. Default `999`. */
  readonly clientId?: string;
  /** Default `mock-secret`. */
  readonly clientSecret?: string;
  /** Numbers the client may see besides its own route point. Default `100` to `105`. */
  readonly grantedExtensions?: readonly string[];
  /** Whether the client has the Configuration API permission; without it XAPI answers 403. Default true. */
  readonly xapiEnabled?: boolean;

  /** Unit of `expires_in`: builds before 20.0.9 say 60 (minutes), later ones 3600 (seconds). Default `seconds`. */
  readonly expiresIn?: 'minutes' | 'seconds';
  /** Real life of a token, milliseconds. Default one hour. */
  readonly tokenLifetimeMs?: number;
  /** Whether a new grant also cuts the sockets and streams opened with the former token. Default false. */
  readonly cutSocketsOnNewToken?: boolean;

  /** How a call reaches the route point: connected by the PBX, or ringing until `answer`. Default `Connected`. */
  readonly firstInboundStatus?: 'Connected' | 'Ringing';
  /** Whether `party_did` carries the dialled number. Default true. */
  readonly presentDid?: boolean;
  /** Whether extension phones can be answered through the API (uaCSTA). Default true. */
  readonly extensionDirectControl?: boolean;
  /** Whether a call made by the route point shows the far leg under the route point too; it answers 403. Default false. */
  readonly surfaceFarLeg?: boolean;
  /** A refused makecall: 422, or 200 without a result. Default 422. */
  readonly refusedMakeCallStatus?: 200 | 422;
  /** How long a phone rings before it answers, milliseconds, until told otherwise. Default 200. */
  readonly answerAfterMs?: number;

  /** One event per key, or one event for all keys of one `/dtmf` request. Default `single`. */
  readonly dtmfGrouping?: 'single' | 'grouped';
  /** Period of repeated Upsets while a participant is Dialing or Ringing, milliseconds. Default 750. */
  readonly upsetRepetitionMs?: number;
  /** Whether Upset carries the participant instead of null. Default false. */
  readonly attachedDataOnUpset?: boolean;

  /** Audio that arrives in the first so many milliseconds after Connected is lost. Default 0. */
  readonly discardFirstMs?: number;
  /** Whether the GET stream already works while Dialing, with ringback. Default false: 424. */
  readonly earlyMedia?: boolean;
  /** Silence up to this long between two stretches of audio counts as a gap; longer is a pause. Default 1000 ms. */
  readonly gapWindowMs?: number;

  /** More files for the web server, by path (`/prompts/own.wav`). */
  readonly files?: Readonly<Record<string, Uint8Array>>;
}

export type Settings = Required<MockPbxOptions>;

const defaults: Settings = {
  port: 0,
  controlPort: 0,
  proxyPort: undefined,
  portless: undefined,
  host: '127.0.0.1',
  tls: true,
  hostnames: [],
  clientId: '999',
  clientSecret: 'mock-secret',
  grantedExtensions: ['100', '101', '102', '103', '104', '105'],
  xapiEnabled: true,
  expiresIn: 'seconds',
  tokenLifetimeMs: 3_600_000,
  cutSocketsOnNewToken: false,
  firstInboundStatus: 'Connected',
  presentDid: true,
  extensionDirectControl: true,
  surfaceFarLeg: false,
  refusedMakeCallStatus: 422,
  answerAfterMs: 200,
  dtmfGrouping: 'single',
  upsetRepetitionMs: 750,
  attachedDataOnUpset: false,
  discardFirstMs: 0,
  earlyMedia: false,
  gapWindowMs: 1000,
  files: {},
};

export function settingsFrom(options: MockPbxOptions): Settings {
  return { ...defaults, ...options };
}
