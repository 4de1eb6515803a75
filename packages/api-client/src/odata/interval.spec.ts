import { consoleInterval } from './interval';

describe("the console's intervals", () => {
  it.each([
    [0, '0:00:0'],
    [5, '0:00:5'],
    [59, '0:00:59'],
    [60, '0:01:0'],
    [3600, '1:00:0'],
    [90_061, '25:01:1'],
  ])('write %d s as %s', (seconds, text) => {
    expect(consoleInterval(seconds)).toBe(text);
  });

  it.each([[-1], [0.5], [NaN]])('refuse %d', (seconds) => {
    expect(() => consoleInterval(seconds)).toThrow('whole seconds');
  });
});
