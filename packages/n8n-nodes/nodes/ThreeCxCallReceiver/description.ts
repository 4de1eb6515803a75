import { NodeConnectionTypes, type INodeTypeDescription } from 'n8n-workflow';
import { CREDENTIAL_NAME, defaultMaxConcurrentCalls, defaultTimeoutSeconds } from '../../src/shared';

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
      displayName: 'Filters',
      name: 'filters',
      type: 'collection',
      placeholder: 'Add Filter',
      default: {},
      description: 'Only calls that match; others stay untouched',
      options: [
        {
          displayName: 'Called Numbers (DID)',
          name: 'dids',
          type: 'string',
          default: '',
          placeholder: 'e.g. +16125550100',
          description:
            'Only calls to these numbers of yours, separated by commas. 3CX often leaves the number out; then the call does not match.',
        },
        {
          displayName: 'Callers',
          name: 'callerNumbers',
          type: 'string',
          default: '',
          placeholder: 'e.g. +1612*, 10?',
          description: 'Only calls from these numbers, separated by commas; * stands for anything, ? for one',
        },
        {
          displayName: 'Excluded Callers',
          name: 'excludeCallers',
          type: 'string',
          default: '',
          placeholder: 'e.g. anonymous, +44*',
          description: 'No calls from these numbers, separated by commas',
        },
      ],
    },
    {
      displayName: 'Options',
      name: 'options',
      type: 'collection',
      placeholder: 'Add option',
      default: {},
      options: [
        {
          displayName: 'Busy Target',
          name: 'busyTarget',
          type: 'resourceLocator',
          default: { mode: 'number', value: '' },
          displayOptions: { show: { whenBusy: ['transfer'] } },
          modes: [
            { displayName: 'By Number', name: 'number', type: 'string', placeholder: 'e.g. 101' },
            {
              displayName: 'From List',
              name: 'list',
              type: 'list',
              placeholder: 'An extension',
              typeOptions: { searchListMethod: 'searchUsers', searchable: true },
            },
          ],
          description: 'Where calls above the limit ring',
        },
        {
          displayName: 'Hang Up When Workflow Ends',
          name: 'hangUpAtEnd',
          type: 'boolean',
          default: true,
          description: 'Whether to end a call that the workflow neither ended nor transferred',
        },
        {
          displayName: 'Include Recovered Calls',
          name: 'recoveredCalls',
          type: 'boolean',
          default: true,
          description:
            "Whether calls that were there before, as after a restart of n8n, start the workflow, marked 'recovered'. If not, those on the client's own extension are ended.",
        },
        {
          displayName: 'Max Concurrent Calls',
          name: 'maxConcurrentCalls',
          type: 'number',
          typeOptions: { minValue: 0 },
          default: defaultMaxConcurrentCalls(),
          description: 'Calls handled at a time by this node; 0 for no limit',
        },
        {
          displayName: 'When Busy',
          name: 'whenBusy',
          type: 'options',
          default: 'reject',
          options: [
            { name: 'Hang Up', value: 'reject' },
            { name: 'Send to Busy Target', value: 'transfer' },
            {
              name: 'Wait',
              value: 'wait',
              description: 'Until a call ends, at most for the ring timeout; the caller hears nothing',
            },
          ],
          description: 'What happens to calls above the limit',
        },
      ],
    },
  ],
};
