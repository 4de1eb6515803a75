import {
  AuthenticationError,
  CallEndedError,
  CallLimitError,
  CallNotFoundError,
  CertificateError,
  ConfigurationError,
  ConnectionFailedError,
  DigitsClaimedError,
  DisposedError,
  ExtensionNotFoundError,
  FailedDependencyError,
  InvalidCallIdError,
  InvalidCallStateError,
  InvalidPromptError,
  NotFoundError,
  PermissionError,
  PromptNotFoundError,
  RateLimitError,
  ServerError,
  TimeoutError,
  UnexpectedResponseError,
  UnprocessableError,
} from '@org/3cx-core';
import { CollectOptionsError, CollectValidationError } from '@org/3cx-ivr';
import { NodeApiError, NodeOperationError } from 'n8n-workflow';
import { failureJson, toNodeFailure } from './errors';
import type { FailureFacts } from './failure';
import { GuidedError } from './guided-error';
import { FakeCall, fakeNode } from './spec-support';

const node = fakeNode();
const facts: FailureFacts = {
  step: 'Play Audio',
  callId: 'call-42-325',
  serverUrl: 'https://pbx.example.com:5001',
  clientId: '999',
  extension: '555',
  audio: '/prompts/welcome.wav',
};

interface Row {
  readonly error: Error;
  readonly facts?: FailureFacts;
  readonly message: string;
  readonly description: RegExp;
  readonly httpCode?: string;
}

const table: readonly Row[] = [
  {
    error: new CallLimitError('30 calls are under way.'),
    message: '429 Rate limit exceeded: as many calls as allowed are being placed already',
    description: /^30 calls are under way\. Switch on 'Retry On Fail'/,
    httpCode: '429',
  },
  {
    error: new CollectValidationError('The pattern took too long.'),
    message: "The entry could not be checked against 'Pattern'",
    description: /^The pattern took too long\./,
  },
  {
    error: new InvalidCallIdError('no prefix'),
    facts: { callId: '12345' },
    message: 'Call ID invalid: "12345" is no call ID of this package',
    description: /call-42-325/,
  },
  {
    error: new CallNotFoundError('unknown'),
    message: '404 Call not found: call-42-325 has ended or never was on this Client ID',
    description: /'On Error' to Continue/,
    httpCode: '404',
  },
  {
    error: new ExtensionNotFoundError('no 555'),
    message: 'Extension 555 not found or not configured',
    description: /Integrations > API/,
  },
  {
    error: new AuthenticationError('refused', { status: 401 }),
    message: '401 Authentication failed: 3CX refused Client ID 999',
    description: /Copy the API key again/,
    httpCode: '401',
  },
  {
    error: new PermissionError('no', { status: 403 }),
    message: "403 Permission denied: call-42-325 can't be controlled by Client ID 999",
    description: /not granted/,
    httpCode: '403',
  },
  {
    error: new PermissionError('no', { status: 403, detail: 'System Owner only' }),
    facts: { clientId: '999' },
    message: '403 Permission denied: Client ID 999 may not do this',
    description: /Configuration API.*3CX said: System Owner only/,
    httpCode: '403',
  },
  {
    error: new NotFoundError('gone', { status: 404 }),
    message: '404 Call not found: call-42-325',
    description: /no longer/,
    httpCode: '404',
  },
  {
    error: new UnprocessableError('no', { status: 422, detail: 'Not supported by device' }),
    message: "409 Operation conflict: call-42-325 is not in a state for 'Play Audio'",
    description: /3CX said: Not supported by device/,
    httpCode: '409',
  },
  {
    error: new FailedDependencyError('no audio', { status: 424 }),
    message: "409 Operation conflict: call-42-325 is not in a state for 'Play Audio'",
    description: /3CX refused it/,
    httpCode: '409',
  },
  {
    error: new DigitsClaimedError('claimed'),
    message: '409 Operation conflict: another step is already collecting digits on call-42-325',
    description: /one after another/,
    httpCode: '409',
  },
  {
    error: new PromptNotFoundError('absent', { status: 404 }),
    message: 'Audio file not found or invalid format: /prompts/welcome.wav (404)',
    description: /3CX web server\. Open https:\/\/pbx\.example\.com:5001\/prompts\/welcome\.wav/,
  },
  {
    error: new InvalidPromptError('a web page'),
    facts: { audio: 'https://files.example.com/a.wav' },
    message: 'Audio file not found or invalid format: https://files.example.com/a.wav',
    description: /WAV, MP3 or GSM/,
  },
  {
    error: new RateLimitError('slow down', 2_500, { status: 429 }),
    message: '429 Rate limit exceeded: 3CX asks to wait 3 s',
    description: /Retry On Fail/,
    httpCode: '429',
  },
  {
    error: new RateLimitError('slow down', undefined, { status: 429 }),
    message: '429 Rate limit exceeded: too many requests to 3CX',
    description: /Retry On Fail/,
    httpCode: '429',
  },
  {
    error: new ServerError('failed', { status: 503, detail: 'Starting' }),
    message: '503 Server error: 3CX could not carry it out',
    description: /3CX said: Starting/,
    httpCode: '503',
  },
  {
    error: new ConnectionFailedError('connect ECONNREFUSED 10.0.0.2:5001'),
    message: "Connection Failed: pbx.example.com:5001 can't be reached",
    description: /ECONNREFUSED 10\.0\.0\.2:5001 Check 'Server URL'/,
  },
  {
    error: new CertificateError('self-signed certificate'),
    message: 'Connection Failed: the certificate of pbx.example.com:5001 is not trusted',
    description:
      /^self-signed certificate In the credential.*'CA Certificate'.*'Ignore SSL Issues \(Insecure\)'/,
  },
  {
    error: new TimeoutError('No answer within 10 s.'),
    message: "No answer in time for 'Play Audio'",
    description: /may have been carried out/,
  },
  {
    error: new DisposedError('disposed'),
    message: 'Connection Failed: the connection to 3CX was closed while the step was running',
    description: /again/,
  },
  {
    error: new ConfigurationError('The server URL is empty.'),
    message: 'The server URL is empty.',
    description: /^$/,
  },
  {
    error: new UnexpectedResponseError('Odd answer.'),
    message: '3CX gave an answer that can not be used',
    description: /^Odd answer\.$/,
  },
  {
    error: new GuidedError('PARAMETER', "'Target' is empty", 'Enter a number.'),
    message: "'Target' is empty",
    description: /Enter a number/,
  },
  {
    error: new CollectOptionsError('minDigits: must not be greater'),
    message: 'The fields of this step contradict each other',
    description: /minDigits/,
  },
  { error: new TypeError('x is undefined'), message: 'x is undefined', description: /not foreseen/ },
];

describe('what n8n shows for a failure', () => {
  it.each(table)(
    '$error.name: $message',
    ({ error, facts: known = facts, message, description, httpCode }) => {
      const shown = toNodeFailure(node, error, known, 3).error;
      expect(shown.message).toBe(message);
      expect(shown.description ?? '').toMatch(description);
      expect(shown.context.itemIndex).toBe(3);
      expect(shown.cause).toBe(error);
      expect(shown).toBeInstanceOf(httpCode === undefined ? NodeOperationError : NodeApiError);
      expect(shown).toMatchObject(httpCode === undefined ? {} : { httpCode });
    },
  );

  it.each([
    ['remote-hung-up', 'the caller hung up'],
    ['transferred', 'it was transferred'],
    ['hung-up-by-us', 'hung up by this workflow or another one'],
    ['lost-in-gap', 'while the connection to 3CX was lost'],
  ] as const)('tells when and why a call ended: %s', (reason, words) => {
    const call = new FakeCall();
    call.end(reason);
    call.endedAt = new Date(Date.now() - 12_000);
    const { error } = toNodeFailure(node, new CallEndedError('ended'), { callId: call.id, call });
    expect(error.message).toBe(`404 Call not found: call-42-325 ended 12 s ago (${words})`);
  });

  it('says which step a ringing call needs first', () => {
    const call = new FakeCall();
    const { error } = toNodeFailure(node, new InvalidCallStateError('ringing'), {
      step: 'Transfer Call',
      call,
    });
    expect(error.message).toBe('409 Operation conflict: call-42-325 is still ringing');
    expect(error.description).toBe("'Transfer Call' needs an answered call. Put Answer Call before it.");
  });

  it('leaves an error of n8n as it is', () => {
    const original = new NodeOperationError(node, 'No binary field');
    expect(toNodeFailure(node, original).error).toBe(original);
  });
});

describe('a failing item that is passed on', () => {
  const failure = toNodeFailure(node, new RateLimitError('slow', 1_000), facts, 0);

  it('keeps its fields on the regular output', () => {
    expect(failureJson(failure, { callId: 'call-42-325', note: 'kept' }, false)).toEqual({
      callId: 'call-42-325',
      note: 'kept',
      success: false,
      error: '429 Rate limit exceeded: 3CX asks to wait 1 s',
      errorCode: 'RATE_LIMIT',
      errorDescription: expect.stringMatching('Retry On Fail') as string,
    });
  });

  it('has the three keys that n8n takes for an error, for the error output', () => {
    expect(failureJson(failure, { callId: 'call-42-325' }, true)).toEqual({
      error: '429 Rate limit exceeded: 3CX asks to wait 1 s',
      message: '429 Rate limit exceeded: 3CX asks to wait 1 s',
      details: {
        code: 'RATE_LIMIT',
        description: expect.stringMatching('Retry On Fail') as string,
        retryable: true,
      },
    });
  });
});
