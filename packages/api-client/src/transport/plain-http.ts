/** One HTTP request in plain data: building a `Request` costs more than sending it should. */
export interface PlainRequest {
  readonly method: string;
  /** Absolute, without user name and password. */
  readonly url: string;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
  readonly signal?: AbortSignal;
}

/** A complete answer in plain data. */
export interface PlainResponse {
  readonly status: number;
  readonly headers: HeaderFields;
  readonly body: Uint8Array;
}

/** What is read of header fields; `Headers` fits. */
export interface HeaderFields {
  get(name: string): string | null;
  entries(): Iterable<[string, string]>;
}

/** Header fields as Node reads them: by lower-case name. */
export class ReceivedHeaders implements HeaderFields {
  constructor(private readonly fields: Readonly<Record<string, string | readonly string[] | undefined>>) {}

  /** The field's value, several joined by a comma; null when it is absent. */
  get(name: string): string | null {
    const value = this.fields[name.toLowerCase()];
    if (value === undefined) return null;
    return typeof value === 'string' ? value : value.join(', ');
  }

  *entries(): Iterable<[string, string]> {
    for (const [name, value] of Object.entries(this.fields)) {
      if (value === undefined) continue;
      for (const one of typeof value === 'string' ? [value] : value) yield [name, one];
    }
  }
}

const NO_BODY = new Set([204, 205, 304]);

export function textOf({ body }: PlainResponse): string {
  const bytes = Buffer.isBuffer(body) ? body : Buffer.from(body.buffer, body.byteOffset, body.byteLength);
  return bytes.toString('utf8');
}

export async function plainRequestOf(request: Request): Promise<PlainRequest> {
  const body = request.body === null ? undefined : new Uint8Array(await request.arrayBuffer());
  return {
    method: request.method,
    url: request.url,
    headers: Object.fromEntries(request.headers),
    ...(body === undefined ? {} : { body }),
    signal: request.signal,
  };
}

/** The `Response` with these parts; statuses that have no body get none. */
export function responseOf(
  { status, headers }: Pick<PlainResponse, 'status' | 'headers'>,
  body: Uint8Array | ReadableStream<Uint8Array>,
): Response {
  const content = body instanceof Uint8Array ? new Uint8Array(body) : body;
  return new Response(NO_BODY.has(status) ? null : content, { status, headers: [...headers.entries()] });
}
