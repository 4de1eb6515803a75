import * as z from 'zod';
import { errorOfResponse } from './error-of-response';
import type { paths } from './generated/xapi';
import { paginate, type Page } from './odata/paginate';
import { answerBody, parsedAnswer } from './plain-answer';
import { textOf } from './transport/plain-http';
import type {
  AnswerOf,
  DeleteOptions,
  DownloadLimits,
  DownloadOptions,
  GetOptions,
  Init,
  PageOptions,
  PatchOptions,
  PathOfRows,
  PathWith,
  PostOptions,
  RowOf,
  RowsOptions,
} from './xapi/operation-types';
import {
  createXapiRequests,
  described,
  describedOrEmpty,
  operationName,
  type RequestOptions,
  type XapiClientOptions,
} from './xapi/requests';
import {
  ActiveCallSchema,
  SystemStatusSchema,
  type XapiActiveCall,
  type XapiSystemStatus,
} from './xapi/system-figures';

/**
 * The Configuration API. `Paths` are the types generated from its description: ours,
 * or your own PBX's. Methods throw what {@link CallControlClient} methods throw, and
 * ConfigurationError for a parameter that is missing or can't be written.
 */
export interface XapiClient<Paths = paths> {
  /** The PBX version, e.g. `20.0.10.0`; null when the answer doesn't carry it. */
  getVersion(): Promise<string | null>;
  getSystemStatus(): Promise<XapiSystemStatus>;
  getActiveCalls(): Promise<XapiActiveCall[]>;

  /** One page of rows: at most `top`, or as many as the PBX sends at once. */
  list<Path extends PathOfRows<Paths>, Selected extends FieldsOf<Paths, Path> = FieldsOf<Paths, Path>>(
    path: Path,
    ...options: Init<RowsOptions<Paths, Path, Selected>>
  ): Promise<Page<Pick<RowOf<Paths, Path>, Selected>>>;
  /**
   * Row by row through all pages of `pageSize` (100 when left out), at most `limit`
   * rows. Sort by a property that doesn't change, or rows may come twice or not at
   * all. Without `limit`, more than 10 000 rows end in UnexpectedResponseError.
   */
  paginate<Path extends PathOfRows<Paths>, Selected extends FieldsOf<Paths, Path> = FieldsOf<Paths, Path>>(
    path: Path,
    ...options: Init<PageOptions<Paths, Path, Selected>>
  ): AsyncGenerator<Pick<RowOf<Paths, Path>, Selected>, void, void>;
  /** An entity, a singleton, or the answer of a function. */
  get<Path extends PathWith<Paths, 'get'>>(
    path: Path,
    ...options: Init<GetOptions<Paths, Path>>
  ): Promise<AnswerOf<Paths, Path, 'get'>>;
  /** Creates an entity, or calls an action; null when the answer is empty. */
  post<Path extends PathWith<Paths, 'post'>>(
    path: Path,
    ...options: Init<PostOptions<Paths, Path>>
  ): Promise<AnswerOf<Paths, Path, 'post'>>;
  patch<Path extends PathWith<Paths, 'patch'>>(
    path: Path,
    ...options: Init<PatchOptions<Paths, Path>>
  ): Promise<void>;
  delete<Path extends PathWith<Paths, 'delete'>>(
    path: Path,
    ...options: Init<DeleteOptions<Paths, Path>>
  ): Promise<void>;
  /** The answer's bytes as they are, e.g. the WAV file of a recording. */
  download<Path extends PathWith<Paths, 'get'>>(
    path: Path,
    ...options: Init<DownloadOptions<Paths, Path>>
  ): Promise<Uint8Array>;
}

type FieldsOf<Paths, Path extends keyof Paths> = keyof RowOf<Paths, Path> & string;

/** Milliseconds a download may take when it isn't told. */
const DOWNLOAD_TIMEOUT_MS = 300_000;

export function createXapiClient<Paths = paths>(options: XapiClientOptions): XapiClient<Paths> {
  const requests = createXapiRequests(options);

  return {
    async getVersion() {
      const response = await requests.send('GET', '/Defs', { select: ['Id'] });
      parsedAnswer(response, z.object({}), 'the definitions of the system (/xapi/v1/Defs)');
      return response.headers.get('x-3cx-version');
    },
    async getSystemStatus() {
      const response = await requests.send('GET', '/SystemStatus', {});
      return parsedAnswer(response, SystemStatusSchema, 'the system status (/xapi/v1/SystemStatus)');
    },
    async getActiveCalls() {
      const response = await requests.send('GET', '/ActiveCalls', {});
      const Rows = z.object({ value: z.array(ActiveCallSchema) });
      return parsedAnswer(response, Rows, 'the active calls (/xapi/v1/ActiveCalls)').value;
    },
    list: <Row>(path: string, query: RequestOptions = {}) => requests.page<Row>(path, query),
    paginate<Row>(path: string, query: RequestOptions & { pageSize?: number; limit?: number } = {}) {
      const { pageSize, limit, skip, ...same } = query;
      return paginate((request) => requests.page<Row>(path, same, request), {
        ...(pageSize === undefined ? {} : { pageSize }),
        ...(limit === undefined ? {} : { limit }),
        ...(skip === undefined ? {} : { skip }),
      });
    },
    async get<Answer>(path: string, request: RequestOptions = {}) {
      const response = await requests.send('GET', path, request);
      return parsedAnswer(response, described<Answer>(), operationName('GET', path));
    },
    async post<Answer>(path: string, request: RequestOptions = {}) {
      const response = await requests.send('POST', path, request);
      return parsedAnswer(response, describedOrEmpty<Answer>(), operationName('POST', path), null);
    },
    async patch(path: string, request: RequestOptions = {}) {
      const response = await requests.send('PATCH', path, request);
      parsedAnswer(response, describedOrEmpty(), operationName('PATCH', path), null);
    },
    async delete(path: string, request: RequestOptions = {}) {
      const response = await requests.send('DELETE', path, request);
      parsedAnswer(response, describedOrEmpty(), operationName('DELETE', path), null);
    },
    async download(
      path: string,
      { timeoutMs = DOWNLOAD_TIMEOUT_MS, maxBytes, ...request }: RequestOptions & DownloadLimits = {},
    ) {
      const response = await requests.send('GET', path, request, {
        timeoutMs,
        ownConnection: true,
        ...(maxBytes === undefined ? {} : { maxBytes }),
      });
      const { status, body } = response;
      if (status >= 200 && status <= 299) return body;
      throw errorOfResponse(response, answerBody(textOf(response)), operationName('GET', path));
    },
  };
}
