import * as z from 'zod';

const value = z.union([z.string(), z.number(), z.boolean()]);

const comparison = z.strictObject({
  variable: z.string().min(1),
  is: z.enum(['equal', 'notEqual', 'less', 'greater', 'oneOf', 'startingWith', 'set', 'notSet']),
  value: z.union([value, z.array(value)]).optional(),
});

type Comparison = z.infer<typeof comparison>;

/** A comparison, or several joined. */
export type FlowCondition =
  | Comparison
  | { readonly all: readonly FlowCondition[] }
  | { readonly any: readonly FlowCondition[] }
  | { readonly not: FlowCondition };

export const flowConditionSchema: z.ZodType<FlowCondition, FlowCondition> = z.lazy(() =>
  z.union([
    comparison,
    z.strictObject({ all: z.array(flowConditionSchema) }),
    z.strictObject({ any: z.array(flowConditionSchema) }),
    z.strictObject({ not: flowConditionSchema }),
  ]),
);

export type ReadVariable = (name: string) => string | number | boolean | undefined;

export function holds(condition: FlowCondition, read: ReadVariable): boolean {
  if ('all' in condition) return condition.all.every((each) => holds(each, read));
  if ('any' in condition) return condition.any.some((each) => holds(each, read));
  if ('not' in condition) return !holds(condition.not, read);
  return compares(condition, read(condition.variable));
}

/** The variables that a condition asks for. */
export function variablesOf(condition: FlowCondition): readonly string[] {
  if ('all' in condition) return condition.all.flatMap(variablesOf);
  if ('any' in condition) return condition.any.flatMap(variablesOf);
  if ('not' in condition) return variablesOf(condition.not);
  return [condition.variable];
}

/** Texts that are numbers compare with numbers as such: a keyed `5` is the 5 of the flow. */
function compares({ is, value: wanted }: Comparison, actual: ReturnType<ReadVariable>): boolean {
  const same = (other: unknown) => actual !== undefined && String(actual) === String(other);
  switch (is) {
    case 'equal':
      return same(wanted);
    case 'notEqual':
      return !same(wanted);
    case 'less':
      return Number(actual) < Number(wanted);
    case 'greater':
      return Number(actual) > Number(wanted);
    case 'oneOf':
      return Array.isArray(wanted) && wanted.some(same);
    case 'startingWith':
      return actual !== undefined && String(actual).startsWith(String(wanted));
    case 'set':
      return actual !== undefined && actual !== '';
    case 'notSet':
      return actual === undefined || actual === '';
  }
}
