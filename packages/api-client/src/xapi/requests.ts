import * as z from 'zod';
import { sendAuthenticated } from '../authenticated-fetch';
import { parameterKinds } from '../generated/xapi-parameter-kinds';
import { nextPageUrl } from '../odata/next-link';
import type { Page, PageRequest } from '../odata/paginate';
import { odataPath, type ParameterKind } from '../odata/path';
import { odataQuery, type UntypedQuery } from '../odata/query';
import { parsedAnswer } from '../plain-answer';
import type { TokenSource } from '../tokens/token-source';
import type { PlainResponse } from '../transport/plain-http';
import type { RequestLimits, Transport } from '../transport/transport';

export interface XapiClientOptions {
  /** Origin of the PBX. */
  readonly serverUrl: string;
  readonly tokens: TokenSource;
  readonly transport: Pick<Transport, 'fetch' | 'send'>;
  /**
   * What path parameters of type string are to OData, beside those this library
   * describes. Only a text that looks like a date-time or a UUID needs it.
   */
  readonly parameterKinds?: Readonly<Record<string, ParameterKind>>;
}

/** Everything a request may be told, as loosely as it can be written. */
export interface RequestOptions extends UntypedQuery {
  readonly path?: object;
  readonly body?: unknown;
  readonly ifMatch?: string;
  readonly signal?: AbortSignal;
}

/** Requests of the Configuration API, their types not yet tied to a description. */
export interface XapiRequests {
  /** @throws ConfigurationError when the path or the query can't be written */
  send(method: string, path: string, options: RequestOptions, limits?: RequestLimits): Promise<PlainResponse>;
  page<Row>(path: string, options: RequestOptions, request?: PageRequest): Promise<Page<Row>>;
}

/** What goes into errors, logs and traces: the path as described, without values. */
export function operationName(method: string, path: string): string {
  return `${method} /xapi/v1${path}`;
}

const isObject = (value: unknown) => typeof value === 'object' && value !== null;

/**
 * A value whose properties are those of the description the client was given. Only
 * that it is an object is checked: what the PBX leaves out or adds is its own affair.
 */
export function described<Value>() {
  return z.custom<Value>(isObject, 'no object');
}

/** As `described`, or nothing. */
export function describedOrEmpty<Value>() {
  return z.custom<Value>((value) => value === null || isObject(value), 'no object');
}

export function createXapiRequests(options: XapiClientOptions): XapiRequests {
  const { serverUrl, tokens, transport } = options;
  const base = `${serverUrl}/xapi/v1`;
  const kinds = new Map([...parameterKinds, ...Object.entries(options.parameterKinds ?? {})]);

  function sendTo(
    method: string,
    url: string,
    { body, ifMatch, signal }: RequestOptions,
    limits: RequestLimits,
  ): Promise<PlainResponse> {
    const request = {
      method,
      url,
      headers: {
        accept: 'application/json',
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(ifMatch === undefined ? {} : { 'if-match': ifMatch }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(signal === undefined ? {} : { signal }),
    };
    return sendAuthenticated(transport, tokens, request, limits);
  }

  function urlOf(path: string, query: RequestOptions): string {
    const search = odataQuery(query);
    return `${base}${odataPath(path, query.path ?? {}, kinds)}${search === '' ? '' : `?${search}`}`;
  }

  return {
    async send(method, path, request, limits = {}) {
      return sendTo(method, urlOf(path, request), request, {
        operation: operationName(method, path),
        ...limits,
      });
    },
    async page<Row>(path: string, query: RequestOptions, request: PageRequest = {}): Promise<Page<Row>> {
      const operation = operationName('GET', path);
      const url =
        'nextLink' in request ? nextPageUrl(request.nextLink, base) : urlOf(path, { ...query, ...request });
      const Rows = z.object({
        value: z.array(described<Row>()),
        '@odata.count': z.coerce.number().int().nullish(),
        '@odata.nextLink': z.string().nullish(),
      });
      const answer = parsedAnswer(await sendTo('GET', url, query, { operation }), Rows, operation);
      return {
        rows: answer.value,
        count: answer['@odata.count'] ?? undefined,
        nextLink: answer['@odata.nextLink'] ?? undefined,
      };
    },
  };
}
