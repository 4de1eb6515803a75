import type { MockClient } from './mock-client';
import { liveMessageSchema } from './mock-data';
import type { LogEntry } from './mock-data';

export interface LogFollower {
  /** Connected, for the first time or again. `another`: to a mock that was started since. */
  up(another: boolean): void;
  /** Nobody answers any more; it is tried again until somebody does. */
  gone(): void;
  entry(entry: LogEntry): void;
  /** So many entries were missed. */
  gap(missed: number): void;
}

/** Entries shown from before the page was opened. */
const earlierEntries = 200;
const firstRetryMs = 500;
const longestRetryMs = 5000;

/** Follows the mock's live log, over interruptions, without an entry twice. Runs as long as the page. */
export class LiveLog {
  readonly #client: MockClient;
  readonly #follower: LogFollower;
  #mock: string | undefined;
  #last: number | undefined;
  #retryMs = firstRetryMs;

  constructor(client: MockClient, follower: LogFollower) {
    this.#client = client;
    this.#follower = follower;
    this.#connect();
  }

  #connect(): void {
    const from = this.#last === undefined ? `last=${earlierEntries}` : `after=${this.#last}`;
    const socket = this.#client.socket(`live?${from}`);
    socket.onmessage = ({ data }: MessageEvent<string>) => {
      this.#take(data);
    };
    socket.onclose = () => {
      this.#follower.gone();
      setTimeout(() => {
        this.#connect();
      }, this.#retryMs);
      this.#retryMs = Math.min(longestRetryMs, this.#retryMs * 2);
    };
  }

  #take(data: string): void {
    const message = liveMessageSchema.parse(JSON.parse(data));
    switch (message.type) {
      case 'hello': {
        const another = this.#mock !== undefined && this.#mock !== message.mock;
        if (another) this.#last = undefined;
        this.#mock = message.mock;
        this.#retryMs = firstRetryMs;
        this.#follower.up(another);
        break;
      }
      case 'entry':
        this.#last = message.sequence;
        this.#follower.entry(message);
        break;
      case 'gap':
        this.#follower.gap(message.missed);
    }
  }
}
