import type { PartialConfiguration } from './configuration/partial-configuration';

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

  /** Extensions, trunks, queues and the rest; what isn't given is as by default. */
  readonly configuration?: PartialConfiguration;
  /**
   * `real` (default), or virtual for tests in this process: time stands still until `pbx.time` moves it.
   * `startsAt` is the virtual wall clock at the start; default now.
   */
  readonly time?: 'real' | 'virtual' | { readonly startsAt: Date };

  /** Client id, which is also the number of the route point. Default `999`. */
  readonly clientId?: string;
  /** Default `mock-secret`. */
  readonly clientSecret?: string;
  /** Numbers the client may see besides its own route point. Default `100` to `105`. */
  readonly grantedExtensions?: readonly string[];
  /** Whether the client has the Configuration API permission; without it XAPI answers 403. Default true. */
  readonly xapiEnabled?: boolean;
  /**
   * File with a PBX's own OpenAPI description of its XAPI (YAML or JSON), read on first use: every
   * entity set of it that the mock doesn't serve itself can then be created, read, changed and deleted.
   */
  readonly xapiSpec?: string | undefined;
  /** Rows in an XAPI answer when `$top` isn't given; the rest is linked to. Default 100. */
  readonly xapiDefaultTop?: number;
  /** Rows in an XAPI answer at most, whatever `$top` says. Default 1000. */
  readonly xapiMaxTop?: number;

  /** Whether a new secret, or the end of the client, kills the token it has. Default true. */
  readonly secretChangeRevokesTokens?: boolean;
  /** Whether sockets and streams are cut when their token expires. Default false: they go on. */
  readonly cutSocketsOnTokenExpiry?: boolean;
  /** Requests in excess are answered 429 with `Retry-After`. Default none: no limit is documented. */
  readonly rateLimit?: RateLimit | undefined;

  /** Unit of `expires_in`: builds before 20.0.9 say 60 (minutes), later ones 3600 (seconds). Default `seconds`. */
  readonly expiresIn?: 'minutes' | 'seconds';
  /** Real life of a token, milliseconds. Default one hour. */
  readonly tokenLifetimeMs?: number;
  /** Whether a new grant also cuts the sockets and streams opened with the former token. Default false. */
  readonly cutSocketsOnNewToken?: boolean;

  /** Type of `finalstatus`: the words Success, Failed and Rejected, or the numbers 1, -1 and 0. Default `string`. */
  readonly finalStatusType?: 'string' | 'number';
  /** Status of a makecall or action that worked. Default 200. */
  readonly successStatus?: 200 | 202;
  /** Whether a makecall or action that worked is answered with a body. Default true. */
  readonly successBody?: boolean;
  /** What refusals carry: the documented JSON, plain text or nothing. Default `json`; a 404 never has a body. */
  readonly errorBodies?: 'json' | 'text' | 'empty';

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
  /** How long routeto, transferto and makecall ring without `timeout`, seconds. Default 30. */
  readonly defaultRouteTimeoutSeconds?: number;
  /** The longest `timeout` that counts, seconds. Default 120. */
  readonly longestRouteTimeoutSeconds?: number;
  /** Status of a participant while its transferto is tried. Default `Connected`. */
  readonly statusDuringTransfer?: 'Connected' | 'Ringing' | 'Dialing';
  /** Whether the number of a parking place (SP0…) can be dialled and transferred to. Default true. */
  readonly parkByNumber?: boolean;
  /** Ids of participants grow for ever, or the lowest free one is used again. Default `increasing`. */
  readonly participantIds?: 'increasing' | 'reused';
  /** How long a phone rings before it answers, milliseconds, until told otherwise. Default 200. */
  readonly answerAfterMs?: number;

  /** One event per key, or one event for all keys of one `/dtmf` request. Default `single`. */
  readonly dtmfGrouping?: 'single' | 'grouped';
  /** Period of repeated Upsets while a participant is Dialing or Ringing, milliseconds. Default 750. */
  readonly upsetRepetitionMs?: number;
  /** `sequence` begins at 1 with every connection, or goes on where the client's last one ended. Default `per-connection`. */
  readonly sequenceNumbers?: 'per-connection' | 'continuing';
  /** Keys of an answer over the event socket: `RequestID`, `requestId` or `request_id`. Default `pascal`. */
  readonly socketResponseKeys?: 'pascal' | 'camel' | 'snake';
  /** Whether event 3 (PromptPlaybackFinished) is sent when everything written to a POST stream was heard. Default false: never observed. */
  readonly promptPlaybackFinished?: boolean;
  /** Whether devices that come and go are told as events of `/callcontrol/{dn}/devices/{id}`. Default false. */
  readonly deviceEvents?: boolean;
  /** Whether Upset carries the participant instead of null. Default false. */
  readonly attachedDataOnUpset?: boolean;

  /** Audio that arrives in the first so many milliseconds after Connected is lost. Default 0. */
  readonly discardFirstMs?: number;
  /** Whether the GET stream already works while Dialing, with ringback. Default false: 424. */
  readonly earlyMedia?: boolean;
  /** A second GET of a participant's stream: 424, or the first one ends. Default `refused`. */
  readonly secondGetStream?: 'refused' | 'replaces';
  /** A second POST of a participant's stream: the first one ends, or 424. Default `replaces`. */
  readonly secondPostStream?: 'replaces' | 'refused';
  /** What the GET stream carries while the person is silent: zeros, or nothing. Default `zeros`. */
  readonly silence?: 'zeros' | 'pause';
  /** Audio the PBX keeps ahead of the ear, milliseconds; more is dropped. Default without limit. */
  readonly playOutBufferMs?: number;
  /**
   * Whether what people hear is worked out and kept (default). Without it audio is taken and thrown away,
   * which leaves room for thousands of calls at once; `heard` is then silence.
   */
  readonly audioMetering?: boolean;
  /** Silence up to this long between two stretches of audio counts as a gap; longer is a pause. Default 1000 ms. */
  readonly gapWindowMs?: number;

  /** Whether `/prompts` and `/system/default` are served; hosted systems may not. Default true. */
  readonly servePromptFiles?: boolean;
  /** More files for the web server, by path (`/prompts/own.wav`). */
  readonly files?: Readonly<Record<string, Uint8Array>>;
}

/** At most `requests` within `windowMs` to paths that contain `path`. */
export interface RateLimit {
  readonly path: string;
  readonly requests: number;
  readonly windowMs: number;
  readonly retryAfterSeconds: number;
}

export type Settings = Required<MockPbxOptions>;

const defaults: Settings = {
  port: 0,
  controlPort: 0,
  proxyPort: undefined,
  portless: undefined,
  host: '127.0.0.1',
  tls: true,
  configuration: {},
  time: 'real',
  hostnames: [],
  clientId: '999',
  clientSecret: 'mock-secret',
  grantedExtensions: ['100', '101', '102', '103', '104', '105'],
  xapiEnabled: true,
  xapiSpec: undefined,
  xapiDefaultTop: 100,
  xapiMaxTop: 1000,
  secretChangeRevokesTokens: true,
  cutSocketsOnTokenExpiry: false,
  rateLimit: undefined,
  expiresIn: 'seconds',
  tokenLifetimeMs: 3_600_000,
  cutSocketsOnNewToken: false,
  finalStatusType: 'string',
  successStatus: 200,
  successBody: true,
  errorBodies: 'json',
  firstInboundStatus: 'Connected',
  presentDid: true,
  extensionDirectControl: true,
  surfaceFarLeg: false,
  refusedMakeCallStatus: 422,
  defaultRouteTimeoutSeconds: 30,
  longestRouteTimeoutSeconds: 120,
  statusDuringTransfer: 'Connected',
  parkByNumber: true,
  participantIds: 'increasing',
  answerAfterMs: 200,
  dtmfGrouping: 'single',
  upsetRepetitionMs: 750,
  sequenceNumbers: 'per-connection',
  socketResponseKeys: 'pascal',
  promptPlaybackFinished: false,
  deviceEvents: false,
  attachedDataOnUpset: false,
  discardFirstMs: 0,
  earlyMedia: false,
  secondGetStream: 'refused',
  secondPostStream: 'replaces',
  silence: 'zeros',
  playOutBufferMs: Infinity,
  audioMetering: true,
  gapWindowMs: 1000,
  servePromptFiles: true,
  files: {},
};

export function settingsFrom(options: MockPbxOptions): Settings {
  return { ...defaults, ...options };
}
