import { readEnvironment, type Environment } from './environment';
import { logFrom } from './log';
import type { PhoneSystemLease, PhoneSystems } from './phone-systems';
import { resolveSettings, type ConnectionSettings } from './settings';

/** A credential made ready to connect with. */
export interface Connection extends ConnectionSettings {
  readonly serverUrl: string;
  readonly clientId: string;
}

/**
 * @throws GuidedError when the credential or the environment can't be used
 */
export function connectionOf(credential: unknown, environment: Environment = readEnvironment()): Connection {
  const settings = resolveSettings(credential, environment, logFrom(environment.logLevel));
  const { serverUrl, clientId } = settings.connectOptions;
  return { ...settings, serverUrl, clientId };
}

/** Holds the phone system while `use` runs. */
export async function withPhoneSystem<T>(
  systems: PhoneSystems,
  { connectOptions }: Connection,
  use: (lease: PhoneSystemLease) => Promise<T>,
): Promise<T> {
  const lease = await systems.acquire(connectOptions);
  try {
    return await use(lease);
  } finally {
    lease.release();
  }
}
