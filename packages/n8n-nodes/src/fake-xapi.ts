import type { XapiClient } from '@org/3cx-core';
import * as z from 'zod/v4';

/** One request of the code under test: method of the client, path as described, and what it asked. */
export interface XapiRequest {
  readonly method: 'list' | 'get' | 'post' | 'patch' | 'delete' | 'download';
  readonly path: string;
  readonly options: Readonly<Record<string, unknown>>;
}

/** Gives the answer to a request: the rows of a list, or the body. */
export type XapiAnswers = (request: XapiRequest) => unknown;

const compared = (how: string) => (field: string, value: unknown) =>
  `${field} ${how} ${value instanceof Date ? value.toISOString() : String(value)}`;
const joined =
  (how: string) =>
  (...conditions: readonly string[]) =>
    `(${conditions.join(` ${how} `)})`;

/** Conditions as a text, for a test to look at. */
const CONDITIONS = {
  eq: compared('eq'),
  ge: compared('ge'),
  lt: compared('lt'),
  contains: compared('contains'),
  and: joined('and'),
  or: joined('or'),
};
const condition = z.custom<(row: typeof CONDITIONS) => string>((value) => typeof value === 'function');

interface FakePage<Row> {
  readonly rows: readonly Row[];
  readonly count: undefined;
  readonly nextLink: undefined;
}

interface Asked {
  readonly skip?: number;
  readonly limit?: number;
  readonly pageSize?: number;
}

/** A Configuration API that answers what a test says, and keeps what it was asked. */
export class FakeXapi implements XapiClient {
  readonly requests: XapiRequest[] = [];
  answers: XapiAnswers = ({ path }) => {
    throw new Error(`The test has no answer for ${path}`);
  };

  getVersion(): Promise<string | null> {
    return Promise.resolve('20.0.10');
  }

  getSystemStatus(): never {
    throw new Error('Asked through the phone system instead');
  }

  getActiveCalls(): never {
    throw new Error('Asked through the phone system instead');
  }

  list = async <Row>(path: string, options: object = {}): Promise<FakePage<Row>> => ({
    rows: await this.#ask<readonly Row[]>('list', path, options),
    count: undefined,
    nextLink: undefined,
  });

  /** In pages, as the PBX gives them. */
  async *paginate<Row>(path: string, options: Asked = {}): AsyncGenerator<Row, void, void> {
    const { limit = 10_000, pageSize = 100, skip = 0, ...query } = options;
    for (let seen = 0; seen < limit;) {
      const top = Math.min(pageSize, limit - seen);
      const rows = await this.#ask<readonly Row[]>('list', path, { ...query, top, skip: skip + seen });
      const page = rows.slice(skip + seen, skip + seen + top);
      yield* page;
      seen += page.length;
      if (page.length < top) return;
    }
  }

  get = <Answer>(path: string, options: object = {}) => this.#ask<Answer>('get', path, options);
  post = <Answer>(path: string, options: object = {}) => this.#ask<Answer>('post', path, options);
  patch = (path: string, options: object = {}) => this.#ask<undefined>('patch', path, options);
  delete = (path: string, options: object = {}) => this.#ask<undefined>('delete', path, options);
  download = (path: string, options: object = {}) => this.#ask<Uint8Array>('download', path, options);

  async #ask<Answer>(method: XapiRequest['method'], path: string, options: object): Promise<Answer> {
    const filter = 'filter' in options ? condition.safeParse(options.filter).data?.(CONDITIONS) : undefined;
    const request = { method, path, options: { ...options, ...(filter !== undefined && { filter }) } };
    this.requests.push(request);
    return z.custom<Answer>().parse(await this.answers(request));
  }
}
