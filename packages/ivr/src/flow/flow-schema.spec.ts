import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020';
import { EXAMPLES, GUIDE, PACKAGE } from '../testing/example-flows';
import { parseFlow } from './parse-flow';

type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };

function read(file: string): Json {
  return JSON.parse(readFileSync(file, 'utf8')) as Json;
}

const isList = (json: Json): json is readonly Json[] => Array.isArray(json);
const isRecord = (json: Json): json is Readonly<Record<string, Json>> =>
  typeof json === 'object' && json !== null && !isList(json);

/** The same document with one thing in it changed, for every thing in it. */
function* changed(json: Json): Generator<Json> {
  yield typeof json === 'number' ? { odd: true } : 7;
  if (isList(json)) {
    for (const [index, item] of json.entries())
      for (const other of changed(item)) yield json.with(index, other);
  } else if (isRecord(json)) {
    yield { ...json, notOfOurs: true };
    for (const [name, value] of Object.entries(json)) {
      yield Object.fromEntries(Object.entries(json).filter(([each]) => each !== name));
      for (const other of changed(value)) yield { ...json, [name]: other };
    }
  }
}

function isFlow(json: Json): boolean {
  try {
    parseFlow(json);
    return true;
  } catch {
    return false;
  }
}

describe('the JSON Schema that is published with the package', () => {
  const manifest = read(join(PACKAGE, 'package.json'));
  let fits: ValidateFunction;

  beforeAll(() => {
    const schema = read(join(PACKAGE, 'flow.schema.json'));
    if (!isRecord(schema)) throw new Error('This is no schema');
    fits = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(schema);
  });

  it('is in the package, under a name of its own', () => {
    expect(manifest).toMatchObject({
      exports: { './flow.schema.json': './flow.schema.json' },
      files: expect.arrayContaining(['flow.schema.json']) as unknown,
    });
  });

  it.each(EXAMPLES.map((name) => [name]))('%s fits, as another validator says', (name) => {
    const flow = read(join(GUIDE, 'flows', `${name}.json`));
    expect([fits(flow), fits.errors]).toEqual([true, null]);
  });

  it.each(EXAMPLES.map((name) => [name]))('it agrees with parseFlow on whatever is changed in %s', (name) => {
    let refused = 0;
    for (const other of changed(read(join(GUIDE, 'flows', `${name}.json`)))) {
      const verdict = isFlow(other);
      if (!verdict) refused += 1;
      if (fits(other) !== verdict) expect({ other, schema: !verdict }).toEqual({ other, schema: verdict });
    }
    expect(refused).toBeGreaterThan(30);
  });
});
