import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { NodeHelpers, type INodeParameters, type INodeTypeDescription } from 'n8n-workflow';
import * as z from 'zod/v4';
import { callControlDescription } from './ThreeCxCallControl/description';
import { outputsOf } from './ThreeCxCallControl/outputs';
import { callDataDescription } from './ThreeCxCallData/description';
import { callMonitorDescription } from './ThreeCxCallMonitor/description';
import { callReceiverDescription } from './ThreeCxCallReceiver/description';

const nodeSchema = z.object({
  id: z.string(),
  name: z.string(),
  type: z.string(),
  typeVersion: z.number(),
  parameters: z.record(z.string(), z.unknown()),
});
const workflowSchema = z.object({
  name: z.string(),
  active: z.literal(false),
  nodes: z.array(nodeSchema),
  connections: z.record(z.string(), z.object({ main: z.array(z.array(z.object({ node: z.string() }))) })),
});

const PACKAGE = 'n8n-nodes-3cx-call-control';
const STICKY_NOTE = 'n8n-nodes-base.stickyNote';
const folder = join(__dirname, '..', 'workflows');
const files = readdirSync(folder);
const descriptions: Readonly<Record<string, INodeTypeDescription>> = {
  [`${PACKAGE}.threeCxCallReceiver`]: callReceiverDescription,
  [`${PACKAGE}.threeCxCallControl`]: callControlDescription,
  [`${PACKAGE}.threeCxCallMonitor`]: callMonitorDescription,
  [`${PACKAGE}.threeCxCallData`]: callDataDescription,
};

const read = (file: string) => workflowSchema.parse(JSON.parse(readFileSync(join(folder, file), 'utf8')));

describe('the templates', () => {
  it('are those of the guide, and four more', () => {
    expect(files.sort()).toEqual([
      'call-analytics.json',
      'call-monitor.json',
      'crm-lookup.json',
      'department-router.json',
      'emergency-escalation.json',
      'health-monitor.json',
      'post-call-survey.json',
      'production-monitoring.json',
      'robust-error-handling.json',
      'smart-callback.json',
      'smart-ivr.json',
      'test-workflow.json',
    ]);
  });

  describe.each(files)('%s', (file) => {
    const { nodes, connections } = read(file);
    const steps = nodes.filter(({ type }) => type !== STICKY_NOTE);
    const names = steps.map(({ name }) => name);
    const ours = nodes.filter(({ type }) => type.startsWith(PACKAGE));

    it('is made of nodes with names and ids of their own', () => {
      expect(new Set(names).size).toBe(steps.length);
      expect(new Set(nodes.map(({ id }) => id)).size).toBe(nodes.length);
    });

    it('connects all its nodes', () => {
      const used = Object.entries(connections).flatMap(([from, { main }]) => [
        from,
        ...main.flat().map(({ node }) => node),
      ]);
      expect(new Set(used)).toEqual(new Set(names));
    });

    it.each(ours)('sets only fields that $name has and shows', ({ type, typeVersion, parameters }) => {
      const description = descriptions[type];
      expect(description?.version).toEqual([typeVersion]);
      const given = z.custom<INodeParameters>().parse(parameters);
      const node = {
        name: '',
        id: '',
        position: [0, 0] as [number, number],
        type,
        typeVersion,
        parameters: given,
      };
      // What n8n leaves of them: fields that aren't shown are dropped.
      const kept = NodeHelpers.getNodeParameters(
        description?.properties ?? [],
        given,
        true,
        false,
        node,
        description ?? null,
      );
      expect(Object.keys(kept ?? {})).toEqual(expect.arrayContaining(Object.keys(parameters)));
    });

    it.each(ours)('wires no output that $name lacks', ({ type, name, parameters }) => {
      const count = type.endsWith('threeCxCallControl') ? outputsOf(parameters).length : 1;
      const onError = Object.entries(connections[name]?.main ?? []).length;
      // The error output, where a node has one, comes after its own.
      expect(onError).toBeLessThanOrEqual(count + 1);
    });
  });
});
