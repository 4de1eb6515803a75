import type { MockPbxOptions } from '../settings';
import { RawClient } from './raw-client';

/** A fact, how to see it, and the mock that shows it when the default one doesn't. */
export type FactCase = readonly [
  fact: string,
  see: (client: RawClient) => Promise<void>,
  options?: MockPbxOptions,
];

/**
 * One test a fact, named with its section and source: D documented, E official
 * code, L observed live, T third party, I inferred; then who says so.
 */
export function facts(section: string, cases: readonly FactCase[]): void {
  describe(section, () => {
    test.each(cases.map(([fact, see, options]) => ({ fact, see, options })))(
      '$fact',
      async ({ see, options }) => {
        await using client = await RawClient.start({ tls: false, ...options });
        await see(client);
      },
      20_000,
    );
  });
}

/** Extension 101 with two phones, which the client may see; little else is there. */
export const twoPhonesOn101: MockPbxOptions = {
  configuration: {
    extensions: [{ number: '101', devices: [{ id: 'sip:101@a:1' }, { id: 'sip:101@b:1' }] }],
    queues: [],
    ringGroups: [],
    ivrs: [],
    servicePrincipals: [{ number: '999', peers: ['101'] }],
  },
};

/** Someone outside calls the route point. */
export async function incoming(client: RawClient) {
  const id = await client.call('+16125551234', '999', { did: '+16125550000', name: 'JONES, PAT' });
  return { id, leg: await client.onlyParticipant('999') };
}

/** Phones of these extensions do this when rung. */
export async function phones(
  client: RawClient,
  answer: string,
  ...numbers: readonly string[]
): Promise<void> {
  for (const number of numbers) await client.control('POST', `/extensions/${number}`, { answer, afterMs: 0 });
}
