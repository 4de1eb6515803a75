import { createServer, type Server } from 'node:http';
import https from 'node:https';
import { connect } from 'node:net';
import { inspect } from 'node:util';
import { closed, listening, startLocalServer, type LocalServer } from '../testing/local-server';
import { selfSigned } from '../testing/self-signed';
import { ConfigurationError, createNodeTransport } from '../index';

/** A proxy that opens tunnels for those who know its password. */
async function startProxy(password: string) {
  const tunnels: string[] = [];
  const server = createServer();
  server.on('connect', (request, client, head) => {
    const expected = `Basic ${Buffer.from(`user:${password}`).toString('base64')}`;
    if (request.headers['proxy-authorization'] !== expected) {
      client.end('HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n\r\n');
      return;
    }
    tunnels.push(request.url ?? '');
    const [host, port] = (request.url ?? '').split(':');
    const upstream = connect(Number(port), host, () => {
      client.write('HTTP/1.1 200 Connection established\r\n\r\n');
      upstream.write(head);
      upstream.pipe(client).pipe(upstream);
    });
    for (const socket of [upstream, client]) socket.on('error', () => upstream.destroy());
  });
  return { tunnels, server, host: await listening(server) };
}

describe('through a proxy', () => {
  let plain: LocalServer;
  let secure: Server;
  let secureHost: string;
  let proxy: Awaited<ReturnType<typeof startProxy>>;

  beforeAll(async () => {
    plain = await startLocalServer((_, response) => response.end('plain'));
    secure = https.createServer(selfSigned, (_, response) => response.end('secure'));
    secureHost = await listening(secure);
    proxy = await startProxy('p@ss');
  });
  afterAll(async () => {
    await plain.close();
    await closed(secure);
    await closed(proxy.server);
  });

  it('reaches http and https, and keeps its connections', async () => {
    const transport = createNodeTransport({
      proxyUrl: `http://user:p%40ss@${proxy.host}`,
      caCertificate: selfSigned.cert,
    });
    const read = async (url: string) => (await transport.fetch(new Request(url))).text();
    const answers = [
      await read(`https://${secureHost}/`),
      await read(`https://${secureHost}/`),
      await read(`${plain.origin}/`),
    ];
    expect(answers).toEqual(['secure', 'secure', 'plain']);
    expect(proxy.tunnels).toEqual([secureHost, new URL(plain.origin).host]);
    transport.dispose();
  });

  it('still checks the certificate behind it', async () => {
    const transport = createNodeTransport({ proxyUrl: `http://user:p%40ss@${proxy.host}` });
    await expect(transport.fetch(new Request(`https://${secureHost}/`))).rejects.toMatchObject({
      code: 'CERTIFICATE',
    });
    transport.dispose();
  });

  it('says when the proxy refuses, without its password', async () => {
    const transport = createNodeTransport({ proxyUrl: `http://user:wrong-word@${proxy.host}` });
    const error: unknown = await transport
      .fetch(new Request(`https://${secureHost}/`))
      .catch((caught: unknown) => caught);
    expect(error).toMatchObject({
      code: 'CONNECTION_FAILED',
      problem: 'proxy',
      status: 407,
      message: expect.stringContaining('user name and password in the proxy URL') as string,
    });
    expect(inspect(error, { depth: 9 })).not.toContain('wrong-word');
    transport.dispose();
  });

  it('gives the event socket the same way', () => {
    const transport = createNodeTransport({ proxyUrl: `http://${proxy.host}` });
    expect(transport.tunnel).toBeDefined();
    transport.dispose();
  });

  it.each(['proxy.example.com:3128', 'socks5://secret-host:1', ''])(
    'refuses %j as a proxy URL',
    (proxyUrl) => {
      expect(() => createNodeTransport({ proxyUrl })).toThrow(ConfigurationError);
    },
  );
});
