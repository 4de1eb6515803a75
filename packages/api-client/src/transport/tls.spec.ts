import https from 'node:https';
import { closed, listening } from '../testing/local-server';
import { selfSigned } from '../testing/self-signed';
import { ConfigurationError, createNodeTransport, type NodeTransportOptions } from '../index';

describe('a PBX with a self-signed certificate', () => {
  const server = https.createServer(selfSigned, (_, response) => response.end('hello'));
  let host: string;

  beforeAll(async () => {
    host = await listening(server);
  });
  afterAll(() => closed(server));

  async function ask(options: NodeTransportOptions, origin = `https://${host}`): Promise<unknown> {
    const transport = createNodeTransport(options);
    try {
      return await (await transport.fetch(new Request(`${origin}/`))).text();
    } catch (error) {
      return error;
    } finally {
      transport.dispose();
    }
  }

  it('is refused, and the error says what can be done', async () => {
    await expect(ask({})).resolves.toMatchObject({
      code: 'CERTIFICATE',
      retryable: false,
      message: expect.stringMatching(/self-signed.*certificate of its authority/) as string,
    });
  });

  it('is taken by the transport told so, and by no other', async () => {
    const globals = () => [
      https.globalAgent.options.rejectUnauthorized,
      process.env.NODE_TLS_REJECT_UNAUTHORIZED,
    ];
    const before = globals();
    const open = createNodeTransport({ allowUnauthorizedCerts: true });
    await expect((await open.fetch(new Request(`https://${host}/`))).text()).resolves.toBe('hello');
    expect(open.tls.rejectUnauthorized).toBe(false);
    await expect(ask({})).resolves.toMatchObject({ code: 'CERTIFICATE' });
    await expect(fetch(`https://${host}/`)).rejects.toThrow();
    expect(globals()).toEqual(before);
    open.dispose();
  });

  it('is taken when its certificate is given as an authority', async () => {
    await expect(ask({ caCertificate: selfSigned.cert })).resolves.toBe('hello');
  });

  it('is refused all the same under another name', async () => {
    const elsewhere = `https://127.0.0.2:${host.split(':')[1] ?? ''}`;
    const other = https.createServer(selfSigned, (_, response) => response.end());
    await new Promise<void>((resolve) => other.listen(Number(host.split(':')[1]), '127.0.0.2', resolve));
    await expect(ask({ caCertificate: selfSigned.cert }, elsewhere)).resolves.toMatchObject({
      code: 'CERTIFICATE',
      message: expect.stringContaining('another name') as string,
    });
    await closed(other);
  });

  it('can not be had with a CA certificate that is none', () => {
    expect(() => createNodeTransport({ caCertificate: '-----BEGIN CERTIFICATE-----\nnonsense' })).toThrow(
      ConfigurationError,
    );
  });
});
