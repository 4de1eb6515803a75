import { readFile } from 'node:fs/promises';
import { type MockProcess, type N8nClient, type SavedWorkflow, readWorkflow } from '@org/processes';
import type { StartFolder } from './folder.ts';

const CREDENTIAL = { name: '3CX mock', type: 'threeCxCallControlApi' } as const;

/**
 * Brings the sample workflow into n8n with a credential for the mock, and
 * activates it. A workflow that was edited in the editor stays as it is, until its
 * file in the repository changes.
 */
export async function departmentRouter(
  client: N8nClient,
  mock: MockProcess,
  file: string,
  folder: StartFolder,
): Promise<SavedWorkflow> {
  const credential = await client.putCredential({
    ...CREDENTIAL,
    data: {
      serverUrl: mock.url,
      clientId: mock.clientId,
      clientSecret: mock.clientSecret,
      extension: mock.clientId,
      // The mock makes itself a certificate at every start.
      allowUnauthorizedCerts: true,
    },
  });
  const content = await readFile(file, 'utf8');
  const definition = await readWorkflow(file, { ...CREDENTIAL, id: credential.id });
  const existing = await client.workflowNamed(definition.name);
  if (existing !== undefined) await client.deactivate(existing.id);
  const workflow = await current(existing);
  await folder.imported(content);
  await client.activateOrFail(workflow);
  return workflow;

  function current(found: SavedWorkflow | undefined): Promise<SavedWorkflow> {
    if (found === undefined) return client.saveWorkflow(definition);
    if (folder.importedWorkflow !== content) return client.replaceWorkflow(found.id, definition);
    return Promise.resolve(found);
  }
}
