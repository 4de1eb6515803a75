import * as fc from 'fast-check';
import type { EdmType, Property, StructuredType } from '../odata/model';

/** A phone as the random filters see it. */
export interface Phone {
  readonly Number: string;
  readonly Name: string | null;
  readonly Calls: number | null;
  readonly On: boolean;
  readonly Since: string;
  readonly Status: 'LoggedIn' | 'LoggedOut' | null;
  readonly Route: { readonly To: string | null };
  readonly Keys: readonly { readonly Label: string; readonly Weight: number }[];
  readonly Dids: readonly string[];
}

const primitive = (name: 'string' | 'boolean' | 'int32' | 'instant'): EdmType => ({
  kind: 'primitive',
  name,
});

export function structure(name: string, types: Readonly<Record<string, EdmType>>): StructuredType {
  const properties = Object.entries(types).map(([each, type]): [string, Property] => [
    each,
    { name: each, type, nullable: true, required: false, navigation: each === 'Keys' },
  ]);
  return { name, properties: new Map(properties) };
}

const routeType = structure('Route', { To: primitive('string') });
const keyType = structure('Key', { Label: primitive('string'), Weight: primitive('int32') });

export const phoneType: StructuredType = structure('Phone', {
  Number: primitive('string'),
  Name: primitive('string'),
  Calls: primitive('int32'),
  On: primitive('boolean'),
  Since: primitive('instant'),
  Status: { kind: 'enum', name: 'QueueStatusType', members: new Set(['LoggedIn', 'LoggedOut']) },
  Route: { kind: 'structured', name: 'Route', type: () => routeType },
  Keys: { kind: 'collection', of: { kind: 'structured', name: 'Key', type: () => keyType } },
  Dids: { kind: 'collection', of: primitive('string') },
});

/** Short and from few letters, so that strings meet; with the characters that need care. */
const word = fc.string({ unit: fc.constantFrom('a', 'B', "'", ' ', 'é', '('), maxLength: 3 });
const small = fc.integer({ min: -3, max: 3 });
const hours = fc.integer({ min: 0, max: 71 });
const sinceOf = (hour: number): string => new Date(Date.UTC(2025, 1, 27, hour)).toISOString();

export const phones: fc.Arbitrary<Phone> = fc.record({
  Number: word,
  Name: fc.option(word),
  Calls: fc.option(small),
  On: fc.boolean(),
  Since: hours.map(sinceOf),
  Status: fc.option(fc.constantFrom<'LoggedIn' | 'LoggedOut'>('LoggedIn', 'LoggedOut')),
  Route: fc.record({ To: fc.option(word) }),
  Keys: fc.array(fc.record({ Label: word, Weight: small }), { maxLength: 3 }),
  Dids: fc.array(word, { maxLength: 2 }),
});

/** A filter, and what it means said once more in plain TypeScript; null is "unknown". */
export interface RandomFilter {
  readonly text: string;
  readonly means: (phone: Phone) => boolean | null;
}

interface Term<Of> {
  readonly text: string;
  readonly of: (phone: Phone) => Of | null;
}

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

const texts: fc.Arbitrary<Term<string>> = fc.oneof(
  word.map((text) => ({ text: quoted(text), of: () => text })),
  fc.constant({ text: 'Number', of: (phone: Phone) => phone.Number }),
  fc.constant({ text: 'Name', of: (phone: Phone) => phone.Name }),
  fc.constant({ text: 'Route/To', of: (phone: Phone) => phone.Route.To }),
  fc.constant({ text: 'tolower(Name)', of: (phone: Phone) => phone.Name?.toLowerCase() ?? null }),
  fc.constant({ text: 'toupper($it/Number)', of: (phone: Phone) => phone.Number.toUpperCase() }),
);
const numbers: fc.Arbitrary<Term<number>> = fc.oneof(
  small.map((value) => ({ text: String(value), of: () => value })),
  fc.constant({ text: 'Calls', of: (phone: Phone) => phone.Calls }),
  fc.constant({ text: 'length(Name)', of: (phone: Phone) => phone.Name?.length ?? null }),
  fc.constant({ text: 'Keys/$count', of: (phone: Phone) => phone.Keys.length }),
  fc.constant({ text: 'day(Since)', of: (phone: Phone) => Number(phone.Since.slice(8, 10)) }),
  fc.constant({ text: 'month( Since )', of: (phone: Phone) => Number(phone.Since.slice(5, 7)) }),
  small.map((value) => ({
    text: `(Calls add ${value})`,
    of: (phone: Phone) => (phone.Calls === null ? null : phone.Calls + value),
  })),
);
const moments: fc.Arbitrary<Term<string>> = fc.oneof(
  fc.constant({ text: 'Since', of: (phone: Phone) => phone.Since }),
  hours.map((hour) => ({ text: sinceOf(hour), of: () => sinceOf(hour) })),
);
const days: fc.Arbitrary<Term<string>> = fc.oneof(
  fc.constant({ text: 'date(Since)', of: (phone: Phone) => phone.Since.slice(0, 10) }),
  hours.map((hour) => ({ text: sinceOf(hour).slice(0, 10), of: () => sinceOf(hour).slice(0, 10) })),
);

const operators = fc.constantFrom('eq', 'ne', 'gt', 'ge', 'lt', 'le');

function compare<Of extends string | number>(operator: string, left: Of | null, right: Of | null): boolean {
  if (operator === 'eq') return left === right;
  if (operator === 'ne') return left !== right;
  if (left === null || right === null) return false;
  if (operator === 'gt') return left > right;
  if (operator === 'ge') return left >= right;
  return operator === 'lt' ? left < right : left <= right;
}

function comparisons<Of extends string | number>(terms: fc.Arbitrary<Term<Of>>): fc.Arbitrary<RandomFilter> {
  return fc.tuple(terms, operators, terms).map(([left, operator, right]) => ({
    text: `${left.text} ${operator} ${right.text}`,
    means: (phone) => compare(operator, left.of(phone), right.of(phone)),
  }));
}

const simple: fc.Arbitrary<RandomFilter> = fc.oneof(
  comparisons(texts),
  comparisons(numbers),
  comparisons(moments),
  comparisons(days),
  fc.constant({ text: 'On', means: (phone: Phone) => phone.On }),
  fc.constant({ text: 'Status eq null', means: (phone: Phone) => phone.Status === null }),
  fc.constantFrom('LoggedIn', 'LoggedOut').map((status) => ({
    text: `Status eq Pbx.QueueStatusType'${status}'`,
    means: (phone: Phone) => phone.Status === status,
  })),
  fc.array(word, { minLength: 1, maxLength: 3 }).map((options) => ({
    text: `Name in (${options.map(quoted).join(',')})`,
    means: (phone: Phone) => phone.Name !== null && options.includes(phone.Name),
  })),
  fc
    .tuple(fc.constantFrom('contains', 'startswith', 'endswith'), texts, texts)
    .map(([name, whole, part]) => ({
      text: `${name}(${whole.text},${part.text})`,
      means: (phone: Phone) => {
        const [of, has] = [whole.of(phone), part.of(phone)];
        if (of === null || has === null) return null;
        return name === 'contains'
          ? of.includes(has)
          : name === 'startswith'
            ? of.startsWith(has)
            : of.endsWith(has);
      },
    })),
  fc
    .tuple(fc.constantFrom('any', 'all'), operators, small, word)
    .map(([quantifier, operator, weight, label]) => ({
      text: `Keys/${quantifier}(k: k/Weight ${operator} ${weight} or k/Label eq ${quoted(label)} and On)`,
      means: (phone: Phone) => {
        const passes = (key: Phone['Keys'][number]): boolean =>
          compare(operator, key.Weight, weight) || (key.Label === label && phone.On);
        return quantifier === 'any' ? phone.Keys.some(passes) : phone.Keys.every(passes);
      },
    })),
  word.map((did) => ({
    text: `Dids/any(d:d eq ${quoted(did)})`,
    means: (phone: Phone) => phone.Dids.includes(did),
  })),
  fc.constant({ text: 'Keys/any()', means: (phone: Phone) => phone.Keys.length > 0 }),
);

/** Conditions joined by `and` and `or`, negated and in parentheses, to any depth. */
export const filters: fc.Arbitrary<RandomFilter> = fc.letrec<{ filter: RandomFilter }>((tie) => ({
  filter: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    simple,
    fc.tuple(tie('filter'), tie('filter')).map(([left, right]) => ({
      text: `(${left.text}) and (${right.text})`,
      means: (phone: Phone) => {
        const sides = [left.means(phone), right.means(phone)];
        return sides.includes(false) ? false : sides.includes(null) ? null : true;
      },
    })),
    fc.tuple(simple, simple, simple).map(([first, second, third]) => ({
      text: `${first.text} or ${second.text} and ${third.text}`,
      means: (phone: Phone) => {
        const [one, two, three] = [first.means(phone), second.means(phone), third.means(phone)];
        const both = two === false || three === false ? false : two === null || three === null ? null : true;
        return one === true || both === true ? true : one === null || both === null ? null : false;
      },
    })),
    tie('filter').map((inner) => ({
      text: `not (${inner.text})`,
      means: (phone: Phone) => {
        const value = inner.means(phone);
        return value === null ? null : !value;
      },
    })),
  ),
})).filter;
