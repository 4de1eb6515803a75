/** A scenario that can't be run as it stands; `message` says what to do. */
export class ScenarioError extends Error {
  override readonly name = 'ScenarioError';
  readonly code: 'no-control-api' | 'refused' | 'not-audio' | 'bad-scenario';

  constructor(code: ScenarioError['code'], message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
