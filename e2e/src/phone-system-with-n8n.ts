import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import {
  type CredentialData,
  type CredentialReference,
  type N8nOptions,
  MockProcess,
  N8nClient,
  N8nProcess,
  type StopResult,
  installNodePackage,
} from '@org/processes';

export const ROOT = resolve(__dirname, '..', '..');
export const NODE_PACKAGE = join(ROOT, 'packages', 'n8n-nodes');
const OWNER = { email: 'owner@example.com', password: 'Correct1horse' };
const CREDENTIAL_TYPE = 'threeCxCallControlApi';

/** A mock 3CX and a real n8n with the packed node package, both processes, and a credential that joins them. */
export class PhoneSystemWithN8n {
  readonly mock: MockProcess;
  n8n: N8nProcess;
  client: N8nClient;
  readonly credential: CredentialReference;
  readonly owner = OWNER;
  readonly #folder: string;
  readonly #n8nOptions: N8nOptions;

  private constructor(
    folder: string,
    n8nOptions: N8nOptions,
    mock: MockProcess,
    n8n: N8nProcess,
    client: N8nClient,
    credential: CredentialReference,
  ) {
    this.#folder = folder;
    this.#n8nOptions = n8nOptions;
    this.mock = mock;
    this.n8n = n8n;
    this.client = client;
    this.credential = credential;
  }

  /**
   * Starts everything. The mock loses what it is sent in the first 400 ms of a
   * call, as a real PBX was seen to do: a prompt that begins too early is heard cut.
   * When the start fails, the logs stay where the error says they are.
   * @param env - more of the environment of n8n
   */
  static async start(env: Readonly<Record<string, string>> = {}): Promise<PhoneSystemWithN8n> {
    const installation = process.env.N8N_INSTALLATION;
    if (installation === undefined) {
      throw new Error(
        'Run `npm test`, or `node tools/setup/bootstrap.mjs e2e`: it finds or installs n8n first.',
      );
    }
    const folder = await mkdtemp(join(tmpdir(), '3cx-e2e-'));
    const userFolder = join(folder, 'n8n');
    await mkdir(userFolder);
    await using unfinished = new AsyncDisposableStack();
    const args = ['--discard-first-ms', '400'];
    const mock = unfinished.use(
      await MockProcess.start({ root: ROOT, logFile: join(folder, 'mock.log'), args }),
    );
    await installNodePackage(NODE_PACKAGE, userFolder);
    const options = {
      installation,
      userFolder,
      logFile: join(folder, 'n8n.log'),
      encryptionKey: 'of-the-end-to-end-suites',
      env,
    };
    const n8n = unfinished.use(await N8nProcess.start(options));
    const client = await N8nClient.signIn(n8n.url, OWNER);
    const data = credentialData(mock);
    const credential = { ...(await client.saveCredential(data)), type: data.type };
    unfinished.move();
    return new PhoneSystemWithN8n(folder, options, mock, n8n, client, credential);
  }

  /** The working credential with some of its fields changed, under another name. */
  credentialWith(name: string, changes: Readonly<Record<string, unknown>>): CredentialData {
    const { type, data } = credentialData(this.mock);
    return { name, type, data: { ...data, ...changes } };
  }

  /** Ends n8n, by `KILL` without a chance to say goodbye, and starts it again on the same folder. */
  async restartN8n(how: 'TERM' | 'KILL'): Promise<void> {
    if (how === 'KILL') {
      process.kill(-this.n8n.pid, 'SIGKILL');
      await this.n8n.exited;
    }
    await this.n8n.stop();
    this.n8n = await N8nProcess.start(this.#n8nOptions);
    this.client = await N8nClient.signIn(this.n8n.url, OWNER);
  }

  stopN8n(): Promise<StopResult> {
    return this.n8n.stop();
  }

  async dispose(): Promise<void> {
    await this.n8n.stop();
    await this.mock.stop();
    await rm(this.#folder, { recursive: true, force: true });
  }
}

function credentialData(mock: MockProcess): CredentialData {
  return {
    name: '3CX mock',
    type: CREDENTIAL_TYPE,
    data: {
      serverUrl: mock.url,
      clientId: mock.clientId,
      clientSecret: mock.clientSecret,
      extension: '',
      allowUnauthorizedCerts: true,
    },
  };
}
