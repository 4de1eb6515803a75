export { freePort } from './free-port.ts';
export {
  MockControl,
  MockControlError,
  type CallCondition,
  type CallTruth,
  type MockMetrics,
} from './mock-control.ts';
export { MockProcess, type MockOptions } from './mock-process.ts';
export {
  N8nClient,
  type CredentialData,
  type CredentialTestResult,
  type Owner,
  type Publication,
  type SavedWorkflow,
} from './n8n-client.ts';
export { type Execution, type NodeFailure } from './n8n-execution.ts';
export { N8nProcess, type N8nOptions } from './n8n-process.ts';
export { N8nRestError } from './n8n-rest.ts';
export { installNodePackage, packNodePackage } from './node-package.ts';
export { ProcessError, SpawnedProcess, type SpawnOptions, type StopResult } from './spawned-process.ts';
export {
  parseWorkflow,
  readWorkflow,
  type CredentialReference,
  type WorkflowDefinition,
  type WorkflowNode,
} from './workflow-definition.ts';
