import { randomUUID } from 'node:crypto';
import * as z from 'zod';

const COOKIE = 'n8n-auth';

const Envelope = z.looseObject({ data: z.unknown() });

/** n8n refused a request: status and its own message. */
export class N8nRestError extends Error {
  override readonly name = 'N8nRestError';
  readonly code = 'N8N_REST';
  readonly status: number;

  constructor(message: string, status: number) {
    super(message);
    this.status = status;
  }
}

/** One signed-in browser, as far as n8n can tell: keeps the cookie and the browser id. */
export class N8nSession {
  readonly url: string;
  readonly #browserId = randomUUID();
  #cookie = '';

  constructor(url: string) {
    this.url = url;
  }

  /** The `data` of n8n's answer, as `schema` reads it. @throws N8nRestError */
  async request<T>(method: string, path: string, schema: z.ZodType<T>, body?: unknown): Promise<T> {
    const response = await fetch(`${this.url}/rest${path}`, {
      method,
      headers: {
        'browser-id': this.#browserId,
        cookie: this.#cookie,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    this.#rememberCookie(response);
    const text = await response.text();
    if (!response.ok) {
      throw new N8nRestError(
        `n8n answered ${method} ${path} with ${response.status}: ${messageIn(text)}`,
        response.status,
      );
    }
    return schema.parse(Envelope.parse(JSON.parse(text)).data);
  }

  #rememberCookie(response: Response): void {
    for (const cookie of response.headers.getSetCookie()) {
      if (cookie.startsWith(`${COOKIE}=`)) this.#cookie = cookie.split(';', 1)[0] ?? '';
    }
  }
}

function messageIn(text: string): string {
  try {
    return z.looseObject({ message: z.string() }).parse(JSON.parse(text)).message;
  } catch {
    return text.slice(0, 300);
  }
}
