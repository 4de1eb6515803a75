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

// Questions made of it
export { runMenu } from './menu';
export type { MenuChosen, MenuOptions, MenuResult, OneKeyOptions, Unanswered } from './menu';
export { confirm } from './confirm';
export type { Confirmed, ConfirmOptions, ConfirmResult } from './confirm';
export { authenticate } from './authenticate';
export type { AuthenticateOptions, AuthenticateResult } from './authenticate';
export { createLockout } from './lockout';
export type { Lockout, LockoutOptions } from './lockout';
export { survey } from './survey';
export type { RangeQuestion, SurveyAnswers, SurveyQuestion, SurveyResult, YesNoQuestion } from './survey';
