import { ConfigurationError, parseServerUrl } from './index';

describe('the server URL people type', () => {
  it.each([
    ['https://pbx.example.com:5001', 'https://pbx.example.com:5001'],
    ['  https://pbx.example.com:5001/  ', 'https://pbx.example.com:5001'],
    ['pbx.example.com', 'https://pbx.example.com'],
    ['pbx.example.com:5001', 'https://pbx.example.com:5001'],
    ['https://pbx.example.com:5001/xapi/v1', 'https://pbx.example.com:5001'],
    ['http://10.0.0.5:5000', 'http://10.0.0.5:5000'],
    ['https://[::1]:5001', 'https://[::1]:5001'],
  ])('%j means %s', (typed, origin) => {
    expect(parseServerUrl(typed)).toBe(origin);
  });

  it.each(['', '   ', 'https://', 'ftp://pbx.example.com', 'not a url'])(
    '%j is refused with what to do',
    (typed) => {
      expect(() => parseServerUrl(typed)).toThrow(ConfigurationError);
    },
  );
});
