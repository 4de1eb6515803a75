import type { INodeProperties } from 'n8n-workflow';
import type { Parameters } from '../../../src/shared';

/** The field for the extension that a call is placed from. */
export function callingExtensionField(operation: string): INodeProperties {
  return {
    displayName: 'From Extension',
    name: 'from',
    type: 'resourceLocator',
    default: { mode: 'list', value: '' },
    displayOptions: { show: { operation: [operation] } },
    modes: [
      {
        displayName: 'From List',
        name: 'list',
        type: 'list',
        placeholder: 'Extension of the credential',
        typeOptions: { searchListMethod: 'searchExtensions', searchable: true },
      },
      { displayName: 'By Number', name: 'number', type: 'string', placeholder: 'e.g. 999' },
    ],
    description:
      'Extension that calls. On a route point the workflow can play and ask; a phone rings first. Empty: the one in the credential.',
  };
}

/** The extension that is named; empty for the credential's. */
export function callingExtension(parameters: Parameters): string {
  return parameters.text('from', { pattern: /^[A-Za-z0-9]+$/, patternMeaning: 'an extension number' });
}
