/** What an answer of the control API is to a scenario. */
export interface ControlAnswer {
  readonly status: number;
  readonly bytes: Uint8Array;
}

/** How a scenario reaches the control API of a mock, in this process or another, and its time. */
export interface ControlApiPort {
  request(method: 'GET' | 'POST', path: string, body?: object | Uint8Array): Promise<ControlAnswer>;
  /** The mock's own time, milliseconds: the scale of its log. */
  now(): number;
  /** Runs `action` when so much of the mock's time has passed, unless the returned function is called first. */
  after(ms: number, action: () => void): () => void;
}
