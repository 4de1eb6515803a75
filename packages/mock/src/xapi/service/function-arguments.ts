import type { JsonObject, JsonValue } from '../odata/json';
import { isObject, parseJson } from '../odata/json';
import { classOf } from '../odata/typed-value';
import { ODataError, badRequest } from '../odata/odata-error';
import { valueFault } from '../types/check-body';
import type { Operation, Parameter } from './resource';
import { unquote } from './resource-path';
import type { Step } from './resource-path';

/**
 * The parameters of a function, out of its address.
 * @throws ODataError as the PBX does (3CX facts 9): 404 when one is missing, unknown or a text
 * without quotes, 500 for a date or number that isn't one.
 */
export function functionArguments(operation: Operation, step: Step, query: URLSearchParams): JsonObject {
  const given = step.arguments ?? new Map<string, string>();
  const known = new Set(operation.parameters.map(({ name }) => name));
  if (!step.arguments || [...given.keys()].some((name) => !known.has(name))) throw noSuchFunction(operation);
  return Object.fromEntries(
    operation.parameters.map((parameter) => {
      const literal = given.get(parameter.name);
      if (literal === undefined) throw noSuchFunction(operation);
      const alias = literal.startsWith('@') ? query.get(literal) : literal;
      if (alias === null) throw noSuchFunction(operation);
      return [parameter.name, literalValue(operation, parameter, alias)];
    }),
  );
}

function literalValue(operation: Operation, { name, type, nullable }: Parameter, literal: string): JsonValue {
  if (literal === 'null' && nullable) return null;
  const isText = classOf(type) === 'string';
  if (isText) {
    const text = unquote(literal);
    if (text === undefined) throw noSuchFunction(operation);
    return text;
  }
  const value = ['number', 'boolean'].includes(classOf(type)) ? (parseJson(literal) ?? literal) : literal;
  if (valueFault(value, type, nullable) !== undefined) {
    throw new ODataError(500, `The parameter '${name}' can't be read from '${literal}'.`);
  }
  return value;
}

function noSuchFunction({ name, parameters }: Operation): ODataError {
  const list = parameters.map((parameter) => parameter.name).join(', ');
  return new ODataError(404, `There is no function 'Pbx.${name}' with these parameters; it takes (${list}).`);
}

/**
 * The parameters of an action, out of its body; what may be null may be left out.
 * @throws ODataError 400 for a parameter that is unknown, missing or of another type.
 */
export function actionArguments(operation: Operation, text: string): JsonObject {
  const body = text.trim() === '' ? {} : parseJson(text);
  if (!isObject(body)) throw badRequest('The body is no JSON object.');
  if (operation.takesAnything) return body;
  for (const name of Object.keys(body)) {
    if (!name.includes('@') && !operation.parameters.some((parameter) => parameter.name === name)) {
      throw badRequest(`The action 'Pbx.${operation.name}' has no parameter '${name}'.`);
    }
  }
  for (const { name, type, nullable } of operation.parameters) {
    const value = body[name];
    if (value === undefined) {
      if (!nullable) throw badRequest(`The parameter '${name}' is missing.`);
      continue;
    }
    const fault = valueFault(value, type, nullable);
    if (fault !== undefined) throw badRequest(`The parameter '${name}': ${fault}`);
  }
  return body;
}
