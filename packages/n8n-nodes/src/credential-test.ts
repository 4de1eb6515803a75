import { checkConnection } from '@org/3cx-core';
import type { ICredentialsDecrypted, INodeCredentialTestResult } from 'n8n-workflow';
import { connectionOf, type Connection } from './connection';
import { explain } from './errors';
import { GuidedError } from './guided-error';
import type { PhoneSystems } from './phone-systems';
import { requireMainProcess } from './process-role';

export interface CredentialTestDependencies {
  readonly systems: PhoneSystems;
  readonly check: typeof checkConnection;
}

/** What is told about a connection that works. */
interface Reached {
  readonly version: string | null;
  readonly extensions: readonly string[];
}

/**
 * Tests a credential. A workflow that is connected with the same client id answers
 * from its connection, because signing in anew would end it; otherwise it signs in.
 */
export async function testCredential(
  { data }: Pick<ICredentialsDecrypted, 'data'>,
  { systems, check }: CredentialTestDependencies,
): Promise<INodeCredentialTestResult> {
  let connection: Connection | undefined;
  try {
    connection = connectionOf(data);
    const { version, extensions } =
      (await askLiveOwner(systems, connection)) ?? (await signIn(check, connection));
    const host = new URL(connection.serverUrl).hostname;
    const about = version === null ? '' : ` (${version})`;
    const granted = extensions.length === 0 ? 'none' : extensions.join(', ');
    return {
      status: 'OK',
      message: `Connected to ${host}${about} as ${connection.clientId}; extensions: ${granted}`,
    };
  } catch (error) {
    const facts = connection && { serverUrl: connection.serverUrl, clientId: connection.clientId };
    const { message, description } = explain(error, facts);
    return { status: 'Error', message: description === '' ? message : `${message}. ${description}` };
  }
}

/** For n8n: tests against the phone systems of this process. */
export function credentialTester(systems: PhoneSystems) {
  return (credential: ICredentialsDecrypted): Promise<INodeCredentialTestResult> =>
    testCredential(credential, { systems, check: checkConnection });
}

async function askLiveOwner(systems: PhoneSystems, connection: Connection): Promise<Reached | undefined> {
  const live = systems.live(connection.connectOptions);
  if (live === undefined) return undefined;
  const { clientId } = connection;
  if (!live.sameSettings) {
    throw new GuidedError(
      'CLIENT_ID_IN_USE',
      `Client ID ${clientId} is in use by an active workflow with another Client Secret or certificate setting`,
      'Nothing was tried, because signing in would cut off that workflow. Deactivate it, then test again.',
    );
  }
  const pbx = await live.connecting;
  if (pbx.connection !== 'connected') {
    throw new GuidedError(
      'CONFIGURATION',
      `Connection Failed: an active workflow uses Client ID ${clientId} and has lost its connection to 3CX`,
      'It reconnects by itself. Check that the server is up, then test again.',
    );
  }
  const { version } = await pbx.getSystemStatus().catch(() => ({ version: null }));
  return { version, extensions: pbx.extensions };
}

function signIn(check: typeof checkConnection, { connectOptions }: Connection): Promise<Reached> {
  requireMainProcess();
  return check(connectOptions);
}
