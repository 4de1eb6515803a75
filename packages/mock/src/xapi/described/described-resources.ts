import { StoredSet, storedSingleton } from '../entities/stored-set';
import { ODataError } from '../odata/odata-error';
import type { Operation, Resource } from '../service/resource';
import type { Content, Description, PathItem } from './description';
import { SchemaTypes } from './schema-types';

/** Logs, recordings and reports are the System Owners' (3CX facts 1). */
const ownersOnly =
  /^(Report|ScheduledReports$|CallHistoryView$|ChatHistoryView$|ChatMessagesHistoryView$|Recordings$)/;

interface Paths {
  /** `/Holidays` */
  root: PathItem | undefined;
  /** `/Holidays({Id})` */
  entity: PathItem | undefined;
  key: string | undefined;
  /** `/Holidays(Number={Number})` */
  alternateKey: string | undefined;
  operations: Operation[];
}

/**
 * Every entity set and singleton of a description as a resource that keeps what it is sent, as far as
 * the description lets it be created, changed and deleted. What functions and actions do
 * no description says: they answer 501.
 */
export function describedResources(description: Description): ReadonlyMap<string, Resource> {
  const types = new SchemaTypes(description);
  const resources = new Map<string, Resource>();
  for (const [name, paths] of pathsByName(description)) {
    const resource = resourceFrom(description, types, name, paths);
    if (resource) resources.set(name, resource);
  }
  return resources;
}

function pathsByName(description: Description): ReadonlyMap<string, Paths> {
  const byName = new Map<string, Paths>();
  for (const [path, item] of Object.entries(description.paths)) {
    const found = /^\/(\w+)(?:\((?:(\w+)=)?\{(\w+)\}\))?(?:\/Pbx\.(\w+)(\(.*\))?)?(\/.*)?$/.exec(path);
    if (!found) continue;
    const [, name = '', alternate, key, operation, parameters, more] = found;
    if (more !== undefined) continue;
    const paths = byName.get(name) ?? {
      root: undefined,
      entity: undefined,
      key: undefined,
      alternateKey: undefined,
      operations: [],
    };
    byName.set(name, paths);
    if (operation !== undefined) {
      paths.operations.push(unanswered(operation, key !== undefined, parameters));
    } else if (alternate !== undefined) {
      paths.alternateKey = alternate;
    } else if (key !== undefined) {
      paths.entity = item;
      paths.key = key;
    } else {
      paths.root = item;
    }
  }
  return byName;
}

function resourceFrom(
  description: Description,
  types: SchemaTypes,
  name: string,
  { root, entity, key, alternateKey, operations }: Paths,
): Resource | undefined {
  const schemaOf = (content: Content | undefined) => jsonSchema(description, content);
  const list = schemaOf(root?.get?.responses?.['200']);
  const listName = types.nameOf(list);
  const listSchema = listName === undefined ? list : types.schema(listName);
  const items = listSchema && types.merged(listSchema).properties.value?.items;
  const typeName =
    types.nameOf(schemaOf(root?.post?.requestBody)) ??
    types.nameOf(schemaOf(entity?.get?.responses?.['200'])) ??
    types.nameOf(items) ??
    (items ? undefined : listName);
  if (typeName === undefined) return undefined;
  const type = types.structure(typeName);
  const isSet = items !== undefined || key !== undefined || root?.post !== undefined;
  if (!isSet) {
    const initial = type.properties.get('Id')?.type;
    const hasNumericId = initial?.kind === 'primitive' && initial.name === 'int32';
    return storedSingleton(name, type, hasNumericId ? { Id: 0 } : {}, operations);
  }
  return new StoredSet({
    name,
    type,
    access: ownersOnly.test(name) ? 'owners' : 'administrators',
    key: key ?? (type.properties.has('Id') ? 'Id' : ([...type.properties.keys()][0] ?? 'Id')),
    ...(alternateKey === undefined ? {} : { alternateKey }),
    operations,
    may: {
      create: root?.post !== undefined,
      change: entity?.patch !== undefined || entity?.put !== undefined,
      remove: entity?.delete !== undefined,
    },
  }).resource;
}

function jsonSchema(description: Description, content: Content | undefined) {
  const { responses, requestBodies } = description.components;
  const name = content?.$ref?.split('/').at(-1);
  const resolved = name === undefined ? content : (responses[name] ?? requestBodies[name]);
  const described = resolved?.content ?? {};
  return (described['application/json'] ?? Object.values(described)[0])?.schema;
}

function unanswered(name: string, ofEntity: boolean, parameters: string | undefined): Operation {
  const names = [...(parameters ?? '').matchAll(/(\w+)=\{/g)].map(([, parameter = '']) => parameter);
  return {
    name,
    kind: parameters === undefined ? 'action' : 'function',
    boundTo: ofEntity ? 'entity' : 'set',
    parameters: names.map((parameter) => ({ name: parameter, type: { kind: 'open' }, nullable: true })),
    takesAnything: true,
    run: () => {
      throw new ODataError(501, `What 'Pbx.${name}' does isn't known to this mock.`);
    },
  };
}
