import { ThreeCxError } from '@org/3cx-api-client';

/** The text given as a call id is none of ours. */
export class InvalidCallIdError extends ThreeCxError {
  readonly code = 'CALL_ID_INVALID';
}

/** No call with this id is in progress, nor has one ended within the time we remember. */
export class CallNotFoundError extends ThreeCxError {
  readonly code = 'CALL_NOT_FOUND';
}

/** The call has ended, so nothing more can be done to it. */
export class CallEndedError extends ThreeCxError {
  readonly code = 'CALL_ENDED';
}

/** The call is in a state that the action isn't for. */
export class InvalidCallStateError extends ThreeCxError {
  readonly code = 'CALL_STATE';
}

/** The PBX has no such extension for this client. */
export class ExtensionNotFoundError extends ThreeCxError {
  readonly code = 'EXTENSION_NOT_FOUND';
}

/** There is no audio file where one was said to be. */
export class PromptNotFoundError extends ThreeCxError {
  readonly code = 'PROMPT_NOT_FOUND';
}

/** There is a file, but it can't be played. */
export class InvalidPromptError extends ThreeCxError {
  readonly code = 'PROMPT_INVALID';
}

/** Two steps want the keys of one call at once. */
export class DigitsClaimedError extends ThreeCxError {
  readonly code = 'DIGITS_CLAIMED';
}

/** One command key was given to two different commands. */
export class CommandKeyError extends ThreeCxError {
  readonly code = 'COMMAND_KEY';
}

/** As many calls as allowed are under way. */
export class CallLimitError extends ThreeCxError {
  readonly code = 'CALL_LIMIT';
  override readonly retryable = true;
}

/** The phone system has been disposed. */
export class DisposedError extends ThreeCxError {
  readonly code = 'DISPOSED';
}
