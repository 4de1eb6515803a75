import { request as httpRequest } from 'node:http';
import type { ClientRequest, IncomingHttpHeaders, IncomingMessage, OutgoingHttpHeaders } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { WebSocket } from 'ws';

export interface Target {
  /** Origin of the PBX. */
  readonly origin: string;
  /** PEM to trust besides the usual. */
  readonly ca?: string | undefined;
  /** Whether any certificate will do. */
  readonly insecure?: boolean | undefined;
}

/** Headers that are between neighbours, and those the recorder must decide itself. */
const notPassedOn =
  /^(connection|keep-alive|proxy-.*|te|trailer|transfer-encoding|upgrade|host|accept-encoding|expect|sec-websocket-.*)$/i;

export function passedOn(headers: IncomingHttpHeaders): OutgoingHttpHeaders {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !notPassedOn.test(name)));
}

/** The same request to the PBX; its body is still to be written. */
export function requestUpstream(target: Target, { method, url, headers }: IncomingMessage): ClientRequest {
  const options = { method, headers: passedOn(headers), agent: false, ...trust(target) };
  const there = `${target.origin}${url ?? '/'}`;
  return there.startsWith('https:') ? httpsRequest(there, options) : httpRequest(there, options);
}

/** The same event socket at the PBX. */
export function socketUpstream(target: Target, { url, headers }: IncomingMessage): WebSocket {
  return new WebSocket(`${target.origin.replace(/^http/, 'ws')}${url ?? '/'}`, {
    headers: passedOn(headers),
    perMessageDeflate: false,
    ...trust(target),
  });
}

function trust({ ca, insecure }: Target) {
  return { ...(ca === undefined ? {} : { ca }), ...(insecure === true ? { rejectUnauthorized: false } : {}) };
}
