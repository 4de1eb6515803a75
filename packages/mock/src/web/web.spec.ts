import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fastify from 'fastify';
import type { FastifyInstance } from 'fastify';
import { createMockPbx } from '../mock-pbx';
import { rawRequest } from '../testing/raw-http';
import { matching } from '../testing/any-value';
import { pageRoutes } from './page-routes';

describe('the page', () => {
  let folder: string;
  let app: FastifyInstance;
  let url: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'mock-page-'));
    app = fastify();
    pageRoutes(app, folder);
    url = await app.listen({ host: '127.0.0.1', port: 0 });
  });
  afterEach(async () => {
    await app.close();
    await rm(folder, { recursive: true });
  });

  test.each([
    ['/', 'index.html', 'text/html; charset=utf-8'],
    ['/page.css', 'page.css', 'text/css; charset=utf-8'],
    ['/page.js', 'page.js', 'text/javascript; charset=utf-8'],
    ['/player-worklet.js', 'player-worklet.js', 'text/javascript; charset=utf-8'],
  ])('is served at %s, and nothing from elsewhere may run in it', async (path, file, type) => {
    await writeFile(join(folder, file), 'content');
    const response = await rawRequest(`${url}${path}`);
    expect([response.status, response.bytes.toString()]).toEqual([200, 'content']);
    expect(response.headers).toMatchObject({
      'content-type': type,
      'content-security-policy': matching(/^default-src 'none'; script-src 'self';/),
      'x-content-type-options': 'nosniff',
    });
    expect(response.headers['content-security-policy']).not.toMatch(/unsafe|http|\*/);
  });

  test('says what to do when it has not been built', async () => {
    const { status, bytes } = await rawRequest(url);
    expect([status, bytes.toString()]).toEqual([503, matching(/npm run build/)]);
  });

  test('serves nothing else of its folder', async () => {
    await writeFile(join(folder, 'other.js'), 'content');
    for (const path of ['/other.js', '/index.html', '/..%2fpackage.json']) {
      expect((await rawRequest(`${url}${path}`)).status).toBe(404);
    }
  });
});

describe("the PBX's own /", () => {
  test('says what this is and where the page is, by the name it was asked by', async () => {
    await using pbx = await createMockPbx({ tls: false });
    const { port } = new URL(pbx.controlUrl);
    const asked = (host: string) => rawRequest(pbx.url, { headers: { host } });
    const named = await asked('phones.example:5001');
    expect(named).toMatchObject({ status: 200, headers: { 'content-type': 'text/html; charset=utf-8' } });
    expect(named.bytes.toString()).toContain(`href="http://phones.example:${port}/"`);
    const strange = await asked('"><script>alert(1)</script>');
    expect(strange.bytes.toString()).not.toContain('<script>');
  });

  test('counts as no API', async () => {
    await using pbx = await createMockPbx({ tls: false });
    const page = await rawRequest(pbx.controlUrl);
    expect([200, 503]).toContain(page.status);
    expect(page.headers['content-security-policy']).toMatch(/default-src 'none'/);
  });
});
