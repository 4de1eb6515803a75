import * as z from 'zod';
import { errorOfResponse } from './error-of-response';
import { UnexpectedResponseError } from './errors';

/** What openapi-fetch hands back, before anything in it is believed. */
export interface Answer {
  readonly data?: unknown;
  readonly error?: unknown;
  readonly response: Response;
}

/**
 * The answer's data in the shape the schema promises.
 * @param what the request in words, for the message
 * @throws the typed error of the status, or UnexpectedResponseError
 */
export function checkedAnswer<Schema extends z.ZodType>(
  answer: Answer,
  schema: Schema,
  what: string,
): z.output<Schema> {
  const { response } = answer;
  if (!response.ok) throw errorOfResponse(response, answer.error, what);
  const parsed = schema.safeParse(answer.data);
  if (parsed.success) return parsed.data;
  throw new UnexpectedResponseError(
    `3CX answered ${what} in a form this library doesn't know: ${z.prettifyError(parsed.error)}`,
    { status: response.status },
  );
}
