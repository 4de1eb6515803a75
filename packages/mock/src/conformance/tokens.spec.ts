import * as z from 'zod';
import { anyString } from '../testing/any-value';
import { facts } from '../testing/fact-table';
import { rawRequest } from '../testing/raw-http';
import type { RawClient } from '../testing/raw-client';

const form = (client: RawClient, contentType: string, body: string) =>
  rawRequest(`${client.pbx.url}/connect/token`, {
    method: 'POST',
    headers: { 'content-type': contentType },
    body,
  });
const part = (name: string, value: string) =>
  `--x\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
const unauthorized = { error: anyString, error_description: anyString };

facts('2 Authentication', [
  [
    '2.1 E:EX,XT the token endpoint takes multipart/form-data',
    async (client) => {
      const body = `${part('client_id', '999')}${part('client_secret', 'mock-secret')}${part('grant_type', 'client_credentials')}--x--\r\n`;
      expect((await form(client, 'multipart/form-data; boundary=x', body)).status).toBe(200);
    },
  ],
  [
    '2.1 D:CFG,L:LX it takes application/x-www-form-urlencoded',
    async (client) => {
      expect((await client.signIn()).json).toMatchObject({
        token_type: 'Bearer',
        expires_in: 3600,
        refresh_token: null,
      });
    },
  ],
  [
    '2.1 E:XT older builds give expires_in in minutes; the token lives an hour all the same',
    async (client) => {
      const { json } = await client.signIn();
      const { expires_in, access_token } = z
        .looseObject({ expires_in: z.number(), access_token: z.string() })
        .parse(json);
      const payload = Buffer.from(access_token.split('.')[1] ?? '', 'base64url').toString();
      const { exp, iat } = z.looseObject({ exp: z.number(), iat: z.number() }).parse(JSON.parse(payload));
      expect([expires_in, exp - iat]).toEqual([60, 3600]);
    },
    { expiresIn: 'minutes' },
  ],
  [
    '2.1 D:CFG,E:XT a wrong secret is 401 with error and error_description',
    async (client) => {
      expect(await client.signIn('wrong')).toMatchObject({ status: 401, json: unauthorized });
    },
  ],
  [
    '2.1 T:TC a wrong path is 404',
    async (client) => {
      expect((await rawRequest(`${client.pbx.url}/wrong/connect/token`, { method: 'POST' })).status).toBe(
        404,
      );
    },
  ],
  [
    '2.2 D:XT only one token of a client is active: a new one kills the former for REST',
    async (client) => {
      const former = client.token;
      await client.signIn();
      expect((await client.get('/callcontrol', former)).status).toBe(401);
      expect((await client.get('/callcontrol')).status).toBe(200);
    },
  ],
  [
    '2.2 T:PD open sockets and streams outlive their token',
    async (client) => {
      const events = await client.events();
      await client.signIn();
      await client.call('+16125551234', '999');
      expect((await events.next(0, /\/999\//)).sequence).toBe(1);
    },
  ],
  [
    '2.2 T:PD or they are cut',
    async (client) => {
      const events = await client.events();
      await client.signIn();
      expect(await events.closed).toBe(1006);
    },
    { cutSocketsOnNewToken: true },
  ],
  [
    '2.3 L:LX the user log-in is no part of this API',
    async (client) => {
      expect((await client.post('/webclient/api/Login/GetAccessToken', {})).status).toBe(404);
    },
  ],
  [
    '2.4 D:EP a missing, expired or replaced token is 401 on REST',
    async (client) => {
      for (const token of ['', 'nonsense']) {
        expect(await client.get('/callcontrol', token)).toMatchObject({ status: 401, json: unauthorized });
      }
    },
  ],
  [
    '2.4 L:PD it is 401 during the upgrade: the socket never opens',
    async (client) => {
      await expect(client.events('nonsense')).rejects.toThrow('401');
    },
  ],
  [
    '2.4 D:EP without the Call Control checkbox it is 403',
    async (client) => {
      expect((await client.get('/callcontrol')).status).toBe(403);
    },
    { configuration: { servicePrincipals: [{ number: '999', callControlEnabled: false }] } },
  ],
  [
    '14.29 I a licence lost at run time: the token still works, /callcontrol answers 403',
    async (client) => {
      client.pbx.configuration.license.change({ callControl: false });
      expect((await client.get('/callcontrol')).status).toBe(403);
      expect((await client.get('/xapi/v1/Defs')).status).toBe(200);
    },
  ],
]);
