/** What needs the role System Owner: System Administrator isn't enough (seen live on 20.0.8). */
const NEEDS_OWNER = /call ?log|call ?history|chat ?history|recording|scheduled ?report|report/i;
const LICENCE = /licen[cs]e|enterprise|subscription|edition/i;
const BY_ADDRESS = /ip address|restrict/i;
const ON_PARTICIPANT = /participant|\b(?:drop|answer|divert|routeto|transferto|attach\w*)\b.* extension/i;

/**
 * The likely cause of a 403, in one sentence that says what to do. 3CX gives none
 * itself; the causes are those its users have met.
 * @param what the request in words
 * @param words what the PBX said, if anything
 */
export function likelyCauseOfRefusal(what: string, words: string): string {
  if (LICENCE.test(words))
    return 'The licence has to include the API: 3CX Enterprise (AI), 8 simultaneous calls or more.';
  if (BY_ADDRESS.test(words))
    return 'Console Restrictions (allowed IP addresses) apply to the API too: allow this address.';
  if (NEEDS_OWNER.test(what))
    return 'This needs the role System Owner in the department DEFAULT: in Integrations > API, set it for this client ("System Wide" silently means role User).';
  if (what.includes('/xapi/'))
    return 'In Integrations > API, tick "3CX Configuration API Access" for this client, and give it department DEFAULT with a role that may do this.';
  if (ON_PARTICIPANT.test(what))
    return "In Integrations > API, check that the Call Control checkbox is ticked and that this client has the permission and the extension. The far end of a call can't be acted on, only the client's own.";
  return 'In Integrations > API, check that this client has the permission (the Call Control or Configuration API checkbox, which need an Enterprise licence) and the extension.';
}
