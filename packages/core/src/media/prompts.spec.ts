import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import {
  ConnectionFailedError,
  createNodeTransport,
  TimeoutError,
  type Transport,
} from '@org/3cx-api-client';
import { beep, dtmfTones, encodeWav, silence } from '@org/3cx-audio';
import { InvalidPromptError, PromptNotFoundError } from '../errors';
import { createPromptLoader, type PromptLoader } from './prompts';
import type { PromptOptions, PromptSource } from './prompt-source';

type Handler = (request: http.IncomingMessage, response: http.ServerResponse) => void;

const samples = Int16Array.from({ length: 800 }, (_, index) => index * 13 - 5000);
const wav = encodeWav(samples);
const pcm = new Uint8Array(samples.buffer);

describe('prompts', () => {
  const servers: http.Server[] = [];
  const transports: Transport[] = [];
  let requests: http.IncomingMessage[] = [];

  const serve = async (handler: Handler): Promise<string> => {
    const server = http.createServer((request, response) => {
      requests.push(request);
      handler(request, response);
    });
    servers.push(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  };
  const giving =
    (body: Uint8Array | string): Handler =>
    (_, response) =>
      response.end(body);
  const redirecting =
    (location: string): Handler =>
    (_, response) =>
      response.writeHead(302, { location }).end();

  const loaderFor = (serverUrl: string, options?: PromptOptions): PromptLoader => {
    const transport = createNodeTransport();
    transports.push(transport);
    return createPromptLoader({ serverUrl, pbx: transport }, options);
  };
  /** A loader for which 127.0.0.1 is like any host, except that it was allowed by name. */
  const allowing = (options: PromptOptions = {}): PromptLoader =>
    loaderFor('https://pbx.example.com', { allowedHosts: ['127.0.0.1'], ...options });

  beforeEach(() => {
    requests = [];
  });

  afterEach(async () => {
    for (const transport of transports.splice(0)) transport.dispose();
    for (const server of servers.splice(0)) {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    }
  });

  describe('from the PBX', () => {
    it('a path is on its web server, whose address may be private, and gets no token', async () => {
      const pbx = await serve(giving(wav));
      expect(await loaderFor(pbx).load('/prompts/welcome.wav')).toEqual(pcm);
      expect(requests.map(({ url, headers }) => [url, headers.authorization])).toEqual([
        ['/prompts/welcome.wav', undefined],
      ]);
    });

    it('its own URL is as good as a path, also when it redirects within itself', async () => {
      const pbx = await serve((request, response) => {
        if (request.url === '/new.wav') response.end(wav);
        else response.writeHead(301, { location: '/new.wav' }).end();
      });
      expect(await loaderFor(pbx).load(`${pbx}/old.wav`)).toEqual(pcm);
    });

    it('a file that is not there', async () => {
      const pbx = await serve((_, response) => response.writeHead(404).end());
      await expect(loaderFor(pbx).load('/prompts/welcome.wav')).rejects.toMatchObject({
        code: 'PROMPT_NOT_FOUND',
        status: 404,
        message: `Audio file not found or invalid format: /prompts/welcome.wav (404). Open ${pbx}/prompts/welcome.wav in a browser to see what is there.`,
      });
    });

    it('does not lead to another private host', async () => {
      const inside = await serve(giving(wav));
      const pbx = await serve(redirecting(`${inside}/secret.wav`));
      await expect(loaderFor(pbx).load('/a.wav')).rejects.toThrow(InvalidPromptError);
      expect(requests).toHaveLength(1);
    });
  });

  describe('from another address', () => {
    it.each([
      'http://127.0.0.1:9',
      'http://localhost:9',
      'http://[::1]:9',
      'http://169.254.169.254',
      'http://2130706433:9',
    ])('a private one is refused before anything is sent: %s', async (origin) => {
      await expect(loaderFor('https://pbx.example.com').load(`${origin}/a.wav`)).rejects.toThrow(
        /on a private network, which is refused/,
      );
    });

    it('an allowed host may be private', async () => {
      const elsewhere = await serve(giving(wav));
      expect(await allowing().load(`${elsewhere}/a.wav`)).toEqual(pcm);
    });

    it('an allowed host may not lead to another private one', async () => {
      const elsewhere = await serve(redirecting('http://localhost:9/a.wav'));
      await expect(allowing().load(`${elsewhere}/a.wav`)).rejects.toThrow(/private network/);
    });

    it.each(['file:///etc/passwd', 'ftp://example.com/a.wav', 'gopher://x'])(
      'is not redirected to %s',
      async (location) => {
        const elsewhere = await serve(redirecting(location));
        await expect(allowing().load(`${elsewhere}/a.wav`)).rejects.toThrow(InvalidPromptError);
      },
    );

    it('a redirect loop ends', async () => {
      const elsewhere = await serve(redirecting('/again'));
      await expect(allowing().load(`${elsewhere}/a.wav`)).rejects.toThrow(/redirected more than 5 times/);
      expect(requests).toHaveLength(6);
    });

    it.each([
      ['says so', { 'content-length': '1000000000' }],
      ['does not say so', {}],
    ])('a file that is too large and %s is not read to its end', async (_, headers) => {
      let sent = 0;
      const elsewhere = await serve((request, response) => {
        response.writeHead(200, headers);
        const more = (): void => {
          while (!request.destroyed && sent < 1_000_000_000) {
            sent += 65_536;
            if (!response.write(Buffer.alloc(65_536))) {
              response.once('drain', more);
              return;
            }
          }
        };
        more();
      });
      await expect(allowing({ maxBytes: 1_000_000 }).load(`${elsewhere}/a.wav`)).rejects.toThrow(
        /too large for a prompt/,
      );
      expect(sent).toBeLessThan(20_000_000);
    });

    it('one that never ends is given up in time', async () => {
      const elsewhere = await serve((_, response) => {
        response.writeHead(200).write('RIFF');
      });
      await expect(allowing({ timeoutMs: 200 }).load(`${elsewhere}/a.wav`)).rejects.toThrow(TimeoutError);
    });

    it('one that breaks off is a failed connection', async () => {
      const elsewhere = await serve((_, response) => {
        response.writeHead(200, { 'content-length': '100' }).write('RIFF', () => response.destroy());
      });
      await expect(allowing().load(`${elsewhere}/a.wav`)).rejects.toThrow(ConnectionFailedError);
    });

    it('a web page says that it is one, and an error does not show what may be a signature', async () => {
      const elsewhere = await serve(giving('<!doctype html><html></html>'));
      const failed = allowing().load(`${elsewhere}/a.wav?sig=abc123`);
      await expect(failed).rejects.toThrow(/This is a web page, not audio/);
      await expect(failed).rejects.not.toThrow(/abc123/);
    });

    it.each(['', 'welcome.wav', 'javascript:alert(1)', 'http://'])('%j is no address', async (source) => {
      await expect(allowing().load(source)).rejects.toThrow(PromptNotFoundError);
    });
  });

  describe('from here', () => {
    const folder = mkdtempSync(join(tmpdir(), 'prompts-'));
    const path = join(folder, 'a.wav');
    writeFileSync(path, wav);
    afterAll(() => {
      rmSync(folder, { recursive: true });
    });

    const chunked = (): Readable => Readable.from([wav.subarray(0, 7), wav.subarray(7)]);
    const playlist: PromptSource = [{ file: path }, { silenceMs: 100 }, [{ tone: 'beep' }, { digits: '12' }]];

    it.each<[string, PromptSource, Uint8Array]>([
      ['the bytes of a file', wav, pcm],
      ['a Node stream', chunked(), pcm],
      ['a web stream', Readable.toWeb(chunked()), pcm],
      ['a file', { file: path }, pcm],
      ['telephone PCM', { pcm }, pcm],
      ['silence', { silenceMs: 250 }, silence(250)],
      ['a tone', { tone: 'beep', ms: 300 }, beep(300)],
      ['keys', { digits: '1#', toneMs: 60 }, dtmfTones('1#', { toneMs: 60 })],
      ['a playlist', playlist, Buffer.concat([pcm, silence(100), beep(), dtmfTones('12')])],
    ])('%s', async (_, source, expected) => {
      const loaded = await allowing().load(source);
      expect(Buffer.compare(loaded, expected)).toBe(0);
    });

    it('louder', async () => {
      const loaded = await allowing().load({ pcm: Uint8Array.of(0, 1, 0, 0xff) }, 6.0206);
      expect([...loaded]).toEqual([0, 2, 0, 0xfe]);
    });

    it.each<[string, PromptSource, new (...args: never[]) => Error]>([
      ['a file that is not there', { file: join(folder, 'none.wav') }, PromptNotFoundError],
      ['a folder', { file: folder }, InvalidPromptError],
      ['no audio', Uint8Array.of(1, 2, 3), InvalidPromptError],
      ['half a sample', { pcm: Uint8Array.of(1) }, InvalidPromptError],
      ['endless silence', { silenceMs: Infinity }, RangeError],
    ])('refuses %s', async (_, source, type) => {
      await expect(allowing().load(source)).rejects.toThrow(type);
    });

    it('a stream that brings too much is ended', async () => {
      const endless = Readable.from(
        (function* () {
          for (;;) yield Buffer.alloc(1000);
        })(),
      );
      await expect(allowing({ maxBytes: 10_000 }).load(endless)).rejects.toThrow(/too large/);
      expect(endless.destroyed).toBe(true);
    });
  });
});
