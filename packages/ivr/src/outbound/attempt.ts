import { CallEndedError } from '@org/3cx-core';
import type { CampaignCall, CampaignPlan, ConversationContext, Verdict } from './campaign-options';
import type { AttemptFailure } from './contact';

/** How much longer than allowed a contact may ring before we hang up ourselves. */
const RING_GRACE_MS = 10_000;
/** A ring that ends so much earlier than its time was ended by somebody. */
const EARLY_MS = 1_500;

export type AttemptEnd =
  | { readonly kind: 'verdict'; readonly verdict: Verdict }
  | { readonly kind: 'failed'; readonly failure: AttemptFailure };

/**
 * Waits until a placed call is answered, has the conversation, and hangs up.
 * @throws the reason of the context's signal
 */
export async function haveConversation(
  call: CampaignCall,
  context: ConversationContext,
  { clock, timeoutSeconds, conversation, logger }: CampaignPlan,
  onAnswered: () => void,
): Promise<AttemptEnd> {
  const from = clock.now();
  const { signal } = context;
  const ringMs = timeoutSeconds * 1_000;
  const ring = await answeredOrNot(call, signal, (late) => clock.after(ringMs + RING_GRACE_MS, late));
  signal.throwIfAborted();
  if (ring !== 'answered') {
    if (ring === 'late') await call.hangUp({ afterAudio: false });
    const early = ring === 'ended' && clock.now() - from < ringMs - EARLY_MS;
    return { kind: 'failed', failure: early ? 'declined' : 'noAnswer' };
  }
  onAnswered();
  try {
    const verdict = await conversation.talk(call, context);
    signal.throwIfAborted();
    await call.hangUp();
    return { kind: 'verdict', verdict };
  } catch (error) {
    signal.throwIfAborted();
    // Whoever hangs up in the middle has been reached.
    if (error instanceof CallEndedError) return { kind: 'verdict', verdict: { kind: 'done' } };
    logger?.error('A conversation of a campaign went wrong', {
      callId: call.id,
      error: error instanceof Error ? error.message : String(error),
    });
    await call.hangUp();
    return { kind: 'failed', failure: 'conversation' };
  }
}

function answeredOrNot(
  call: CampaignCall,
  signal: AbortSignal,
  setTimer: (late: () => void) => { cancel(): void },
): Promise<'answered' | 'ended' | 'late' | 'aborted'> {
  if (call.status === 'answered') return Promise.resolve('answered');
  if (signal.aborted) return Promise.resolve('aborted');
  return new Promise((resolve) => {
    const settle = (how: 'answered' | 'ended' | 'late' | 'aborted') => {
      timer.cancel();
      subscription.unsubscribe();
      signal.removeEventListener('abort', onAbort);
      resolve(how);
    };
    const onAbort = () => {
      settle('aborted');
    };
    const timer = setTimer(() => {
      settle('late');
    });
    signal.addEventListener('abort', onAbort, { once: true });
    const subscription = call.events$.subscribe(({ eventType }) => {
      if (eventType === 'call_answered') settle('answered');
    });
    void call.ended.then(() => {
      settle('ended');
    });
  });
}
