import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';
import * as z from 'zod';
import { XapiClient } from './testing/xapi-client';

const description = z
  .object({
    paths: z.record(
      z.string(),
      z.record(z.string(), z.looseObject({ parameters: z.array(z.looseObject({})).optional() })),
    ),
    components: z.looseObject({
      parameters: z.record(z.string(), z.looseObject({ name: z.string(), schema: z.looseObject({}) })),
    }),
  })
  .parse(load(readFileSync(join(__dirname, '../../../api-client/openapi/xapi.yaml'), 'utf8')));

const keys: Readonly<Record<string, string>> = {
  Id: '4711',
  Number: "'4711'",
  Filename: "'x.wav'",
  Name: "'x'",
};

/** A value for a parameter of this kind that nothing has. */
function sample(name: string): string {
  const key = keys[name];
  if (key !== undefined) return key;
  const { schema }: { schema: Record<string, unknown> } = Object.values(
    description.components.parameters,
  ).find((each) => each.name === name) ?? {
    schema: {},
  };
  if (schema.format === 'date-time') return '2026-01-01T00:00:00Z';
  if (schema.type === 'integer') return '0';
  if (schema.type === 'boolean') return 'true';
  return "'0:00:0'";
}

const operations = Object.entries(description.paths).flatMap(([path, methods]) =>
  Object.keys(methods).map((method): [string, string] => [method.toUpperCase(), path]),
);

describe('the XAPI of the mock', () => {
  let client: XapiClient;
  beforeAll(async () => {
    client = await XapiClient.start();
  });
  afterAll(() => client[Symbol.asyncDispose]());

  test('has operations enough to be asked for', () => {
    expect(operations.length).toBeGreaterThan(190);
  });

  test.each(operations)('knows %s %s', async (method, template) => {
    const path = template.replace(/\{(\w+)\}/g, (_whole, name: string) => sample(name));
    const response = await client.send(method, path, ['POST', 'PATCH'].includes(method) ? {} : undefined);
    expect(response.status).not.toBe(405);
    expect(response.status).toBeLessThan(500);
    // What is missing may be the entity, or what the operation is about, never the operation itself.
    expect(response.bytes.toString()).not.toMatch(
      /There is no resource|has no operation|with these parameters/,
    );
  });
});
