import * as z from 'zod';
import { errorOfResponse } from './error-of-response';
import { UnexpectedResponseError } from './errors';
import { textOf, type PlainResponse } from './transport/plain-http';

/** A body's JSON, or its text where it is none. */
export function answerBody(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/**
 * The answer's data in the shape the schema promises.
 * @param what the request in words, for the message
 * @param whenEmpty what a 2xx without a body stands for; left out, it is an error
 * @throws the typed error of the status, or UnexpectedResponseError
 */
export function parsedAnswer<Schema extends z.ZodType>(
  response: PlainResponse,
  schema: Schema,
  what: string,
  whenEmpty?: unknown,
): z.output<Schema> {
  const { status } = response;
  const text = textOf(response);
  if (status < 200 || status > 299) throw errorOfResponse(response, answerBody(text), what);
  const body = text === '' && whenEmpty !== undefined ? whenEmpty : answerBody(text);
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  // Neither body nor values are repeated: they may hold a caller's number.
  const why = typeof body === 'string' ? 'it is no JSON' : z.prettifyError(parsed.error).replace(/\s+/g, ' ');
  throw new UnexpectedResponseError(`3CX answered ${what} in a form this library doesn't know: ${why}`, {
    status,
    operation: what,
    advice: 'Check that the server URL leads to a 3CX V20 server.',
  });
}
