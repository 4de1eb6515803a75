// Collecting digits
export { collectDigits } from './dtmf/collect-digits';
export type { CollectingCall } from './dtmf/collect-digits';
export { CollectOptionsError } from './dtmf/collect-options';
export type { CollectingClock, CollectOptions } from './dtmf/collect-options';
export type {
  CollectCallEnded,
  CollectCounts,
  CollectMatch,
  CollectNoInput,
  CollectNoMatch,
  CollectResult,
  DigitSource,
  NoMatchReason,
} from './dtmf/collect-result';
