import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import { connectionOf, withPhoneSystem } from './connection';
import { CREDENTIAL_NAME } from './contexts';
import { toNodeFailure } from './errors';
import type { PhoneSystems } from './phone-systems';

/** The extensions of the credential's client whose number contains `filter`, for a list in the editor. */
export async function searchExtensions(
  n8n: Pick<ILoadOptionsFunctions, 'getCredentials' | 'getNode'>,
  systems: PhoneSystems,
  filter = '',
): Promise<INodeListSearchResult> {
  try {
    const connection = connectionOf(await n8n.getCredentials(CREDENTIAL_NAME));
    return await withPhoneSystem(systems, connection, ({ pbx }) =>
      Promise.resolve({
        results: pbx.extensions
          .filter((extension) => extension.includes(filter.trim()))
          .map((extension) => ({ name: extension, value: extension })),
      }),
    );
  } catch (error) {
    throw toNodeFailure(n8n.getNode(), error).error;
  }
}
