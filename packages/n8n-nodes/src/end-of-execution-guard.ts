import type { Call, Logger } from '@org/3cx-core';
import type { CallSteps } from './call-steps';
import type { ExecutionEnd } from './contexts';

/** How long a call may stay without any step acting on it, where the end of the execution can't be seen. */
export const IDLE_LIMIT_MS = 60_000;

/** The longest delay a timer takes is 24.8 days; longer waits are taken a day at a time. */
const LONGEST_TIMER_MS = 86_400_000;

export interface GuardOptions {
  readonly steps: CallSteps;
  readonly log: Logger;
  /** Clock of `steps`, milliseconds. */
  readonly now?: () => number;
}

/**
 * Hangs up a call when its execution is done, if the workflow neither ended nor
 * transferred it: otherwise the caller would wait in silence for ever. An execution
 * that was put to sleep (Wait node) isn't done; its end can't be seen, so the call
 * is then watched as in {@link hangUpWhenIdle}, from the time it is due to go on.
 */
export async function hangUpWhenDone(
  call: Call,
  done: Promise<ExecutionEnd>,
  options: GuardOptions,
): Promise<void> {
  const run = await done.catch(() => undefined);
  if (run?.status === 'waiting' || run?.waitTill) {
    const dueInMs = run.waitTill ? Math.max(0, run.waitTill.getTime() - Date.now()) : 0;
    hangUpWhenIdle(call, options, dueInMs);
    return;
  }
  await hangUpUnlessOver(call, options);
}

/**
 * Hangs up a call when no step has acted on it for {@link IDLE_LIMIT_MS}. A step in
 * progress counts as acting, however long it takes. `graceMs` is added until the
 * first step.
 */
export function hangUpWhenIdle(call: Call, options: GuardOptions, graceMs = 0): void {
  const { steps, now = () => performance.now() } = options;
  const from = now();
  let timer: NodeJS.Timeout | undefined;
  const check = (): void => {
    const idleSince = steps.idleSince(call);
    const hasActed = idleSince === undefined || idleSince > from;
    const limitAt = (idleSince ?? now()) + IDLE_LIMIT_MS + (hasActed ? 0 : graceMs);
    const leftMs = limitAt - now();
    if (leftMs <= 0) void hangUpUnlessOver(call, options);
    else timer = setTimeout(check, Math.min(leftMs, LONGEST_TIMER_MS)).unref();
  };
  void call.ended.then(() => {
    clearTimeout(timer);
  });
  check();
}

async function hangUpUnlessOver(call: Call, { steps, log }: GuardOptions): Promise<void> {
  if (isOver(call) || steps.isHandedOver(call)) return;
  try {
    await call.hangUp();
    log.info('Hung up a call that its workflow had left open', { callId: call.id });
  } catch (error) {
    if (isOver(call)) return;
    log.warn('A call that its workflow left open could not be hung up', { callId: call.id, error });
  }
}

function isOver(call: Call): boolean {
  return call.status === 'ended';
}
