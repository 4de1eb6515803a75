import type { IDisplayOptions, INodeProperties } from 'n8n-workflow';
import { GuidedError, type Parameters } from '../../../src/shared';

export interface AudioField {
  readonly displayName: string;
  readonly name: string;
  readonly description: string;
  readonly required?: boolean;
  readonly placeholder?: string;
  readonly show?: NonNullable<IDisplayOptions['show']>;
}

/** A field for an audio file: a path on the web server of 3CX, a web address, or a prompt of 3CX from a list. */
export function audioField({ show, placeholder, ...field }: AudioField): INodeProperties {
  return {
    ...field,
    type: 'resourceLocator',
    default: { mode: 'path', value: '' },
    ...(show && { displayOptions: { show } }),
    modes: [
      {
        displayName: 'By Path or URL',
        name: 'path',
        type: 'string',
        placeholder: placeholder ?? 'e.g. /prompts/welcome.wav',
      },
      {
        displayName: 'From List',
        name: 'list',
        type: 'list',
        placeholder: 'A prompt of 3CX',
        typeOptions: {
          searchListMethod: 'searchPrompts',
          searchable: true,
          slowLoadNotice: { message: 'If it takes long, enter the path of the file instead', timeout: 5000 },
        },
      },
    ],
  };
}

/**
 * What such a field names; empty when it names nothing.
 * @throws GuidedError naming the field
 */
export function audioAddress(
  parameters: Parameters,
  name: string,
  label: string,
  { required = false } = {},
): string {
  const address = parameters.text(name, { required });
  return address === '' ? '' : requireAudioAddress(label, address);
}

/**
 * A path on the web server of the PBX, or a web address.
 * @throws GuidedError naming the field
 */
export function requireAudioAddress(field: string, address: string): string {
  if (address.startsWith('/') || /^https?:\/\//i.test(address)) return address;
  throw new GuidedError(
    'PARAMETER',
    `${field} is neither a path beginning with / nor a web address`,
    'Paths begin at the root of the 3CX web server, e.g. /prompts/welcome.wav.',
  );
}
