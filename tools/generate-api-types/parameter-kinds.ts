import { parse } from 'yaml';
import * as z from 'zod';

const Schema = z.object({ type: z.string(), format: z.string().optional() });
const Parameter = z.object({ name: z.string(), in: z.string(), schema: Schema });
const Reference = z.object({ $ref: z.string() });
const Operation = z.object({ parameters: z.array(z.union([Reference, Parameter])).default([]) });
const Description = z.object({
  paths: z.record(z.string(), z.record(z.string(), Operation)),
  components: z.object({ parameters: z.record(z.string(), Parameter).default({}) }),
});

/** What OData wants a path parameter to look like, where its JavaScript type doesn't tell. */
type Kind = 'text' | 'date-time' | 'uuid';

function kindOf({ type, format }: z.infer<typeof Schema>): Kind | undefined {
  if (type !== 'string') return undefined;
  return format === 'date-time' || format === 'uuid' ? format : 'text';
}

/**
 * The source of a table from the name of each string parameter to its kind. A
 * name that means different things in different paths is left out.
 * @throws ZodError when the text is no OpenAPI description as we write them
 */
export function parameterKinds(yaml: string): string {
  const { paths, components } = Description.parse(parse(yaml));
  const kinds = new Map<string, Set<Kind | undefined>>();
  for (const operations of Object.values(paths)) {
    for (const { parameters } of Object.values(operations)) {
      for (const each of parameters) {
        const parameter =
          '$ref' in each ? components.parameters[each.$ref.replace('#/components/parameters/', '')] : each;
        if (parameter === undefined) throw new Error(`${JSON.stringify(each)} leads nowhere.`);
        if (parameter.in !== 'path') continue;
        const known = kinds.get(parameter.name) ?? new Set();
        kinds.set(parameter.name, known.add(kindOf(parameter.schema)));
      }
    }
  }
  const lines = [...kinds]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([name, [kind, ...others]]) =>
      kind === undefined || others.length > 0 ? [] : [`  ['${name}', '${kind}'],`],
    );
  return `/** What each path parameter of type string is to OData. */
export const parameterKinds: ReadonlyMap<string, 'text' | 'date-time' | 'uuid'> = new Map([
${lines.join('\n')}
]);
`;
}
