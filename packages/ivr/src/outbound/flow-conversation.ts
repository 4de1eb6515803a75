import type { Flow } from '../flow/definition';
import type { CallStore } from '../flow/call-store';
import { endFlow, resumeFlow, runFlow, type FlowResult } from '../flow/run-flow';
import type { RunFlowOptions } from '../flow/run-flow-options';
import type { Conversation, ConversationContext, Verdict } from './campaign-options';

export interface FlowConversationOptions extends Omit<RunFlowOptions, 'signal' | 'connection$' | 'values'> {
  /** What the end of the flow means. Default: an error is `failed`, everything else `done` with the flow's variables. */
  readonly verdict?: (result: FlowResult) => Verdict;
}

/**
 * Leads whoever answers through a flow, the contact's values as its variables. With a `store`,
 * a call that a former process was leading goes on where it was.
 */
export function flowConversation(
  flow: Flow,
  { verdict = verdictOf, ...options }: FlowConversationOptions = {},
): Conversation {
  const given = ({ contact, signal, connection$ }: ConversationContext): RunFlowOptions => ({
    ...options,
    values: contact.values,
    ...{ signal, connection$ },
  });
  return {
    async talk(call, context) {
      const saved = context.resumed ? await savedIn(options.store, call.id, flow) : undefined;
      const result =
        saved === undefined
          ? await runFlow(call, flow, given(context))
          : await resumeFlow(call, flow, saved, given(context));
      return verdict(result);
    },
    async ended(callId, context) {
      const saved = await savedIn(options.store, callId, flow);
      return saved === undefined ? undefined : verdict(await endFlow(flow, saved, given(context)));
    },
  };
}

async function savedIn(store: CallStore | undefined, callId: string, flow: Flow) {
  const saved = await store?.list();
  return saved?.find((each) => each.callId === callId && each.flow === flow.name);
}

function verdictOf({ kind, values }: FlowResult): Verdict {
  return kind === 'error' || kind === 'tooManySteps' ? { kind: 'failed' } : { kind: 'done', values };
}
