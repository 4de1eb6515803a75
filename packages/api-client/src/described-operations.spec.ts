import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import * as z from 'zod';
import {
  createNodeTransport,
  createTokenSource,
  createXapiClient,
  type Transport,
  type XapiClient,
} from './index';
import { startRecordingServer, type RecordingServer } from './testing/recording-server';

const folder = join(__dirname, '../openapi');

const Reference = z.object({ $ref: z.string() });
const Property = z.looseObject({
  $ref: z.string().optional(),
  type: z.string().optional(),
  enum: z.array(z.string()).optional(),
});
const Schema = z.looseObject({
  $ref: z.string().optional(),
  type: z.string().optional(),
  properties: z.record(z.string(), Property).optional(),
  get allOf(): z.ZodOptional<z.ZodArray<typeof Schema>> {
    return z.array(Schema).optional();
  },
});
const Content = z.object({ 'application/json': z.object({ schema: Schema }) });
const Operation = z.object({
  operationId: z.string(),
  parameters: z.array(Reference).default([]),
  requestBody: z.object({ content: Content }).optional(),
  responses: z.record(z.string(), z.union([Reference, z.object({ content: Content.optional() })])),
});
type Operation = z.infer<typeof Operation>;
const Description = z.object({
  paths: z.record(z.string(), z.record(z.string(), Operation)),
  components: z.object({ schemas: z.record(z.string(), Schema) }),
});

const { paths, components } = Description.parse(parse(readFileSync(join(folder, 'xapi.yaml'), 'utf8')));
const operations = Object.entries(paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({
    name: `${method.toUpperCase()} ${path}`,
    method,
    path,
    operation,
  })),
);

/** A value for each path parameter, and what it must look like in the URL. */
const SAMPLES: Readonly<Record<string, readonly [value: string | number | boolean, written: string]>> = {
  Id: [12, '12'],
  Number: ["1'00", "'1''00'"],
  Name: ['Jazz & "Blues"/1', "'Jazz%20%26%20%22Blues%22%2F1'"],
  Filename: ['grüße.wav', "'gr%C3%BC%C3%9Fe.wav'"],
  periodFrom: ['2026-03-01T00:00:00.000Z', '2026-03-01T00:00:00.000Z'],
  periodTo: ['2026-03-02T00:00:00+01:00', '2026-03-02T00:00:00%2B01:00'],
  startDt: ['2026-03-01T00:00:00Z', '2026-03-01T00:00:00Z'],
  endDt: ['2026-03-02T23:59:59.999999Z', '2026-03-02T23:59:59.999999Z'],
  chartDate: ['2026-03-01T12:00:00-05:00', '2026-03-01T12:00:00-05:00'],
  chartBy: ['day', "'day'"],
  queueDns: ['800,801', "'800%2C801'"],
  queueDnStr: ['', "''"],
  agentDnStr: ['100', "'100'"],
  trunkDns: ['10001', "'10001'"],
  ringGroupDns: ['840', "'840'"],
  extensionDns: ['100,101', "'100%2C101'"],
  extensionFilter: ['100', "'100'"],
  groupNumber: ['GRP0000', "'GRP0000'"],
  groupFilter: ['GRP0000', "'GRP0000'"],
  waitInterval: ['0:00:0', "'0:00:0'"],
  answerInterval: ['0:01:30', "'0:01:30'"],
  callTimeFilterFrom: ['0:00:0', "'0:00:0'"],
  callTimeFilterTo: ['1:00:0', "'1:00:0'"],
  clientTimeZone: ['Europe/Berlin', "'Europe%2FBerlin'"],
  sourceType: [0, '0'],
  sourceFilter: ['', "''"],
  destinationType: [0, '0'],
  destinationFilter: ['+49 30', "'%2B49%2030'"],
  callsType: [0, '0'],
  callTimeFilterType: [0, '0'],
  callArea: [0, '0'],
  callClass: [0, '0'],
  groupingType: [0, '0'],
  hidePcalls: [true, 'true'],
  includeQueueCalls: [false, 'false'],
  recId: [123, '123'],
  dnNumber: ['100', "'100'"],
  name: ['a=b', "'a%3Db'"],
  number: ['+4930123', "'%2B4930123'"],
  cdrId: ['00000000-01db-0f5d-0000-000000000001', "'00000000-01db-0f5d-0000-000000000001'"],
  call_id: [42, '42'],
  srcNumber: ['100', "'100'"],
  dstNumber: ['101', "'101'"],
  srcCallerId: ['Ext.100', "'Ext.100'"],
  dstCallerId: ['Ext.101', "'Ext.101'"],
};

const sampleOf = (name: string) => {
  const sample = SAMPLES[name];
  if (sample === undefined) throw new Error(`There is no sample for ${name}.`);
  return sample;
};
const namesIn = (path: string) => [...path.matchAll(/\{(\w+)\}/g)].flatMap(([, name]) => name ?? []);

type Schema = z.infer<typeof Schema>;

function resolved(schema: Schema): Schema {
  const named = components.schemas[schema.$ref?.split('/').at(-1) ?? ''];
  return named ?? schema;
}

function propertiesOf(schema: Schema): Record<string, z.infer<typeof Property>> {
  const { allOf = [], properties = {} } = resolved(schema);
  return Object.fromEntries([...allOf.map(propertiesOf), properties].flatMap((each) => Object.entries(each)));
}

/** A body with every property that holds a single value or a list of numbers. */
function bodyOf(operation: Operation): Record<string, unknown> | undefined {
  if (operation.requestBody === undefined) return undefined;
  const samples: Readonly<Record<string, unknown>> = {
    string: "O'Brien & Söhne",
    integer: 7,
    boolean: true,
    array: [1, 2],
    number: 1.5,
  };
  const properties = Object.entries(propertiesOf(operation.requestBody.content['application/json'].schema));
  return Object.fromEntries(
    properties.flatMap(([name, { type, enum: values }]) =>
      type === undefined ? [] : [[name, values?.[0] ?? samples[type]]],
    ),
  );
}

/** What a call has to look like: what it is asked through, and what it asks for. */
function planOf({ method, path, operation }: (typeof operations)[number]) {
  const status = ['200', '201', '204'].find((each) => each in operation.responses) ?? 'none';
  const answer = operation.responses[status];
  const schema =
    answer !== undefined && 'content' in answer ? answer.content?.['application/json'].schema : undefined;
  const takes = new Set(operation.parameters.map(({ $ref }) => $ref.split('/').at(-1)));
  const rows = schema !== undefined && propertiesOf(schema).value?.type === 'array' && takes.has('top');
  const query = [
    ...(rows ? ["$filter=Id%20eq%20'a%20%26%20b'"] : []),
    ...(takes.has('select') ? ['$select=Id,Name'] : []),
    ...(takes.has('expand') ? ['$expand=Groups'] : []),
    ...(takes.has('orderby') ? ['$orderby=Id%20desc'] : []),
    ...(rows ? ['$search=a%20b', '$skip=5', '$top=10', '$count=true'] : []),
  ].join('&');
  const target = path.replace(/\{(\w+)\}/g, (_, name: string) => sampleOf(name)[1]);
  return {
    through: rows ? 'list' : method,
    path: Object.fromEntries(namesIn(path).map((name) => [name, sampleOf(name)[0]])),
    body: bodyOf(operation),
    takes,
    status: Number(status),
    answer: schema === undefined ? undefined : rows ? { value: [{ Id: 1 }] } : { Id: 1 },
    expected: {
      method: method.toUpperCase(),
      target: `/xapi/v1${target}${query === '' ? '' : `?${query}`}`,
    },
  };
}

/** Any path with anything in it: the table is made at run time. */
interface AnyOperation {
  parameters: { path: object };
  requestBody?: { content: { 'application/json': object } };
  responses: {
    200: { content: { 'application/json': { value?: Record<string, unknown>[]; [name: string]: unknown } } };
  };
}
type AnyPaths = Record<string, Record<'get' | 'post' | 'patch' | 'delete', AnyOperation>>;

describe('the description of the Configuration API', () => {
  it('holds every operation of the list, and no other', () => {
    const listed = readFileSync(join(folder, 'operations.txt'), 'utf8').trim().split('\n');
    expect(listed).toHaveLength(new Set(listed).size);
    expect(operations.map(({ name }) => name).sort()).toEqual([...listed].sort());
  });

  it('names each operation once', () => {
    const ids = operations.map(({ operation }) => operation.operationId);
    expect(ids).toHaveLength(new Set(ids).size);
  });
});

describe('every described operation of the Configuration API, called through the client', () => {
  let server: RecordingServer;
  let transport: Transport;
  let xapi: XapiClient<AnyPaths>;

  beforeAll(async () => {
    server = await startRecordingServer();
    transport = createNodeTransport();
    const { url: serverUrl } = server;
    const tokens = createTokenSource({ serverUrl, clientId: '999', clientSecret: 's', transport });
    xapi = createXapiClient<AnyPaths>({ serverUrl, tokens, transport });
  });
  afterAll(async () => {
    transport.dispose();
    await server.close();
  });

  it.each(operations)('$name', async (described) => {
    const { name, path: template } = described;
    const plan = planOf(described);
    server.requests.length = 0;
    server.answer = () => ({ status: plan.status, body: plan.answer });
    const { path, body, takes } = plan;
    const sent = { path, ...(body === undefined ? {} : { body }) };
    const entity = {
      path,
      ...(takes.has('select') ? { select: ['Id', 'Name'] } : {}),
      ...(takes.has('expand') ? { expand: ['Groups'] } : {}),
    };

    switch (plan.through) {
      case 'list': {
        const page = await xapi.list(template, {
          ...entity,
          ...(takes.has('orderby') ? { orderBy: ['Id desc'] } : {}),
          filter: "Id eq 'a & b'",
          search: 'a b',
          skip: 5,
          top: 10,
          count: true,
        });
        expect(page.rows).toEqual([{ Id: 1 }]);
        break;
      }
      case 'get':
        await expect(xapi.get(template, entity)).resolves.toEqual({ Id: 1 });
        break;
      case 'post':
        await expect(xapi.post(template, sent)).resolves.toEqual(plan.answer ?? null);
        break;
      case 'patch':
        await xapi.patch(template, sent);
        break;
      case 'delete':
        await xapi.delete(template, { path, ifMatch: 'W/"7"' });
        break;
      default:
        throw new Error(`${name} can't be called.`);
    }

    expect(server.requests).toHaveLength(1);
    const [request] = server.requests;
    expect({ method: request?.method, target: request?.target }).toEqual(plan.expected);
    expect(request?.body).toBe(body === undefined ? '' : JSON.stringify(body));
    expect(request?.headers).toMatchObject({
      authorization: 'Bearer token',
      accept: 'application/json',
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(plan.through === 'delete' ? { 'if-match': 'W/"7"' } : {}),
    });
  });
});
