import { meaningOfClose } from './close-codes';

describe('close codes', () => {
  it.each([
    [1000, 0, false],
    [1001, 5000, false],
    [1002, 0, false],
    [1003, 0, false],
    [1005, 0, false],
    [1006, 0, false],
    [1007, 0, false],
    [1008, 0, true],
    [1009, 0, false],
    [1010, 0, false],
    [1011, 0, false],
    [1012, 5000, false],
    [1013, 5000, false],
    [1014, 5000, false],
    [1015, 0, false],
    [3000, 0, true],
    [3003, 0, true],
    [3008, 0, false],
    [3999, 0, false],
    [4401, 0, false],
  ])('%d: wait %d ms at least, new token %s', (code, waitAtLeastMs, renewToken) => {
    expect(meaningOfClose(code)).toMatchObject({ waitAtLeastMs, renewToken });
  });

  it('all have words', () => {
    for (let code = 0; code < 5100; code += 1) expect(meaningOfClose(code).text).not.toBe('');
  });
});
