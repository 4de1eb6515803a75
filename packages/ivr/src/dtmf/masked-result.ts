import type { InspectOptions } from 'node:util';
import type { CollectCallEnded, CollectMatch } from './collect-result';

const MASK = '****';

type Inspect = (value: unknown, options: InspectOptions) => string;

/**
 * A result that `console.log` and `util.inspect` show without its digits; the mask
 * has one length, so that it doesn't tell how many there were. A class, since a
 * method on the prototype leaves equality and JSON as those of a plain object.
 */
class MaskedResult {
  [Symbol.for('nodejs.util.inspect.custom')](
    _depth: number,
    options: InspectOptions,
    inspect: Inspect,
  ): string {
    const shown = Object.entries(this).map(([name, value]: [string, unknown]) => [
      name,
      name === 'digits' || name === 'partialDigits' ? MASK : value,
    ]);
    return inspect(Object.fromEntries(shown), options);
  }
}

/** The same result, its digits hidden from inspection unless `masked` is false. */
export function maskDigits<Result extends CollectMatch | CollectCallEnded>(
  masked: boolean,
  result: Result,
): Result {
  return masked ? Object.assign(new MaskedResult(), result) : result;
}
