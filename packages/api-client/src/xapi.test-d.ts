import type { createXapiClient, XapiClient, XapiClientOptions } from './index';

/** Compiled, never run: each marked line must not compile, every other must. */
export async function ourDescription(xapi: XapiClient): Promise<void> {
  const { rows } = await xapi.list('/Users', {
    select: ['Id', 'Number'],
    filter: (user) => user.and(user.eq('QueueStatus', 'LoggedIn'), user.eq('EmailAddress', null)),
    orderBy: ['Number', 'Id desc'],
    expand: ['Groups', 'Groups($expand=Rights)'],
  });
  rows[0]?.Number satisfies string | null | undefined;
  // @ts-expect-error a property that wasn't selected
  rows[0]?.DisplayName satisfies unknown;

  for await (const recording of xapi.paginate('/Recordings', { limit: 500 }))
    recording.StartTime satisfies string | null | undefined;

  // @ts-expect-error a wrong path
  await xapi.list('/Userss');
  // @ts-expect-error a path without rows
  await xapi.list('/SystemStatus');
  // @ts-expect-error a path that can't be deleted
  await xapi.delete('/SystemStatus');
  // @ts-expect-error no parameters at all
  await xapi.get('/Users({Id})');
  // @ts-expect-error a missing parameter
  await xapi.get('/Users({Id})', { path: {} });
  // @ts-expect-error a parameter of another type
  await xapi.get('/Users({Id})', { path: { Id: '12' } });
  // @ts-expect-error a parameter too many
  await xapi.get('/Users({Id})', { path: { Id: 12, Number: '100' } });
  await xapi.get('/DNProperties/Pbx.GetDNPropertyByName(dnNumber={dnNumber},name={name})', {
    // @ts-expect-error one of two parameters
    path: { name: 'x' },
  });
  // @ts-expect-error a wrong property to select
  await xapi.list('/Users', { select: ['Numbr'] });
  // @ts-expect-error a property that is no other entity
  await xapi.list('/Users', { expand: ['Number'] });
  // @ts-expect-error a wrong order
  await xapi.list('/Users', { orderBy: ['Number up'] });
  // @ts-expect-error a wrong option
  await xapi.list('/Users', { limit: 5 });
  // @ts-expect-error a wrong property in a condition
  await xapi.list('/Users', { filter: (user) => user.eq('Numbr', '100') });
  // @ts-expect-error a value of another type in a condition
  await xapi.list('/Users', { filter: (user) => user.eq('Enabled', 'yes') });
  // @ts-expect-error a value that the property can't have
  await xapi.list('/Users', { filter: (user) => user.eq('QueueStatus', 'Asleep') });
  // @ts-expect-error a part of a number
  await xapi.list('/Users', { filter: (user) => user.contains('Id', '1') });
  // @ts-expect-error a missing body
  await xapi.patch('/Users({Id})', { path: { Id: 12 } });
  // @ts-expect-error a wrong field in the body
  await xapi.patch('/Users({Id})', { path: { Id: 12 }, body: { CurrentProfil: 'Away' } });
  // @ts-expect-error a value that the field can't have
  await xapi.patch('/Users({Id})', { path: { Id: 12 }, body: { QueueStatus: 'Asleep' } });
  // @ts-expect-error a body where none is sent
  await xapi.post('/EventLogs/Pbx.PurgeEventLog', { body: {} });

  const user = await xapi.get('/Users({Id})', { path: { Id: 12 } });
  user.IsRegistered satisfies boolean | null | undefined;
  // @ts-expect-error a wrong field in the answer
  user.IsRegisterd satisfies unknown;
  const created = await xapi.post('/Queues', { body: { Name: 'Sales' } });
  created.Number satisfies string | null | undefined;
  (await xapi.post('/EventLogs/Pbx.PurgeEventLog')) satisfies null;
}

/** As openapi-typescript makes them from the description a PBX serves. */
interface OwnPaths {
  '/Fxs({MacAddress})': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      parameters: {
        query?: { $select?: string[] };
        header?: never;
        path: { MacAddress: string };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, unknown>; content: { 'application/json': { Name?: string } } };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    patch?: never;
  };
  '/Fxs': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      parameters: { query?: { $top?: number }; header?: never; path?: never; cookie?: never };
      requestBody?: never;
      responses: {
        200: {
          content: { 'application/json': { '@odata.count'?: number } & { value?: { Name?: string }[] } };
        };
      };
    };
    put?: never;
    post: {
      parameters: { query?: never; header?: never; path?: never; cookie?: never };
      requestBody?: { content: { 'application/json': { Name: string } } };
      responses: { 201: { content: { 'application/json': { Name?: string } } } };
    };
    delete?: never;
    patch?: never;
  };
}

export async function ownDescription(
  create: typeof createXapiClient<OwnPaths>,
  options: XapiClientOptions,
): Promise<void> {
  const xapi = create(options);
  const { rows } = await xapi.list('/Fxs', { select: ['Name'] });
  rows[0]?.Name satisfies string | undefined;
  await xapi.get('/Fxs({MacAddress})', { path: { MacAddress: '00:11' } });
  await xapi.post('/Fxs');
  await xapi.post('/Fxs', { body: { Name: 'x' } });
  // @ts-expect-error a path of our description that this PBX doesn't have
  await xapi.list('/Users');
  // @ts-expect-error a wrong field
  await xapi.post('/Fxs', { body: { Nam: 'x' } });
}
