/** What clients have done to the mock, counted. */
export class RequestMetrics {
  readonly #requests = new Map<string, number>();
  tokensMinted = 0;
  socketsOpened = 0;
  openSockets = 0;
  openStreams = 0;
  eventsSent = 0;

  count(method: string, route: string, status: number): void {
    const key = `${method} ${route} ${status}`;
    this.#requests.set(key, (this.#requests.get(key) ?? 0) + 1);
  }

  /** `requests` is keyed by method, route pattern and status: `POST /connect/token 200`. */
  toJSON(): object {
    return {
      requests: Object.fromEntries(this.#requests),
      tokensMinted: this.tokensMinted,
      socketsOpened: this.socketsOpened,
      openSockets: this.openSockets,
      openStreams: this.openStreams,
      eventsSent: this.eventsSent,
    };
  }
}
