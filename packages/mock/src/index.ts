export { createMockPbx } from './mock-pbx';
export type { MockPbx, VirtualMockPbx } from './mock-pbx';
export type { MockPbxOptions } from './settings';
export { VirtualTimeError } from './virtual-time';
export type { PbxHappening, VirtualTime } from './virtual-time';
