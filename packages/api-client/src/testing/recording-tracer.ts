import {
  INVALID_SPAN_CONTEXT,
  type Attributes,
  type Span,
  type SpanStatus,
  type Tracer,
} from '@opentelemetry/api';

export interface RecordedSpan {
  readonly name: string;
  readonly attributes: Attributes;
  status: SpanStatus | undefined;
  ended: number;
}

/** A tracer as an SDK would register one, whose spans a test can read. */
export function recordingTracer(): Tracer & { readonly spans: RecordedSpan[] } {
  const spans: RecordedSpan[] = [];
  return {
    spans,
    startSpan(name) {
      const recorded: RecordedSpan = { name, attributes: {}, status: undefined, ended: 0 };
      spans.push(recorded);
      const span: Span = {
        spanContext: () => INVALID_SPAN_CONTEXT,
        setAttribute(key, value) {
          recorded.attributes[key] = value;
          return span;
        },
        setAttributes(attributes) {
          Object.assign(recorded.attributes, attributes);
          return span;
        },
        addEvent: () => span,
        addLink: () => span,
        addLinks: () => span,
        setStatus(status) {
          recorded.status = status;
          return span;
        },
        updateName: () => span,
        end() {
          recorded.ended += 1;
        },
        isRecording: () => true,
        recordException: () => undefined,
      };
      return span;
    },
    startActiveSpan() {
      throw new Error('not used');
    },
  };
}
