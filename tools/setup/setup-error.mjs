/** A failure the reader can do something about: its message is printed alone, without a stack. */
export class SetupError extends Error {
  name = 'SetupError';
}
