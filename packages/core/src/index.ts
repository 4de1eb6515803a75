export { checkConnection, connect, type ConnectionReport } from './connect';
export { systemClock, type Clock, type Timer } from './clock';
export type { ConnectOptions, Logger } from './options';
export type {
  ActiveCall,
  ConnectionState,
  MakeCallOptions,
  MakeCallOutcome,
  PhoneSystem,
  SystemHealth,
  SystemStatus,
} from './phone-system';

export type {
  AnswerOptions,
  AttachDataOptions,
  AttachedData,
  Call,
  CallEnd,
  CommandOptions,
  DivertReason,
  HangUpOptions,
  PlayOptions,
  RouteOptions,
  TransferOptions,
  TransferOutcome,
} from './call';
export type {
  DigitsPrompt,
  FilePrompt,
  PcmPrompt,
  PromptOptions,
  PromptSource,
  SilencePrompt,
  TonePrompt,
} from './media/prompt-source';
export type { CallDirection, CallStatus, EndReason } from './calls/call-state';
export type { DigitBuffer, DigitClaim, DtmfKey, KeyPress } from './calls/dtmf-buffer';
export { TypeAheadBuffer } from './calls/type-ahead-buffer';
export { callEventJsonSchema, callEventSchema, isCallEvent } from './events/call-event-schema';
export { CALL_EVENT_TYPES } from './events/call-event';
export type {
  CallAnsweredEvent,
  CallEndedEvent,
  CallEvent,
  CallEventType,
  CallRingingEvent,
  CallStartedEvent,
  CallTransferredEvent,
  CallUpdatedEvent,
  ConnectionEvent,
  DtmfReceivedEvent,
  QueueCallEvent,
} from './events/call-event';
export { bridgeCalls, type Bridge, type BridgeEnd, type BridgeOptions } from './media/bridge';
export type { CallAudioMetrics, CallDuplex } from './media/call-duplex';
export type { Recording, RecordingEnd, RecordOptions } from './media/recording';
export type { DtmfTimes, PlaybackResult } from '@org/3cx-audio';
export type { CallStore, StoredCall } from './stores/call-store';
export { FileCallStore } from './stores/file-call-store';
export { MemoryCallStore } from './stores/memory-call-store';
export type { CounterName, PhoneSystemMetrics } from './telemetry/counters';

export {
  CallEndedError,
  CallLimitError,
  CallNotFoundError,
  CommandKeyError,
  DigitsClaimedError,
  DisposedError,
  ExtensionNotFoundError,
  InvalidCallIdError,
  InvalidCallStateError,
  InvalidPromptError,
  PromptNotFoundError,
} from './errors';
export {
  AuthenticationError,
  CertificateError,
  ConfigurationError,
  ConnectionFailedError,
  FailedDependencyError,
  NotFoundError,
  parseServerUrl,
  PermissionError,
  RateLimitError,
  ServerError,
  ThreeCxError,
  TimeoutError,
  UnexpectedResponseError,
  UnprocessableError,
  type XapiClient,
  type XapiComponents,
} from '@org/3cx-api-client';
