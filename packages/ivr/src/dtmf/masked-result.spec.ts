import { format, inspect } from 'node:util';
import { setScene } from '../testing/scene';

describe('row 26: digits in a result', () => {
  async function match() {
    const { call, collect } = setScene();
    const result = collect({ maxDigits: 6 });
    call.press('4711#');
    return result;
  }

  async function partialEntry() {
    const { call, collect } = setScene();
    const result = collect({ minDigits: 6, maxDigits: 6 });
    call.press('4711');
    call.callerHangsUp();
    return result;
  }

  it.each([
    ['match', match],
    ['partial entry', partialEntry],
  ])('of a %s are not shown by inspection or string conversion', async (_, make) => {
    const result = await make();
    const asText: { toString: () => string } = result;
    for (const text of [
      inspect(result),
      inspect({ nested: { deep: [result] } }, { depth: 9 }),
      format('%s %o %O', result, result, result),
      asText.toString(),
    ]) {
      expect(text).not.toMatch(/4711/);
    }
  });

  it('the rest is shown, the mask in place of the digits', async () => {
    expect(inspect(await match())).toBe(
      inspect({
        kind: 'match',
        digits: '****',
        terminator: '#',
        source: 'live',
        durationMs: 0,
        attempts: 1,
        ignoredDigits: 0,
        flushedDigits: 0,
        gap: false,
      }),
    );
  });

  it('are shown where the step says they are no secret', async () => {
    const { call, collect } = setScene();
    call.press('4711#');
    expect(inspect(await collect({ maxDigits: 6, masked: false }))).toContain("digits: '4711'");
  });

  it('are an ordinary property, and JSON keeps them', async () => {
    const result = await match();
    expect(result.kind === 'match' && result.digits).toBe('4711');
    expect(JSON.parse(JSON.stringify(result))).toEqual({ ...result });
    expect(JSON.stringify(await partialEntry())).toContain('"partialDigits":"4711"');
  });

  it('a match without a terminator has no such property', async () => {
    const { call, collect } = setScene();
    call.press('1');
    expect(Object.keys(await collect())).not.toContain('terminator');
  });
});
