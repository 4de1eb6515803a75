import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { WorkflowDefinition } from '@org/processes';
import * as z from 'zod';
import { NODE_PACKAGE, type CredentialReference } from './phone-system-with-n8n';

const Template = z.object({
  name: z.string(),
  nodes: z.array(
    z.looseObject({
      id: z.string(),
      name: z.string(),
      type: z.string(),
      typeVersion: z.number(),
      position: z.array(z.number()),
      parameters: z.record(z.string(), z.unknown()),
      credentials: z.record(z.string(), z.unknown()).optional(),
    }),
  ),
  connections: z.record(z.string(), z.unknown()),
  settings: z.record(z.string(), z.unknown()).optional(),
});

/** What a user changes in a template after importing it: fields of steps, by the name of the step. */
export type Adaptations = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/**
 * A template as a user has it in front of them: imported, the credentials chosen, and
 * adapted where needed. Wherever a text of `texts` stands in it, its other form comes.
 */
export async function adaptedTemplate(
  file: string,
  credentials: readonly CredentialReference[],
  adaptations: Adaptations = {},
  texts: Readonly<Record<string, string>> = {},
): Promise<WorkflowDefinition> {
  let text = await readFile(join(NODE_PACKAGE, 'workflows', file), 'utf8');
  for (const [from, to] of Object.entries(texts)) {
    if (!text.includes(from)) throw new Error(`${file} holds no ${from}`);
    text = text.replaceAll(from, to);
  }
  const template = Template.parse(JSON.parse(text));
  const nodes = template.nodes.map((node) => {
    const types = Object.keys(node.credentials ?? {});
    const chosen = credentials.filter(({ type }) => types.includes(type));
    return {
      ...node,
      parameters: { ...node.parameters, ...adaptations[node.name] },
      ...(chosen.length > 0 && {
        credentials: Object.fromEntries(chosen.map(({ type, id, name }) => [type, { id, name }])),
      }),
    };
  });
  return { ...template, nodes };
}
