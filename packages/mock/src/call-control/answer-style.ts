import type { Settings } from '../settings';
import type { Answer } from './call-control-result';

/** Numbers of the official type for the words on the wire (3CX facts 4.3). */
const finalStatusNumbers: Readonly<Record<string, number>> = { Failed: -1, Rejected: 0, Success: 1 };

/** Gives the outcome of a makecall or an action the form this PBX's build has (3CX facts 17). */
export function styled({ status, body }: Answer, settings: Settings): Answer {
  if (typeof body !== 'object' || !('finalstatus' in body)) return { status, body };
  if (status >= 400 && settings.errorBodies !== 'json') {
    const text = 'reasontext' in body && typeof body.reasontext === 'string' ? body.reasontext : '';
    return { status, body: settings.errorBodies === 'text' ? text : undefined };
  }
  const isSuccess = body.finalstatus === 'Success';
  const numbered =
    settings.finalStatusType === 'number' && typeof body.finalstatus === 'string'
      ? { ...body, finalstatus: finalStatusNumbers[body.finalstatus] ?? -1 }
      : body;
  if (!isSuccess) return { status, body: numbered };
  return { status: settings.successStatus, body: settings.successBody ? numbered : undefined };
}
