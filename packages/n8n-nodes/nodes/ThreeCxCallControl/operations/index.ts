import type { CallOperation } from '../../../src/shared';
import { answerCall } from './answer-call';
import { attachData } from './attach-data';
import { bridgeCalls } from './bridge-calls';
import { collectDtmf } from './collect-dtmf';
import { confirm } from './confirm';
import { divertCall } from './divert-call';
import { hangupCall } from './hangup-call';
import { holdCall, resumeCall } from './hold-call';
import { makeCall } from './make-call';
import { menu } from './menu';
import { parkCall, unparkCall } from './park-call';
import { playAudio } from './play-audio';
import { recordCall } from './record-call';
import { routeCall } from './route-call';
import { runFlow } from './run-flow';
import { sendDtmf } from './send-dtmf';
import { stopAudio } from './stop-audio';
import { transferCall } from './transfer-call';

/** The operations by the value that a workflow holds. */
export const callOperations = {
  answerCall,
  attachData,
  bridgeCalls,
  collectDTMF: collectDtmf,
  confirm,
  divertCall,
  hangupCall,
  holdCall,
  makeCall,
  menu,
  parkCall,
  playAudio,
  recordCall,
  resumeCall,
  routeCall,
  runFlow,
  sendDTMF: sendDtmf,
  stopAudio,
  transferCall,
  unparkCall,
} as const satisfies Readonly<Record<string, CallOperation>>;

export type CallOperationValue = keyof typeof callOperations;

export const CALL_OPERATION_VALUES = [
  'answerCall',
  'attachData',
  'bridgeCalls',
  'collectDTMF',
  'confirm',
  'divertCall',
  'hangupCall',
  'holdCall',
  'makeCall',
  'menu',
  'parkCall',
  'playAudio',
  'recordCall',
  'resumeCall',
  'routeCall',
  'runFlow',
  'sendDTMF',
  'stopAudio',
  'transferCall',
  'unparkCall',
] as const satisfies readonly CallOperationValue[];
