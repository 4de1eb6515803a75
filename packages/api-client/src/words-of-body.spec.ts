import fc from 'fast-check';
import { wordsOfBody } from './words-of-body';

describe("the PBX's own words in an error body", () => {
  it.each([
    [
      'an action',
      { finalstatus: 'Failed', reason: 'PhoneBusy', reasontext: 'Target is busy' },
      'Target is busy',
    ],
    ['an action without a text', { reason: 'NoAnswer', reasontext: '' }, 'NoAnswer'],
    [
      'OAuth',
      { error: 'unauthorized', error_description: 'User authentication is required' },
      'User authentication is required',
    ],
    ['OAuth, short', { error: 'invalid_client' }, 'invalid_client'],
    [
      'OData',
      { error: { code: '', message: 'The delta field is required.', details: [] } },
      'The delta field is required.',
    ],
    [
      'OData with details only',
      { error: { code: 'x', message: '', details: [{ message: 'Number is taken' }] } },
      'Number is taken',
    ],
    ['a problem document', { type: 'about:blank', title: 'Bad Request', status: 400 }, 'Bad Request'],
    ['an older web API', { Message: 'No HTTP resource was found' }, 'No HTTP resource was found'],
    ['JSON in text', '{"reasontext":"No route"}', 'No route'],
    ['a JSON string', '"No route"', 'No route'],
    ['plain text', ' upstream  timed\nout ', 'upstream timed out'],
    ['a web page', '<html><body>502 Bad Gateway</body></html>', ''],
    ['nothing', '', ''],
    ['null', null, ''],
    ['a number', 7, ''],
    ['a list', [], ''],
    ['truncated JSON', '{"reasontext":"No ro', ''],
  ])('are found in %s', (_, body, words) => {
    expect(wordsOfBody(body)).toBe(words);
  });

  it("leave out callers' numbers, but not extensions", () => {
    expect(wordsOfBody('No route from 101 to +1 (612) 555-1234')).toBe(
      'No route from 101 to (number ending in 34)',
    );
  });

  it.each([
    'client_secret=hunter2 is wrong',
    'Authorization: Bearer hunter2',
    '{"message":"token hunter2hunter2hunter2.hunter2hunter2hunter2.x has expired"}',
    '{"message":"password: hunter2"}',
  ])('leave out secrets: %s', (body) => {
    expect(wordsOfBody(body)).not.toContain('hunter2');
  });

  it('are a short sentence whatever the body is', () => {
    fc.assert(
      fc.property(fc.oneof(fc.anything(), fc.json(), fc.string()), (body) => {
        expect(wordsOfBody(body).length).toBeLessThanOrEqual(200);
      }),
    );
  });
});
