import type { RetrySettings, Transport } from '@org/3cx-api-client';
import type { PromptOptions } from './media/prompt-source';
import type { CallStore } from './stores/call-store';

/** Four methods; pino and `console` fit. Never handed a secret, a token or a digit. */
export interface Logger {
  debug(message: string, context?: object): void;
  info(message: string, context?: object): void;
  warn(message: string, context?: object): void;
  error(message: string, context?: object): void;
}

export interface ConnectOptions {
  /** Where the PBX answers: scheme, host and port. A missing scheme means https; a path is dropped. */
  readonly serverUrl: string;
  /** Client id of the API entry, also the number of its route point. */
  readonly clientId: string;
  /** The entry's API key. */
  readonly clientSecret: string;
  /** Accept any certificate, on this connection alone. Default false. */
  readonly allowUnauthorizedCerts?: boolean;
  /** PEM of a certificate authority to trust besides the built-in ones. */
  readonly caCertificate?: string;
  /** Time for a short request, milliseconds. Default 15 000. Streams and blocking actions have their own. */
  readonly requestTimeoutMs?: number;
  /** Connections kept for short requests. Default 5. */
  readonly connectionPoolSize?: number;
  /** Milliseconds that a kept connection may be idle; it is dropped within twice that. Default 30 000. */
  readonly idleConnectionMs?: number;
  /** Which requests are sent again, and how often: those that can't have been acted on. */
  readonly retry?: RetrySettings;
  /** `http://` or `https://` URL of a proxy to tunnel through; may hold user name and password. */
  readonly proxyUrl?: string;
  /** Calls placed by `makeCall` that may be under way at once. Default 30. */
  readonly maxOutboundCalls?: number;
  /**
   * The PBX's dial code for an extension's voicemail, e.g. `*4`, for transfers to
   * voicemail. The Call Control API has no other way; it stands in Settings > Dial codes.
   */
  readonly voicemailDialCode?: string;
  /** Remembers calls over restarts: `FileCallStore`, or one of your own. Default: none. */
  readonly callStore?: CallStore;
  readonly logger?: Logger;
  /** Where prompts may come from, and how much of them is kept. */
  readonly prompts?: PromptOptions;
  /** Replaces the HTTP transport, for tests and proxies; it is disposed with the phone system. */
  readonly transport?: Transport;
}
