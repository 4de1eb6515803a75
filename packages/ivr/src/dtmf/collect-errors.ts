import { ThreeCxError } from '@org/3cx-core';

/** The options contradict themselves or are out of range. The message says which and what to change. */
export class CollectOptionsError extends ThreeCxError {
  readonly code = 'COLLECT_OPTIONS_INVALID';
}

/** An entry could not be checked. `cause` is what `validate` threw, if it did. */
export class CollectValidationError extends ThreeCxError {
  readonly code = 'COLLECT_VALIDATION';
}
