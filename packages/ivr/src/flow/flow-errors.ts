import { ThreeCxError } from '@org/3cx-core';

/** The flow isn't one: the message names the place and what is wrong there. */
export class FlowDefinitionError extends ThreeCxError {
  readonly code = 'FLOW_DEFINITION';
}

/** A step of the flow needs something that `runFlow` was not given. The message names both. */
export class FlowOptionsError extends ThreeCxError {
  readonly code = 'FLOW_OPTIONS';
}

/** Whether id and PIN belong together could not be found out. */
export class VerificationError extends ThreeCxError {
  readonly code = 'FLOW_VERIFICATION';
}
