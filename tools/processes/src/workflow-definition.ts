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

/** A workflow file with this credential put where its nodes name one of that type. */
export async function readWorkflow(
  file: string,
  credential: { readonly type: string; readonly id: string; readonly name: string },
): Promise<WorkflowDefinition> {
  const workflow = Workflow.parse(JSON.parse(await readFile(file, 'utf8')));
  const nodes = workflow.nodes.map((node) =>
    node.credentials !== undefined && credential.type in node.credentials
      ? { ...node, credentials: { [credential.type]: { id: credential.id, name: credential.name } } }
      : node,
  );
  return { ...workflow, nodes };
}
