export { createFaultProxy } from './faults/proxy/fault-proxy';
export type { FaultProxy, FaultProxyOptions } from './faults/proxy/fault-proxy';
export type { Toxic, ToxicInput } from './faults/proxy/toxic';
export { createMockPbx } from './mock-pbx';
export type { MockPbx } from './mock-pbx';
export type { MockPbxOptions } from './settings';
