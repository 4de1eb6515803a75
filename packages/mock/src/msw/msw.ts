export { mockPbxHandlers } from './mock-pbx-handlers';
export type { MockPbxHandlers, MockPbxHandlersOptions } from './mock-pbx-handlers';
