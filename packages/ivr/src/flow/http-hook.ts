import type { HttpHookRequest } from './flow-command';

export interface HttpHookAnswer {
  /** Whether the status was 2xx. */
  readonly ok: boolean;
  /** The HTTP status, when there was an answer. */
  readonly status?: number;
  /** The body as JSON; undefined when it is none. */
  readonly json: unknown;
}

/** Carries out one request of a flow. `key` is the same when the same step is carried out again. */
export type HttpHook = (
  request: HttpHookRequest,
  context: { readonly key: string; readonly signal?: AbortSignal },
) => Promise<HttpHookAnswer>;

const failed: HttpHookAnswer = { ok: false, json: undefined };

/** Over the platform's `fetch`. A request that is late or lost has failed; it isn't an error. */
export const fetchHook: HttpHook = async ({ method, url, headers, body, timeoutMs }, { key, signal }) => {
  const timeout = AbortSignal.timeout(timeoutMs);
  try {
    const response = await fetch(url, {
      method,
      headers: {
        accept: 'application/json',
        'idempotency-key': key,
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      signal: signal === undefined ? timeout : AbortSignal.any([timeout, signal]),
      ...(body !== undefined && { body }),
    });
    return { ok: response.ok, status: response.status, json: parseJson(await response.text()) };
  } catch {
    signal?.throwIfAborted();
    return failed;
  }
};

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
