import { flowSchema, type Flow } from './definition';
import { FlowDefinitionError } from './flow-errors';

/**
 * Checks the shape of a flow and fills in the defaults. Whether it makes sense is for `lintFlow`.
 * @throws FlowDefinitionError
 */
export function parseFlow(input: unknown): Flow {
  const parsed = flowSchema.safeParse(input);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map(
    ({ path, message }) => `${path.join('.') || 'the flow'}: ${message}`,
  );
  throw new FlowDefinitionError(`This is no call flow. ${problems.join('. ')}.`, { cause: parsed.error });
}
