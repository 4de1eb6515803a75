import type { Exchange } from '../../switch/exchange';
import type { JsonObject } from '../odata/json';
import { badRequest } from '../odata/odata-error';
import { operation } from '../service/operation';
import { done } from '../service/resource';
import type { EntitySet } from '../service/resource';
import type { TypeLibrary } from '../types/type-library';
import { text } from './json-reading';
import { recordByPhone } from './prompt-recorder';

export const promptFolder = '/prompts/';
const promptName = /^(?!\.)[^/\\\p{Cc}]{1,128}$/u;

/** The files of the web server by path; prompts uploaded here can be fetched and played at once. */
export type WebFiles = Map<string, Uint8Array>;

/**
 * `CustomPrompts` (3CX facts 10.9): the files under `/prompts`, where `FileLink` leads. Those
 * the phone system came with can't be deleted.
 */
export function customPrompts(files: WebFiles, types: TypeLibrary, exchange: Exchange): EntitySet {
  const original = new Set(files.keys());
  return {
    kind: 'set',
    name: 'CustomPrompts',
    type: types.structure('CustomPrompt'),
    key: 'Filename',
    access: 'administrators',
    rows: (origin) =>
      [...files.keys()]
        .filter((path) => path.startsWith(promptFolder))
        .map((path): JsonObject => {
          const name = path.slice(promptFolder.length);
          return {
            Filename: name,
            DisplayName: name.replace(/\.[^.]*$/, ''),
            FileLink: `${origin}${promptFolder}${name.split('/').map(encodeURIComponent).join('/')}`,
            PromptType: 'File',
            CanBeDeleted: !original.has(path),
          };
        }),
    remove: (row) => {
      const path = promptFolder + text(row.Filename);
      if (original.has(path)) throw badRequest(`'${text(row.Filename)}' can't be deleted.`);
      files.delete(path);
    },
    operations: [
      operation(
        types,
        'action',
        'set',
        'MakeCallRecordCustomPrompt',
        'dn string, filename string',
        ({ given }) => {
          const name = text(given.filename);
          const destination = exchange.directory.resolve(text(given.dn));
          if (!promptName.test(name)) throw badRequest('The file has no usable name.');
          if (destination?.kind !== 'extension') throw badRequest(`There is no extension ${text(given.dn)}.`);
          if (original.has(promptFolder + name)) throw badRequest(`'${name}' can't be replaced.`);
          recordByPhone(exchange, destination, (wav) => files.set(promptFolder + name, wav));
          return done;
        },
      ),
    ],
  };
}

/**
 * Takes a prompt that the console sends.
 * @throws ODataError 400 for anything but a WAV file with a name of its own
 */
export function addPrompt(files: WebFiles, name: string, bytes: Uint8Array): void {
  if (!promptName.test(name)) throw badRequest('The file has no usable name.');
  const riff = Buffer.from(bytes.subarray(0, 12)).toString('latin1');
  if (!/^RIFF[^]{4}WAVE$/.test(riff)) throw badRequest('A prompt is a WAV file.');
  files.set(promptFolder + name, bytes);
}
