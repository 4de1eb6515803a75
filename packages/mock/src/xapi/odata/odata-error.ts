export interface ErrorDetail {
  readonly code: string;
  readonly message: string;
  readonly target?: string;
}

const codes: Readonly<Record<number, string>> = {
  400: 'BadRequest',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'NotFound',
  405: 'MethodNotAllowed',
  409: 'Conflict',
  412: 'PreconditionFailed',
  413: 'ContentTooLarge',
  415: 'UnsupportedMediaType',
  422: 'UnprocessableContent',
  500: 'InternalServerError',
  501: 'NotImplemented',
  504: 'GatewayTimeout',
};

/** A request the XAPI refuses; answered as an ODataError body (3CX facts 9). */
export class ODataError extends Error {
  readonly status: number;
  readonly code: string;
  readonly details: readonly ErrorDetail[];

  constructor(status: number, message: string, details: readonly ErrorDetail[] = []) {
    super(message);
    this.name = 'ODataError';
    this.status = status;
    this.code = codes[status] ?? 'Error';
    this.details = details;
  }

  get body() {
    return {
      error: {
        code: this.code,
        message: this.message,
        ...(this.details.length > 0 ? { details: this.details } : {}),
      },
    };
  }
}

export function badRequest(message: string): ODataError {
  return new ODataError(400, message);
}
