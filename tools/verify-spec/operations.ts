import {
  DescriptionError,
  type Body,
  type Description,
  type Parameter,
  type Response,
} from './description.ts';

const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;

/** An operation with all its references followed. */
export interface Operation {
  /** Method and path, e.g. `GET /Users({Id})`. */
  readonly name: string;
  readonly path: string;
  readonly parameters: ReadonlyMap<string, Parameter>;
  readonly body: Body | undefined;
  readonly responses: ReadonlyMap<string, Response>;
}

function follow<Part>(part: Part | { $ref: string }, parts: Readonly<Record<string, Part>>): Part {
  if (typeof part !== 'object' || part === null || !('$ref' in part)) return part;
  const found = parts[part.$ref.split('/').at(-1) ?? ''];
  if (found === undefined) throw new DescriptionError(`${part.$ref} leads nowhere.`);
  return found;
}

/** Every operation of a description, by its name. */
export function operationsOf({ paths, components }: Description): Map<string, Operation> {
  const operations = new Map<string, Operation>();
  for (const [path, item] of Object.entries(paths)) {
    for (const method of METHODS) {
      const operation = item[method];
      if (operation === undefined) continue;
      const parameters = [...item.parameters, ...operation.parameters].map((each) =>
        follow(each, components.parameters),
      );
      const name = `${method.toUpperCase()} ${path}`;
      operations.set(name, {
        name,
        path,
        parameters: new Map(parameters.map((each) => [`${each.in} ${each.name}`, each])),
        body:
          operation.requestBody === undefined
            ? undefined
            : follow(operation.requestBody, components.requestBodies),
        responses: new Map(
          Object.entries(operation.responses).map(([status, each]) => [
            status,
            follow(each, components.responses),
          ]),
        ),
      });
    }
  }
  return operations;
}
