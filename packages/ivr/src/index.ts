// Collecting digits
export { collectDigits } from './dtmf/collect-digits';
export type { CollectingCall } from './dtmf/collect-digits';
export { CollectOptionsError, CollectValidationError } from './dtmf/collect-errors';
export type {
  CollectingClock,
  CollectOptions,
  CollectPrompts,
  ConnectionStates,
  PromptList,
} from './dtmf/collect-options';
export type {
  AttemptCounts,
  BufferCleared,
  CollectCallEnded,
  CollectCounts,
  CollectError,
  CollectFailed,
  CollectMatch,
  CollectNoInput,
  CollectNoMatch,
  CollectResult,
  DigitSource,
  FlushReason,
  NoMatchReason,
} from './dtmf/collect-result';
