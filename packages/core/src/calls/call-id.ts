import { InvalidCallIdError } from '../errors';

const CALL_ID = /^call-\d+-\d+$/;

/** The id of a call: `call-<callid>-<id of the participant first seen, or 0>`. */
export function formatCallId(callid: number, firstParticipantId: number): string {
  return `call-${String(callid)}-${String(firstParticipantId)}`;
}

/** @throws InvalidCallIdError when the text isn't of that form */
export function requireCallId(text: string): string {
  if (CALL_ID.test(text)) return text;
  if (text === '')
    throw new InvalidCallIdError('Call ID invalid: it is empty. Pass on the callId of the incoming call.');
  throw new InvalidCallIdError(
    text.startsWith('call-')
      ? `Call ID invalid: "${text}" is not of the form call-42-325.`
      : `Call ID invalid: "${text}" has no call- prefix. Ids look like call-42-325; pass on the callId of the incoming call.`,
  );
}
