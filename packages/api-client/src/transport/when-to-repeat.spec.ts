import { CertificateError, ConnectionFailedError, TimeoutError, type ConnectionProblem } from '../errors';
import { waitBeforeRepeating } from './when-to-repeat';

const status = (code: number, retryAfter?: string) => ({
  status: code,
  headers: new Headers(retryAfter === undefined ? {} : { 'retry-after': retryAfter }),
});
const broken = (problem: ConnectionProblem) => ({ error: new ConnectionFailedError('', { problem }) });
const middle = () => 0.5;
const wait = (method: string, end: Parameters<typeof waitBeforeRepeating>[2], attempt = 1) =>
  waitBeforeRepeating(method, attempt, end, {}, middle);

describe('when a request is sent again', () => {
  it.each(['refused', 'reset', 'unreachable'] as const)(
    'reading after a connection that was %s',
    (problem) => {
      expect([wait('GET', broken(problem)), wait('HEAD', broken(problem))]).toEqual([200, 200]);
      expect(wait('POST', broken(problem))).toBeUndefined();
    },
  );

  it.each(['dns', 'protocol', 'proxy', 'not-tried'] as const)('never after %s: it stays wrong', (problem) => {
    expect(wait('GET', broken(problem))).toBeUndefined();
  });

  it.each([new CertificateError(''), new TimeoutError(''), new Error('')])('never after %s', (error) => {
    expect(wait('GET', { error })).toBeUndefined();
  });

  it.each([
    ['GET', 502, 200],
    ['GET', 503, 200],
    ['POST', 502, undefined],
    ['POST', 503, undefined],
    ['PATCH', 502, undefined],
    ['DELETE', 502, undefined],
    ['GET', 429, undefined],
    ['GET', 500, undefined],
    ['GET', 504, undefined],
    ['GET', 404, undefined],
    ['GET', 200, undefined],
  ])('%s after %d: %s', (method, code, ms) => {
    expect(wait(method, status(code))).toBe(ms);
  });

  it.each(['GET', 'POST'])('%s when a 429 or 503 says after how long', (method) => {
    expect(wait(method, status(429, '2'))).toBe(2050);
    expect(wait(method, status(503, '0'))).toBe(50);
  });

  it('not when the wait asked for is long: the caller knows whether it is worth it', () => {
    expect(wait('GET', status(429, '7'))).toBeUndefined();
    expect(wait('GET', status(503, 'Wed, 21 Oct 2099 07:28:00 GMT'))).toBeUndefined();
  });

  it('twice at most, waiting longer the second time, never in step with others', () => {
    expect([1, 2, 3].map((attempt) => wait('GET', status(503), attempt))).toEqual([200, 400, undefined]);
    const spread = [0, 0.999].map((random) => waitBeforeRepeating('GET', 1, status(503), {}, () => random));
    expect(spread).toEqual([100, expect.closeTo(299.8)]);
  });
});
