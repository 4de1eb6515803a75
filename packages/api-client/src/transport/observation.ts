import { SpanKind, SpanStatusCode, trace, type Span, type Tracer } from '@opentelemetry/api';
import { ThreeCxError } from '../errors';

/** What every event about a request says. Never a query, a header, a body or a parameter's value. */
export interface RequestFacts {
  /** The request in words: `transferto on extension 999`. */
  readonly operation: string;
  readonly method: string;
  /** Host and port. */
  readonly host: string;
}

/**
 * What the transport does, for logs and metrics:
 * - `answered`: the final answer is there, whatever its status
 * - `failed`: there is none; `code` is that of the error, or `ABORTED`
 * - `repeating`: another attempt follows in `waitMs`
 * - `circuit-opened`, `circuit-closed`: the PBX isn't asked for a while; it is again
 */
export type TransportEvent =
  | (RequestFacts & {
      readonly kind: 'answered';
      readonly status: number;
      readonly durationMs: number;
      readonly attempts: number;
    })
  | (RequestFacts & {
      readonly kind: 'failed';
      readonly code: string;
      readonly durationMs: number;
      readonly attempts: number;
    })
  | (RequestFacts & {
      readonly kind: 'repeating';
      readonly attempt: number;
      readonly waitMs: number;
      /** The status or error code that the attempt ended with. */
      readonly because: string;
    })
  | { readonly kind: 'circuit-opened' | 'circuit-closed'; readonly host: string };

export interface ObservationOptions {
  /** Told what happens; what it throws is ignored. */
  readonly onEvent?: (event: TransportEvent) => void;
  /** Default: the tracer of the OpenTelemetry SDK the program has registered, if any. */
  readonly tracer?: Tracer;
}

export const codeOfError = (error: unknown): string => {
  if (error instanceof ThreeCxError) return error.code;
  return error instanceof Error && error.name === 'AbortError' ? 'ABORTED' : 'UNKNOWN';
};

/** Tells hooks and traces about requests; costs next to nothing when nobody listens. */
export class Observation {
  private readonly tracer: Tracer;
  private readonly onEvent: ((event: TransportEvent) => void) | undefined;

  constructor(
    private readonly now: () => number,
    options: ObservationOptions,
  ) {
    this.tracer = options.tracer ?? trace.getTracer('@org/3cx-api-client');
    this.onEvent = options.onEvent;
  }

  /** The request's span, where somebody records it. */
  start({ method, host, operation }: RequestFacts): Span | undefined {
    const span = this.tracer.startSpan(`3CX ${method}`, { kind: SpanKind.CLIENT });
    if (!span.isRecording()) return undefined;
    const url = new URL(`http://${host}`);
    span.setAttributes({
      'http.request.method': method,
      'server.address': url.hostname,
      ...(url.port === '' ? {} : { 'server.port': Number(url.port) }),
      'threecx.operation': operation,
    });
    return span;
  }

  answered(
    span: Span | undefined,
    facts: RequestFacts,
    status: number,
    startedAt: number,
    attempts: number,
  ): void {
    if (span !== undefined) {
      span.setAttribute('http.response.status_code', status);
      if (status >= 400) span.setAttribute('error.type', String(status));
      end(span, attempts, status >= 400);
    }
    if (this.onEvent === undefined) return;
    this.tell({ kind: 'answered', ...facts, status, durationMs: this.now() - startedAt, attempts });
  }

  failed(
    span: Span | undefined,
    facts: RequestFacts,
    error: unknown,
    startedAt: number,
    attempts: number,
  ): void {
    const code = codeOfError(error);
    if (span !== undefined) {
      span.setAttribute('error.type', code);
      end(span, attempts, true, error instanceof ThreeCxError ? error.message : undefined);
    }
    if (this.onEvent === undefined) return;
    this.tell({ kind: 'failed', ...facts, code, durationMs: this.now() - startedAt, attempts });
  }

  tell(event: TransportEvent): void {
    try {
      this.onEvent?.(event);
    } catch {
      // A log that fails must not take a call down with it.
    }
  }
}

function end(span: Span, attempts: number, isError: boolean, message?: string): void {
  if (attempts > 1) span.setAttribute('http.request.resend_count', attempts - 1);
  if (isError) span.setStatus({ code: SpanStatusCode.ERROR, ...(message === undefined ? {} : { message }) });
  span.end();
}
