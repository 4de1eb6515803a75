import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import * as z from 'zod';
import {
  createCallControlClient,
  createNodeTransport,
  createTokenSource,
  type CallControlClient,
} from './index';
import { startRecordingServer, type PlannedAnswer } from './testing/recording-server';

const Description = z.object({
  paths: z.record(z.string(), z.record(z.string(), z.object({ operationId: z.string() }))),
});
const description = Description.parse(
  parse(readFileSync(join(__dirname, '../openapi/call-control.yaml'), 'utf8')),
);
const describedIds = Object.values(description.paths).flatMap((methods) =>
  Object.values(methods).map(({ operationId }) => operationId),
);

const dn = { dn: 'r&d 1', type: 'Wroutepoint' };
const device = { dn: '999', device_id: 'sip:999@127.0.0.1:5483', user_agent: '' };
const participant = { id: 325, status: 'Connected', dn: '999', callid: 42, legid: 2 };
const done = { finalstatus: 'Success', reason: 'None', reasontext: '', result: participant };

interface Row {
  readonly operationId: string;
  readonly call: (client: CallControlClient) => Promise<unknown>;
  readonly answer: PlannedAnswer;
  /** Method and path as they go over the wire. */
  readonly expected: string;
  readonly body?: string;
  readonly contentType?: string;
}

const row = (
  operationId: string,
  call: Row['call'],
  answer: unknown,
  expected: string,
  body?: string,
  contentType = body === undefined ? undefined : 'application/json',
): Row => ({
  operationId,
  call,
  answer: { body: answer },
  expected,
  ...(body === undefined ? {} : { body }),
  ...(contentType === undefined ? {} : { contentType }),
});

const rows: readonly Row[] = [
  row('getState', (client) => client.getState(), [dn], 'GET /callcontrol'),
  row('getDn', (client) => client.getDn('r&d 1'), dn, 'GET /callcontrol/r%26d%201'),
  row('getDevices', (client) => client.getDevices('999'), [device], 'GET /callcontrol/999/devices'),
  row(
    'getDevice',
    (client) => client.getDevice('999', 'sip:999@127.0.0.1:5483'),
    device,
    'GET /callcontrol/999/devices/sip%3A999%40127.0.0.1%3A5483',
  ),
  row(
    'getParticipants',
    (client) => client.getParticipants('999'),
    [participant],
    'GET /callcontrol/999/participants',
  ),
  row(
    'getParticipant',
    (client) => client.getParticipant('999', 325),
    participant,
    'GET /callcontrol/999/participants/325',
  ),
  row(
    'makeCall',
    (client) =>
      client.makeCall('999', { destination: '+4930123', timeout: 30, attacheddata: { order: 'Ä1' } }),
    done,
    'POST /callcontrol/999/makecall',
    '{"destination":"+4930123","timeout":30,"attacheddata":{"order":"Ä1"}}',
  ),
  row(
    'makeCallFromDevice',
    (client) => client.makeCall('999', { destination: '101' }, 'sip:999@127.0.0.1:5483'),
    done,
    'POST /callcontrol/999/devices/sip%3A999%40127.0.0.1%3A5483/makecall',
    '{"destination":"101"}',
  ),
  ...(['drop', 'answer'] as const).map((action) =>
    row(
      'act',
      (client) => client.act('999', 325, action),
      done,
      `POST /callcontrol/999/participants/325/${action}`,
      '{}',
    ),
  ),
  ...(['divert', 'routeto', 'transferto'] as const).map((action) =>
    row(
      'act',
      (client) => client.act('999', 325, action, { destination: '800', timeout: 5, reason: 'NoAnswer' }),
      done,
      `POST /callcontrol/999/participants/325/${action}`,
      '{"destination":"800","timeout":5,"reason":"NoAnswer"}',
    ),
  ),
  ...(['attach_participant_data', 'attach_party_data'] as const).map((action) =>
    row(
      'act',
      (client) => client.act('999', 325, action, { attacheddata: { public_call_screening: 'Order 7' } }),
      done,
      `POST /callcontrol/999/participants/325/${action}`,
      '{"attacheddata":{"public_call_screening":"Order 7"}}',
    ),
  ),
  row(
    'listen',
    async (client) => new Response(await client.listen('999', 325)).arrayBuffer(),
    'pcm',
    'GET /callcontrol/999/participants/325/stream',
  ),
  row(
    'speak',
    async (client) => {
      const upload = await client.speak('999', 325);
      upload.write(Buffer.from('pcm'));
      upload.end();
      await upload.closed;
    },
    '',
    'POST /callcontrol/999/participants/325/stream',
    'pcm',
    'application/octet-stream',
  ),
];

describe('every described operation of the Call Control API, called through the client', () => {
  it('has its row; the sign-in precedes each, and the socket is no request', () => {
    const here = new Set([...rows.map(({ operationId }) => operationId), 'issueToken', 'openEvents']);
    expect(describedIds.filter((id) => !here.has(id))).toEqual([]);
    expect([...here].filter((id) => !describedIds.includes(id))).toEqual([]);
  });

  it.each(rows)('$expected', async ({ call, answer, expected, body = '', contentType }) => {
    const server = await startRecordingServer();
    const transport = createNodeTransport();
    try {
      const { url: serverUrl } = server;
      server.answer = () => answer;
      const tokens = createTokenSource({ serverUrl, clientId: '999', clientSecret: "s'&=", transport });
      await call(createCallControlClient({ serverUrl, tokens, transport }));
      expect(server.signIns).toMatchObject([
        {
          method: 'POST',
          target: '/connect/token',
          body: 'client_id=999&client_secret=s%27%26%3D&grant_type=client_credentials',
          headers: { 'content-type': 'application/x-www-form-urlencoded' },
        },
      ]);
      expect(server.requests.map(({ method, target }) => `${method} ${target}`)).toEqual([expected]);
      expect(server.requests).toMatchObject([
        {
          body,
          headers: {
            authorization: 'Bearer token',
            ...(contentType === undefined ? {} : { 'content-type': contentType }),
          },
        },
      ]);
    } finally {
      transport.dispose();
      await server.close();
    }
  });
});
