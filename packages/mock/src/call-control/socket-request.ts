import * as z from 'zod';
import type { Settings } from '../settings';
import type { CallControl } from './call-control';
import { notFound } from './call-control-result';
import type { Answer } from './call-control-result';
import { eventType } from './event-socket';
import type { SocketEvent } from './event-socket';

/** Keys come in any casing (3CX facts 7.5). */
const lowerCaseKeys = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).map(([key, item]) => [key.toLowerCase(), item]))
    : value;

/** How the keys of an answer are written. */
type KeyStyle = Settings['socketResponseKeys'];

const socketRequest = z.preprocess(
  lowerCaseKeys,
  z.object({
    requestid: z.union([z.string(), z.number()]),
    path: z.string().startsWith('/callcontrol'),
    requestdata: z.preprocess(lowerCaseKeys, z.record(z.string(), z.unknown())).nullish(),
  }),
);

/**
 * Carries out a request that came over the event socket as if it had come over
 * HTTP: a GET, or a POST when it brings data. Streams can't be asked for here.
 * @returns the response event, or undefined when the message isn't a request.
 */
export async function answerSocketRequest(
  callControl: CallControl,
  message: string,
  keys: KeyStyle,
): Promise<SocketEvent | undefined> {
  const request = socketRequest.safeParse(parseJson(message));
  if (!request.success) return undefined;
  const { requestid, path, requestdata } = request.data;
  const segments = path.split('/').slice(2).map(decoded);
  const { status, body } = requestdata
    ? await command(callControl, segments, requestdata)
    : resource(callControl, segments);
  return {
    event_type: eventType.response,
    entity: path,
    attached_data: keyed(keys, requestid, path, status, body ?? null),
  };
}

function keyed(style: KeyStyle, id: string | number, path: string, status: number, body: unknown): object {
  switch (style) {
    case 'pascal':
      return { RequestID: id, Path: path, StatusCode: status, Response: body };
    case 'camel':
      return { requestId: id, path, statusCode: status, response: body };
    case 'snake':
      return { request_id: id, path, status_code: status, response: body };
  }
}

function resource(callControl: CallControl, [dn, kind, id, ...rest]: readonly string[]): Answer {
  if (rest.length > 0) return notFound;
  if (dn === undefined) return callControl.all();
  if (kind === undefined) return callControl.dn(dn);
  if (kind === 'devices') return id === undefined ? callControl.devices(dn) : callControl.device(dn, id);
  if (kind !== 'participants') return notFound;
  return id === undefined ? callControl.participants(dn) : callControl.participant(dn, id);
}

async function command(callControl: CallControl, segments: readonly string[], body: object): Promise<Answer> {
  const [dn, kind, id, action, ...rest] = segments;
  if (dn === undefined || rest.length > 0) return notFound;
  if (kind === 'makecall' && id === undefined) return callControl.makeCall(dn, body);
  if (id === undefined || action === undefined) return notFound;
  if (kind === 'devices' && action === 'makecall') return callControl.makeCallFrom(dn, id, body);
  return kind === 'participants' ? callControl.act(dn, id, action, body) : notFound;
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
