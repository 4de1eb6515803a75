import { XapiClient } from '../testing/xapi-client';

let client: XapiClient;
beforeEach(async () => {
  client = await XapiClient.start();
});
afterEach(() => client[Symbol.asyncDispose]());

const user = async (number: string) => {
  const [row] = await client.rows(`/Users?$filter=Number eq '${number}'&$expand=Groups,ForwardingProfiles`);
  return row ?? {};
};

describe('Users', () => {
  test('are the extensions, found by id, by number and by filter', async () => {
    expect(await client.rows('/Users?$select=Number,DisplayName&$orderby=Number desc&$top=2')).toEqual([
      { Number: '105', DisplayName: 'Extension 105' },
      { Number: '104', DisplayName: 'Extension 104' },
    ]);
    const byNumber = await client.get("/Users(Number='101')");
    expect(byNumber.json).toMatchObject({ Number: '101', FirstName: 'Extension', IsRegistered: true });
    const { Id: id } = await user('101');
    expect((await client.get(`/Users(${String(id)})`)).json).toEqual(byNumber.json);
    expect((await client.get("/Users/Pbx.GetByNumber(number='101')")).json).toMatchObject({ Id: id });
    expect((await client.get("/Users(Number='99')")).status).toBe(404);
    expect((await client.get('/Users(x)')).status).toBe(404);
    expect((await client.get('/Users/$count')).bytes.toString()).toBe('6');
    expect((await client.get(`/Users(${String(id)})/FirstName`)).json).toMatchObject({ value: 'Extension' });
  });

  test('are made with what is sent, and can be called at once', async () => {
    const created = await client.post('/Users', {
      Id: 0,
      Number: '210',
      FirstName: 'Ann',
      LastName: 'Lee',
      EmailAddress: 'ann@example.com',
      Language: 'DE',
    });
    expect(created).toMatchObject({
      status: 201,
      json: { Number: '210', DisplayName: 'Ann Lee', Language: 'DE', IsRegistered: false },
    });
    expect(client.raw.pbx.configuration.extensions.find('210')).toMatchObject({ email: 'ann@example.com' });
    expect((await client.post('/Users', {})).json).toMatchObject({ Number: '106' });
    const taken = await client.post('/Users', { Number: '210' });
    expect(taken).toMatchObject({ status: 400, json: { error: { details: [{ target: 'number' }] } } });
  });

  test('change what is sent and nothing else', async () => {
    const { Id: id } = await user('101');
    const path = `/Users(${String(id)})`;
    expect((await client.patch(path, { CurrentProfileName: 'Away', QueueStatus: 'LoggedOut' })).status).toBe(
      204,
    );
    expect(await user('101')).toMatchObject({
      CurrentProfileName: 'Away',
      QueueStatus: 'LoggedOut',
      FirstName: 'Extension',
    });
    expect(client.raw.pbx.configuration.extensions.find('101')).toMatchObject({
      currentProfile: 'Away',
      queueStatus: 'LoggedOut',
    });
    expect((await client.patch(path, { Number: '101', RecordCalls: true })).status).toBe(204);
    expect((await client.patch(path, { RecordExternalCallsOnly: true })).status).toBe(204);
    expect(client.raw.pbx.configuration.extensions.find('101')?.recordCalls).toBe('external');
  });

  test.each([
    [{ Number: '777' }, /'Number' can't be changed/],
    [{ Nummer: '777' }, /no property 'Nummer'/],
    [{ FirstName: 7 }, /is no text/],
    [{ QueueStatus: 'Gone' }, /LoggedOut, LoggedIn/],
    [{ CurrentProfileName: 'Asleep' }, /no profile 'Asleep'/],
    [
      { ForwardingProfiles: [{ Name: 'Away', NoAnswerTimeout: '20' }] },
      /ForwardingProfiles\[0\]\/NoAnswerTimeout/,
    ],
    [{ ForwardingProfiles: [{ Name: 'Elsewhere' }] }, /profile that the user hasn't got/],
    [{ Groups: [{ GroupId: 4711 }] }, /department there isn't/],
    [[], /no JSON object/],
  ])('refuse %j', async (body, message) => {
    const { Id: id } = await user('101');
    const response = await client.patch(`/Users(${String(id)})`, body);
    expect(response.status).toBe(400);
    expect(response.bytes.toString()).toMatch(message);
  });

  test('forward as their profiles say, which are sent as they were read', async () => {
    const before = await user('101');
    expect(before).toMatchObject({
      ForwardingProfiles: [
        { Name: 'Available', NoAnswerTimeout: 120 },
        { Name: 'Away', AwayRoute: { External: { To: 'None' } } },
        { Name: 'Out of office' },
        { Name: 'Custom 1' },
        { Name: 'Custom 2' },
      ],
    });
    const profiles = await client.rows(`/Users(${String(before.Id)})/ForwardingProfiles`);
    const changed = profiles.map((profile) =>
      profile.Name === 'Available'
        ? {
            ...profile,
            NoAnswerTimeout: 15,
            AvailableRoute: {
              ...Object(profile.AvailableRoute),
              NoAnswerInternal: { To: 'Extension', Number: '102' },
              NoAnswerExternal: { To: 'External', External: '+49891234' },
              NoAnswerAllCalls: false,
            },
          }
        : profile,
    );
    const path = `/Users(${String(before.Id)})`;
    expect((await client.patch(path, { ForwardingProfiles: changed })).status).toBe(204);
    expect(client.raw.pbx.configuration.extensions.find('101')?.profiles[0]).toMatchObject({
      noAnswerSeconds: 15,
      noAnswer: {
        internal: { to: 'Extension', number: '102' },
        external: { to: 'External', number: '+49891234' },
      },
      busy: { internal: { to: 'None' } },
    });
    expect(await client.rows(`${path}/ForwardingProfiles?$top=1`)).toMatchObject([
      {
        AvailableRoute: {
          NoAnswerInternal: { To: 'Extension', Number: '102', Name: 'Extension 102', Type: 'Extension' },
          NoAnswerExternal: { To: 'External', External: '+49891234', Number: '' },
        },
      },
    ]);
    const nowhere = { Name: 'Away', AwayRoute: { External: { To: 'Queue', Number: '4711' } } };
    expect((await client.patch(path, { ForwardingProfiles: [nowhere] })).status).toBe(400);
  });

  test('are deleted, several at once too', async () => {
    const { Id: id } = await user('105');
    expect((await client.delete(`/Users(${String(id)})`)).status).toBe(204);
    expect((await client.delete(`/Users(${String(id)})`)).status).toBe(404);
    const { Id: other } = await user('104');
    const batch = await client.post('/Users/Pbx.BatchDelete', { ids: [other, id] });
    expect(batch).toMatchObject({ status: 200, json: { value: [{ ExtensionNumber: String(id) }] } });
    expect(await client.rows('/Users')).toHaveLength(4);
  });

  test('can all be changed alike', async () => {
    const ids = (await client.rows('/Users?$select=Id')).map((row) => row.Id);
    expect((await client.post('/Users/Pbx.BulkUpdate', { ids, user: { Enabled: false } })).status).toBe(204);
    expect(await client.rows('/Users?$filter=Enabled')).toEqual([]);
    expect((await client.post('/Users/Pbx.BulkUpdate', { ids })).status).toBe(400);
  });
});

describe('Groups', () => {
  test('have the members that either side puts there', async () => {
    const created = await client.post('/Groups', { Name: 'Sales', Language: 'DE' });
    expect(created).toMatchObject({
      status: 201,
      json: { Name: 'Sales', Number: 'GRP0001', HasMembers: false },
    });
    const [sales] = await client.rows("/Groups?$filter=Name eq 'Sales'&$select=Id");
    const id = String(sales?.Id);
    const members = [
      { Number: '100', Rights: { RoleName: 'users' } },
      { Number: '101', Rights: { RoleName: 'managers' } },
    ];
    expect((await client.patch(`/Groups(${id})`, { Members: members })).status).toBe(204);
    expect(await client.rows(`/Groups(${id})/Members?$expand=Rights($select=RoleName)`)).toMatchObject([
      { Number: '100', Rights: { RoleName: 'users' } },
      { Number: '101', Rights: { RoleName: 'managers' } },
    ]);
    expect(await user('101')).toMatchObject({ Groups: [{ Name: 'DEFAULT' }, { Name: 'Sales' }] });

    const { Id: user102 } = await user('102');
    const groups = [{ GroupId: Number(id), Rights: { RoleName: 'receptionists' } }];
    expect((await client.patch(`/Users(${String(user102)})`, { Groups: groups })).status).toBe(204);
    expect(await client.rows(`/Groups(${id})/Members`)).toHaveLength(3);
    expect(await client.rows(`/Users?$filter=Groups/any(g: g/Name eq 'Sales')&$select=Number`)).toHaveLength(
      3,
    );

    expect((await client.patch(`/Groups(${id})`, { Members: [] })).status).toBe(204);
    expect(await client.rows(`/Groups(${id})/Members`)).toEqual([]);
    expect((await client.delete(`/Groups(${id})`)).status).toBe(204);
  });

  test('keep DEFAULT', async () => {
    const [group] = await client.rows('/Groups?$filter=IsDefault');
    expect((await client.delete(`/Groups(${String(group?.Id)})`)).status).toBe(400);
    expect((await client.get(`/Groups(${String(group?.Id)})/Rights`)).status).toBe(200);
  });
});
