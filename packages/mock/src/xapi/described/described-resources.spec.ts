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
    '/BlockedCallers': {
      get: { responses: { 200: { $ref: '#/components/responses/BlockedCallers' } } },
      post: { requestBody: json(ref('Pbx.BlockedCaller')), responses: { 201: {} } },
    },
    '/BlockedCallers({Id})': { get: {}, patch: {}, delete: {} },
    '/BlockedCallers/Pbx.BulkNumbersDelete': { post: {} },
    '/Sketches({Name})': { get: { responses: { 200: json(ref('Pbx.Sketch')) } }, patch: {} },
    '/Sketches': { post: { requestBody: json(ref('Pbx.Sketch')) } },
    '/Sketches({Name})/Pbx.Render(width={width})': { get: {} },
    '/ColourSettings': { get: { responses: { 200: json(ref('Pbx.ColourSettings')) } }, patch: {} },
    // The mock serves this one itself, whatever is said about it here.
    '/Users': { get: { responses: { 200: json(ref('Pbx.Sketch')) } } },
  },
  components: {
    schemas: {
      'Pbx.Named': {
        type: 'object',
        required: ['Name'],
        properties: { Name: { type: 'string', maxLength: 8 } },
      },
      'Pbx.Colour': { type: 'string', enum: ['Red', 'Green'] },
      'Pbx.BlockedCaller': {
        type: 'object',
        properties: {
          Id: { type: 'integer', format: 'int32' },
          CallerId: { type: 'string' },
          Until: { type: 'string', format: 'date-time', nullable: true },
          Tags: { type: 'array', items: ref('Pbx.Colour') },
        },
      },
      'Pbx.Sketch': {
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
      'Pbx.ColourSettings': {
        type: 'object',
        properties: { Id: { type: 'integer', format: 'int32' }, Favourite: { type: 'integer' } },
      },
      Rows: { type: 'object', properties: { value: { type: 'array', items: ref('Pbx.BlockedCaller') } } },
    },
    responses: { BlockedCallers: json(ref('Rows')) },
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
    const created = await client.post('/BlockedCallers', { Id: 0, CallerId: '+15550100', Tags: ['Red'] });
    expect(created).toMatchObject({ status: 201, json: { Id: 1, CallerId: '+15550100' } });
    await client.post('/BlockedCallers', { CallerId: '+15550101' });
    expect(await client.rows("/BlockedCallers?$filter=Tags/any(t: t eq 'Red')")).toMatchObject([{ Id: 1 }]);
    expect((await client.patch('/BlockedCallers(1)', { Until: '2027-01-01T00:00:00Z' })).status).toBe(204);
    expect(
      await client.rows('/BlockedCallers?$filter=Until gt 2026-12-31T00:00:00Z&$select=CallerId'),
    ).toEqual([{ CallerId: '+15550100' }]);
    expect((await client.delete('/BlockedCallers(1)')).status).toBe(204);
    expect((await client.get('/BlockedCallers(1)')).status).toBe(404);
    expect((await client.get('/BlockedCallers/$count')).bytes.toString()).toBe('1');
  });

  test('may be keyed by a name, and inherit properties', async () => {
    expect((await client.post('/Sketches', { Name: "O'Neil", Notes: [{ Name: 'x' }] })).status).toBe(201);
    expect((await client.get("/Sketches('O''Neil')")).json).not.toHaveProperty('Notes');
    expect((await client.get("/Sketches('O''Neil')?$expand=Notes")).json).toMatchObject({
      Notes: [{ Name: 'x' }],
    });
    expect((await client.post('/Sketches', { Name: "O'Neil" })).status).toBe(400);
    expect((await client.delete("/Sketches('O''Neil')")).status).toBe(405);
  });

  test.each([
    [{ Colour: 'Red' }, /'Name' is required/],
    [{ Name: 'a', Shape: 'x' }, /no property 'Shape'/],
    [{ Name: 7 }, /'Name' is no text/],
    [{ Name: 'much too long' }, /longer than 8/],
    [{ Name: 'a', Colour: 'Blue' }, /one of Red, Green/],
    [{ Name: 'a', Notes: [{}] }, /'Notes\[0\]\/Name' is required/],
  ])('refuse %j', async (body, message) => {
    const response = await client.post('/Sketches', body);
    expect(response.status).toBe(400);
    expect(response.bytes.toString()).toMatch(message);
  });

  test('may be one record of settings', async () => {
    expect((await client.patch('/ColourSettings', { Favourite: 3 })).status).toBe(204);
    expect((await client.get('/ColourSettings')).json).toMatchObject({ Id: 0, Favourite: 3 });
    expect((await client.patch('/ColourSettings', { Favourite: 'x' })).status).toBe(400);
  });

  test('have operations that nobody can know', async () => {
    expect((await client.post('/BlockedCallers/Pbx.BulkNumbersDelete', { ids: [1] })).status).toBe(501);
    expect((await client.get("/Sketches('O''Neil')/Pbx.Render(width=3)")).status).toBe(501);
    expect((await client.get('/BlockedCallers/Pbx.Unheard')).status).toBe(404);
  });

  test("stand beside the mock's own", async () => {
    expect(await client.rows('/Users?$top=1&$select=Number')).toEqual([{ Number: '100' }]);
    const names = (await client.rows('')).map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['Users', 'Sketches', 'ColourSettings']));
    expect((await client.get('/swagger.yaml')).bytes.toString()).toBe(JSON.stringify(description));
  });
});

test('without a description they are not there', async () => {
  await using plain = await XapiClient.start();
  expect((await plain.get('/BlockedCallers')).status).toBe(404);
});

test('a file that is no description says so when it is needed, and not before', async () => {
  const file = join(directory, 'broken.yaml');
  await writeFile(file, 'openapi: "2.0"\npaths: {}\ncomponents: {}\n');
  await using broken = await XapiClient.start({ xapiSpec: file });
  expect((await broken.get('/Users?$top=1')).status).toBe(200);
  const response = await broken.get('/BlockedCallers');
  expect(response.status).toBe(500);
  expect(response.bytes.toString()).toMatch(/no OpenAPI 3 description/);
});
