import type { CredentialReference, WorkflowDefinition, WorkflowNode } from '@org/processes';

const PACKAGE = 'n8n-nodes-3cx-call-control';

/** A node before it has its place in a workflow. */
export type Step = Pick<WorkflowNode, 'name' | 'type' | 'typeVersion' | 'parameters'> & {
  readonly credential?: CredentialReference;
};

/** Steps one after the other, the first being the trigger. */
export function workflow(name: string, ...steps: readonly Step[]): WorkflowDefinition {
  const nodes = steps.map(({ credential, ...step }, index) => ({
    ...step,
    id: `step-${index}`,
    position: [index * 220, 300],
    ...(credential && { credentials: { [credential.type]: { id: credential.id, name: credential.name } } }),
  }));
  const pairs = nodes
    .slice(1)
    .map((node, index): [string, unknown] => [
      nodes[index]?.name ?? '',
      { main: [[{ node: node.name, type: 'main', index: 0 }]] },
    ]);
  return { name, nodes, connections: Object.fromEntries(pairs) };
}

/** Steps one after the other, then one step at each output of the last. */
export function branches(name: string, steps: readonly Step[], ends: readonly Step[]): WorkflowDefinition {
  const all = workflow(name, ...steps, ...ends);
  const inLine = workflow(name, ...steps);
  const connections = {
    ...inLine.connections,
    [steps.at(-1)?.name ?? '']: { main: ends.map((end) => [{ node: end.name, type: 'main', index: 0 }]) },
  };
  return { ...all, connections };
}

export function callReceiver(credential: CredentialReference, parameters: Step['parameters'] = {}): Step {
  return {
    name: '3CX Call Receiver',
    type: `${PACKAGE}.threeCxCallReceiver`,
    typeVersion: 1,
    parameters,
    credential,
  };
}

export function callControl(
  name: string,
  credential: CredentialReference,
  parameters: Step['parameters'],
): Step {
  return { name, type: `${PACKAGE}.threeCxCallControl`, typeVersion: 1, parameters, credential };
}

export function callData(
  name: string,
  credential: CredentialReference,
  parameters: Step['parameters'],
): Step {
  return { name, type: `${PACKAGE}.threeCxCallData`, typeVersion: 1, parameters, credential };
}

export function manualTrigger(): Step {
  return { name: 'Start', type: 'n8n-nodes-base.manualTrigger', typeVersion: 1, parameters: {} };
}

export function doNothing(): Step {
  return { name: 'Do Nothing', type: 'n8n-nodes-base.noOp', typeVersion: 1, parameters: {} };
}

export function stopWithError(errorMessage: string): Step {
  return { name: 'Stop', type: 'n8n-nodes-base.stopAndError', typeVersion: 1, parameters: { errorMessage } };
}
