import { GuidedError } from './guided-error';

/**
 * Keeps an AI agent to the operations that are meant for it.
 * @throws GuidedError for any other
 */
export function requireToolOperation(operation: string, allowed: readonly string[]): void {
  if (allowed.includes(operation)) return;
  throw new GuidedError(
    'PARAMETER',
    `${operation} is not offered to AI agents`,
    `Use it in a step of the workflow instead. Agents may use ${allowed.join(', ')}.`,
  );
}
