import type { INodeProperties } from 'n8n-workflow';
import type { Parameters } from '../../../src/shared';

/** The fields that say how many rows come back. */
export function listFields(operation: string): INodeProperties[] {
  const show = { operation: [operation] };
  return [
    {
      displayName: 'Return All',
      name: 'returnAll',
      type: 'boolean',
      default: false,
      displayOptions: { show },
      description: 'Whether to return all results or only up to a given limit',
    },
    {
      displayName: 'Limit',
      name: 'limit',
      type: 'number',
      typeOptions: { minValue: 1, maxValue: 10000 },
      default: 50,
      displayOptions: { show: { ...show, returnAll: [false] } },
      description: 'Max number of results to return',
    },
  ];
}

export function simplifyField(operations: string[]): INodeProperties {
  return {
    displayName: 'Simplify',
    name: 'simplify',
    type: 'boolean',
    default: true,
    displayOptions: { show: { operation: operations } },
    description: 'Whether to return a simplified version of the response instead of the raw data',
  };
}

/** Undefined for all. */
export function limitOf(parameters: Parameters): { readonly limit?: number } {
  if (parameters.flag('returnAll')) return {};
  return { limit: parameters.integer('limit', { min: 1, max: 10_000 }) };
}

/** The option for data that changes slowly. */
export function cacheOption(operation: string, defaultValue: boolean): INodeProperties {
  return {
    displayName: 'Options',
    name: 'options',
    type: 'collection',
    placeholder: 'Add option',
    default: {},
    displayOptions: { show: { operation: [operation] } },
    options: [
      {
        displayName: 'Use Cache',
        name: 'useCache',
        type: 'boolean',
        default: defaultValue,
        description: 'Whether data up to five minutes old may be used; cachedAt tells how old it is',
      },
    ],
  };
}
