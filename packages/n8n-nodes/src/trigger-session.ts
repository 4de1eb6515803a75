import type { PhoneSystem } from '@org/3cx-core';
import { connectionOf, type Connection } from './connection';
import type { TriggerContext } from './contexts';
import { toNodeFailure } from './errors';
import { GuidedError } from './guided-error';
import type { PhoneSystemLease, PhoneSystems } from './phone-systems';

/** A phone system that a trigger listens to, from activation to deactivation. */
export interface TriggerSession {
  readonly pbx: PhoneSystem;
  readonly connection: Connection;
  readonly lease: PhoneSystemLease;
  close(): void;
}

/**
 * Connects for a trigger, and has n8n restart it when the connection is given up:
 * lost connections come back by themselves, refused sign-ins don't.
 */
export async function openTriggerSession(
  context: TriggerContext,
  systems: PhoneSystems,
): Promise<TriggerSession> {
  const connection = connectionOf(await context.credential());
  const { clientId, serverUrl } = connection;
  const lease = await systems.acquire(connection.connectOptions).catch((error: unknown) => {
    throw toNodeFailure(context.node, error, { clientId, serverUrl }).error;
  });
  const subscription = lease.pbx.connection$.subscribe((state) => {
    if (state === 'failed') context.restart(toNodeFailure(context.node, givenUp(connection)).error);
  });
  return {
    pbx: lease.pbx,
    connection,
    lease,
    close: () => {
      subscription.unsubscribe();
      lease.release();
    },
  };
}

/**
 * Runs the set-up of a trigger on its session; when that fails, the session is
 * closed and n8n is told why. `start` adds to `facts` what the message should name.
 */
export function setUp<T>(
  context: TriggerContext,
  session: TriggerSession,
  start: (facts: { extension?: string }) => T,
): T {
  const facts: { extension?: string } = {};
  try {
    return start(facts);
  } catch (error) {
    session.close();
    const { clientId, serverUrl } = session.connection;
    throw toNodeFailure(context.node, error, { clientId, serverUrl, ...facts }).error;
  }
}

function givenUp({ clientId }: Connection): GuidedError {
  return new GuidedError(
    'AUTHENTICATION',
    `401 Authentication failed: 3CX no longer accepts Client ID ${clientId}`,
    'Its API key was changed, the entry was switched off, or another program signs in with the same Client ID. Test the credential.',
  );
}
