import type { PhoneSystem, XapiComponents } from '@org/3cx-core';
import type { IDataObject } from 'n8n-workflow';
import { ExtensionUnknown } from './extension-unknown';

type Xapi = PhoneSystem['xapi'];
type User = XapiComponents['schemas']['User'];

const FIELDS = [
  'Id',
  'Number',
  'DisplayName',
  'FirstName',
  'LastName',
  'EmailAddress',
  'IsRegistered',
  'CurrentProfileName',
  'QueueStatus',
  'Enabled',
] as const satisfies readonly (keyof User)[];

/** An extension in few words. */
export function userOutput(user: Pick<User, (typeof FIELDS)[number]>): IDataObject {
  const { FirstName, LastName } = user;
  return {
    number: user.Number ?? '',
    name: user.DisplayName ?? [FirstName, LastName].filter(Boolean).join(' '),
    email: user.EmailAddress ?? '',
    registered: user.IsRegistered ?? null,
    presence: user.CurrentProfileName ?? null,
    queueLogin:
      user.QueueStatus === undefined || user.QueueStatus === null ? null : user.QueueStatus === 'LoggedIn',
    enabled: user.Enabled ?? null,
  };
}

export async function users(
  xapi: Xapi,
  { limit, simplify }: { readonly limit?: number; readonly simplify: boolean },
): Promise<IDataObject[]> {
  const found: IDataObject[] = [];
  const query = { orderBy: ['Number asc'] as const, ...(limit !== undefined && { limit }) };
  if (simplify) {
    for await (const user of xapi.paginate('/Users', { ...query, select: FIELDS }))
      found.push(userOutput(user));
    return found;
  }
  for await (const user of xapi.paginate('/Users', query)) found.push(withoutSecrets(user));
  return found;
}

/** @throws ExtensionUnknown */
export async function userByNumber(xapi: Xapi, number: string): Promise<Pick<User, (typeof FIELDS)[number]>> {
  const { rows } = await xapi.list('/Users', { filter: (row) => row.eq('Number', number), select: FIELDS });
  const user = rows.find((one) => one.Number === number);
  if (user === undefined) throw new ExtensionUnknown(number);
  return user;
}

export async function wholeUser(xapi: Xapi, number: string): Promise<IDataObject> {
  const { rows } = await xapi.list('/Users', { filter: (row) => row.eq('Number', number) });
  const user = rows.find((one) => one.Number === number);
  if (user === undefined) throw new ExtensionUnknown(number);
  return withoutSecrets(user);
}

/** @throws ExtensionUnknown */
export async function changeUser(
  xapi: Xapi,
  number: string,
  changes: Pick<User, 'CurrentProfileName' | 'QueueStatus'>,
): Promise<void> {
  const { Id = 0 } = await userByNumber(xapi, number);
  await xapi.patch('/Users({Id})', { path: { Id }, body: { Id, ...changes } });
}

/** A user record holds passwords and PINs, which have no place in a workflow. */
function withoutSecrets(user: object): IDataObject {
  return Object.fromEntries(
    Object.entries(user).filter(([field]) => !/password|pin$|^authid$|hotdeskingassignment/i.test(field)),
  );
}
