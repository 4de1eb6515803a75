import type { ICredentialType, INodeProperties } from 'n8n-workflow';

/** Sign-in of one API client of a 3CX V20. Tested by 3CX Call Control. */
export class ThreeCxCallControlApi implements ICredentialType {
  name = 'threeCxCallControlApi';

  displayName = '3CX Call Control API';

  icon = { light: 'file:../icons/3cx.svg', dark: 'file:../icons/3cx.dark.svg' } as const;

  documentationUrl = 'https://www.npmjs.com/package/n8n-nodes-3cx-call-control#credential';

  properties: INodeProperties[] = [
    {
      displayName: 'Server URL',
      name: 'serverUrl',
      type: 'string',
      default: '',
      placeholder: 'e.g. https://pbx.example.com:5001',
      description: 'Address of the 3CX server as in its console. Empty: as in the environment of n8n.',
    },
    {
      displayName: 'Client ID',
      name: 'clientId',
      type: 'string',
      default: '',
      required: true,
      placeholder: 'e.g. 999',
      description: 'Client ID of the API entry, which is also its extension number',
    },
    {
      displayName: 'Client Secret',
      name: 'clientSecret',
      type: 'string',
      typeOptions: { password: true },
      default: '',
      description:
        'API key, shown once when the entry is created. Empty, with an empty Server URL: as in the environment of n8n.',
    },
    {
      displayName: 'Extension',
      name: 'extension',
      type: 'string',
      default: '',
      placeholder: 'e.g. 999',
      description: 'Extension used when a node names none. Empty: the Client ID.',
    },
    {
      displayName: 'Ignore SSL Issues (Insecure)',
      name: 'allowUnauthorizedCerts',
      type: 'boolean',
      default: false,
      description: 'Whether to connect even if SSL certificate validation is not possible',
    },
    {
      displayName: 'CA Certificate',
      name: 'caCertificate',
      type: 'string',
      typeOptions: { rows: 4 },
      default: '',
      displayOptions: { show: { allowUnauthorizedCerts: [false] } },
      placeholder: '-----BEGIN CERTIFICATE-----',
      description: 'Certificate of your own authority, if the server uses one',
    },
  ];
}
