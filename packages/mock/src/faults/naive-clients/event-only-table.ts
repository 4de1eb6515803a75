import type { RawClient } from '../../testing/raw-client';
import { NaiveConnection } from './connection';

/** Believes that events are all there is: no snapshot, no second look, no new socket. */
export class EventOnlyTable {
  readonly #live = new Set<string>();
  #connection: NaiveConnection | undefined;

  static async start(raw: RawClient): Promise<EventOnlyTable> {
    const table = new EventOnlyTable();
    table.#connection = await NaiveConnection.open(raw, ({ event_type, entity }) => {
      if (event_type === 1) table.#live.delete(entity);
      else if (event_type === 0) void table.#look(entity);
    });
    return table;
  }

  get connection(): NaiveConnection {
    if (!this.#connection) throw new Error('not started');
    return this.#connection;
  }

  get calls(): number {
    return this.#live.size;
  }

  async #look(entity: string): Promise<void> {
    const answer = await this.connection.get(entity);
    if (answer.status === 200) this.#live.add(entity);
  }
}
