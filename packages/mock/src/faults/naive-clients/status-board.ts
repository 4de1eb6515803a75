import * as z from 'zod';
import type { RawClient } from '../../testing/raw-client';
import { NaiveConnection } from './connection';

const participant = z.object({ status: z.string() });

/** Believes every answer: the last one that arrives is how it is, and what is not found is over. */
export class StatusBoard {
  /** By entity. */
  readonly statuses = new Map<string, string>();

  static async start(raw: RawClient): Promise<{ board: StatusBoard; connection: NaiveConnection }> {
    const board = new StatusBoard();
    const connection = await NaiveConnection.open(raw, ({ event_type, entity }) => {
      if (event_type === 1) board.statuses.set(entity, 'over');
      if (event_type === 0) void board.#look(connection, entity);
    });
    return { board, connection };
  }

  /** The only status there is. */
  get status(): string {
    return [...this.statuses.values()].join();
  }

  async #look(connection: NaiveConnection, entity: string): Promise<void> {
    const { status, json } = await connection.get(entity);
    this.statuses.set(entity, status === 404 ? 'over' : participant.parse(json).status);
  }
}
