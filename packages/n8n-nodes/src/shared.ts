/**
 * What the nodes take from here, all of it in one bundle (`dist/shared.js`) that
 * every node loads, so that they share the phone systems of the process.
 */
export { bridgeCalls, CallEndedError, PermissionError } from '@org/3cx-core';
export {
  collectDigits,
  confirm,
  FlowDefinitionError,
  lintFlow,
  parseFlow,
  runFlow,
  runMenu,
} from '@org/3cx-ivr';
export type { Flow } from '@org/3cx-ivr';
export { callTask } from './call-action';
export type {
  CallActionDependencies,
  CallOperation,
  CallOperationInput,
  PreparedCallStep,
  StepTools,
} from './call-action';
export { requireCallId, resolveCallId } from './call-id';
export { MONITORED_EVENTS, monitorCalls } from './call-monitor';
export { receiveCalls } from './call-receiver';
export type { BusyTreatment } from './call-receiver';
export { CallSteps, callSteps } from './call-steps';
export { untilCancelled } from './cancellation';
export { connectionOf, withPhoneSystem } from './connection';
export type { Connection } from './connection';
export { actionContext, CREDENTIAL_NAME, triggerContext } from './contexts';
export type { ActionContext, TriggerContext } from './contexts';
export { credentialTester } from './credential-test';
export {
  defaultMaxConcurrentCalls,
  defaultTimeoutSeconds,
  defaultTransferTimeoutSeconds,
  readEnvironment,
} from './environment';
export { explain } from './errors';
export { GuidedError } from './guided-error';
export { logFrom } from './log';
export {
  callStatusOutput,
  grantedCallOutput,
  systemCallOutput,
  systemDownOutput,
  systemStatusOutput,
} from './outputs';
export { patternsOf } from './number-filter';
export { parametersOf } from './parameters';
export type { Parameters } from './parameters';
export { PhoneSystems, phoneSystems } from './phone-systems';
export type { PhoneSystemLease } from './phone-systems';
export { takeReceiverSlot } from './receiver-slots';
export { runItems } from './run-items';
export type { ItemTask } from './run-items';
export { listSearches } from './list-searches';
export type { StepResult } from './step-result';
export { requireToolOperation } from './tool-operations';
export { openTriggerSession, setUp } from './trigger-session';
export { loggedCalls, callLogRows } from './data/call-log';
export { figuresByGroup, figuresJson, GROUPINGS, totalOf } from './data/call-statistics';
export { PERIODS, periodOf } from './data/period';
export type { Period } from './data/period';
export { queueStatistics } from './data/queue-statistics';
export { recordingFile, recordings, transcriptOf } from './data/recordings';
export { slowData, SlowDataCache } from './data/slow-data-cache';
export { changeUser, userByNumber, userOutput, users, wholeUser } from './data/users';
