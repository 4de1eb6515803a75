import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { XapiClient } from '../testing/xapi-client';

const json = (schema: object) => ({ content: { 'application/json': { schema } } });
const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });

/** A PBX with blocked numbers, named templates and one record of settings. */
const description = {
  openapi: '3.0.4',
  info: { title: 'A PBX', version: '20' },
  paths: {
    '/BlackListNumbers': {
      get: { responses: { 200: { $ref: '#/components/responses/BlackListNumbers' } } },
      post: { requestBody: json(ref('Pbx.BlackListNumber')), responses: { 201: {} } },
    },
    '/BlackListNumbers({Id})': { get: {}, patch: {}, delete: {} },
    '/BlackListNumbers/Pbx.BulkNumbersDelete': { post: {} },
    '/Templates({Name})': { get: { responses: { 200: json(ref('Pbx.Template')) } }, patch: {} },
    '/Templates': { post: { requestBody: json(ref('Pbx.Template')) } },
    '/Templates({Name})/Pbx.Render(width={width})': { get: {} },
    '/FaxServerSettings': { get: { responses: { 200: json(ref('Pbx.FaxServerSettings')) } }, patch: {} },
    // The mock serves this one itself, whatever is said about it here.
    '/Users': { get: { responses: { 200: json(ref('Pbx.Template')) } } },
  },
  components: {
    schemas: {
      'Pbx.Named': {
        type: 'object',
        required: ['Name'],
        properties: { Name: { type: 'string', maxLength: 8 } },
      },
      'Pbx.Colour': { type: 'string', enum: ['Red', 'Green'] },
      'Pbx.BlackListNumber': {
        type: 'object',
        properties: {
          Id: { type: 'integer', format: 'int32' },
          CallerId: { type: 'string' },
          Until: { type: 'string', format: 'date-time', nullable: true },
          Tags: { type: 'array', items: ref('Pbx.Colour') },
        },
      },
      'Pbx.Template': {
        allOf: [
          ref('Pbx.Named'),
          {
            type: 'object',
            properties: {
              Colour: { nullable: true, allOf: [ref('Pbx.Colour')] },
              Notes: { type: 'array', items: ref('Pbx.Named'), 'x-ms-navigationProperty': true },
            },
          },
        ],
      },
      'Pbx.FaxServerSettings': {
        type: 'object',
        properties: { Id: { type: 'integer', format: 'int32' }, FaxServerId: { type: 'integer' } },
      },
      Rows: { type: 'object', properties: { value: { type: 'array', items: ref('Pbx.BlackListNumber') } } },
    },
    responses: { BlackListNumbers: json(ref('Rows')) },
  },
};

let directory: string;
let client: XapiClient;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'xapi-'));
  const file = join(directory, 'pbx.json');
  await writeFile(file, JSON.stringify(description));
  client = await XapiClient.start({ xapiSpec: file });
});
afterAll(async () => {
  await client[Symbol.asyncDispose]();
  await rm(directory, { recursive: true });
});

describe("entity sets of a PBX's own description", () => {
  test('are created, read, changed and deleted', async () => {
    const created = await client.post('/BlackListNumbers', { Id: 0, CallerId: '+15550100', Tags: ['Red'] });
    expect(created).toMatchObject({ status: 201, json: { Id: 1, CallerId: '+15550100' } });
    await client.post('/BlackListNumbers', { CallerId: '+15550101' });
    expect(await client.rows("/BlackListNumbers?$filter=Tags/any(t: t eq 'Red')")).toMatchObject([{ Id: 1 }]);
    expect((await client.patch('/BlackListNumbers(1)', { Until: '2027-01-01T00:00:00Z' })).status).toBe(204);
    expect(
      await client.rows('/BlackListNumbers?$filter=Until gt 2026-12-31T00:00:00Z&$select=CallerId'),
    ).toEqual([{ CallerId: '+15550100' }]);
    expect((await client.delete('/BlackListNumbers(1)')).status).toBe(204);
    expect((await client.get('/BlackListNumbers(1)')).status).toBe(404);
    expect((await client.get('/BlackListNumbers/$count')).bytes.toString()).toBe('1');
  });

  test('may be keyed by a name, and inherit properties', async () => {
    expect((await client.post('/Templates', { Name: "O'Neil", Notes: [{ Name: 'x' }] })).status).toBe(201);
    expect((await client.get("/Templates('O''Neil')")).json).not.toHaveProperty('Notes');
    expect((await client.get("/Templates('O''Neil')?$expand=Notes")).json).toMatchObject({
      Notes: [{ Name: 'x' }],
    });
    expect((await client.post('/Templates', { Name: "O'Neil" })).status).toBe(400);
    expect((await client.delete("/Templates('O''Neil')")).status).toBe(405);
  });

  test.each([
    [{ Colour: 'Red' }, /'Name' is required/],
    [{ Name: 'a', Shape: 'x' }, /no property 'Shape'/],
    [{ Name: 7 }, /'Name' is no text/],
    [{ Name: 'much too long' }, /longer than 8/],
    [{ Name: 'a', Colour: 'Blue' }, /one of Red, Green/],
    [{ Name: 'a', Notes: [{}] }, /'Notes\[0\]\/Name' is required/],
  ])('refuse %j', async (body, message) => {
    const response = await client.post('/Templates', body);
    expect(response.status).toBe(400);
    expect(response.bytes.toString()).toMatch(message);
  });

  test('may be one record of settings', async () => {
    expect((await client.patch('/FaxServerSettings', { FaxServerId: 3 })).status).toBe(204);
    expect((await client.get('/FaxServerSettings')).json).toMatchObject({ Id: 0, FaxServerId: 3 });
    expect((await client.patch('/FaxServerSettings', { FaxServerId: 'x' })).status).toBe(400);
  });

  test('have operations that nobody can know', async () => {
    expect((await client.post('/BlackListNumbers/Pbx.BulkNumbersDelete', { ids: [1] })).status).toBe(501);
    expect((await client.get("/Templates('O''Neil')/Pbx.Render(width=3)")).status).toBe(501);
    expect((await client.get('/BlackListNumbers/Pbx.Unheard')).status).toBe(404);
  });

  test("stand beside the mock's own", async () => {
    expect(await client.rows('/Users?$top=1&$select=Number')).toEqual([{ Number: '100' }]);
    const names = (await client.rows('')).map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['Users', 'Templates', 'FaxServerSettings']));
    expect((await client.get('/swagger.yaml')).bytes.toString()).toBe(JSON.stringify(description));
  });
});

test('without a description they are not there', async () => {
  await using plain = await XapiClient.start();
  expect((await plain.get('/BlackListNumbers')).status).toBe(404);
});

test('a file that is no description says so when it is needed, and not before', async () => {
  const file = join(directory, 'broken.yaml');
  await writeFile(file, 'openapi: "2.0"\npaths: {}\ncomponents: {}\n');
  await using broken = await XapiClient.start({ xapiSpec: file });
  expect((await broken.get('/Users?$top=1')).status).toBe(200);
  const response = await broken.get('/BlackListNumbers');
  expect(response.status).toBe(500);
  expect(response.bytes.toString()).toMatch(/no OpenAPI 3 description/);
});
