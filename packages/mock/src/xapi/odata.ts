import type { FastifyReply } from 'fastify';
import * as z from 'zod';

/** Version this mock claims, as `X-3CX-Version` and in SystemStatus. */
export const version = '20.0.10.100';

const queryOptions = z.object({
  $select: z.string().optional(),
  $count: z.enum(['true', 'false']).optional(),
  $top: z.coerce.number().int().nonnegative().optional(),
  $skip: z.coerce.number().int().nonnegative().optional(),
});

const defaultPage = 100;

/** An ODataError body (3CX facts 9). */
export function sendError(reply: FastifyReply, status: number, code: string, message: string): FastifyReply {
  return reply.code(status).send({ error: { code, message } });
}

export function sendSingleton(
  reply: FastifyReply,
  base: string,
  name: string,
  entity: object,
  query: unknown,
) {
  const options = queryOptions.safeParse(query);
  if (!options.success) return sendError(reply, 400, 'BadRequest', 'A query option is malformed.');
  const { $select } = options.data;
  return reply.send({ '@odata.context': contextOf(base, name, $select), ...selected(entity, $select) });
}

export function sendCollection(
  reply: FastifyReply,
  base: string,
  name: string,
  entities: readonly object[],
  query: unknown,
) {
  const options = queryOptions.safeParse(query);
  if (!options.success) return sendError(reply, 400, 'BadRequest', 'A query option is malformed.');
  const { $select, $count, $top = defaultPage, $skip = 0 } = options.data;
  return reply.send({
    '@odata.context': contextOf(base, name, $select),
    ...($count === 'true' ? { '@odata.count': entities.length } : {}),
    value: entities.slice($skip, $skip + $top).map((entity) => selected(entity, $select)),
  });
}

function contextOf(base: string, name: string, select: string | undefined): string {
  return `${base}/xapi/v1/$metadata#${name}${select === undefined ? '' : `(${select})`}`;
}

function selected(entity: object, select: string | undefined): object {
  if (select === undefined) return entity;
  const names = new Set(select.split(',').map((name) => name.trim()));
  return Object.fromEntries(Object.entries(entity).filter(([name]) => names.has(name)));
}
