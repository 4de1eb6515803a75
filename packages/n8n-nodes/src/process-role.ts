import { GuidedError } from './guided-error';

/**
 * n8n starts its helper processes as `n8n worker` and `n8n webhook`. Signing in
 * there would end the session of the main process: 3CX keeps one per client id.
 * @throws GuidedError in such a process
 */
export function requireMainProcess(argv: readonly string[] = process.argv): void {
  const command = argv[2];
  if (command !== 'worker' && command !== 'webhook') return;
  throw new GuidedError(
    'WORKER_PROCESS',
    `3CX calls are handled only by the main process of n8n, and this step runs in a ${command} process`,
    'Run n8n in regular mode (EXECUTIONS_MODE=regular) for workflows that use 3CX.',
  );
}
