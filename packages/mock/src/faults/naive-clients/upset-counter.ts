import type { RawClient } from '../../testing/raw-client';
import { NaiveConnection } from './connection';

/** Believes that an Upset is a call and a Remove its end, and looks at neither. */
export class UpsetCounter {
  readonly live = new Set<string>();

  static async start(raw: RawClient): Promise<{ counter: UpsetCounter; connection: NaiveConnection }> {
    const counter = new UpsetCounter();
    const connection = await NaiveConnection.open(raw, ({ event_type, entity }) => {
      if (event_type === 0) counter.live.add(entity);
      if (event_type === 1) counter.live.delete(entity);
    });
    return { counter, connection };
  }
}
