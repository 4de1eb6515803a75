import {
  createCallControlClient,
  createTokenSource,
  errorOfResponse,
  InvalidStateError,
  ThreeCxError,
} from './index';

const refused = (status: number, headers: Record<string, string> = {}) =>
  new Response(status === 304 ? null : '', { status, headers });

describe('the error of an answer', () => {
  it.each([
    [400, 'UNPROCESSABLE', false],
    [401, 'AUTHENTICATION', false],
    [403, 'PERMISSION', false],
    [404, 'NOT_FOUND', false],
    [405, 'UNEXPECTED_RESPONSE', false],
    [408, 'TIMEOUT', true],
    [409, 'INVALID_STATE', false],
    [412, 'INVALID_STATE', false],
    [418, 'UNEXPECTED_RESPONSE', false],
    [422, 'UNPROCESSABLE', false],
    [424, 'FAILED_DEPENDENCY', false],
    [429, 'RATE_LIMIT', true],
    [500, 'SERVER', true],
    [504, 'SERVER', true],
  ])('%d is %s (retryable: %s), with status, operation and what to do', (status, code, retryable) => {
    const error = errorOfResponse(refused(status), { reasontext: 'Because.' }, 'divert on extension 999');
    expect(error).toMatchObject({
      code,
      status,
      retryable,
      detail: 'Because.',
      operation: 'divert on extension 999',
      advice: expect.stringMatching(/\w+/) as string,
    });
    expect(error).toBeInstanceOf(ThreeCxError);
    expect(error.message.endsWith(error.advice)).toBe(true);
  });

  it('counts audio that is not to be had among the invalid states', () => {
    expect(errorOfResponse(refused(424), '', 'the audio')).toBeInstanceOf(InvalidStateError);
  });

  it.each([
    ['ReportCallLogData', '', /System Owner/],
    ['GET /xapi/v1/Recordings', '', /System Owner/],
    ['GET /xapi/v1/Users', '', /Configuration API Access/],
    ['drop on extension 999', '', /Call Control checkbox.*far end/],
    ['the state of its extensions', '', /checkbox/],
    ['the state of its extensions', 'License does not allow', /Enterprise/],
    ['the state of its extensions', 'IP address is not allowed', /Console Restrictions/],
  ])('403 names the likely cause: %s %s', (what, words, cause) => {
    expect(errorOfResponse(refused(403), words, what).advice).toMatch(cause);
  });

  it('names the server to use when it is sent elsewhere', () => {
    const error = errorOfResponse(refused(301, { location: 'https://pbx.test:5001/login?x=1' }), '', 'it');
    expect(error.message).toContain('https://pbx.test:5001: use that');
  });

  it.each([
    ['7', 7000],
    ['', undefined],
    ['soon', undefined],
    ['-3', 0],
  ])('reads Retry-After %j as %s', (header, ms) => {
    expect(errorOfResponse(refused(429, { 'retry-after': header }), '', 'it')).toMatchObject({
      retryAfterMs: ms,
    });
  });
});

describe('an answer that is none of the API', () => {
  it.each(['<html>Welcome</html>', '', '{"dn"', '[1]', '{"dn":7}'])(
    'is a protocol error, not a parser one: %j',
    async (body) => {
      const transport = {
        tls: { rejectUnauthorized: true },
        fetch: ({ url }: Request) =>
          Promise.resolve(
            url.endsWith('/connect/token') ? Response.json({ access_token: 'token' }) : new Response(body),
          ),
        download: () => Promise.reject(new Error('not here')),
        upload: () => {
          throw new Error('not here');
        },
        dispose: () => undefined,
      };
      const serverUrl = 'https://pbx.test';
      const tokens = createTokenSource({ serverUrl, clientId: '9', clientSecret: 's', transport });
      const api = createCallControlClient({ serverUrl, tokens, transport });
      await expect(api.getDn('101')).rejects.toMatchObject({
        code: 'UNEXPECTED_RESPONSE',
        status: 200,
        operation: 'extension 101',
      });
    },
  );
});
