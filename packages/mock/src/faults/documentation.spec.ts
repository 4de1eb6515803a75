import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { faultsSchema } from './faults-schema';
import { toxicSchema } from './proxy/toxic';

const text = readFileSync(join(__dirname, '../../../../docs/mock/faults.md'), 'utf8');
const names = Object.keys(faultsSchema.shape).filter((name) => name !== 'seed');
const types = toxicSchema.in.options.map(({ shape }) => shape.type.value);

test('every fault is in the documentation, in a form that the control API takes', () => {
  const examples = [...text.matchAll(/^\| `("(\w+)": [^`]+)`/gm)];
  for (const [, example = '', name = ''] of examples) {
    const body: unknown = JSON.parse(`{${example}}`);
    expect([name, faultsSchema.safeParse(body).error]).toEqual([name, undefined]);
  }
  expect(examples.map(([, , name]) => name).toSorted()).toEqual(names.toSorted());
});

test('so is every toxic', () => {
  const documented = [...text.matchAll(/^\| `(\w+)` +\| [`|\s]/gm)].map(([, type]) => type);
  expect(documented).toEqual(expect.arrayContaining([...types, 'down']));
});

test('every body in it is taken', () => {
  const bodies = [...text.matchAll(/```json\n([^]*?)```/g)].map(([, body = '']) => body);
  expect(bodies.length).toBeGreaterThan(1);
  for (const body of bodies) expect(faultsSchema.safeParse(JSON.parse(body)).error).toBeUndefined();
});
