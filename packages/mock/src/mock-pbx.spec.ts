import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createMockPbx } from './mock-pbx';
import { promptsDirectory } from './prompts-directory';
import { rawRequest } from './testing/raw-http';

describe('createMockPbx', () => {
  test('serves HTTPS with a certificate for 127.0.0.1 and localhost that a client can trust', async () => {
    await using pbx = await createMockPbx();
    expect(pbx).toMatchObject({ clientId: '999', clientSecret: 'mock-secret' });
    expect(pbx.controlUrl).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    for (const url of [pbx.url, pbx.url.replace('127.0.0.1', 'localhost')]) {
      const { status } = await rawRequest(`${url}/prompts/welcome.wav`, { ca: pbx.certificate });
      expect(status).toBe(200);
    }
    await expect(rawRequest(`${pbx.url}/prompts/welcome.wav`)).rejects.toThrow(/self-signed/);
  });

  test('serves plain HTTP when asked to', async () => {
    await using pbx = await createMockPbx({ tls: false });
    expect(pbx.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(pbx.certificate).toBeUndefined();
    expect((await rawRequest(`${pbx.url}/callcontrol`)).status).toBe(401);
  });

  test('refuses to start on a port that is taken', async () => {
    await using first = await createMockPbx({ tls: false });
    const controlPort = Number(new URL(first.controlUrl).port);
    await expect(createMockPbx({ controlPort, tls: false })).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });
});

describe('the web root', () => {
  test.each([
    '/prompts/welcome.wav',
    '/prompts/goodbye.wav',
    '/prompts/menu-main.wav',
    '/prompts/hold-music.wav',
    '/prompts/press-1-sales-2-support.wav',
    '/prompts/callback-offer.wav',
    '/prompts/press-1-for-callback.wav',
    '/system/default/welcome.wav',
    '/system/default/beep.wav',
  ])('offers %s to everyone, as telephone audio', async (path) => {
    await using pbx = await createMockPbx({ tls: false });
    const { status, headers, bytes } = await rawRequest(`${pbx.url}${path}`);
    expect([status, headers['content-type']]).toEqual([200, 'audio/wav']);
    expect(bytes.equals(await readFile(join(promptsDirectory, path)))).toBe(true);
    expect([bytes.readUInt16LE(22), bytes.readUInt32LE(24), bytes.readUInt16LE(34)]).toEqual([1, 8000, 16]);
  });

  test('offers files it was given, and nothing else', async () => {
    await using pbx = await createMockPbx({
      tls: false,
      files: { '/prompts/own.bin': new Uint8Array([1, 2]) },
    });
    expect((await rawRequest(`${pbx.url}/prompts/own.bin`)).bytes).toEqual(Buffer.from([1, 2]));
    for (const path of ['/prompts/none.wav', '/prompts/..%2f..%2fpackage.json', '/other.wav']) {
      expect((await rawRequest(`${pbx.url}${path}`)).status).toBe(404);
    }
  });
});
