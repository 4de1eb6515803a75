import * as z from 'zod';

/** What one WebSocket message says, once it is believed. */
export type Frame = Content & {
  /** The message's number on its connection; undefined where it carries none. */
  readonly sequence?: number | undefined;
};

type Content =
  | { readonly kind: 'upset'; readonly dn: string; readonly id: number }
  | { readonly kind: 'remove'; readonly dn: string; readonly id: number }
  | { readonly kind: 'dtmf'; readonly dn: string; readonly id: number; readonly digits: string }
  | { readonly kind: 'devices-changed'; readonly dn: string }
  | { readonly kind: 'ignored'; readonly reason: string }
  | { readonly kind: 'malformed'; readonly reason: string };

const EVENT_TYPE = { upset: 0, remove: 1, dtmf: 2 } as const;

/** Field names are snake case on the wire and Pascal case in the documentation: either is read. */
const Envelope = z.object({
  sequence: z.number().int().optional().catch(undefined),
  event: z.object({ event_type: z.number().int(), entity: z.string(), attached_data: z.unknown() }),
});
const PascalEnvelope = z
  .object({
    Sequence: z.number().int().optional().catch(undefined),
    Event: z.object({ EventType: z.number().int(), Entity: z.string(), AttachedData: z.unknown() }),
  })
  .transform(({ Sequence, Event }) => ({
    sequence: Sequence,
    event: { event_type: Event.EventType, entity: Event.Entity, attached_data: Event.AttachedData },
  }));
const Message = z.union([Envelope, PascalEnvelope]);

const DtmfData = z.object({ dtmf_input: z.string() });

const PARTICIPANT = /^\/callcontrol\/([^/]+)\/participants\/(\d+)$/;
const DEVICE = /^\/callcontrol\/([^/]+)(?:\/devices(?:\/.*)?)?$/;

/** Reads one WebSocket message. Never throws: what can't be read is `malformed`, with the reason. */
export function decodeFrame(text: string): Frame {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return { kind: 'malformed', reason: 'not JSON' };
  }
  const message = Message.safeParse(json);
  if (!message.success) return { kind: 'malformed', reason: 'not an event message' };
  const { sequence } = message.data;
  return { ...contentOf(message.data.event), ...(sequence === undefined ? {} : { sequence }) };
}

function contentOf({
  event_type: type,
  entity,
  attached_data: data,
}: z.infer<typeof Envelope>['event']): Content {
  const [, dnText, idText] = PARTICIPANT.exec(entity) ?? [];
  if (dnText === undefined || idText === undefined) {
    const owner = DEVICE.exec(entity)?.[1];
    return owner === undefined
      ? { kind: 'ignored', reason: `entity of another kind, event type ${String(type)}` }
      : { kind: 'devices-changed', dn: decodeSegment(owner) };
  }
  const participant = { dn: decodeSegment(dnText), id: Number(idText) };
  switch (type) {
    case EVENT_TYPE.upset:
      return { kind: 'upset', ...participant };
    case EVENT_TYPE.remove:
      return { kind: 'remove', ...participant };
    case EVENT_TYPE.dtmf: {
      const keys = DtmfData.safeParse(data);
      return keys.success
        ? { kind: 'dtmf', ...participant, digits: keys.data.dtmf_input }
        : { kind: 'malformed', reason: 'a key press without keys' };
    }
    default:
      return { kind: 'ignored', reason: `event type ${String(type)}` };
  }
}

function decodeSegment(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
