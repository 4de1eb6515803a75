export {
  createCallControlClient,
  type ActionRequest,
  type CallControlClient,
  type CallControlClientOptions,
  type CallOptions,
  type MakeCallRequest,
  type ParticipantAction,
} from './call-control';
export { createOpenApiClient, type OpenApiClientOptions } from './openapi-client';
export { createXapiClient, type XapiClient } from './xapi';
export type { XapiClientOptions } from './xapi/requests';
export type { XapiActiveCall, XapiSystemStatus } from './xapi/system-figures';
export { filterBuilder, type Filter, type FilterBuilder } from './odata/filter';
export { consoleInterval } from './odata/interval';
export type { Page } from './odata/paginate';
export type { ParameterKind } from './odata/path';
export type { CallControlResult, Device, DnState, FinalStatus, Participant } from './wire';

export {
  createTokenSource,
  type TokenReplaced,
  type TokenSource,
  type TokenSourceOptions,
} from './tokens/token-source';
export { createMemoryTokenStore, type StoredToken, type TokenStore } from './tokens/token-store';
export { createNodeTransport, type NodeTransportOptions } from './transport/node-transport';
export type { RequestLimits, TlsSettings, Transport, Upload, UploadEnd } from './transport/transport';
export type { HeaderFields, PlainRequest, PlainResponse } from './transport/plain-http';
export type { CircuitBreakerSettings } from './transport/circuit-breaker';
export type { RetrySettings } from './transport/when-to-repeat';
export type { ObservationOptions, RequestFacts, TransportEvent } from './transport/observation';
export { errorOfConnection } from './transport/error-of-connection';
export { errorOfResponse, type RefusedResponse } from './error-of-response';
export { parseServerUrl } from './server-url';

export {
  AuthenticationError,
  CertificateError,
  ConfigurationError,
  ConnectionError,
  ConnectionFailedError,
  FailedDependencyError,
  InvalidStateError,
  NotFoundError,
  PermissionError,
  RateLimitError,
  ServerError,
  SignInContestedError,
  ThreeCxError,
  TimeoutError,
  UnexpectedResponseError,
  UnprocessableError,
  type ConnectionProblem,
  type ThreeCxErrorOptions,
} from './errors';

/** Types generated from our description of the Call Control API. */
export type {
  components as CallControlComponents,
  paths as CallControlPaths,
} from './generated/call-control';
/** Types generated from our description of the Configuration API. */
export type { components as XapiComponents, paths as XapiPaths } from './generated/xapi';
