import { NodeConnectionTypes, type INodeTypeDescription } from 'n8n-workflow';
import { CREDENTIAL_NAME } from '../../src/shared';

export const callMonitorDescription: INodeTypeDescription = {
  displayName: '3CX Call Monitor',
  name: 'threeCxCallMonitor',
  icon: { light: 'file:../../icons/3cx.svg', dark: 'file:../../icons/3cx.dark.svg' },
  group: ['trigger'],
  version: [1],
  subtitle: '={{ ($parameter.eventTypes || []).join(", ") }}',
  description: 'Starts the workflow on call events of your 3CX',
  eventTriggerDescription: 'Make a call now: its first matching event is yours',
  activationMessage: 'Call events now start this workflow, each one an execution.',
  defaults: { name: '3CX Call Monitor' },
  inputs: [],
  outputs: [NodeConnectionTypes.Main],
  credentials: [{ name: CREDENTIAL_NAME, required: true }],
  properties: [
    {
      displayName: 'Trigger On',
      name: 'eventTypes',
      type: 'multiOptions',
      required: true,
      default: ['call_started', 'call_answered', 'call_ended'],
      options: [
        { name: 'Call Answered', value: 'call_answered', description: 'Both sides can talk' },
        { name: 'Call Ended', value: 'call_ended', description: 'A call is over; the reason is derived' },
        { name: 'Call Started', value: 'call_started', description: 'A call begins to ring' },
        { name: 'Key Pressed', value: 'dtmf_received', description: 'The other side presses a key' },
      ],
      description: 'Events that start the workflow',
    },
    {
      displayName: "Key presses are only seen on calls that this credential's own extension handles.",
      name: 'keyPressNotice',
      type: 'notice',
      default: '',
      displayOptions: { show: { eventTypes: ['dtmf_received'] } },
    },
    {
      displayName: 'Filters',
      name: 'filters',
      type: 'collection',
      placeholder: 'Add Filter',
      default: {},
      options: [
        {
          displayName: 'Directions',
          name: 'directions',
          type: 'multiOptions',
          default: [],
          options: [
            { name: 'Inbound', value: 'inbound' },
            { name: 'Internal', value: 'internal' },
            { name: 'Outbound', value: 'outbound' },
          ],
          description: 'Only calls in these directions',
        },
        {
          displayName: 'Extensions',
          name: 'extensions',
          type: 'string',
          default: '',
          placeholder: 'e.g. 101, 102',
          description: 'Only calls on these extensions, separated by commas',
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
          displayName: 'Mask Digits',
          name: 'maskDigits',
          type: 'boolean',
          default: true,
          description: 'Whether key presses are shown as dots',
        },
      ],
    },
  ],
};
