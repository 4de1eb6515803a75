import type { RawClient } from '../../testing/raw-client';
import { NaiveConnection } from './connection';

/** Believes that each key comes once and in order. */
export class DigitLog {
  digits = '';

  static async start(raw: RawClient): Promise<{ log: DigitLog; connection: NaiveConnection }> {
    const log = new DigitLog();
    const connection = await NaiveConnection.open(raw, ({ attached_data }) => {
      log.digits += attached_data?.dtmf_input ?? '';
    });
    return { log, connection };
  }
}
