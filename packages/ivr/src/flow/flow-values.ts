import type { ReadVariable } from './condition';
import type { FlowValue } from './definition';
import type { FlowContext } from './flow-command';
import { addressOf, type FlowPosition } from './position';
import { fillIn, variablesIn } from './template';

export function reader(position: FlowPosition, { call, now }: FlowContext): ReadVariable {
  const builtIn: Readonly<Record<string, string>> = {
    'call.id': call.id,
    'call.from': call.from,
    'call.to': call.to,
    'call.did': call.did,
    'call.callerName': call.callerName,
    language: position.language,
    now: now.toISOString(),
  };
  return (name) => position.values[name] ?? builtIn[name];
}

/** A value made of a secret one is secret too. */
export function setValues(
  position: FlowPosition,
  values: Readonly<Record<string, FlowValue>>,
  context: FlowContext,
): FlowPosition {
  return Object.entries(values).reduce((before, [name, value]) => {
    const from =
      typeof value === 'string' ? variablesIn(value).find((each) => each in before.secrets) : undefined;
    const others = without(before.secrets, name);
    const origin = from === undefined ? undefined : before.secrets[from];
    return {
      ...before,
      values: {
        ...before.values,
        [name]: typeof value === 'string' ? fillIn(value, reader(before, context)) : value,
      },
      secrets: origin === undefined ? others : { ...others, [name]: origin },
    };
  }, position);
}

/** Values of the flow from an answer in JSON, by their paths in it. */
export function valuesIn(
  json: unknown,
  paths: Readonly<Record<string, string>> = {},
): Record<string, FlowValue> {
  return Object.fromEntries(
    Object.entries(paths).flatMap(([name, path]) => {
      const found = path
        .split('.')
        .reduce<unknown>(
          (value, key) => (isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined),
          json,
        );
      const plain = typeof found === 'string' || typeof found === 'number' || typeof found === 'boolean';
      return plain ? [[name, found] as const] : [];
    }),
  );
}

/** Keeps what the caller has entered; `isSecret`: out of stores and results. */
export function enter(position: FlowPosition, name: string, digits: string, isSecret: boolean): FlowPosition {
  const others = without(position.secrets, name);
  return {
    ...position,
    values: { ...position.values, [name]: digits },
    secrets: isSecret ? { ...others, [name]: addressOf(position) } : others,
  };
}

/** Keeps what is no secret. */
export function keep(position: FlowPosition, values: Readonly<Record<string, FlowValue>>): FlowPosition {
  const secrets = Object.keys(values).reduce(without, position.secrets);
  return { ...position, values: { ...position.values, ...values }, secrets };
}

function without(secrets: FlowPosition['secrets'], name: string): FlowPosition['secrets'] {
  return Object.fromEntries(Object.entries(secrets).filter(([each]) => each !== name));
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
