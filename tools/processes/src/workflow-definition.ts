import { readFile } from 'node:fs/promises';
import * as z from 'zod';

const WorkflowNode = z.looseObject({
  id: z.string(),
  name: z.string(),
  type: z.string(),
  typeVersion: z.number(),
  position: z.array(z.number()),
  parameters: z.record(z.string(), z.unknown()),
  credentials: z.record(z.string(), z.unknown()).optional(),
});

/** Only what a new workflow is made of: the file's own id, state and tags belong to another n8n. */
const Workflow = z.object({
  name: z.string(),
  nodes: z.array(WorkflowNode),
  connections: z.record(z.string(), z.unknown()),
  settings: z.record(z.string(), z.unknown()).optional(),
});

export type WorkflowNode = z.infer<typeof WorkflowNode>;

/** A workflow as n8n exports and imports it. */
export type WorkflowDefinition = z.infer<typeof Workflow>;

/** A credential that is stored in n8n. */
export interface CredentialReference {
  readonly type: string;
  readonly id: string;
  readonly name: string;
}

/** The text of a workflow file, with these credentials put where its nodes name one of their types. */
export function parseWorkflow(text: string, credentials: readonly CredentialReference[]): WorkflowDefinition {
  const workflow = Workflow.parse(JSON.parse(text));
  const nodes = workflow.nodes.map((node) => {
    const chosen = credentials.filter(({ type }) => type in (node.credentials ?? {}));
    return chosen.length === 0
      ? node
      : {
          ...node,
          credentials: Object.fromEntries(chosen.map(({ type, id, name }) => [type, { id, name }])),
        };
  });
  return { ...workflow, nodes };
}

/** A workflow file with this credential put where its nodes name one of that type. */
export async function readWorkflow(
  file: string,
  credential: CredentialReference,
): Promise<WorkflowDefinition> {
  return parseWorkflow(await readFile(file, 'utf8'), [credential]);
}
