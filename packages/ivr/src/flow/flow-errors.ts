import { ThreeCxError } from '@org/3cx-core';

/** The flow isn't one: the message names the place and what is wrong there. */
export class FlowDefinitionError extends ThreeCxError {
  readonly code = 'FLOW_DEFINITION';
}
