import type { PagingOptions } from '../odata/paginate';
import type { EntityQuery, RowsQuery, Selection } from '../odata/query';

/** HTTP methods of the Configuration API. */
export type XapiMethod = 'get' | 'post' | 'patch' | 'delete';

type OperationOf<Paths, Path extends keyof Paths, Method extends XapiMethod> =
  Paths[Path] extends Record<Method, infer Operation> ? Operation : never;

/** Paths of a description that have a method. */
export type PathWith<Paths, Method extends XapiMethod> = {
  [Path in keyof Paths & string]: Paths[Path] extends Record<Method, unknown> ? Path : never;
}[keyof Paths & string];

/** An answer described as an object without properties may hold anything, or nothing. */
type JsonOf<Answer> = Answer extends { content: { 'application/json': infer Body } }
  ? Body extends Record<string, never>
    ? unknown
    : Body
  : null;

/** What a successful answer of an operation holds; null where it has no body. */
export type AnswerOf<Paths, Path extends keyof Paths, Method extends XapiMethod> =
  OperationOf<Paths, Path, Method> extends { responses: infer Answers }
    ? 200 extends keyof Answers
      ? JsonOf<Answers[200]>
      : 201 extends keyof Answers
        ? JsonOf<Answers[201]>
        : null
    : never;

type RowIn<Answer> = Answer extends { value?: (infer Row)[] } ? (Row extends object ? Row : never) : never;

/** The rows of a path that answers a collection of entities. */
export type RowOf<Paths, Path extends keyof Paths> = RowIn<AnswerOf<Paths, Path, 'get'>>;

/** Paths that answer a collection of entities. */
export type PathOfRows<Paths> = {
  [Path in keyof Paths & string]: [RowOf<Paths, Path>] extends [never] ? never : Path;
}[keyof Paths & string];

type PathParametersOf<Operation> = Operation extends { parameters: { path: infer Parameters extends object } }
  ? { readonly path: Parameters }
  : { readonly path?: never };

type RequestBodyOf<Operation> = Operation extends {
  requestBody: { content: { 'application/json': infer Body } };
}
  ? { readonly body: Body }
  : Operation extends { requestBody?: infer Optional }
    ? [NonNullable<Optional>] extends [never]
      ? { readonly body?: never }
      : NonNullable<Optional> extends { content: { 'application/json': infer Body } }
        ? { readonly body?: Body }
        : { readonly body?: never }
    : { readonly body?: never };

interface Abortable {
  /** Ends the request, or the iteration, early. */
  readonly signal?: AbortSignal;
}

/** The arguments after the path: left out when nothing in them is required. */
export type Init<Options> = Partial<Options> extends Options ? [options?: Options] : [options: Options];

export type RowsOptions<
  Paths,
  Path extends keyof Paths,
  Selected extends keyof RowOf<Paths, Path> & string,
> = PathParametersOf<OperationOf<Paths, Path, 'get'>> & RowsQuery<RowOf<Paths, Path>, Selected> & Abortable;

export type GetOptions<Paths, Path extends keyof Paths> = PathParametersOf<OperationOf<Paths, Path, 'get'>> &
  EntityQuery<AnswerOf<Paths, Path, 'get'>> &
  Abortable;

export type PostOptions<Paths, Path extends keyof Paths> = PathParametersOf<
  OperationOf<Paths, Path, 'post'>
> &
  RequestBodyOf<OperationOf<Paths, Path, 'post'>> &
  Abortable;

export type PatchOptions<Paths, Path extends keyof Paths> = PathParametersOf<
  OperationOf<Paths, Path, 'patch'>
> &
  RequestBodyOf<OperationOf<Paths, Path, 'patch'>> &
  Abortable;

export type DeleteOptions<Paths, Path extends keyof Paths> = PathParametersOf<
  OperationOf<Paths, Path, 'delete'>
> &
  Abortable & {
    /** ETag the entity must still have. */
    readonly ifMatch?: string;
  };

export type PageOptions<
  Paths,
  Path extends keyof Paths,
  Selected extends keyof RowOf<Paths, Path> & string,
> = PathParametersOf<OperationOf<Paths, Path, 'get'>> &
  Selection<RowOf<Paths, Path>, Selected> &
  PagingOptions &
  Abortable;

export interface DownloadLimits {
  /** Milliseconds until the last byte must be there. Default 300 000. */
  readonly timeoutMs?: number;
  /** Most bytes; more end in UnexpectedResponseError. Default 64 MiB. */
  readonly maxBytes?: number;
}

export type DownloadOptions<Paths, Path extends keyof Paths> = PathParametersOf<
  OperationOf<Paths, Path, 'get'>
> &
  DownloadLimits &
  Abortable;
