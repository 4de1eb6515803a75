import type { FastifyInstance } from 'fastify';

const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const;
/** Statuses whose answers can't have a body. */
const bodiless: ReadonlySet<number> = new Set([204, 205, 304]);

/** Has a server answer a fetch request without a connection between them. */
export async function inject(app: FastifyInstance, request: Request): Promise<Response> {
  const { host, pathname, search } = new URL(request.url);
  const method = methods.find((known) => known === request.method) ?? 'GET';
  const payload = Buffer.from(await request.arrayBuffer());
  const answer = await app.inject({
    method,
    url: `${pathname}${search}`,
    headers: { ...Object.fromEntries(request.headers), host },
    ...(payload.length === 0 ? {} : { payload }),
  });
  const headers = new Headers();
  for (const [name, value] of Object.entries(answer.headers)) {
    for (const each of Array.isArray(value) ? value : [value]) {
      if (each !== undefined) headers.append(name, String(each));
    }
  }
  const body =
    bodiless.has(answer.statusCode) || method === 'HEAD' ? null : new Uint8Array(answer.rawPayload);
  return new Response(body, { status: answer.statusCode, statusText: answer.statusMessage, headers });
}
