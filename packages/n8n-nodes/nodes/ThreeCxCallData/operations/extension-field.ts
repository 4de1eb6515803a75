import type { INodeProperties } from 'n8n-workflow';
import type { Parameters } from '../../../src/shared';

export interface ExtensionField {
  readonly operations: string[];
  readonly required: boolean;
  readonly description: string;
}

/** The field that names an extension, chosen from a list or by number. */
export function extensionField({ operations, required, description }: ExtensionField): INodeProperties {
  return {
    displayName: 'Extension',
    name: 'extension',
    type: 'resourceLocator',
    required,
    default: { mode: 'list', value: '' },
    displayOptions: { show: { operation: operations } },
    modes: [
      {
        displayName: 'From List',
        name: 'list',
        type: 'list',
        placeholder: 'Choose…',
        typeOptions: {
          searchListMethod: 'searchUsers',
          searchable: true,
          slowLoadNotice: { message: 'If it takes long, enter the number instead', timeout: 5000 },
        },
      },
      { displayName: 'By Number', name: 'number', type: 'string', placeholder: 'e.g. 101' },
    ],
    description,
  };
}

export function extensionOf(parameters: Parameters, { required = true } = {}): string {
  return parameters.text('extension', {
    pattern: /^[A-Za-z0-9]+$/,
    patternMeaning: 'an extension number',
    required,
  });
}
