export { ConfigurationError } from './configuration/configuration-error';
export type { ConfigurationErrorCode } from './configuration/configuration-error';
export type { PartialConfiguration } from './configuration/partial-configuration';
export type { PbxConfiguration } from './configuration/pbx-configuration';
export type { AgentStateSpan } from './history/agent-state';
export type { CallRecord, CallSegment, PartySnapshot } from './history/call-record';
export type { History } from './history/history';
export type { AgentPoll, QueueVisit } from './history/queue-visit';
export type { RecordingEntry, VoicemailEntry } from './history/recording';
export { createFaultProxy } from './faults/proxy/fault-proxy';
export type { FaultProxy, FaultProxyOptions } from './faults/proxy/fault-proxy';
export type { Toxic, ToxicInput } from './faults/proxy/toxic';
export { createMockPbx } from './mock-pbx';
export type { MockPbx, VirtualMockPbx } from './mock-pbx';
export { createRecorder } from './recorder/recorder';
export type { Recorder, RecorderOptions } from './recorder/recorder';
export type { SessionEntry } from './recorder/session-entry';
export { RecordingError, parseRecording, readRecording } from './recorder/replay/recording-file';
export { createReplay } from './recorder/replay/replay';
export type { Replay, ReplayOptions } from './recorder/replay/replay';
export { createMockServer } from './tenants/mock-server';
export type { MockServer, MockTenant } from './tenants/mock-server';
export { TenantsError } from './tenants/mock-server-options';
export type { MockServerOptions, TenantOptions } from './tenants/mock-server-options';
export { parseTenants } from './tenants/parse-tenants';
export type { MockPbxOptions } from './settings';
export { VirtualTimeError } from './virtual-time';
export type { PbxHappening, VirtualTime } from './virtual-time';
export { agent, caller, phone, scenario } from './scenario/scenario';
export type { Agent, Caller, Phone, Within } from './scenario/scenario';
export { runScenario } from './scenario/run-scenario';
export type { RunOptions, ScenarioResult } from './scenario/run-scenario';
export { ScenarioError } from './scenario/scenario-error';
export { ScenarioFailure } from './scenario/scenario-failure';
export type { FailureDetails } from './scenario/scenario-failure';
export type { HeardStretch } from './scenario/hearing/what-was-heard';
export type {
  Actor,
  AgentActor,
  AgentStep,
  CallerActor,
  CallerStep,
  CommonStep,
  PersonStep,
  PhoneActor,
  PhoneStep,
  Recording,
  Scenario,
  Step,
} from './scenario/steps';
export type { TimelineEntry } from './scenario/timeline';
export { parseScenario } from './scenario/written/parse-scenario';
export { ScenarioFileError } from './scenario/written/scenario-file-error';
export type { FileIssue } from './scenario/written/scenario-file-error';
export { scenarioJsonSchema } from './scenario/written/scenario-json-schema';
export { checkConformance } from './conformance/check-conformance';
export type { ConformanceFinding } from './conformance/check-conformance';
export type { Fact, Finding } from './conformance/fact';
export type { TargetOptions } from './conformance/target';
