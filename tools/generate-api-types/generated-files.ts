import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import openapiTS, { astToString } from 'openapi-typescript';
import { parameterKinds } from './parameter-kinds.ts';

/** A file made from a description: where it belongs, and what must be in it. */
export interface GeneratedFile {
  readonly file: string;
  readonly description: string;
  readonly text: string;
}

function banner(description: string): string {
  return `/**
 * Generated from ${description}: change that, then run \`npm run generate\`.
 */
`;
}

async function typesOf(folder: string, description: string): Promise<string> {
  const ast = await openapiTS(pathToFileURL(join(folder, description)), { silent: true });
  return `${banner(description)}\n${astToString(ast)}`;
}

/**
 * Every generated file of the API client in `folder`, as it has to be.
 * @throws when a description is no valid OpenAPI document
 */
export async function generatedFiles(folder: string): Promise<GeneratedFile[]> {
  const callControl = 'openapi/call-control.yaml';
  const xapi = 'openapi/xapi.yaml';
  return [
    {
      file: 'src/generated/call-control.ts',
      description: callControl,
      text: await typesOf(folder, callControl),
    },
    { file: 'src/generated/xapi.ts', description: xapi, text: await typesOf(folder, xapi) },
    {
      file: 'src/generated/xapi-parameter-kinds.ts',
      description: xapi,
      text: `${banner(xapi)}\n${parameterKinds(await readFile(join(folder, xapi), 'utf8'))}`,
    },
  ];
}
