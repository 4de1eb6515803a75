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
export { record } from './record';
export type { RecordingCall, RecordMessageOptions, RecordResult } from './record';
export { queueFiguresOf } from './queue-figures';
export type { QueueFigures, ReadQueueFigures } from './queue-figures';

// Outbound
export { startCampaign } from './outbound/campaign';
export type { Campaign } from './outbound/campaign';
export { CampaignOptionsError } from './outbound/campaign-options';
export type {
  CallingHours,
  CampaignCall,
  CampaignOptions,
  CampaignPhone,
  Conversation,
  ConversationContext,
  Verdict,
} from './outbound/campaign-options';
export type { AttemptFailure, CampaignContact, ContactState, ContactStatus } from './outbound/contact';
export type { RetryPolicy, RetryRule } from './outbound/retry-policy';
export type { CampaignEvent, CampaignProgress } from './outbound/progress';
export { createMemoryCampaignStore } from './outbound/campaign-store';
export type { CampaignStore, SavedCampaign } from './outbound/campaign-store';
export { createFileCampaignStore } from './outbound/file-campaign-store';
export { flowConversation } from './outbound/flow-conversation';
export type { FlowConversationOptions } from './outbound/flow-conversation';
export { openCallbackDesk } from './outbound/callback-desk';
export type { CallbackDesk, CallbackDeskOptions } from './outbound/callback-desk';
export { frontQueue } from './outbound/front-queue';
export type { FrontedCall, FrontQueueOptions, FrontQueueResult } from './outbound/front-queue';
export type { CallbackBook, CallbackRequest } from './outbound/callback-book';

// Call flows as data
export { flowJsonSchema, flowSchema } from './flow/definition';
export type { Flow, FlowInput, FlowPrompt, FlowStep, FlowStepInput, FlowValue } from './flow/definition';
export type { FlowCondition } from './flow/condition';
export { officeStateAt } from './flow/office-hours';
export type { OfficeHours } from './flow/office-hours';
export { parseFlow } from './flow/parse-flow';
export { FlowDefinitionError, FlowOptionsError } from './flow/flow-errors';
export { defineFlow } from './flow/builder';
export { lintFlow } from './flow/lint';
export type { FindingCode, FlowFinding, LintOptions } from './flow/lint';
export { toMermaid } from './flow/mermaid';
export { toSvg } from './flow/svg';

// Running them
export { endFlow, resumeFlow, runFlow } from './flow/run-flow';
export type { FlowResult } from './flow/run-flow';
export type { FlowCall, RunFlowOptions } from './flow/run-flow-options';
export { serveFlow } from './flow/serve-flow';
export type { FlowService, ServeFlowOptions } from './flow/serve-flow';
export type { FlowEndKind, HttpHookRequest } from './flow/flow-command';
export { fetchHook } from './flow/http-hook';
export type { HttpHook, HttpHookAnswer } from './flow/http-hook';
export { createFileRecordingStore } from './flow/recording-store';
export type { FlowRecording, RecordingStore } from './flow/recording-store';
export { createMemoryCallStore } from './flow/call-store';
export { createFileCallStore } from './flow/file-call-store';
export type { CallStore, SavedFlow } from './flow/call-store';
export type { FlowPosition } from './flow/position';
