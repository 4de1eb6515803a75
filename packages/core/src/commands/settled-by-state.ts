import { ConnectionFailedError, ServerError, TimeoutError } from '@org/3cx-api-client';

/**
 * Whether the PBX may have carried a command out although it answered with this. Such a
 * command is never sent again: what became of it follows from the state of the call.
 */
export function mayHaveActed(error: unknown): boolean {
  return (
    error instanceof TimeoutError || error instanceof ConnectionFailedError || error instanceof ServerError
  );
}
