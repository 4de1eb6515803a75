export { createMockPbx } from './mock-pbx';
export type { MockPbx } from './mock-pbx';
export type { MockPbxOptions } from './settings';
