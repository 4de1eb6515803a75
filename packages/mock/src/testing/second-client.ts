import { RawClient } from './raw-client';

/** Another API client of the same phone system, signed in. Its owner is whoever started the phone system. */
export async function secondClient(first: RawClient, clientId: string, secret: string): Promise<RawClient> {
  const client = RawClient.of(first.pbx, clientId);
  const { status } = await client.signIn(secret);
  if (status !== 200) throw new Error(`Sign-in of ${clientId} was answered ${status}.`);
  return client;
}
