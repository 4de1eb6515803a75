import type { ArithmeticOperator, ComparisonOperator, Expression } from './expression';
import { builtIns } from './functions';
import type { JsonObject } from './json';
import { isList, isObject } from './json';
import type { EdmType, StructuredType } from './model';
import { structureOf } from './model';
import { badRequest } from './odata-error';
import { classOf, dateMs, durationMs, instantMs, timeMs, valueOf } from './typed-value';
import type { Value, ValueClass } from './typed-value';

/** The entity a request is about, and the range variables of the lambdas around an expression. */
type Row = ReadonlyMap<string, JsonObject>;

export interface Compiled {
  readonly valueClass: ValueClass;
  /** Members, when the value is one of an enumeration. */
  readonly members?: ReadonlySet<string> | undefined;
  readonly constant?: Value;
  readonly of: (row: Row) => Value;
}

interface Scope {
  readonly entity: StructuredType;
  readonly variables: ReadonlyMap<string, StructuredType>;
}

const itself = '$it';

/**
 * Checks a `$filter` against the type of what it filters.
 * @returns whether an entity passes; null, OData's "unknown", doesn't.
 * @throws ODataError 400 for a property there isn't, operands that don't go together, or a result that isn't a Boolean.
 */
export function compileFilter(expression: Expression, entity: StructuredType): (row: JsonObject) => boolean {
  const condition = compile(expression, { entity, variables: new Map() });
  expect(condition, ['boolean', 'null'], '$filter');
  return (row) => condition.of(new Map([[itself, row]])) === true;
}

/** A value to sort by. */
export function compileValue(expression: Expression, entity: StructuredType): (row: JsonObject) => Value {
  const compiled = compile(expression, { entity, variables: new Map() });
  if (compiled.valueClass === 'structured' || compiled.valueClass === 'collection') {
    throw badRequest('Order by single values only.');
  }
  return (row) => compiled.of(new Map([[itself, row]]));
}

/** Order of two values of one class, null first. */
export function order(left: Value, right: Value): number {
  if (left === null || right === null) return left === right ? 0 : left === null ? -1 : 1;
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

function compile(expression: Expression, scope: Scope): Compiled {
  switch (expression.kind) {
    case 'literal':
      return literal(expression.of, expression.value);
    case 'typed-literal':
      return typedLiteral(expression.type, expression.value);
    case 'path':
      return path(expression.names, scope);
    case 'not': {
      const operand = compile(expression.operand, scope);
      expect(operand, ['boolean', 'null'], 'not');
      return {
        valueClass: 'boolean',
        of: (row) => {
          const value = operand.of(row);
          return typeof value === 'boolean' ? !value : null;
        },
      };
    }
    case 'negate': {
      const operand = compile(expression.operand, scope);
      expect(operand, ['number', 'duration', 'null'], 'the minus sign');
      return {
        valueClass: operand.valueClass,
        of: (row) => {
          const value = operand.of(row);
          return typeof value === 'number' ? -value : null;
        },
      };
    }
    case 'logical': {
      const left = compile(expression.left, scope);
      const right = compile(expression.right, scope);
      for (const side of [left, right]) expect(side, ['boolean', 'null'], expression.operator);
      const decisive = expression.operator === 'or';
      return {
        valueClass: 'boolean',
        of: (row) => {
          const first = left.of(row);
          if (first === decisive) return decisive;
          const second = right.of(row);
          if (second === decisive) return decisive;
          return first === null || second === null ? null : !decisive;
        },
      };
    }
    case 'comparison':
      return comparison(
        expression.operator,
        compile(expression.left, scope),
        compile(expression.right, scope),
      );
    case 'in': {
      const operand = compile(expression.operand, scope);
      const tests = expression.options.map((option) => comparison('eq', operand, compile(option, scope)));
      return { valueClass: 'boolean', of: (row) => tests.some((test) => test.of(row) === true) };
    }
    case 'arithmetic':
      return arithmetic(
        expression.operator,
        compile(expression.left, scope),
        compile(expression.right, scope),
      );
    case 'call':
      return call(expression.name, expression.arguments, scope);
    case 'lambda':
      return lambda(expression, scope);
  }
}

function literal(of: string, value: null | boolean | number | string): Compiled {
  const constant = (valueClass: ValueClass, known: Value | undefined): Compiled => {
    if (known === undefined) throw badRequest(`'${String(value)}' is no ${valueClass}.`);
    return { valueClass, constant: known, of: () => known };
  };
  if (typeof value !== 'string') {
    return constant(value === null ? 'null' : typeof value === 'number' ? 'number' : 'boolean', value);
  }
  switch (of) {
    case 'instant':
      return constant('instant', instantMs(value));
    case 'date':
      return constant('date', dateMs(value));
    case 'time':
      return constant('time', timeMs(value));
    default:
      return constant('string', value);
  }
}

function typedLiteral(type: string, value: string): Compiled {
  if (type !== 'duration') {
    if (!type.includes('.')) throw badRequest(`There are no literals of the type '${type}'.`);
    return { valueClass: 'string', constant: value, of: () => value };
  }
  const ms = durationMs(value);
  if (ms === undefined) throw badRequest(`'${value}' is no duration.`);
  return { valueClass: 'duration', constant: ms, of: () => ms };
}

function path(names: readonly string[], scope: Scope): Compiled {
  const [first = '', ...more] = names;
  const variable = scope.variables.get(first);
  if (variable && more.length > 0) return follow(more, variable, first);
  if (first === itself && more.length > 0) return follow(more, scope.entity, itself);
  if (variable) throw badRequest(`'${first}' stands for an entity: name one of its properties.`);
  return follow(names, scope.entity, itself);
}

function follow(names: readonly string[], start: StructuredType, from: string): Compiled {
  let type: EdmType = { kind: 'structured', name: start.name, type: () => start };
  let counts = false;
  for (const [index, name] of names.entries()) {
    if (name === '$count' && type.kind === 'collection' && index === names.length - 1) {
      counts = true;
      break;
    }
    if (type.kind === 'open') break;
    if (type.kind !== 'structured') throw badRequest(`'${names.slice(0, index).join('/')}' has no parts.`);
    type = propertyOf(type.type(), name).type;
  }
  const steps = counts ? names.slice(0, -1) : names;
  const valueClass = counts ? 'number' : classOf(type);
  const members = type.kind === 'enum' ? type.members : undefined;
  return {
    valueClass,
    members,
    of: (row) => {
      let json = row.get(from)?.[steps[0] ?? ''];
      for (const name of steps.slice(1)) json = isObject(json) ? json[name] : undefined;
      return counts ? (isList(json) ? json.length : 0) : valueOf(json, valueClass);
    },
  };
}

export function propertyOf(type: StructuredType, name: string) {
  const property = type.properties.get(name);
  if (!property) throw badRequest(`The type '${type.name}' has no property '${name}'.`);
  return property;
}

function comparison(operator: ComparisonOperator, left: Compiled, right: Compiled): Compiled {
  comparable(operator, left, right);
  return {
    valueClass: 'boolean',
    of: (row) => {
      const first = left.of(row);
      const second = right.of(row);
      if (operator === 'eq') return first === second;
      if (operator === 'ne') return first !== second;
      if (first === null || second === null) return false;
      const ordered = order(first, second);
      if (operator === 'gt') return ordered > 0;
      if (operator === 'ge') return ordered >= 0;
      return operator === 'lt' ? ordered < 0 : ordered <= 0;
    },
  };
}

function comparable(operator: string, left: Compiled, right: Compiled): void {
  for (const [one, other] of [
    [left, right],
    [right, left],
  ] as const) {
    if (one.members && typeof other.constant === 'string' && !one.members.has(other.constant)) {
      throw badRequest(`'${other.constant}' isn't one of ${[...one.members].join(', ')}.`);
    }
  }
  const classes = new Set([left.valueClass, right.valueClass]);
  if (classes.has('null') || classes.has('open') || classes.size === 1) return;
  // A day counts as the moment it begins.
  if (classes.has('instant') && classes.has('date')) return;
  throw badRequest(`'${operator}' can't be used between ${left.valueClass} and ${right.valueClass}.`);
}

function arithmetic(operator: ArithmeticOperator, left: Compiled, right: Compiled): Compiled {
  const timed: ValueClass[] = ['instant', 'date', 'duration'];
  for (const side of [left, right]) expect(side, ['number', 'null', ...timed], operator);
  const valueClass = resultClass(operator, left.valueClass, right.valueClass);
  return {
    valueClass,
    of: (row) => {
      const first = left.of(row);
      const second = right.of(row);
      if (typeof first !== 'number' || typeof second !== 'number') return null;
      switch (operator) {
        case 'add':
          return first + second;
        case 'sub':
          return first - second;
        case 'mul':
          return first * second;
        case 'div':
          if (second === 0) throw badRequest('The expression divides by zero.');
          // Whole numbers divide as whole numbers.
          return Number.isInteger(first) && Number.isInteger(second)
            ? Math.trunc(first / second)
            : first / second;
        case 'mod':
          if (second === 0) throw badRequest('The expression divides by zero.');
          return first % second;
      }
    },
  };
}

function resultClass(operator: ArithmeticOperator, left: ValueClass, right: ValueClass): ValueClass {
  if (left === 'null' || right === 'null') return 'null';
  if (left === right && (left === 'number' || (left === 'duration' && operator !== 'mul'))) return left;
  const moment = left === 'instant' || left === 'date';
  if (moment && right === 'duration' && (operator === 'add' || operator === 'sub')) return left;
  if (moment && left === right && operator === 'sub') return 'duration';
  throw badRequest(`'${operator}' can't be used between ${left} and ${right}.`);
}

function call(name: string, expressions: readonly Expression[], scope: Scope): Compiled {
  if (name === 'now' && expressions.length === 0) {
    const now = Date.now();
    return { valueClass: 'instant', of: () => now };
  }
  const builtIn = builtIns.get(`${name}/${expressions.length}`);
  if (!builtIn) throw badRequest(`There is no function '${name}' with ${expressions.length} arguments.`);
  const values = expressions.map((expression) => compile(expression, scope));
  for (const [index, value] of values.entries()) {
    expect(value, [...(builtIn.takes[index] ?? []), 'null'], name);
  }
  return {
    valueClass: builtIn.gives,
    of: (row) => {
      const given = values.map((value) => value.of(row));
      return given.includes(null) ? null : builtIn.of(given);
    },
  };
}

function lambda(expression: Extract<Expression, { kind: 'lambda' }>, scope: Scope): Compiled {
  const { quantifier, collection, variable, condition } = expression;
  const [first = '', ...more] = collection;
  const outer = scope.variables.get(first);
  const from = outer && more.length > 0 ? first : itself;
  const names = outer && more.length > 0 ? more : collection;
  const start = outer && more.length > 0 ? outer : scope.entity;
  const { type, name } = collectionAt(names, start);
  const item: StructuredType = structureOf(type) ?? {
    name,
    properties: new Map([
      ['', { name: '', type: type.of, nullable: false, required: true, navigation: false }],
    ]),
  };
  const inner: Scope = { ...scope, variables: new Map([...scope.variables, [variable, item]]) };
  const test = condition && compile(scalarAware(condition, variable, item), inner);
  if (test) expect(test, ['boolean', 'null'], quantifier);
  return {
    valueClass: 'boolean',
    of: (row) => {
      let json = row.get(from)?.[names[0] ?? ''];
      for (const step of names.slice(1)) json = isObject(json) ? json[step] : undefined;
      const items = isList(json) ? json : [];
      if (!test) return items.length > 0;
      const passes = (member: (typeof items)[number]): boolean =>
        test.of(new Map([...row, [variable, isObject(member) ? member : { '': member }]])) === true;
      return quantifier === 'any' ? items.some(passes) : items.every(passes);
    },
  };
}

/** In a collection of plain values the range variable is the value itself: `DidNumbers/any(d: d eq '1')`. */
function scalarAware(expression: Expression, variable: string, item: StructuredType): Expression {
  if (!item.properties.has('')) return expression;
  const again = (inner: Expression): Expression => scalarAware(inner, variable, item);
  switch (expression.kind) {
    case 'path':
      return expression.names.length === 1 && expression.names[0] === variable
        ? { kind: 'path', names: [variable, ''] }
        : expression;
    case 'not':
    case 'negate':
      return { ...expression, operand: again(expression.operand) };
    case 'logical':
    case 'comparison':
    case 'arithmetic':
      return { ...expression, left: again(expression.left), right: again(expression.right) };
    case 'in':
      return { ...expression, operand: again(expression.operand), options: expression.options.map(again) };
    case 'call':
      return { ...expression, arguments: expression.arguments.map(again) };
    default:
      return expression;
  }
}

function collectionAt(names: readonly string[], start: StructuredType) {
  let type: EdmType = { kind: 'structured', name: start.name, type: () => start };
  for (const name of names) {
    if (type.kind !== 'structured') throw badRequest(`'${name}' isn't part of an entity.`);
    type = propertyOf(type.type(), name).type;
  }
  if (type.kind !== 'collection') throw badRequest(`'${names.join('/')}' is no collection.`);
  return { type, name: names.join('/') };
}

function expect(compiled: Compiled, classes: readonly ValueClass[], where: string): void {
  if (compiled.valueClass === 'open' || classes.includes(compiled.valueClass)) return;
  throw badRequest(`'${where}' doesn't take a value of the kind ${compiled.valueClass}.`);
}
