import { UnexpectedResponseError } from '../errors';
import { nextPageUrl } from './next-link';

const base = 'https://pbx.test:5001/xapi/v1';

describe('the link to the next page', () => {
  it.each([
    ['https://pbx.test:5001/xapi/v1/Users?$skip=100', 'https://pbx.test:5001/xapi/v1/Users?$skip=100'],
    ['Users?$skip=100', 'https://pbx.test:5001/xapi/v1/Users?$skip=100'],
    ['/xapi/v1/Users?$skip=100', 'https://pbx.test:5001/xapi/v1/Users?$skip=100'],
  ])('is followed inside the API: %s', (link, url) => {
    expect(nextPageUrl(link, base)).toBe(url);
  });

  it.each([
    ['https://evil.test/xapi/v1/Users'],
    ['//evil.test/xapi/v1/Users'],
    ['https://pbx.test:5001.evil.test/xapi/v1/Users'],
    ['https://pbx.test:5001@evil.test/xapi/v1/Users'],
    ['https://pbx.test/xapi/v1/Users'],
    ['http://pbx.test:5001/xapi/v1/Users'],
    ['https://me:secret@pbx.test:5001/xapi/v1/Users'],
    ['https://pbx.test:5001/callcontrol'],
    ['https://pbx.test:5001/xapi/v1/../../connect/token'],
    ['javascript:alert(1)'],
    ['https://'],
  ])('is refused elsewhere: %s', (link) => {
    expect(() => nextPageUrl(link, base)).toThrow(UnexpectedResponseError);
  });

  it('is named by its host only, because the rest may be secret', () => {
    expect(() => nextPageUrl('https://me:secret@evil.test/x?token=1', base)).toThrow(
      /^3CX pointed to https:\/\/evil\.test for the next rows/,
    );
  });
});
