import * as z from 'zod';
import { ControlError } from './control-error';

/** @throws ControlError 400 that names what is wrong. */
export function parsedBody<Schema extends z.ZodType>(schema: Schema, body: unknown): z.infer<Schema> {
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  throw new ControlError(400, 'bad-request', z.prettifyError(parsed.error), { cause: parsed.error });
}
