import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * A PBX that answers at once, in a process of its own so that its work isn't counted.
 * Sends its port to the process that forked it, and ends with it.
 */
const participant = JSON.stringify({
  id: 325,
  status: 'Connected',
  dn: '999',
  party_caller_name: 'JONES, PAT',
  party_dn: '10001',
  party_caller_id: '+16125551234',
  party_did: '',
  device_id: 'sip:999@127.0.0.1:5483',
  party_dn_type: 'Wexternalline',
  direct_control: true,
  originated_by_dn: '',
  originated_by_type: 'None',
  referred_by_dn: '',
  referred_by_type: 'None',
  on_behalf_of_dn: '',
  on_behalf_of_type: 'None',
  callid: 42,
  legid: 2,
});
const token = JSON.stringify({ token_type: 'Bearer', expires_in: 3600, access_token: 'x'.repeat(425) });
const done = '{"finalstatus":"Success","reason":"None","reasontext":"","result":null}';

const server = createServer((request, response) => {
  request.resume();
  const body = request.url === '/connect/token' ? token : request.method === 'POST' ? done : participant;
  response.writeHead(200, {
    'content-type': 'application/json',
    'content-length': String(Buffer.byteLength(body)),
  });
  response.end(body);
});
server.keepAliveTimeout = 60_000;
server.listen(0, '127.0.0.1', () => {
  process.send?.((server.address() as AddressInfo).port);
});
process.on('disconnect', () => process.exit());
