import { encodeWav } from '@org/3cx-audio';
import { rawRequest } from '../../testing/raw-http';
import { XapiClient } from '../testing/xapi-client';

let client: XapiClient;
beforeEach(async () => {
  client = await XapiClient.start();
});
afterEach(() => client[Symbol.asyncDispose]());

const wav = (samples = 800) =>
  new Uint8Array(
    encodeWav(
      Int16Array.from({ length: samples }, (_, index) => index),
      8000,
    ),
  );

/** Sends a prompt as the console does. */
function upload(name: string, bytes: Uint8Array, path = '/CustomPrompts') {
  const head = `--x\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: audio/wav\r\n\r\n`;
  return rawRequest(`${client.raw.pbx.url}/xapi/v1${path}`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${client.raw.token}`,
      'content-type': 'multipart/form-data; boundary=x',
    },
    body: Buffer.concat([Buffer.from(head), bytes, Buffer.from('\r\n--x--\r\n')]),
  });
}

describe('CustomPrompts', () => {
  test('are uploaded, listed, fetched where their link leads, and deleted', async () => {
    expect((await upload('Grüße 1.wav', wav())).status).toBe(200);
    const [prompt] = await client.rows("/CustomPrompts?$filter=startswith(Filename,'Gr')");
    expect(prompt).toMatchObject({ DisplayName: 'Grüße 1', CanBeDeleted: true, PromptType: 'File' });
    expect((await rawRequest(String(prompt?.FileLink))).bytes).toEqual(Buffer.from(wav()));
    expect((await client.delete("/CustomPrompts('Grüße 1.wav')")).status).toBe(204);
    expect((await rawRequest(String(prompt?.FileLink))).status).toBe(404);
  });

  test('that came with the phone system stay', async () => {
    expect(await client.rows("/CustomPrompts?$filter=Filename eq 'welcome.wav'")).toMatchObject([
      { CanBeDeleted: false },
    ]);
    expect((await client.delete("/CustomPrompts('welcome.wav')")).status).toBe(400);
  });

  test('are recorded by phone', async () => {
    const record = { dn: '101', filename: 'own.wav' };
    expect((await client.post('/CustomPrompts/Pbx.MakeCallRecordCustomPrompt', record)).status).toBe(204);
    const [call] = await client.rows('/ActiveCalls');
    const id = Number(call?.Id);
    await client.raw.view(id, 'connectedTo:101');
    await client.raw.control('POST', `/calls/${id}/speak?by=counterpart`, wav(16_000));
    // Longer than the beep before which nothing is recorded.
    await client.raw.view(id, 'heardMs:1500');
    await client.raw.hangUp(id);
    expect(await client.rows("/CustomPrompts?$filter=Filename eq 'own.wav'")).toMatchObject([
      { CanBeDeleted: true },
    ]);
    expect(
      (await client.post('/CustomPrompts/Pbx.MakeCallRecordCustomPrompt', { ...record, dn: '800' })).status,
    ).toBe(400);
  });

  test.each([
    ['../../etc/passwd', wav()],
    ['.hidden', wav()],
    ['notes.wav', new Uint8Array([1, 2, 3])],
  ])('refuse %s', async (name, bytes) => {
    expect((await upload(name, bytes)).status).toBe(400);
  });
});

describe('Contacts', () => {
  test('are kept and found by number', async () => {
    const created = await client.post('/Contacts', { FirstName: 'Ann', Business: '+49 (89) 123-4' });
    expect(created).toMatchObject({ status: 201, json: { Id: 1, ContactType: '3CX' } });
    await client.post('/Contacts/Pbx.CreateContactByNumber', {
      contact: { FirstName: 'Bob' },
      number: '+15550100',
    });
    expect((await client.post('/Contacts/Pbx.CreateContactByNumber', { contact: {} })).status).toBe(400);
    expect(await client.rows("/Contacts/Pbx.GetContactsByNumber(number='+4989 1234')")).toMatchObject([
      { FirstName: 'Ann' },
    ]);
    expect(await client.rows('/Contacts?$search=bob')).toMatchObject([{ Id: 2, PhoneNumber: '+15550100' }]);
    expect((await client.patch('/Contacts(2)', { LastName: 'Ray' })).status).toBe(204);
    expect((await client.get('/Contacts(2)')).json).toMatchObject({ FirstName: 'Bob', LastName: 'Ray' });
    expect((await client.post('/Contacts/Pbx.DeleteContactsById', { ids: [1] })).status).toBe(204);
    expect((await client.post('/Contacts/Pbx.DeleteContactsByType', { contactSource: '3CX' })).status).toBe(
      204,
    );
    expect(await client.rows('/Contacts')).toEqual([]);
  });
});

test('Peers tell what a number is', async () => {
  const numbers = ['101', '800', '810', '820', '999', '10001', 'SP0'];
  const request = { peersRequest: { DnNumbers: numbers, IsReportPeers: false } };
  const { json } = await client.post('/Peers/Pbx.RetreivePeersByNumbers', request);
  expect(json).toMatchObject({
    value: [
      { Number: '101', Type: 'Extension', Name: 'Extension 101' },
      { Number: '800', Type: 'Queue' },
      { Number: '810', Type: 'RingGroup' },
      { Number: '820', Type: 'IVR' },
      { Number: 'SP0', Type: 'Parking' },
      { Number: '10001', Type: 'ExternalLine' },
      { Number: '999', Type: 'RoutePoint' },
    ],
  });
  expect((await client.get("/Peers(Number='800')")).json).toMatchObject({ Name: 'Queue 800' });
  expect((await client.get("/Peers/Pbx.GetPeerByNumber(number='4711')")).status).toBe(404);
});

test('DNProperties are kept with their number', async () => {
  const property = { Name: 'LANGUAGE', Value: 'de' };
  const send = (action: string, body: object) => client.post(`/DNProperties/Pbx.${action}`, body);
  expect((await send('CreateDNProperty', { dnNumber: '101', property })).status).toBe(204);
  expect((await send('CreateDNProperty', { dnNumber: '101', property })).status).toBe(400);
  expect(
    (await send('UpdateDNProperty', { dnNumber: '101', property: { ...property, Value: 'en' } })).status,
  ).toBe(204);
  expect(await client.rows("/DNProperties/Pbx.GetPropertiesByDn(dnNumber='101')")).toMatchObject([
    { Value: 'en' },
  ]);
  const path = "/DNProperties/Pbx.GetDNPropertyByName(dnNumber='101',name='LANGUAGE')";
  expect((await client.get(path)).json).toMatchObject({ Value: 'en' });
  expect((await send('DeleteDNProperty', { dnNumber: '101', propertyName: 'LANGUAGE' })).status).toBe(204);
  expect((await client.get(path)).status).toBe(404);
});

test('CallFlowApps have a number of their own and the files of their script', async () => {
  const created = await client.post('/CallFlowApps', { Name: 'Survey', ScriptCode: 'class Survey {}' });
  expect(created).toMatchObject({ status: 201, json: { Id: 1, Number: '830', CompilationSucceeded: true } });
  expect((await client.post('/CallFlowApps', { Number: '101' })).status).toBe(400);
  expect((await client.get('/CallFlowApps(1)/Pbx.GetFiles()')).json).toMatchObject({ value: ['830.cs'] });
  expect((await client.post('/CallFlowApps(1)/Pbx.DeleteFile', { filename: '830.cs' })).status).toBe(204);
  expect((await client.get('/CallFlowApps(1)/Pbx.GetFiles()')).json).toMatchObject({ value: [] });
});

test('EventLogs tell what happened until they are purged', async () => {
  await client.post('/Users', { Number: '210' });
  expect(await client.rows("/EventLogs?$filter=contains(Message,'210')")).toMatchObject([{ Type: 'Info' }]);
  expect((await client.post('/EventLogs/Pbx.PurgeEventLog')).status).toBe(204);
  expect(await client.rows('/EventLogs')).toEqual([]);
});

test('the system tells its state', async () => {
  await client.raw.control('POST', '/extensions/103', { registered: false });
  expect((await client.get('/SystemStatus/Pbx.SystemHealthStatus()')).json).toMatchObject({ Trunks: true });
  expect((await client.get('/LicenseStatus')).json).toMatchObject({ LicenseActive: true });
  expect((await client.get('/Defs/Pbx.GetSystemParameters()')).json).toMatchObject({ FQDN: '127.0.0.1' });
  expect(await client.rows('/SystemStatus/Pbx.SystemTelemetry()')).toHaveLength(1);
  expect(await client.rows("/SystemStatus/Pbx.SystemExtensions()?$filter=Type eq 'Queue'")).toMatchObject([
    { Number: '800' },
  ]);
  expect(await client.rows('/Users?$filter=not IsRegistered&$select=Number')).toEqual([{ Number: '103' }]);
});
