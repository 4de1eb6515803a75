import * as http from 'node:http';
import * as https from 'node:https';
import { buffer } from 'node:stream/consumers';
import { checkXapiAnswer } from '../xapi/testing/described-answers';
import { checkAnswer } from './contract';

export interface RawResponse {
  readonly status: number;
  readonly headers: http.IncomingHttpHeaders;
  readonly bytes: Buffer;
  /** The body as JSON; undefined when it isn't. */
  readonly json: unknown;
}

export interface RawRequest {
  readonly method?: string;
  readonly headers?: http.OutgoingHttpHeaders;
  readonly body?: string | Uint8Array;
  readonly ca?: string | undefined;
}

/** An open request, before anything is written to it. A connection of its own each time. */
export function openRequest(
  url: string,
  { method = 'GET', headers = {}, ca }: RawRequest = {},
): http.ClientRequest {
  const options = { method, headers, agent: false };
  return url.startsWith('https:')
    ? https.request(url, { ...options, ...(ca === undefined ? {} : { ca }) })
    : http.request(url, options);
}

export function responseOf(request: http.ClientRequest): Promise<http.IncomingMessage> {
  return new Promise((resolve, reject) => {
    request.once('response', resolve);
    request.once('error', reject);
  });
}

export async function rawRequest(url: string, options: RawRequest = {}): Promise<RawResponse> {
  const request = openRequest(url, options);
  request.end(options.body);
  const response = await responseOf(request);
  const bytes = await buffer(response);
  const status = response.statusCode ?? 0;
  const json = parseJson(bytes.toString());
  checkAnswer(options.method ?? 'GET', url, status, json);
  const isFile = !(response.headers['content-type'] ?? 'json').includes('json');
  if (!isFile) checkXapiAnswer(options.method ?? 'GET', url, status, json);
  return { status, headers: response.headers, bytes, json };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
