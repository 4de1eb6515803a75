import { NodeConnectionTypes, type INodeTypeDescription } from 'n8n-workflow';
import { CREDENTIAL_NAME, defaultTimeoutSeconds } from '../../src/shared';

export const callReceiverDescription: INodeTypeDescription = {
  displayName: '3CX Call Receiver',
  name: 'threeCxCallReceiver',
  icon: { light: 'file:../../icons/3cx.svg', dark: 'file:../../icons/3cx.dark.svg' },
  group: ['trigger'],
  version: [1],
  subtitle:
    '={{ "Extension " + ($parameter.extension?.cachedResultName || $parameter.extension?.value || $parameter.extension || "of credential") }}',
  description: 'Starts the workflow when a call reaches your 3CX extension',
  eventTriggerDescription: 'Call the extension now: the next call is yours',
  activationMessage: 'Calls to this extension now start this workflow.',
  defaults: { name: '3CX Call Receiver' },
  inputs: [],
  outputs: [NodeConnectionTypes.Main],
  credentials: [{ name: CREDENTIAL_NAME, required: true }],
  properties: [
    {
      displayName: 'Extension',
      name: 'extension',
      type: 'resourceLocator',
      default: { mode: 'list', value: '' },
      description: 'Extension whose calls start the workflow. Empty: the one in the credential.',
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
    },
    {
      displayName: 'Auto Answer',
      name: 'autoAnswer',
      type: 'boolean',
      default: true,
      description: 'Whether the caller is connected to the workflow at once',
    },
    {
      displayName:
        'A route point is connected by 3CX itself. Until an Answer Call step runs, the caller hears nothing.',
      name: 'autoAnswerNotice',
      type: 'notice',
      default: '',
      displayOptions: { show: { autoAnswer: [false] } },
    },
    {
      displayName: 'Ring Timeout (Seconds)',
      name: 'timeout',
      type: 'number',
      typeOptions: { minValue: 1, maxValue: 600 },
      default: defaultTimeoutSeconds(),
      description: 'How long an unanswered call is kept before it is given up',
    },
    {
      displayName: 'Call Types',
      name: 'callTypes',
      type: 'multiOptions',
      required: true,
      default: ['inbound', 'internal'],
      options: [
        { name: 'Inbound', value: 'inbound', description: 'Calls from outside' },
        { name: 'Internal', value: 'internal', description: 'Calls from extensions' },
      ],
      description: 'Which calls start the workflow',
    },
    {
      displayName: 'Options',
      name: 'options',
      type: 'collection',
      placeholder: 'Add option',
      default: {},
      options: [
        {
          displayName: 'Hang Up When Workflow Ends',
          name: 'hangUpAtEnd',
          type: 'boolean',
          default: true,
          description: 'Whether to end a call that the workflow neither ended nor transferred',
        },
      ],
    },
  ],
};
