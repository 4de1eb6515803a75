import http from 'node:http';
import { WebSocketServer, type WebSocket } from 'ws';
import * as z from 'zod';
import { now } from './figures';

/** Calls that are in progress on the route point. */
export const CALLS = 500;

const Request = z.union([
  /** So many keys, one after the other on all calls, one each `everyMs`. */
  z.object({ keys: z.number(), everyMs: z.number() }),
  /** Send what has been noted of first bytes. */
  z.object({ report: z.literal('first bytes') }),
]);

/** From a key to the first byte of audio on the same call after it, milliseconds. */
export const FirstBytes = z.object({ firstBytes: z.array(z.number()) });

function participant(id: number) {
  return {
    ...{ id, callid: id, legid: 2, status: 'Connected', dn: '999', direct_control: true },
    ...{ party_dn: '10001', party_dn_type: 'Wexternalline', party_did: '', party_caller_name: '' },
    party_caller_id: `+1612555${String(id).padStart(4, '0')}`,
    device_id: 'sip:999@127.0.0.1:5483',
    ...{ originated_by_dn: '', originated_by_type: '', referred_by_dn: '', referred_by_type: '' },
    ...{ on_behalf_of_dn: '', on_behalf_of_type: '' },
  };
}

function key(id: number, sequence: number): string {
  return `{"sequence":${String(sequence)},"event":{"event_type":2,"entity":"/callcontrol/999/participants/${String(id)}","attached_data":{"dtmf_input":"1"}}}`;
}

/** The other side of the benchmarks: a PBX with 500 calls that presses keys and notes when audio comes. */
export function serve(): void {
  const participants = Array.from({ length: CALLS }, (_, index) => participant(index + 1));
  const snapshot = JSON.stringify([{ dn: '999', type: 'Wroutepoint', devices: [], participants }]);
  const keyAt = new Map<number, number>();
  let firstBytes: number[] = [];

  const server = http.createServer((request, response) => {
    const url = request.url ?? '';
    const streamOf = /\/participants\/(\d+)\/stream/.exec(url)?.[1];
    if (streamOf !== undefined && request.method === 'POST') {
      const id = Number(streamOf);
      request.on('data', () => {
        const at = keyAt.get(id);
        if (at === undefined) return;
        keyAt.delete(id);
        firstBytes.push(now() - at);
      });
      request.on('end', () => response.end());
      request.on('error', () => undefined);
      return;
    }
    request.resume();
    response.setHeader('content-type', 'application/json');
    if (url.startsWith('/connect/token'))
      response.end('{"token_type":"Bearer","access_token":"bench","expires_in":3600,"refresh_token":null}');
    else if (url === '/callcontrol') response.end(snapshot);
    else {
      const id = Number(/\/participants\/(\d+)/.exec(url)?.[1]);
      response.end(JSON.stringify(participants[id - 1] ?? []));
    }
  });
  const sockets: WebSocket[] = [];
  new WebSocketServer({ server }).on('connection', (socket) => {
    sockets.push(socket);
    socket.on('close', () => sockets.splice(sockets.indexOf(socket), 1));
    socket.on('error', () => undefined);
  });

  let sequence = 0;
  const press = () => {
    const id = (sequence % CALLS) + 1;
    sequence += 1;
    const at = now();
    keyAt.set(id, at);
    // The time of sending travels as the sequence number, microseconds. Each socket comes first in turn.
    const text = key(id, Math.round(at * 1e3));
    const order = sequence % 2 === 0 ? sockets : sockets.toReversed();
    for (const socket of order) socket.send(text);
  };
  process.on('message', (message) => {
    const request = Request.parse(message);
    if ('report' in request) {
      process.send?.({ firstBytes });
      firstBytes = [];
      return;
    }
    let left = request.keys;
    const timer = setInterval(() => {
      press();
      left -= 1;
      if (left === 0) clearInterval(timer);
    }, request.everyMs);
  });
  server.listen(0, '127.0.0.1', () => {
    const address = server.address();
    process.send?.(typeof address === 'object' && address !== null ? address.port : 0);
  });
}
