import * as fc from 'fast-check';
import type { EdmType, StructuredType } from './odata/model';
import { pbxTypes } from './types/pbx-types';
import { XapiClient } from './testing/xapi-client';

const sets: readonly (readonly [set: string, type: string])[] = [
  ['Users', 'User'],
  ['Groups', 'Group'],
  ['Queues', 'Queue'],
  ['RingGroups', 'RingGroup'],
  ['Receptionists', 'Receptionist'],
  ['Trunks', 'Trunk'],
  ['InboundRules', 'InboundRule'],
  ['Parkings', 'Parking'],
  ['ServicePrincipals', 'ServicePrincipal'],
  ['Holidays', 'Holiday'],
  ['Contacts', 'Contact'],
  ['CallFlowApps', 'CallFlowApp'],
  ['Playlists', 'Playlist'],
];
const singletons: typeof sets = [
  ['DialCodeSettings', 'DialCodeSettings'],
  ['CallParkingSettings', 'CallParkingSettings'],
  ['OfficeHours', 'OfficeHours'],
  ['VoicemailSettings', 'VoicemailSettings'],
];

/** Fixed, because every set must have taken something, too. */
const seed = 4711;

/** A value that fits the type, most of the time. */
function valueOf(type: EdmType, depth: number): fc.Arbitrary<unknown> {
  switch (type.kind) {
    case 'open':
      return fc.jsonValue({ maxDepth: 1 });
    case 'enum':
      return fc.constantFrom(...type.members);
    case 'collection':
      return depth > 2 ? fc.constant([]) : fc.array(valueOf(type.of, depth + 1), { maxLength: 2 });
    case 'structured':
      return depth > 2 ? fc.constant({}) : bodyOf(type.type(), depth + 1);
    case 'primitive':
      switch (type.name) {
        case 'boolean':
          return fc.boolean();
        case 'string':
          return fc.oneof(
            fc.constantFrom('100', '800', 'SP0', '', 'users', '+4989123'),
            fc.string({ maxLength: 6 }),
          );
        case 'instant':
          return fc.constant('2026-01-01T00:00:00Z');
        case 'time':
          return fc.constantFrom('08:00:00', '23:59:59');
        case 'duration':
          return fc.constant('PT1S');
        default:
          return fc.integer({ min: -3, max: 40 });
      }
  }
}

/** A few properties of the type, some of them null, and all that are required. */
function bodyOf(type: StructuredType, depth = 0): fc.Arbitrary<Record<string, unknown>> {
  const all = [...type.properties.values()].filter(({ name }) => name !== 'Id');
  return fc.subarray(all, { maxLength: Math.min(5, all.length) }).chain((some) => {
    const chosen = all.filter((property) => property.required || some.includes(property));
    return fc.record(
      Object.fromEntries(
        chosen.map(({ name, type: edm, nullable }): [string, fc.Arbitrary<unknown>] => [
          name,
          nullable ? fc.option(valueOf(edm, depth), { freq: 8 }) : valueOf(edm, depth),
        ]),
      ),
    );
  });
}

describe('the XAPI', () => {
  let client: XapiClient;
  beforeAll(async () => {
    client = await XapiClient.start();
  });
  afterAll(() => client[Symbol.asyncDispose]());

  test.each(sets)(
    'takes or refuses whatever is sent to %s, and answers what it took',
    async (set, type) => {
      let made = 0;
      await fc.assert(
        fc.asyncProperty(bodyOf(pbxTypes().structure(type)), async (body) => {
          const { status, bytes } = await client.post(`/${set}`, body);
          if (status === 201) made += 1;
          expect([status, status === 500 ? bytes.toString() : '']).toEqual([status === 201 ? 201 : 400, '']);
        }),
        { numRuns: 40, seed },
      );
      expect(made).toBeGreaterThan(0);
      // Every row is still as the description says: the client checks.
      const rows = await client.rows(`/${set}?$top=1000&$expand=*`);
      for (const { Id: id } of rows.slice(-5)) {
        if (typeof id !== 'number') continue;
        const path = `/${set}(${id})`;
        const [change] = fc.sample(bodyOf(pbxTypes().structure(type)), { numRuns: 1, seed });
        expect([204, 400]).toContain((await client.patch(path, change ?? {})).status);
        expect((await client.get(path)).status).toBe(200);
      }
    },
    30_000,
  );

  test.each(singletons)(
    'takes or refuses whatever is sent to %s',
    async (set, type) => {
      await fc.assert(
        fc.asyncProperty(bodyOf(pbxTypes().structure(type)), async (body) => {
          expect([204, 400]).toContain((await client.patch(`/${set}`, body)).status);
          expect((await client.get(`/${set}`)).status).toBe(200);
        }),
        { numRuns: 40, seed },
      );
    },
    30_000,
  );

  test('answers any address with a 4xx when there is nothing', async () => {
    const piece = fc.constantFrom(
      'Users',
      '(',
      ')',
      "'",
      '/',
      ',',
      '=',
      'Number',
      '101',
      '$count',
      'Pbx.',
      '%27',
      '7',
      '?$top=',
      '@',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 8 }), async (pieces) => {
        const { status } = await client.send('GET', `/${pieces.join('')}`);
        expect(status === 200 || (status >= 400 && status < 500)).toBe(true);
      }),
      { numRuns: 200 },
    );
  }, 30_000);
});
