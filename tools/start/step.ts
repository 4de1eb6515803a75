const HEARTBEAT_MS = 10_000;

/** A failure as the reader gets it: one sentence, and where the details are. */
export class StepFailed extends Error {
  override readonly name = 'StepFailed';
  readonly code = 'STEP_FAILED';
}

/**
 * Does one named step and shows that it goes on.
 * @throws StepFailed with the step, its reason and the log file
 */
export async function step<T>(title: string, logFile: string, work: () => Promise<T>): Promise<T> {
  const begun = Date.now();
  const seconds = (): string => `${Math.round((Date.now() - begun) / 1000)} s`;
  console.log(`» ${title} …`);
  const heartbeat = setInterval(() => {
    console.log(`  … ${seconds()}`);
  }, HEARTBEAT_MS);
  try {
    return await work();
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    const details = reason.includes(logFile) ? '' : ` (details: ${logFile})`;
    throw new StepFailed(`${title} failed: ${reason}${details}`, { cause });
  } finally {
    clearInterval(heartbeat);
  }
}
