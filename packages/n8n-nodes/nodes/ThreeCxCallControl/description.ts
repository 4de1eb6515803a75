import { NodeConnectionTypes, type INodePropertyOptions, type INodeTypeDescription } from 'n8n-workflow';
import { CREDENTIAL_NAME } from '../../src/shared';
import { callOperations, type CallOperationValue } from './operations';
import { OUTPUTS_EXPRESSION } from './outputs';

/** Operation and its main value; never digits or callers' numbers. */
const SUBTITLE = `={{ ({
  answerCall: "Answer",
  attachData: "Attach data",
  bridgeCalls: "Bridge",
  collectDTMF: "Collect " + ($parameter.maxDigits ?? 1) + " digit" + ($parameter.maxDigits === 1 ? "" : "s"),
  confirm: "Yes or no",
  divertCall: "Divert to " + ($parameter.target?.value || $parameter.target || ""),
  hangupCall: "Hang up",
  holdCall: "Hold",
  makeCall: "Call",
  menu: "Menu",
  parkCall: "Park at " + ($parameter.slot?.value || $parameter.slot || ""),
  playAudio: "Play: " + (({ binary: "binary", playlist: "playlist" })[$parameter.source] || $parameter.audioFile?.value || $parameter.audioFile || ""),
  recordCall: "Record",
  resumeCall: "Resume",
  routeCall: "Ring " + ($parameter.target?.value || $parameter.target || ""),
  runFlow: "Run flow",
  sendDTMF: "Send digits",
  stopAudio: "Stop audio",
  transferCall: "Transfer to " + ($parameter.target?.value || $parameter.target || ""),
  unparkCall: "Unpark " + ($parameter.slot?.value || $parameter.slot || "")
})[$parameter.operation] }}`;

interface OperationOption extends INodePropertyOptions {
  readonly value: CallOperationValue;
}

const OPERATIONS: readonly OperationOption[] = [
  {
    name: 'Answer Call',
    value: 'answerCall',
    action: 'Answer a call',
    description: 'Connect a call that the Call Receiver has not answered',
  },
  {
    name: 'Ask for Confirmation',
    value: 'confirm',
    action: 'Ask a caller to confirm',
    description: 'Ask a question that one key answers with yes and another with no',
  },
  {
    name: 'Attach Data',
    value: 'attachData',
    action: 'Attach data to a call',
    description: 'Give a call texts that apps on 3CX can read',
  },
  {
    name: 'Bridge Calls',
    value: 'bridgeCalls',
    action: 'Connect two calls',
    description: 'Let two calls that this workflow controls talk to each other',
  },
  {
    name: 'Collect Digits',
    value: 'collectDTMF',
    action: 'Collect digits from a caller',
    description: 'Ask the caller to press keys (DTMF)',
  },
  {
    name: 'Divert Call',
    value: 'divertCall',
    action: 'Divert a ringing call',
    description: 'Send a call elsewhere that has not been answered yet',
  },
  {
    name: 'Hang Up Call',
    value: 'hangupCall',
    action: 'Hang up a call',
    description: 'End a call; one that has ended already is no failure',
  },
  {
    name: 'Hold Call',
    value: 'holdCall',
    action: 'Put a call on hold',
    description: 'Play music to the caller until the call is resumed',
  },
  {
    name: 'Make Call',
    value: 'makeCall',
    action: 'Make a call',
    description: 'Call a number and go on when it is answered, or not',
  },
  {
    name: 'Offer Menu',
    value: 'menu',
    action: 'Offer a menu to a caller',
    description: 'Ask the caller to choose with one key; each key has an output',
  },
  {
    name: 'Park Call',
    value: 'parkCall',
    action: 'Park a call',
    description: 'Put a call on a shared parking place of 3CX',
  },
  {
    name: 'Play Audio',
    value: 'playAudio',
    action: 'Play audio to a caller',
    description: 'Play a file and go on when the caller has heard it',
  },
  {
    name: 'Record Caller',
    value: 'recordCall',
    action: 'Record a caller',
    description: 'Record what the caller says, as a WAV file',
  },
  {
    name: 'Resume Call',
    value: 'resumeCall',
    action: 'Resume a call',
    description: 'Take a call off hold',
  },
  {
    name: 'Ring Target While Caller Waits',
    value: 'routeCall',
    action: 'Ring a target while the caller waits',
    description: 'Whoever answers takes the call over; the caller hears a sound of your choice until then',
  },
  {
    name: 'Run IVR Flow',
    value: 'runFlow',
    action: 'Run an IVR flow',
    description: 'Lead the caller through a call flow that is given as data',
  },
  {
    name: 'Send Digits',
    value: 'sendDTMF',
    action: 'Send digits on a call',
    description: 'Play the tones of keys to the other side',
  },
  {
    name: 'Stop Audio',
    value: 'stopAudio',
    action: 'Stop audio on a call',
    description: 'Stop what is playing and what waits to be played',
  },
  {
    name: 'Transfer Call',
    value: 'transferCall',
    action: 'Transfer a call',
    description: 'Send the caller to an extension, queue, ring group, IVR, voicemail or outside number',
  },
  {
    name: 'Unpark Call',
    value: 'unparkCall',
    action: 'Retrieve a parked call',
    description: 'Take a call back from a parking place',
  },
];

export const callControlDescription: INodeTypeDescription = {
  displayName: '3CX Call Control',
  name: 'threeCxCallControl',
  icon: { light: 'file:../../icons/3cx.svg', dark: 'file:../../icons/3cx.dark.svg' },
  group: ['transform'],
  version: [1],
  subtitle: SUBTITLE.replaceAll(/\n\s*/g, ' '),
  description: 'Answer, play, ask and transfer on a live 3CX call',
  defaults: { name: '3CX Call Control' },
  usableAsTool: true,
  inputs: [NodeConnectionTypes.Main],
  outputs: OUTPUTS_EXPRESSION,
  credentials: [{ name: CREDENTIAL_NAME, required: true, testedBy: 'testThreeCxConnection' }],
  hints: [
    {
      message:
        'Steps on the same call run one after another: with several items a prompt plays several times.',
      type: 'info',
      location: 'outputPane',
      whenToDisplay: 'afterExecution',
      displayCondition:
        '={{ $input.all().length > 1 && new Set($input.all().map((item) => item.json.callId)).size < $input.all().length }}',
    },
  ],
  properties: [
    {
      displayName: 'Operation',
      name: 'operation',
      type: 'options',
      noDataExpression: true,
      default: 'playAudio',
      options: [...OPERATIONS],
    },
    {
      displayName: 'Call ID',
      name: 'callId',
      type: 'string',
      required: true,
      default: '={{ $json.callId }}',
      placeholder: 'e.g. call-42-325',
      displayOptions: { hide: { operation: ['makeCall', 'unparkCall'] } },
      description:
        'Call to act on. Filled from the incoming item; if that has none, from the Call Receiver before this node.',
    },
    ...Object.values(callOperations).flatMap(({ properties }) => properties),
  ],
};
