import { collectionAnswer, entityAnswer, valuesAnswer } from '../odata/collection-answer';
import type { PageLimits } from '../odata/collection-answer';
import type { JsonObject, JsonValue } from '../odata/json';
import { isList, isObject, parseJson } from '../odata/json';
import type { EdmType, Property, StructuredType } from '../odata/model';
import { structureOf } from '../odata/model';
import { ODataError, badRequest } from '../odata/odata-error';
import { queryOptionsOf } from '../odata/query-options';
import type { QueryOptions } from '../odata/query-options';
import { compileRows } from '../odata/rows';
import { checkBody } from '../types/check-body';
import { checkAccess } from './access';
import { actionArguments, functionArguments } from './function-arguments';
import type { Caller, EntitySet, Operation, OperationResult, Resource, Singleton } from './resource';
import { stepsOf, unquote } from './resource-path';
import type { Step } from './resource-path';

export interface XapiRequest {
  readonly method: string;
  /** After `/xapi/v1/`, still encoded. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: string;
  /** `https://pbx.example.com:5001` */
  readonly origin: string;
  readonly caller: Caller;
}

export type XapiAnswer =
  | { readonly status: number; readonly json?: JsonObject }
  | { readonly status: 200; readonly text: string }
  | { readonly status: 200; readonly bytes: Uint8Array; readonly contentType: string; readonly name: string };

/** Where the resources come from: the set of a name, or nothing. */
export interface ResourceTable {
  readonly names: () => Promise<readonly string[]>;
  readonly find: (name: string) => Promise<Resource | undefined>;
}

/** One request under way. */
interface Visit extends XapiRequest {
  readonly options: QueryOptions;
}

/** Answers OData requests over a table of resources (3CX facts 9). */
export class XapiService {
  readonly #resources: ResourceTable;
  readonly #limits: PageLimits;

  constructor(resources: ResourceTable, limits: PageLimits) {
    this.#resources = resources;
    this.#limits = limits;
  }

  /** @throws ODataError when the request can't be answered */
  async answer(request: XapiRequest): Promise<XapiAnswer> {
    const [first, ...more] = stepsOf(request.path);
    if (!first) return this.#serviceDocument(request);
    const resource = await this.#resources.find(first.name);
    if (!resource) throw notFound(first.name);
    const visit: Visit = { ...request, options: queryOptionsOf(request.query) };
    if (resource.kind === 'singleton') {
      if (first.arguments) throw notFound(first.name);
      return this.#singleton(resource, more, visit);
    }
    return first.arguments
      ? this.#entity(resource, first, first.arguments, more, visit)
      : this.#set(resource, more, visit);
  }

  async #serviceDocument({ method, origin }: XapiRequest): Promise<XapiAnswer> {
    if (method !== 'GET') throw notAllowed(method);
    const names = await this.#resources.names();
    const value = names.map((name) => ({ name, kind: 'EntitySet', url: name }));
    return { status: 200, json: { '@odata.context': contextOf(origin, ''), value } };
  }

  async #set(set: EntitySet, [step, ...more]: readonly Step[], visit: Visit): Promise<XapiAnswer> {
    const { method, origin, options } = visit;
    if (step?.name.startsWith('Pbx.')) {
      return this.#operation(set, step, more, 'set', {}, visit);
    }
    if (step) {
      if (step.name !== '$count' || more.length > 0) throw notFound(step.name);
      if (method !== 'GET') throw notAllowed(method);
      checkAccess(visit.caller, set.access, false);
      const { matching } = compileRows(options, set.type);
      return { status: 200, text: String(matching(await set.rows(origin)).length) };
    }
    switch (method) {
      case 'GET':
        checkAccess(visit.caller, set.access, false);
        return this.#rows(await set.rows(origin), set.type, set.name, visit);
      case 'POST': {
        checkAccess(visit.caller, set.access, true);
        if (!set.create) throw notAllowed(method);
        const body = bodyOf(visit);
        checkBody(withoutKey(body, set.key), set.type, true);
        const created = set.create(body);
        return {
          status: 201,
          json: entityAnswer(created, set.type, {}, () => contextOf(origin, `${set.name}/$entity`)),
        };
      }
      default:
        throw notAllowed(method);
    }
  }

  async #entity(
    set: EntitySet,
    step: Step,
    keys: ReadonlyMap<string, string>,
    more: readonly Step[],
    visit: Visit,
  ): Promise<XapiAnswer> {
    const find = keyTest(set, keys);
    if (!find) throw notFound(step.name);
    const [next, ...rest] = more;
    const row = (await set.rows(visit.origin)).find(find);
    const missing = (): ODataError =>
      new ODataError(404, `'${set.name}' has no entity with the key ${[...keys.values()].join(',')}.`);
    if (next?.name.startsWith('Pbx.')) {
      if (!row) {
        operationAt(set, next, 'entity', visit.method);
        throw missing();
      }
      return this.#operation(set, next, rest, 'entity', row, visit);
    }
    checkAccess(visit.caller, set.access, visit.method !== 'GET');
    if (next) {
      if (!row) throw missing();
      if (visit.method !== 'GET') throw notAllowed(visit.method);
      const context = `${set.name}(${[...keys.values()].join(',')})`;
      return this.#property(row, set.type, more, visit, context);
    }
    switch (visit.method) {
      case 'GET':
        if (!row) throw missing();
        return {
          status: 200,
          json: entityAnswer(row, set.type, visit.options, (selection) =>
            contextOf(visit.origin, `${set.name}${selection}/$entity`),
          ),
        };
      case 'PATCH': {
        if (!set.change) throw notAllowed(visit.method);
        const body = bodyOf(visit);
        if (!row) throw missing();
        checkBody(body, set.type, false);
        set.change(row, body);
        return { status: 204 };
      }
      case 'DELETE':
        if (!set.remove) throw notAllowed(visit.method);
        if (!row) throw missing();
        set.remove(row);
        return { status: 204 };
      default:
        throw notAllowed(visit.method);
    }
  }

  async #singleton(singleton: Singleton, steps: readonly Step[], visit: Visit): Promise<XapiAnswer> {
    const [step, ...more] = steps;
    const { method, origin, options } = visit;
    if (step?.name.startsWith('Pbx.')) return this.#operation(singleton, step, more, 'set', {}, visit);
    checkAccess(visit.caller, singleton.access, method !== 'GET');
    if (step) {
      if (method !== 'GET') throw notAllowed(method);
      return this.#property(await singleton.read(origin), singleton.type, steps, visit, singleton.name);
    }
    switch (method) {
      case 'GET':
        return {
          status: 200,
          json: entityAnswer(await singleton.read(origin), singleton.type, options, (selection) =>
            contextOf(origin, singleton.name + selection),
          ),
        };
      case 'PATCH': {
        if (!singleton.change) throw notAllowed(method);
        const body = bodyOf(visit);
        checkBody(body, singleton.type, false);
        singleton.change(body);
        return { status: 204 };
      }
      default:
        throw notAllowed(method);
    }
  }

  /** `/Users(7)/Groups`, `/Users(7)/FirstName`, `/Users(7)/FirstName/$value`, `/Users(7)/Groups/$count`. */
  #property(
    row: JsonObject,
    type: StructuredType,
    steps: readonly Step[],
    visit: Visit,
    context: string,
  ): XapiAnswer {
    let at: JsonValue | undefined = row;
    let edm: EdmType = { kind: 'structured', name: type.name, type: () => type };
    let where = context;
    for (const [index, step] of steps.entries()) {
      const last = index === steps.length - 1;
      if (last && step.name === '$count' && isList(at)) return { status: 200, text: String(at.length) };
      if (last && step.name === '$value' && edm.kind !== 'structured' && edm.kind !== 'collection') {
        if (at === null || at === undefined) throw notFound(where);
        return { status: 200, text: typeof at === 'string' ? at : JSON.stringify(at) };
      }
      const owner: StructuredType | undefined = edm.kind === 'structured' ? edm.type() : undefined;
      const property: Property | undefined = owner?.properties.get(step.name);
      if (!property || step.arguments || !isObject(at)) throw notFound(step.name);
      at = at[step.name];
      edm = property.type;
      where = `${where}/${step.name}`;
    }
    const structure = structureOf(edm);
    if (edm.kind === 'collection' && structure) {
      return this.#rows(isList(at) ? at.filter(isObject) : [], structure, where, visit);
    }
    if (edm.kind === 'collection') {
      return {
        status: 200,
        json: valuesAnswer(isList(at) ? at : [], visit.options, contextOf(visit.origin, where)),
      };
    }
    if (at === null || at === undefined) return { status: 204 };
    if (structure && isObject(at)) {
      return {
        status: 200,
        json: entityAnswer(at, structure, visit.options, (selection) =>
          contextOf(visit.origin, where + selection),
        ),
      };
    }
    return { status: 200, json: { '@odata.context': contextOf(visit.origin, where), value: at } };
  }

  async #operation(
    resource: Resource,
    step: Step,
    more: readonly Step[],
    boundTo: 'set' | 'entity',
    row: JsonObject,
    visit: Visit,
  ): Promise<XapiAnswer> {
    const operation = operationAt(resource, step, boundTo, visit.method);
    if (more.length > 0) throw notFound(more[0]?.name ?? '');
    checkAccess(visit.caller, resource.access, operation.kind === 'action');
    const given =
      operation.kind === 'function'
        ? functionArguments(operation, step, visit.query)
        : actionArguments(operation, visit.body);
    const { origin, caller } = visit;
    return this.#result(await operation.run({ row, given, origin, caller }), visit);
  }

  #result(result: OperationResult, visit: Visit): XapiAnswer {
    const { origin, options } = visit;
    switch (result.kind) {
      case 'done':
        return { status: result.status };
      case 'file':
        return { status: 200, bytes: result.bytes, contentType: result.contentType, name: result.name };
      case 'rows':
        return this.#rows(result.rows, result.type, `Collection(Pbx.${result.type.name})`, visit);
      case 'values':
        return {
          status: 200,
          json: valuesAnswer(result.values, options, contextOf(origin, `Collection(${result.of})`)),
        };
      case 'value':
        return { status: 200, json: { '@odata.context': contextOf(origin, result.of), value: result.value } };
      case 'entity':
        return {
          status: 200,
          json: entityAnswer(result.entity, result.type, options, (selection) =>
            contextOf(origin, `Pbx.${result.type.name}${selection}`),
          ),
        };
    }
  }

  #rows(rows: readonly JsonObject[], type: StructuredType, where: string, visit: Visit): XapiAnswer {
    const { origin, path, query, options } = visit;
    const nextLink = (skip: number): string => {
      const parameters = new URLSearchParams(query);
      parameters.set('$skip', String(skip));
      if (options.top !== undefined) parameters.set('$top', String(options.top - skip + (options.skip ?? 0)));
      return `${origin}/xapi/v1/${path}?${parameters.toString().replaceAll('+', '%20')}`;
    };
    const context = contextOf(origin, where);
    return { status: 200, json: collectionAnswer(rows, type, options, this.#limits, { context, nextLink }) };
  }
}

function operationAt(
  { operations, name }: Resource,
  step: Step,
  boundTo: 'set' | 'entity',
  method: string,
): Operation {
  const wanted = step.name.slice('Pbx.'.length);
  const operation = operations.find((each) => each.name === wanted && each.boundTo === boundTo);
  if (!operation) throw new ODataError(404, `'${name}' has no operation '${step.name}'.`);
  const isFunction = operation.kind === 'function';
  if (method !== (isFunction ? 'GET' : 'POST')) {
    throw new ODataError(
      405,
      `'${step.name}' is ${isFunction ? 'a function: use GET' : 'an action: use POST'}.`,
    );
  }
  if (!isFunction && step.arguments && step.arguments.size > 0) throw notFound(step.name);
  return operation;
}

/** Undefined when the key is written in a way that can't match anything. */
function keyTest(
  { key, alternateKey, type }: EntitySet,
  keys: ReadonlyMap<string, string>,
): ((row: JsonObject) => boolean) | undefined {
  const [entry] = keys;
  if (!entry || keys.size > 1) return undefined;
  const [given, literal] = entry;
  const name = given === '' ? key : given;
  if (name !== key && name !== alternateKey) return undefined;
  const property = type.properties.get(name)?.type;
  const isText = property?.kind === 'primitive' && property.name === 'string';
  const wanted = isText ? unquote(literal) : /^-?\d{1,15}$/.test(literal) ? Number(literal) : undefined;
  return wanted === undefined ? undefined : (row) => row[name] === wanted;
}

function bodyOf({ body }: XapiRequest): JsonObject {
  if (body.trim() === '') throw badRequest('The body with the properties to set is missing.');
  const json = parseJson(body);
  if (!isObject(json)) throw badRequest('The body is no JSON object.');
  return json;
}

/** The PBX gives keys out itself: what a client sends for one when it creates doesn't matter. */
function withoutKey(body: JsonObject, key: string): JsonObject {
  return key === 'Id' ? Object.fromEntries(Object.entries(body).filter(([name]) => name !== key)) : body;
}

function contextOf(origin: string, where: string): string {
  return `${origin}/xapi/v1/$metadata${where === '' ? '' : `#${where}`}`;
}

function notFound(name: string): ODataError {
  return new ODataError(404, `There is no resource '${name}'.`);
}

function notAllowed(method: string): ODataError {
  return new ODataError(405, `${method} isn't supported here.`);
}
