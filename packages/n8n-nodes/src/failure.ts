import type { Call, EndReason } from '@org/3cx-core';

/** What is known about the step that failed, for its message. All of it may be shown. */
export interface FailureFacts {
  /** Name of the step as the editor shows it, e.g. `Transfer Call`. */
  readonly step?: string;
  readonly callId?: string;
  readonly call?: Call;
  /** Origin of the 3CX server. */
  readonly serverUrl?: string;
  readonly clientId?: string;
  readonly extension?: string;
  /** What was to be played, as the user wrote it. */
  readonly audio?: string;
  /** What 3CX asks for before it tells this, e.g. `the role System Owner`. */
  readonly needs?: string;
}

/** What a person reads: what happened, complete by itself, and what to do about it. */
export interface FailureText {
  readonly message: string;
  readonly description: string;
  /** Status that the message begins with, if it has one. */
  readonly httpCode?: string;
}

/** The parts of an error of the libraries that messages are made from. */
export interface LibraryError {
  readonly code: string;
  readonly message: string;
  readonly status?: number | undefined;
  /** The words of 3CX itself; often empty. */
  readonly detail?: string;
  /** Only of a refusal for too many requests. */
  readonly retryAfterMs?: number | undefined;
}

type Describe = (error: LibraryError, facts: FailureFacts) => FailureText;

const END_REASONS: Readonly<Record<EndReason, string>> = {
  'hung-up-by-us': 'hung up by this workflow or another one',
  'remote-hung-up': 'the caller hung up',
  transferred: 'it was transferred',
  'not-answered': 'nobody answered',
  'lost-in-gap': 'while the connection to 3CX was lost',
};

const GRANT =
  'In 3CX open Integrations > API, the entry of your Client ID, and add it to the extensions it may control.';

const conflict: Describe = (error, facts) => ({
  httpCode: '409',
  message:
    facts.call?.status === 'ringing'
      ? `409 Operation conflict: ${facts.call.id} is still ringing`
      : `409 Operation conflict: ${facts.callId ?? 'the call'} is not in a state for '${facts.step ?? 'this step'}'`,
  description:
    facts.call?.status === 'ringing'
      ? `'${facts.step ?? 'This step'}' needs an answered call. Put Answer Call before it.${said(error)}`
      : `3CX refused it for this call as it is now.${said(error)}`,
});

const callGone: Describe = (_error, { call, callId }) => ({
  httpCode: '404',
  message:
    call?.endedAt === undefined
      ? `404 Call not found: ${callId ?? 'the call'} has ended or never was on this Client ID`
      : `404 Call not found: ${call.id} ended ${secondsSince(call.endedAt)} s ago (${END_REASONS[call.endReason ?? 'remote-hung-up']})`,
  description:
    "The call is over, so nothing more can be done with it. If the workflow should go on, set 'On Error' to Continue in the Settings of this node.",
});

const badAudio: Describe = (error, { audio, serverUrl }) => {
  const named = audio ?? 'the audio';
  const place = audio?.startsWith('/')
    ? `The path is on the 3CX web server. Open ${serverUrl ?? 'the server'}${audio} in a browser, or choose 'Source' Binary.`
    : 'Files may be WAV, MP3 or GSM. A web address must lead to the file itself, not to a page.';
  return {
    message: `Audio file not found or invalid format: ${named}${error.status ? ` (${error.status})` : ''}`,
    description: `${place}${said(error)}`,
  };
};

const byCode: Readonly<Record<string, Describe>> = {
  CALL_ID_INVALID: (_error, { callId }) => ({
    message: `Call ID invalid: "${callId ?? ''}" is no call ID of this package`,
    description: 'IDs look like call-42-325. Pass on callId of the trigger instead of a 3CX number.',
  }),
  CALL_NOT_FOUND: callGone,
  CALL_ENDED: callGone,
  CALL_STATE: conflict,
  INVALID_STATE: conflict,
  UNPROCESSABLE: conflict,
  FAILED_DEPENDENCY: conflict,
  DIGITS_CLAIMED: (_error, { callId }) => ({
    httpCode: '409',
    message: `409 Operation conflict: another step is already collecting digits on ${callId ?? 'this call'}`,
    description: 'A call answers one question at a time. Let the steps run one after another.',
  }),
  CALL_LIMIT: (error) => ({
    httpCode: '429',
    message: '429 Rate limit exceeded: as many calls as allowed are being placed already',
    description: `${error.message} Switch on 'Retry On Fail' in the Settings of this node, or place fewer calls at a time.`,
  }),
  COLLECT_VALIDATION: (error) => ({
    message: "The entry could not be checked against 'Pattern'",
    description: `${error.message} The caller was not blamed for it. Simplify the pattern.`,
  }),
  UNEXPECTED_RESPONSE: (error) => ({
    message: '3CX gave an answer that can not be used',
    description: `${error.message}${said(error)}`,
  }),
  EXTENSION_NOT_FOUND: (_error, { extension }) => ({
    message: `Extension ${extension ?? ''} not found or not configured`.replace('  ', ' '),
    description: `3CX knows no such extension for this client. ${GRANT}`,
  }),
  AUTHENTICATION: (error, { clientId }) => ({
    httpCode: '401',
    message: `401 Authentication failed: 3CX refused Client ID ${clientId ?? 'and Client Secret'}`,
    description: `Copy the API key again; it is shown only once. If it worked before, another program may be using the same Client ID: 3CX keeps one sign-in per client.${said(error)}`,
  }),
  PERMISSION: (error, { callId, clientId = 'of the credential', step, needs }) => ({
    httpCode: '403',
    message:
      needs !== undefined
        ? `403 Permission denied: '${step ?? 'This step'}' needs ${needs}`
        : callId === undefined
          ? `403 Permission denied: Client ID ${clientId} may not do this`
          : `403 Permission denied: ${callId} can't be controlled by Client ID ${clientId}`,
    description:
      needs !== undefined
        ? `In 3CX open Integrations > API, the entry of Client ID ${clientId}: switch on the Configuration API and give it ${needs}. A department of its own, not System Wide, takes effect at the next sign-in.${said(error)}`
        : callId === undefined
          ? `In 3CX open Integrations > API, the entry of your Client ID, and check that Call Control (for calls) and the Configuration API (for the whole system) are switched on, and that the licence has them.${said(error)}`
          : `The call runs on an extension that is not granted to this client. ${GRANT}${said(error)}`,
  }),
  NOT_FOUND: (error, { callId }) => ({
    httpCode: '404',
    message: `404 ${callId === undefined ? 'Resource' : 'Call'} not found${callId === undefined ? '' : `: ${callId}`}`,
    description: `3CX doesn't know it, or no longer.${said(error)}`,
  }),
  PROMPT_NOT_FOUND: badAudio,
  PROMPT_INVALID: badAudio,
  RATE_LIMIT: ({ retryAfterMs, ...error }) => ({
    httpCode: '429',
    message: `429 Rate limit exceeded: ${retryAfterMs === undefined ? 'too many requests to 3CX' : `3CX asks to wait ${Math.ceil(retryAfterMs / 1_000)} s`}`,
    description: `Switch on 'Retry On Fail' in the Settings of this node, with a longer wait between tries.${said(error)}`,
  }),
  SERVER: (error) => ({
    httpCode: String(error.status ?? 500),
    message: `${error.status ?? 500} Server error: 3CX could not carry it out`,
    description: `3CX may be restarting. Try again in a minute.${said(error)}`,
  }),
  CONNECTION_FAILED: (error, facts) => ({
    message: `Connection Failed: ${hostOf(facts)} can't be reached`,
    description: `${error.message} Check 'Server URL' (host and port), that 3CX is running, and that a firewall lets n8n through.`,
  }),
  CERTIFICATE: (error, facts) => ({
    message: `Connection Failed: the certificate of ${hostOf(facts)} is not trusted`,
    description: `${error.message} In the credential, paste your authority into 'CA Certificate', or switch on 'Ignore SSL Issues (Insecure)' on a private network.`,
  }),
  TIMEOUT: (error, { step }) => ({
    message: `No answer in time${step === undefined ? '' : ` for '${step}'`}`,
    description: `${error.message} It may have been carried out all the same.`,
  }),
  COLLECT_OPTIONS_INVALID: (error) => ({
    message: 'The fields of this step contradict each other',
    description: error.message,
  }),
  DISPOSED: () => ({
    message: 'Connection Failed: the connection to 3CX was closed while the step was running',
    description: 'It is opened again by the next step. Run the workflow again.',
  }),
};

/** Puts an error of the libraries in words for the person who builds the workflow. */
export function describeFailure(error: LibraryError, facts: FailureFacts = {}): FailureText {
  const describe = byCode[error.code];
  return describe?.(error, facts) ?? { message: error.message, description: (error.detail ?? '').trim() };
}

function said({ detail = '' }: Pick<LibraryError, 'detail'>): string {
  return detail === '' ? '' : ` 3CX said: ${detail}`;
}

function hostOf({ serverUrl }: FailureFacts): string {
  return serverUrl === undefined ? 'the 3CX server' : new URL(serverUrl).host;
}

function secondsSince(time: Date): number {
  return Math.max(0, Math.round((Date.now() - time.getTime()) / 1_000));
}
