import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { DescriptionError } from './description.ts';

/**
 * The text of a description from a file or an http(s) address.
 * @param folder what a relative file name starts from
 * @param token bearer token for an address
 * @throws DescriptionError when it can't be had
 */
export async function textOf(source: string, folder: string, token?: string): Promise<string> {
  if (!/^https?:\/\//i.test(source)) {
    try {
      return await readFile(resolve(folder, source), 'utf8');
    } catch (cause) {
      throw new DescriptionError(`${source} can't be read.`, { cause });
    }
  }
  let response: Response;
  try {
    response = await fetch(
      source,
      token === undefined ? {} : { headers: { authorization: `Bearer ${token}` } },
    );
  } catch (cause) {
    throw new DescriptionError(
      `${source} can't be reached. For a certificate of your own authority, set NODE_EXTRA_CA_CERTS.`,
      { cause },
    );
  }
  if (response.ok) return response.text();
  throw new DescriptionError(
    response.status === 401
      ? `${source} wants a token: set XAPI_TOKEN to a bearer token of the PBX.`
      : `${source} answered ${String(response.status)}.`,
  );
}
