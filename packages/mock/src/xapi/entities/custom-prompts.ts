import type { JsonObject } from '../odata/json';
import { ODataError, badRequest } from '../odata/odata-error';
import { operation } from '../service/operation';
import type { EntitySet } from '../service/resource';
import type { TypeLibrary } from '../types/type-library';
import { text } from './json-reading';

export const promptFolder = '/prompts/';
const promptName = /^[^/\\\p{Cc}]{1,128}$/u;

/** The files of the web server by path; prompts uploaded here can be fetched and played at once. */
export type WebFiles = Map<string, Uint8Array>;

/** Phones an extension and records what is said until it hangs up; resolves with the WAV, or undefined when nobody answered. */
export type RecordByPhone = (dn: string) => Promise<Uint8Array | undefined>;

/**
 * `CustomPrompts` (3CX facts 10.9): the files under `/prompts`, where `FileLink` leads. Those
 * the phone system came with can't be deleted.
 */
export function customPrompts(files: WebFiles, types: TypeLibrary): EntitySet {
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
      operation(types, 'action', 'set', 'MakeCallRecordCustomPrompt', 'dn string, filename string', () => {
        throw new ODataError(400, 'Recording a prompt by phone is not supported.');
      }),
    ],
  };
}

/**
 * Takes a prompt that the console sends.
 * @throws ODataError 400 for anything but a WAV file with a name of its own
 */
export function addPrompt(files: WebFiles, name: string, bytes: Uint8Array): void {
  if (!promptName.test(name) || name.startsWith('.')) throw badRequest('The file has no usable name.');
  const riff = Buffer.from(bytes.subarray(0, 12)).toString('latin1');
  if (!/^RIFF[^]{4}WAVE$/.test(riff)) throw badRequest('A prompt is a WAV file.');
  files.set(promptFolder + name, bytes);
}
