import { setTimeout as delay } from 'node:timers/promises';
import * as z from 'zod';
import { type Execution, ExecutionDetail, ExecutionSummary, readExecution } from './n8n-execution.ts';
import { N8nRestError, N8nSession } from './n8n-rest.ts';
import type { WorkflowDefinition } from './workflow-definition.ts';

const POLL_MS = 100;
const PUBLISH_MS = 45_000;

export interface Owner {
  readonly email: string;
  readonly password: string;
}

export interface CredentialData {
  readonly name: string;
  readonly type: string;
  readonly data: Readonly<Record<string, unknown>>;
}

const Saved = z.looseObject({ id: z.string() });
const SavedWorkflow = z.looseObject({ id: z.string(), versionId: z.string() });
const CredentialTest = z.looseObject({ status: z.enum(['OK', 'Error']), message: z.string() });
const Anything = z.unknown();
const Publication = z.looseObject({
  status: z.string(),
  liveVersionId: z.string().nullish(),
  triggers: z
    .array(z.looseObject({ nodeId: z.string(), status: z.string(), errorMessage: z.string().nullish() }))
    .default([]),
});

export type CredentialTestResult = z.infer<typeof CredentialTest>;
export type SavedWorkflow = z.infer<typeof SavedWorkflow>;
export type Publication = z.infer<typeof Publication>;

/** What a user does in n8n's editor, through the same REST calls that the editor makes. */
export class N8nClient {
  readonly #session: N8nSession;

  private constructor(session: N8nSession) {
    this.#session = session;
  }

  /** Creates the owner of a new instance, or signs in to one that has its owner already. */
  static async signIn(url: string, { email, password }: Owner): Promise<N8nClient> {
    const session = new N8nSession(url);
    try {
      await session.request('POST', '/owner/setup', Anything, {
        email,
        password,
        firstName: 'Local',
        lastName: 'Owner',
      });
    } catch (error) {
      if (!(error instanceof N8nRestError) || error.status !== 400) throw error;
      await session.request('POST', '/login', Anything, { emailOrLdapLoginId: email, password });
    }
    return new N8nClient(session);
  }

  async saveCredential(credential: CredentialData): Promise<{ readonly id: string; readonly name: string }> {
    const { id } = await this.#session.request('POST', '/credentials', Saved, credential);
    return { id, name: credential.name };
  }

  /** The credential of this name with this data: replaced when it exists. */
  async putCredential(credential: CredentialData): Promise<{ readonly id: string; readonly name: string }> {
    const list = z.array(z.looseObject({ id: z.string(), name: z.string() }));
    const existing = (await this.#session.request('GET', '/credentials', list)).find(
      ({ name }) => name === credential.name,
    );
    if (existing === undefined) return this.saveCredential(credential);
    await this.#session.request('PATCH', `/credentials/${existing.id}`, Anything, credential);
    return { id: existing.id, name: existing.name };
  }

  /** What the credential's test says, as the editor shows it. */
  async testCredential(credential: CredentialData & { readonly id: string }): Promise<CredentialTestResult> {
    return this.#session.request('POST', '/credentials/test', CredentialTest, { credentials: credential });
  }

  async saveWorkflow(workflow: WorkflowDefinition): Promise<SavedWorkflow> {
    return this.#session.request('POST', '/workflows', SavedWorkflow, {
      settings: { executionOrder: 'v1' },
      ...workflow,
    });
  }

  /** The workflow of this name, if there is one. */
  async workflowNamed(wanted: string): Promise<SavedWorkflow | undefined> {
    const list = z.array(z.looseObject({ id: z.string(), name: z.string() }));
    const workflows = await this.#session.request('GET', '/workflows', list);
    const found = workflows.find(({ name }) => name === wanted);
    return found && this.#session.request('GET', `/workflows/${found.id}`, SavedWorkflow);
  }

  /** Replaces a workflow's content; the live version stays until it is activated again. */
  async replaceWorkflow(id: string, workflow: WorkflowDefinition): Promise<SavedWorkflow> {
    return this.#session.request('PATCH', `/workflows/${id}?forceSave=true`, SavedWorkflow, workflow);
  }

  /** Publishes, and waits until every trigger listens or has been given up. */
  async activate({ id, versionId }: SavedWorkflow): Promise<Publication> {
    await this.#session.request('POST', `/workflows/${id}/activate`, Anything, { versionId });
    return this.#publicationWhen(
      id,
      ({ status, liveVersionId }) =>
        ['partial', 'failed'].includes(status) || (status === 'published' && liveVersionId === versionId),
    );
  }

  /** Like `activate`. @throws N8nRestError with the trigger's own message when it doesn't listen */
  async activateOrFail(workflow: SavedWorkflow): Promise<void> {
    const { status, triggers } = await this.activate(workflow);
    if (status === 'published') return;
    const reasons = triggers.flatMap(({ errorMessage }) => errorMessage ?? []);
    throw new N8nRestError(`The workflow can't be activated: ${reasons.join('; ') || status}`, 500);
  }

  async deactivate(id: string): Promise<void> {
    await this.#session.request('POST', `/workflows/${id}/deactivate`, Anything, {});
  }

  /** Runs a workflow once from the trigger of this name, as the editor's button does. */
  async run(id: string, triggerName: string): Promise<string> {
    const Started = z.looseObject({ executionId: z.string() });
    const body = { triggerToStartFrom: { name: triggerName } };
    return (await this.#session.request('POST', `/workflows/${id}/run`, Started, body)).executionId;
  }

  async executions(workflowId: string): Promise<readonly ExecutionSummary[]> {
    const filter = encodeURIComponent(JSON.stringify({ workflowId }));
    const List = z.looseObject({ results: z.array(ExecutionSummary) });
    return (await this.#session.request('GET', `/executions?filter=${filter}&limit=100`, List)).results;
  }

  async execution(id: string): Promise<Execution> {
    return readExecution(await this.#session.request('GET', `/executions/${id}`, ExecutionDetail));
  }

  async stopExecution(id: string): Promise<void> {
    await this.#session.request('POST', `/executions/${id}/stop`, Anything, {});
  }

  /** This execution when it is over. @throws N8nRestError after `timeoutMs` */
  async finishedExecution(id: string, timeoutMs: number): Promise<Execution> {
    return this.#poll(timeoutMs, `execution ${id} to finish`, async () => {
      const execution = await this.execution(id);
      return execution.isFinished ? execution : undefined;
    });
  }

  /** The finished execution of a workflow that `belongs` recognises. @throws N8nRestError after `timeoutMs` */
  async findFinished(
    workflowId: string,
    belongs: (execution: Execution) => boolean,
    timeoutMs: number,
  ): Promise<Execution> {
    const strangers = new Set<string>();
    return this.#poll(timeoutMs, 'an execution to finish', async () => {
      for (const { id, status } of await this.executions(workflowId)) {
        if (strangers.has(id) || ['new', 'running', 'waiting'].includes(status)) continue;
        const execution = await this.execution(id);
        if (belongs(execution)) return execution;
        strangers.add(id);
      }
      return undefined;
    });
  }

  async #publicationWhen(id: string, settled: (publication: Publication) => boolean): Promise<Publication> {
    return this.#poll(PUBLISH_MS, `workflow ${id} to be published`, async () => {
      const publication = await this.#session.request(
        'GET',
        `/workflows/${id}/publication-status`,
        Publication,
      );
      return settled(publication) ? publication : undefined;
    });
  }

  /** n8n tells nobody when these things happen, so it is asked ten times a second. */
  async #poll<T>(timeoutMs: number, what: string, ask: () => Promise<T | undefined>): Promise<T> {
    const deadline = Date.now() + timeoutMs;
    for (;;) {
      const answer = await ask();
      if (answer !== undefined) return answer;
      if (Date.now() > deadline) throw new N8nRestError(`Waited ${timeoutMs / 1000} s for ${what}`, 408);
      await delay(POLL_MS);
    }
  }
}
