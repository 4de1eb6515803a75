import { PermissionError, type PhoneSystem } from '@org/3cx-core';
import type { ILoadOptionsFunctions, INodeListSearchItems, INodeListSearchResult } from 'n8n-workflow';
import { connectionOf, withPhoneSystem } from './connection';
import { CREDENTIAL_NAME } from './contexts';
import { toNodeFailure } from './errors';
import type { PhoneSystems } from './phone-systems';

type N8n = Pick<ILoadOptionsFunctions, 'getCredentials' | 'getNode' | 'getCurrentNodeParameter'>;
type Search = (this: N8n, filter?: string) => Promise<INodeListSearchResult>;
type Find = (pbx: PhoneSystem, filter: string, n8n: N8n) => Promise<readonly INodeListSearchItems[]>;

/** Most entries that a list shows; whoever has more types a part of the name. */
const MOST = 100;

/** The lists that the editor offers, searched live. */
export function listSearches(systems: PhoneSystems) {
  const search = (find: Find): Search =>
    async function searchList(this: N8n, filter = ''): Promise<INodeListSearchResult> {
      try {
        const connection = connectionOf(await this.getCredentials(CREDENTIAL_NAME));
        return await withPhoneSystem(systems, connection, async ({ pbx }) => ({
          results: [...(await find(pbx, filter.trim(), this))],
        }));
      } catch (error) {
        throw toNodeFailure(this.getNode(), error).error;
      }
    };
  return {
    searchExtensions: search((pbx, filter) => Promise.resolve(grantedExtensions(pbx, filter))),
    searchUsers: search(users),
    searchQueues: search(queues),
    searchParkings: search(parkings),
    searchPrompts: search(prompts),
    searchTargets: search((pbx, filter, n8n) => {
      const type = n8n.getCurrentNodeParameter('targetType');
      const find = typeof type === 'string' ? TARGETS[type] : undefined;
      return find === undefined ? Promise.resolve([]) : find(pbx, filter, n8n);
    }),
  };
}

function grantedExtensions(pbx: PhoneSystem, filter: string): INodeListSearchItems[] {
  return pbx.extensions
    .filter((extension) => extension.includes(filter))
    .map((extension) => ({ name: extension, value: extension }));
}

/** All extensions of 3CX; those of the client alone where it may not ask for others. */
async function users(pbx: PhoneSystem, filter: string): Promise<readonly INodeListSearchItems[]> {
  const select = ['Number', 'DisplayName', 'FirstName', 'LastName'] as const;
  try {
    const { rows } = await pbx.xapi.list('/Users', {
      select,
      top: MOST,
      orderBy: ['Number asc'],
      ...(filter !== '' && {
        filter: (row) =>
          row.or(
            row.contains('Number', filter),
            row.contains('DisplayName', filter),
            row.contains('LastName', filter),
          ),
      }),
    });
    return rows.flatMap(({ Number: number, DisplayName, FirstName, LastName }) =>
      number ? [named(number, DisplayName ?? [FirstName, LastName].filter(Boolean).join(' '))] : [],
    );
  } catch (error) {
    if (error instanceof PermissionError) return grantedExtensions(pbx, filter);
    throw error;
  }
}

const queues: Find = async (pbx, filter) =>
  byNumberOrName((await pbx.xapi.list('/Queues', NUMBER_AND_NAME)).rows, filter);
const ringGroups: Find = async (pbx, filter) =>
  byNumberOrName((await pbx.xapi.list('/RingGroups', NUMBER_AND_NAME)).rows, filter);
const receptionists: Find = async (pbx, filter) =>
  byNumberOrName((await pbx.xapi.list('/Receptionists', NUMBER_AND_NAME)).rows, filter);
const parkings: Find = async (pbx, filter) =>
  byNumberOrName((await pbx.xapi.list('/Parkings', { select: ['Number'], top: MOST })).rows, filter);

const NUMBER_AND_NAME = { select: ['Number', 'Name'], top: MOST } as const;

const TARGETS: Readonly<Record<string, Find>> = {
  extension: users,
  voicemail: users,
  queue: queues,
  ringGroup: ringGroups,
  ivr: receptionists,
};

/** Audio files that were uploaded to 3CX, by the address that the PBX serves them at. */
async function prompts(pbx: PhoneSystem, filter: string): Promise<readonly INodeListSearchItems[]> {
  const { rows } = await pbx.xapi.list('/CustomPrompts', { top: MOST });
  return rows.flatMap(({ DisplayName: name, FileLink: value }) =>
    name && value && contains(name, filter) ? [{ name, value }] : [],
  );
}

interface Numbered {
  readonly Number?: string | null;
  readonly Name?: string | null;
}

function byNumberOrName(rows: readonly Numbered[], filter: string): INodeListSearchItems[] {
  return rows.flatMap(({ Number: number, Name = '' }) =>
    number && (contains(number, filter) || contains(Name ?? '', filter)) ? [named(number, Name ?? '')] : [],
  );
}

function named(number: string, name: string): INodeListSearchItems {
  return { name: name === '' ? number : `${number} – ${name}`, value: number };
}

function contains(text: string, part: string): boolean {
  return text.toLowerCase().includes(part.toLowerCase());
}
