import { once } from 'node:events';
import * as z from 'zod';
import { differs, expecting, holds, notShown } from './fact';
import type { Fact, Finding } from './fact';
import type { Target } from './target';
import { device, dnState, dnStates, knownDnType, participant, problemWith } from './wire-shapes';

const grant = z.looseObject({
  token_type: z.literal('Bearer'),
  expires_in: z.number().positive(),
  access_token: z.string(),
  refresh_token: z.null().optional(),
});
const claims = z.looseObject({ exp: z.number(), iat: z.number(), role: z.unknown() });

async function shaped(target: Target, path: string, shape: z.ZodType): Promise<Finding> {
  const { status, json } = await target.get(path);
  if (status !== 200) return differs(`${path} answered ${status}.`);
  const seen = shape.safeParse(json);
  return seen.success ? holds : differs(`${path}: ${problemWith(seen.error)}`);
}

async function statesOf(target: Target): Promise<z.infer<typeof dnStates>> {
  const states = dnStates.safeParse((await target.get('/callcontrol')).json);
  return states.success ? states.data : [];
}

function decoded(part: string | undefined): unknown {
  try {
    return JSON.parse(Buffer.from(part ?? '', 'base64url').toString());
  } catch {
    return undefined;
  }
}

const ownPath = ({ clientId }: Target) => `/callcontrol/${encodeURIComponent(clientId)}`;
const absent = 'no-such-number-0';

/** What can be found out about a phone system without changing anything on it. */
export const readOnlyFacts: readonly Fact[] = [
  {
    section: '2.1',
    source: 'D:CFG',
    says: 'the token answer has token_type Bearer, expires_in, access_token and a null refresh_token',
    look: ({ grant: answer }) => {
      if (!answer) return Promise.resolve(notShown('A token was given, so nobody signed in.'));
      const seen = grant.safeParse(answer.json);
      return Promise.resolve(seen.success ? holds : differs(problemWith(seen.error)));
    },
  },
  {
    section: '2.1',
    source: 'E:XT',
    says: 'expires_in says one hour, as 60 minutes or 3600 seconds',
    look: ({ grant: answer }) => {
      const seen = grant.safeParse(answer?.json);
      if (!seen.success) return Promise.resolve(notShown('Nobody signed in.'));
      const { expires_in } = seen.data;
      return Promise.resolve(expecting([60, 3600].includes(expires_in), `expires_in is ${expires_in}.`));
    },
  },
  {
    section: '2.1',
    source: 'L:LX,PD',
    says: 'the token is an ES256 JWT with kid, iat, exp and role that lives 3600 s',
    look: ({ token }) => {
      const [head, body] = token.split('.');
      const header = z.looseObject({ alg: z.literal('ES256'), kid: z.string() }).safeParse(decoded(head));
      const payload = claims.safeParse(decoded(body));
      if (!header.success) return Promise.resolve(differs(problemWith(header.error)));
      if (!payload.success) return Promise.resolve(differs(problemWith(payload.error)));
      const lifeSeconds = payload.data.exp - payload.data.iat;
      return Promise.resolve(expecting(lifeSeconds === 3600, `It lives ${lifeSeconds} s.`));
    },
  },
  {
    section: '2.4',
    source: 'D:EP',
    says: 'a request without a token is 401',
    look: async (target) => {
      const { status } = await target.get('/callcontrol', { signedIn: false });
      return expecting(status === 401, `It was answered ${status}.`);
    },
  },
  {
    section: '3.1',
    source: 'D:EP,E:EX',
    says: 'GET /callcontrol lists every DN of the client as {dn, type, devices, participants}',
    look: (target) => shaped(target, '/callcontrol', dnStates),
  },
  {
    section: '3.1',
    source: 'D:EP,E:EX',
    says: 'a participant has its id, status, DN, party, device, callid and legid',
    look: async (target) => {
      const states = await statesOf(target);
      const found = states.flatMap(({ participants }) => participants);
      return found.length > 0 ? holds : notShown('There is no call on any number of the client.');
    },
  },
  {
    section: '3.1',
    source: 'L:PD,TC',
    says: 'nothing in /callcontrol carries a time',
    look: async (target) => {
      const text = JSON.stringify((await target.get('/callcontrol')).json);
      const time = /"\d{4}-\d\d-\d\dT/.exec(text)?.[0];
      return expecting(time === undefined, `There is a time: ${time ?? ''}…`);
    },
  },
  {
    section: '3.2',
    source: 'E:EX',
    says: 'DN types are known words, a route point for the client itself',
    look: async (target) => {
      const states = await statesOf(target);
      const odd = states.find(({ type }) => !knownDnType.test(type));
      if (odd) return differs(`${odd.dn} is a ${odd.type}.`);
      const own = states.find(({ dn }) => dn === target.clientId);
      if (!own) return differs(`The client's own number ${target.clientId} is not listed.`);
      return expecting(/^W?routepoint$/i.test(own.type), `The client's own number is a ${own.type}.`);
    },
  },
  {
    section: '3.3',
    source: 'L:GR,PD',
    says: 'the route point has exactly one device, a contact on the loopback address',
    look: async (target) => {
      const own = (await statesOf(target)).find(({ dn }) => dn === target.clientId);
      if (!own) return notShown("The client's own number is not listed.");
      const [only, ...more] = own.devices;
      if (!only || more.length > 0) return differs(`It has ${own.devices.length} devices.`);
      return expecting(/^sip:.+@127\.0\.0\.1:\d+$/.test(only.device_id), `Its device is ${only.device_id}.`);
    },
  },
  {
    section: '3.4',
    source: 'D:CC',
    says: 'a number that is not granted, or not there, is 403 or 404',
    look: async (target) => {
      const { status } = await target.get(`/callcontrol/${absent}`);
      return expecting([403, 404].includes(status), `It was answered ${status}.`);
    },
  },
  {
    section: '4',
    source: 'D:EP',
    says: 'GET /callcontrol/{dn} is that DN alone',
    look: (target) => shaped(target, ownPath(target), dnState),
  },
  {
    section: '4',
    source: 'D:EP',
    says: 'GET /callcontrol/{dn}/devices lists its devices',
    look: (target) => shaped(target, `${ownPath(target)}/devices`, z.array(device)),
  },
  {
    section: '4',
    source: 'D:EP,E:EX',
    says: 'GET /callcontrol/{dn}/devices/{id} finds a device by its percent-encoded id',
    look: async (target) => {
      const own = (await statesOf(target)).find(({ devices }) => devices.length > 0);
      const [first] = own?.devices ?? [];
      if (!own || !first) return notShown('No number has a device.');
      const path = `/callcontrol/${encodeURIComponent(own.dn)}/devices/${encodeURIComponent(first.device_id)}`;
      return shaped(target, path, device);
    },
  },
  {
    section: '4',
    source: 'D:EP,L:ADA',
    says: 'GET /callcontrol/{dn}/participants lists its participants, none when idle',
    look: (target) => shaped(target, `${ownPath(target)}/participants`, z.array(participant)),
  },
  {
    section: '4',
    source: 'L:PD,BV',
    says: 'a participant that is not there is 404',
    look: async (target) => {
      const { status } = await target.get(`${ownPath(target)}/participants/999999999`);
      return expecting(status === 404, `It was answered ${status}.`);
    },
  },
  {
    section: '6.2',
    source: 'L:ISS,PD',
    says: 'the audio of a participant that is not the client’s own is 424, 403 or 404',
    look: async (target) => {
      const states = await statesOf(target);
      const other = states.find(({ dn, participants }) => dn !== target.clientId && participants.length > 0);
      const [first] = other?.participants ?? [];
      if (!other || !first) return notShown('There is no call on an extension of the client.');
      const path = `/callcontrol/${encodeURIComponent(other.dn)}/participants/${first.id}/stream`;
      const { status } = await target.get(path);
      return expecting([403, 404, 424].includes(status), `It was answered ${status}.`);
    },
  },
  {
    section: '7.1',
    source: 'L:PD',
    says: 'the event socket without a token is refused with 401 before it opens',
    look: async (target) => {
      const socket = await target.socket({ signedIn: false });
      if (typeof socket === 'number') return expecting(socket === 401, `It was answered ${socket}.`);
      socket.terminate();
      return differs('It opened.');
    },
  },
  {
    section: '7.1',
    source: 'E:EX,L:DL',
    says: 'the event socket opens with the token in the Authorization header and answers pings',
    look: async (target) => {
      const socket = await target.socket();
      if (typeof socket === 'number') return differs(`It was answered ${socket}.`);
      try {
        socket.ping();
        await once(socket, 'pong', { signal: AbortSignal.timeout(5000) });
        return holds;
      } catch {
        return differs('No pong came within 5 s.');
      } finally {
        socket.terminate();
      }
    },
  },
  {
    section: '7.5',
    source: 'D:CC',
    says: 'a GET asked over the event socket is answered there with an event of type 4',
    look: async (target) => {
      const socket = await target.socket();
      if (typeof socket === 'number') return differs(`The socket was answered ${socket}.`);
      try {
        const answered = new Promise<void>((resolve) => {
          socket.on('message', (data: Buffer) => {
            if (/"event_type"\s*:\s*4\b/i.test(data.toString())) resolve();
          });
        });
        socket.send(JSON.stringify({ RequestID: 'conformance', Path: ownPath(target) }));
        const timeout = AbortSignal.timeout(5000);
        await Promise.race([answered, once(timeout, 'abort').then(() => Promise.reject(new Error('late')))]);
        return holds;
      } catch {
        return differs('No answer came within 5 s.');
      } finally {
        socket.terminate();
      }
    },
  },
  {
    section: '10.1',
    source: 'D:CFG,L:LX',
    says: 'GET /xapi/v1/Defs?$select=Id answers an Id with @odata.context and X-3CX-Version',
    look: async (target) => {
      const { status, json, headers } = await target.get('/xapi/v1/Defs?$select=Id');
      if (status === 403) return notShown('The client has no Configuration API access.');
      const seen = z.looseObject({ '@odata.context': z.string(), Id: z.number() }).safeParse(json);
      if (!seen.success) return differs(`${status}: ${problemWith(seen.error)}`);
      const version = headers['x-3cx-version'];
      return expecting(/^\d+\.\d+/.test(String(version)), `X-3CX-Version is ${String(version)}.`);
    },
  },
  {
    section: '10.2',
    source: 'E:XT',
    says: 'GET /xapi/v1/ActiveCalls is a collection under value',
    look: async (target) => {
      const { status, json } = await target.get('/xapi/v1/ActiveCalls');
      if (status === 403) return notShown('The client has no Configuration API access.');
      const seen = z.looseObject({ value: z.array(z.looseObject({ Id: z.number() })) }).safeParse(json);
      return seen.success ? holds : differs(`${status}: ${problemWith(seen.error)}`);
    },
  },
];
