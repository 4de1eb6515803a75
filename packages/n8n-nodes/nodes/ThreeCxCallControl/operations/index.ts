import type { CallOperation } from '../../../src/shared';
import { answerCall } from './answer-call';
import { collectDtmf } from './collect-dtmf';
import { hangupCall } from './hangup-call';
import { playAudio } from './play-audio';
import { transferCall } from './transfer-call';

/** The operations by the value that a workflow holds. */
export const callOperations = {
  answerCall,
  collectDTMF: collectDtmf,
  hangupCall,
  playAudio,
  transferCall,
} as const satisfies Readonly<Record<string, CallOperation>>;

export const CALL_OPERATION_VALUES = [
  'answerCall',
  'collectDTMF',
  'hangupCall',
  'playAudio',
  'transferCall',
] as const satisfies readonly (keyof typeof callOperations)[];
