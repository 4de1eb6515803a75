import { WebSocket } from 'ws';
import * as z from 'zod';
import { EventLog } from './event-log';
import { openRequest, rawRequest, responseOf } from './raw-http';
import type { RawResponse } from './raw-http';
import { readBytes } from './raw-client';

const upset = 0;
const remove = 1;
const dtmf = 2;
const response = 4;

export interface ObservedSessionOptions {
  readonly url: string;
  readonly ca: string | undefined;
  readonly secret: string;
  /** What other people do, when the client is ready for it: nothing happens in a replay. */
  readonly others: {
    call(): Promise<void>;
    press(): Promise<void>;
    hangUp(): Promise<void>;
  };
}

/** A client that has a whole conversation with a PBX, and says everything it saw. */
export async function observedSession({
  url,
  ca,
  secret,
  others,
}: ObservedSessionOptions): Promise<string[]> {
  const seen: string[] = [];
  const saw = (what: string, { status, headers, bytes }: RawResponse): void => {
    seen.push(`${what}: ${status} ${headers['content-type'] ?? ''} ${bytes.toString()}`);
  };
  const form = { client_id: '999', client_secret: secret, grant_type: 'client_credentials' };
  const signIn = await rawRequest(`${url}/connect/token`, {
    method: 'POST',
    ca,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(form).toString(),
  });
  saw('token', signIn);
  const token = z.object({ access_token: z.string() }).parse(signIn.json).access_token;
  const headers = { authorization: `Bearer ${token}` };
  const get = async (path: string): Promise<RawResponse> => {
    const answer = await rawRequest(`${url}${path}`, { ca, headers });
    saw(path, answer);
    return answer;
  };
  const post = async (path: string, body: object): Promise<void> => {
    const answer = await rawRequest(`${url}${path}`, {
      method: 'POST',
      ca,
      headers: { ...headers, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    saw(path, answer);
  };

  await EventLog.open(url, 'wrong', ca).catch((error: unknown) => seen.push(`wrong token: ${String(error)}`));
  const events = await EventLog.open(url, token, ca);
  const event = async (type: number, entity: RegExp): Promise<string> => {
    const message = await events.next(type, entity);
    seen.push(`event: ${JSON.stringify(message)}`);
    return message.event.entity;
  };
  await get('/callcontrol');
  await others.call();
  const entity = await event(upset, /\/callcontrol\/999\/participants/);
  await get(entity);
  await get(entity);
  await get('/callcontrol/999/participants');

  const listening = openRequest(`${url}${entity}/stream`, { ca, headers });
  listening.end();
  const audio = await responseOf(listening);
  const { all } = await readBytes(audio, 1600);
  seen.push(`audio: ${audio.statusCode ?? 0}, ${all.length >= 1600 ? 'enough' : 'too little'}`);
  listening.destroy();

  const speaking = openRequest(`${url}${entity}/stream`, {
    method: 'POST',
    ca,
    headers: { ...headers, 'content-type': 'application/octet-stream' },
  });
  speaking.write(Buffer.alloc(1600, 1));
  speaking.end(Buffer.alloc(1600, 2));
  const spoken = await responseOf(speaking);
  spoken.resume();
  seen.push(`spoke: ${spoken.statusCode ?? 0}`);

  await others.press();
  await event(dtmf, /999/);
  await event(dtmf, /999/);
  const { socket } = events;
  socket.send(JSON.stringify({ RequestID: 'mine', Path: '/callcontrol/999/devices' }));
  await event(response, /devices/);
  await post(`${entity}/attach_participant_data`, {
    attacheddata: { public_note: 'call +493055501234 back' },
  });
  await post(`${entity}/transferto`, { destination: 'nowhere' });
  await get('/callcontrol/555');
  await get('/xapi/v1/ActiveCalls?$top=5');
  await get('/prompts/none.wav');
  await others.hangUp();
  await event(remove, /999/);
  await get(entity);
  socket.close(1000);
  seen.push(`closed: ${await events.closed}`);
  if (socket.readyState !== WebSocket.CLOSED) throw new Error('still open');
  return seen;
}
