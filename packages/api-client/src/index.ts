export {
  createCallControlClient,
  type ActionRequest,
  type CallControlClient,
  type CallControlClientOptions,
  type MakeCallRequest,
  type ParticipantAction,
} from './call-control';
export {
  createXapiClient,
  type XapiActiveCall,
  type XapiClient,
  type XapiClientOptions,
  type XapiSystemStatus,
} from './xapi';
export type { CallControlResult, Device, DnState, Participant } from './wire';

export { createTokenSource, type TokenSource, type TokenSourceOptions } from './tokens/token-source';
export { createNodeTransport, type NodeTransportOptions } from './transport/node-transport';
export type { RequestLimits, TlsSettings, Transport, Upload, UploadEnd } from './transport/transport';
export { errorOfConnection } from './transport/error-of-connection';
export { errorOfResponse } from './error-of-response';
export { parseServerUrl } from './server-url';

export {
  AuthenticationError,
  CertificateError,
  ConfigurationError,
  ConnectionFailedError,
  FailedDependencyError,
  NotFoundError,
  PermissionError,
  RateLimitError,
  ServerError,
  ThreeCxError,
  TimeoutError,
  UnexpectedResponseError,
  UnprocessableError,
  type ThreeCxErrorOptions,
} from './errors';

/** Types generated from our description of the Call Control API. */
export type {
  components as CallControlComponents,
  paths as CallControlPaths,
} from './generated/call-control';
/** Types generated from our description of the Configuration API. */
export type { components as XapiComponents, paths as XapiPaths } from './generated/xapi';
