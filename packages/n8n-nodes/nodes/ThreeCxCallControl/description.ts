import { NodeConnectionTypes, type INodeTypeDescription } from 'n8n-workflow';
import { CREDENTIAL_NAME } from '../../src/shared';
import { callOperations } from './operations';

/** Operation and its main value; never digits or callers' numbers. */
const SUBTITLE = `={{ ({
  answerCall: "Answer",
  collectDTMF: "Collect " + ($parameter.maxDigits ?? 1) + " digit" + ($parameter.maxDigits === 1 ? "" : "s"),
  hangupCall: "Hang up",
  playAudio: "Play: " + ($parameter.source === "binary" ? "binary" : ($parameter.audioFile || "")),
  transferCall: "Transfer to " + ($parameter.target?.value || $parameter.target || "")
})[$parameter.operation] }}`;

export const callControlDescription: INodeTypeDescription = {
  displayName: '3CX Call Control',
  name: 'threeCxCallControl',
  icon: { light: 'file:../../icons/3cx.svg', dark: 'file:../../icons/3cx.dark.svg' },
  group: ['transform'],
  version: [1],
  subtitle: SUBTITLE.replaceAll(/\n\s*/g, ' '),
  description: 'Answer, play, ask and transfer on a live 3CX call',
  defaults: { name: '3CX Call Control' },
  inputs: [NodeConnectionTypes.Main],
  outputs: [NodeConnectionTypes.Main],
  credentials: [{ name: CREDENTIAL_NAME, required: true, testedBy: 'testThreeCxConnection' }],
  properties: [
    {
      displayName: 'Operation',
      name: 'operation',
      type: 'options',
      noDataExpression: true,
      default: 'playAudio',
      options: [
        {
          name: 'Answer Call',
          value: 'answerCall',
          action: 'Answer a call',
          description: 'Connect a call that the Call Receiver has not answered',
        },
        {
          name: 'Collect Digits',
          value: 'collectDTMF',
          action: 'Collect digits from a caller',
          description: 'Ask the caller to press keys (DTMF)',
        },
        {
          name: 'Hang Up Call',
          value: 'hangupCall',
          action: 'Hang up a call',
          description: 'End a call; one that has ended already is no failure',
        },
        {
          name: 'Play Audio',
          value: 'playAudio',
          action: 'Play audio to a caller',
          description: 'Play a file and go on when the caller has heard it',
        },
        {
          name: 'Transfer Call',
          value: 'transferCall',
          action: 'Transfer a call',
          description: 'Send the caller to an extension, queue, ring group, IVR or outside number',
        },
      ],
    },
    {
      displayName: 'Call ID',
      name: 'callId',
      type: 'string',
      required: true,
      default: '={{ $json.callId }}',
      placeholder: 'e.g. call-42-325',
      description:
        'Call to act on. Filled from the incoming item; if that has none, from the Call Receiver before this node.',
    },
    ...Object.values(callOperations).flatMap(({ properties }) => properties),
  ],
};
