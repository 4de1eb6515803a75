import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseWorkflow, type CredentialReference, type WorkflowDefinition } from '@org/processes';
import { NODE_PACKAGE } from './phone-system-with-n8n';

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
  const template = parseWorkflow(text, credentials);
  const nodes = template.nodes.map((node) => ({
    ...node,
    parameters: { ...node.parameters, ...adaptations[node.name] },
  }));
  return { ...template, nodes };
}
