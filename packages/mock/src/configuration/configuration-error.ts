/** Why a change of the configuration was refused. */
export type ConfigurationErrorCode =
  'bad-value' | 'number-taken' | 'no-such-entity' | 'no-such-destination' | 'last-of-its-kind';

/** A change that would leave the phone system in a state it can't have. Nothing was changed. */
export class ConfigurationError extends Error {
  override readonly name = 'ConfigurationError';
  readonly code: ConfigurationErrorCode;
  /** The property at fault, e.g. `number` or `noAnswer`. */
  readonly property: string;

  constructor(code: ConfigurationErrorCode, property: string, message: string) {
    super(message);
    this.code = code;
    this.property = property;
  }
}
