import type { Call, MakeCallOutcome } from '@org/3cx-core';

/** What became of a call that was placed. 3CX doesn't tell busy from no answer once it has rung. */
export type CallOutcome = 'answered' | 'noAnswer' | 'busy' | 'failed' | 'unknown' | 'callerHungUp';

/** Beyond its own limit the PBX gets so much time to give up by itself. */
const PBX_GIVES_UP_MS = 10_000;

/** Of a call that didn't come to be; `busy` and no answer are told only here, in free text. */
export function outcomeOf(result: Exclude<MakeCallOutcome, { readonly kind: 'succeeded' }>): CallOutcome {
  if (result.kind === 'unknown') return 'unknown';
  if (/busy/i.test(result.reason)) return 'busy';
  return /no\s?-?answer|timed? ?out/i.test(result.reason) ? 'noAnswer' : 'failed';
}

/**
 * Waits until a call that was placed is answered, or over. One that still rings after its
 * time is hung up.
 * @throws the reason of `signal`, after hanging up
 */
export async function untilAnswered(
  call: Call,
  timeoutSeconds: number,
  signal: AbortSignal | undefined,
): Promise<CallOutcome> {
  if (call.status === 'answered') return 'answered';
  const outcome = await new Promise<CallOutcome | 'late' | 'stopped'>((resolve) => {
    const subscription = call.events$.subscribe(({ eventType }) => {
      if (eventType === 'call_answered') end('answered');
    });
    const timer = setTimeout(
      () => {
        end('late');
      },
      timeoutSeconds * 1_000 + PBX_GIVES_UP_MS,
    );
    const onAbort = (): void => {
      end('stopped');
    };
    const end = (result: CallOutcome | 'late' | 'stopped'): void => {
      subscription.unsubscribe();
      clearTimeout(timer);
      signal?.removeEventListener('abort', onAbort);
      resolve(result);
    };
    signal?.addEventListener('abort', onAbort);
    void call.ended.then(() => {
      end('noAnswer');
    });
    if (call.status === 'answered') end('answered');
    if (signal?.aborted === true) onAbort();
  });
  if (outcome !== 'late' && outcome !== 'stopped') return outcome;
  await call.hangUp();
  signal?.throwIfAborted();
  return 'noAnswer';
}
