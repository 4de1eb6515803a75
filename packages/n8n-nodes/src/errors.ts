import { RateLimitError, ThreeCxError } from '@org/3cx-core';
import { type IDataObject, type INode, NodeApiError, NodeOperationError } from 'n8n-workflow';
import { describeFailure, type FailureFacts, type FailureText, type LibraryError } from './failure';
import { GuidedError } from './guided-error';

/** An error as n8n stores and shows it, with what programs want to know about it. */
export interface NodeFailure {
  readonly error: NodeOperationError | NodeApiError;
  readonly code: string;
  readonly retryable: boolean;
}

/** A failure in words and for programs, without n8n's classes. */
export interface ExplainedFailure extends FailureText {
  readonly code: string;
  readonly retryable: boolean;
}

/** Explains whatever a step threw. The original stays with the caller as the cause. */
export function explain(error: unknown, facts: FailureFacts = {}): ExplainedFailure {
  if (error instanceof GuidedError) {
    const { code, message, description } = error;
    return { code, message, description, retryable: false };
  }
  if (error instanceof ThreeCxError) {
    return {
      ...describeFailure(factsOfError(error), facts),
      code: error.code,
      retryable: error.retryable,
    };
  }
  if (error instanceof NodeOperationError || error instanceof NodeApiError) {
    return { code: 'NODE', message: error.message, description: error.description ?? '', retryable: false };
  }
  const message = error instanceof Error ? error.message : String(error);
  return {
    code: 'UNEXPECTED',
    message,
    description: 'This was not foreseen. Please report it.',
    retryable: false,
  };
}

/** Turns whatever a step threw into an error that n8n shows with the item it belongs to. */
export function toNodeFailure(
  node: INode,
  error: unknown,
  facts: FailureFacts = {},
  itemIndex?: number,
): NodeFailure {
  const { message, description, httpCode, code, retryable } = explain(error, facts);
  const place = itemIndex === undefined ? {} : { itemIndex };
  if (error instanceof NodeOperationError || error instanceof NodeApiError) return { error, code, retryable };
  const original = error instanceof Error ? error : new Error(message);
  if (httpCode === undefined) {
    const operationError = new NodeOperationError(node, original, { message, description, ...place });
    return { error: operationError, code, retryable };
  }
  const response = { message: original.message, code };
  const apiError = new NodeApiError(node, response, { message, description, httpCode, ...place });
  apiError.cause = original;
  return { error: apiError, code, retryable };
}

/**
 * What a failing item becomes when the node is set to go on. For the error output
 * n8n moves an item only if it has no keys but `error`, `message` and `details`,
 * and merges the input fields back itself; on the regular output the input fields
 * are kept and `success` is false.
 */
export function failureJson(failure: NodeFailure, input: IDataObject, toErrorOutput: boolean): IDataObject {
  const { error, code, retryable } = failure;
  const description = error.description ?? '';
  return toErrorOutput
    ? { error: error.message, message: error.message, details: { code, description, retryable } }
    : { ...input, success: false, error: error.message, errorCode: code, errorDescription: description };
}

function factsOfError(error: ThreeCxError): LibraryError {
  const { code, message, status, detail } = error;
  return {
    code,
    message,
    status,
    detail,
    ...(error instanceof RateLimitError && { retryAfterMs: error.retryAfterMs }),
  };
}
