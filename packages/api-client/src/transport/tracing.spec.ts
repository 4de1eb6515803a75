import { createNodeTransport } from '../index';
import { startLocalServer } from '../testing/local-server';
import { recordingTracer } from '../testing/recording-tracer';

describe('traces', () => {
  it('have one client span per request, over all its attempts', async () => {
    const codes = [503, 200, 404];
    const local = await startLocalServer((_, response) => response.writeHead(codes.shift() ?? 200).end());
    const tracer = recordingTracer();
    const transport = createNodeTransport({ tracer, retry: { firstWaitMs: 1 } });
    await transport.fetch(new Request(`${local.origin}/a?secret=1`));
    await transport.fetch(new Request(`${local.origin}/b`), { operation: 'extension 101' });
    const port = Number(new URL(local.origin).port);
    const server = { 'http.request.method': 'GET', 'server.address': '127.0.0.1', 'server.port': port };
    expect(tracer.spans).toEqual([
      {
        name: '3CX GET',
        attributes: {
          ...server,
          'threecx.operation': 'GET /a',
          'http.response.status_code': 200,
          'http.request.resend_count': 1,
        },
        status: undefined,
        ended: 1,
      },
      {
        name: '3CX GET',
        attributes: {
          ...server,
          'threecx.operation': 'extension 101',
          'http.response.status_code': 404,
          'error.type': '404',
        },
        status: { code: 2 },
        ended: 1,
      },
    ]);
    transport.dispose();
    await local.close();
  });

  it('say why a request got no answer', async () => {
    const tracer = recordingTracer();
    const transport = createNodeTransport({ tracer, retry: { attempts: 1 } });
    await expect(transport.fetch(new Request('http://127.0.0.1:1/'))).rejects.toThrow();
    expect(tracer.spans).toMatchObject([{ attributes: { 'error.type': 'CONNECTION_FAILED' }, ended: 1 }]);
    transport.dispose();
  });
});
