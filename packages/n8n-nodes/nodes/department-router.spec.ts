import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { INodeTypeDescription } from 'n8n-workflow';
import * as z from 'zod/v4';
import { callControlDescription } from './ThreeCxCallControl/description';
import { callReceiverDescription } from './ThreeCxCallReceiver/description';

const workflowSchema = z.object({
  active: z.literal(false),
  nodes: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      type: z.string(),
      typeVersion: z.number(),
      parameters: z.record(z.string(), z.unknown()),
    }),
  ),
  connections: z.record(z.string(), z.object({ main: z.array(z.array(z.object({ node: z.string() }))) })),
});

const PACKAGE = 'n8n-nodes-3cx-call-control';
const descriptions: Readonly<Record<string, INodeTypeDescription>> = {
  [`${PACKAGE}.threeCxCallReceiver`]: callReceiverDescription,
  [`${PACKAGE}.threeCxCallControl`]: callControlDescription,
};

describe('the Department Router', () => {
  const file = join(__dirname, '..', 'workflows', 'department-router.json');
  const { nodes, connections } = workflowSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  const names = nodes.map(({ name }) => name);
  const ours = nodes.filter(({ type }) => type.startsWith(PACKAGE));

  it('is made of nodes with names and ids of their own', () => {
    expect(new Set(names).size).toBe(nodes.length);
    expect(new Set(nodes.map(({ id }) => id)).size).toBe(nodes.length);
  });

  it('connects nodes that are there', () => {
    const used = Object.entries(connections).flatMap(([from, { main }]) => [
      from,
      ...main.flat().map(({ node }) => node),
    ]);
    expect(names).toEqual(expect.arrayContaining(used));
    expect(new Set(used)).toEqual(new Set(names));
  });

  it.each(ours)('sets only fields that $name has', ({ type, typeVersion, parameters }) => {
    const description = descriptions[type];
    expect(description?.version).toEqual([typeVersion]);
    const fields = description?.properties
      .filter(({ displayOptions }) => {
        const operations = displayOptions?.show?.operation;
        return operations === undefined || operations.includes(String(parameters.operation));
      })
      .map(({ name }) => name);
    expect(fields).toEqual(expect.arrayContaining(Object.keys(parameters)));
  });
});
