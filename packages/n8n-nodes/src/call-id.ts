import type { ActionContext } from './contexts';
import { GuidedError } from './guided-error';

export interface ResolvedCallId {
  readonly callId: string;
  /** Name of the Receiver that the id was taken from, when neither field nor item had one. */
  readonly callIdFrom?: string;
}

const RECEIVER_TYPE = /\.threeCxCallReceiver$/i;

/**
 * Which call an item is about: the parameter, else `callId` of the item, else
 * `data.callId`, else the one Call Receiver before this node. A wrong value is
 * never replaced by a found one, and with two Receivers nothing is guessed.
 * @throws GuidedError when there is none, or it isn't a call id
 */
export function resolveCallId(context: ActionContext, itemIndex: number): ResolvedCallId {
  const json = context.items[itemIndex]?.json ?? {};
  const given =
    textOf(context.parameter('callId', itemIndex)) ?? textOf(json.callId) ?? textOf(nested(json.data));
  if (given !== undefined) return { callId: requireCallId(given) };
  const found = fromReceiver(context, itemIndex);
  if (found !== undefined) return found;
  throw new GuidedError(
    'CALL_ID_INVALID',
    "Call ID invalid: 'Call ID' is empty",
    "The item that reached this node has no callId and no single Call Receiver comes before it. Set it to {{ $('3CX Call Receiver').item.json.callId }}, with your trigger's name.",
  );
}

function fromReceiver(context: ActionContext, itemIndex: number): ResolvedCallId | undefined {
  const receivers = new Set(
    context
      .parents()
      .filter(({ type, disabled }) => RECEIVER_TYPE.test(type) && !disabled)
      .map(({ name }) => name),
  );
  const [name] = receivers;
  if (name === undefined || receivers.size > 1) return undefined;
  const callId = textOf(evaluate(context, `{{ $(${quoted(name)}).item.json.callId }}`, itemIndex));
  return callId === undefined ? undefined : { callId: requireCallId(callId), callIdFrom: name };
}

/** n8n throws when the item can't be traced back to the Receiver; then there simply is none. */
function evaluate(context: ActionContext, expression: string, itemIndex: number): unknown {
  try {
    return context.evaluate(expression, itemIndex);
  } catch {
    return undefined;
  }
}

/** A JavaScript string that can't end the expression it stands in. */
function quoted(name: string): string {
  return JSON.stringify(name).replaceAll('}', String.raw`\u007d`);
}

function nested(data: unknown): unknown {
  return typeof data === 'object' && data !== null && 'callId' in data ? data.callId : undefined;
}

function textOf(value: unknown): string | undefined {
  if (typeof value !== 'string' && typeof value !== 'number') return undefined;
  const text = String(value).trim();
  return text === '' ? undefined : text;
}

/** @throws GuidedError when it has not the form of an id */
export function requireCallId(callId: string): string {
  if (callId.startsWith('call-')) return callId;
  throw new GuidedError(
    'CALL_ID_INVALID',
    `Call ID invalid: "${callId}" has no call- prefix`,
    'IDs look like call-42-325. Pass on callId of the trigger instead of a 3CX number.',
  );
}
