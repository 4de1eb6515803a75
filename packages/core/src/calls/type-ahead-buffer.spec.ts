import fc from 'fast-check';
import { TypeAheadBuffer, type KeyPress } from '../index';

const keysOf = (presses: readonly KeyPress[]) => presses.map(({ key }) => key).join('');

function bufferAt(start = 0) {
  let now = start;
  const buffer = new TypeAheadBuffer(() => now);
  return {
    buffer,
    pass: (ms: number) => {
      now += ms;
    },
  };
}

describe('the type-ahead buffer', () => {
  it('keeps keys pressed while nobody listens, for the step that comes next (B.4 row 14)', () => {
    const { buffer } = bufferAt();
    buffer.press('1');
    buffer.press('2');
    expect(buffer.size).toBe(2);
    expect(keysOf(buffer.claim(() => undefined).buffered)).toBe('12');
    expect(buffer.size).toBe(0);
  });

  it('takes a message of several characters as several presses at one time (row 21)', () => {
    const { buffer } = bufferAt(70);
    const heard: KeyPress[] = [];
    buffer.claim((press) => heard.push(press));
    expect(buffer.press('12#')).toEqual(['1', '2', '#']);
    expect(heard).toEqual([
      { key: '1', at: 70 },
      { key: '2', at: 70 },
      { key: '#', at: 70 },
    ]);
  });

  it('drops what is no key, and counts it (row 10)', () => {
    const { buffer } = bufferAt();
    expect(buffer.press('1x\u{1F600}d')).toEqual(['1', 'D']);
    expect(buffer.dropped).toBeGreaterThan(0);
  });

  it('holds 30 keys; the oldest go first (row 14)', () => {
    const { buffer } = bufferAt();
    buffer.press('9');
    buffer.press('1'.repeat(30));
    expect(keysOf(buffer.claim(() => undefined).buffered)).toBe('1'.repeat(30));
  });

  it('forgets keys older than ten seconds (row 14)', () => {
    const { buffer, pass } = bufferAt();
    buffer.press('1');
    pass(6_000);
    buffer.press('2');
    pass(5_000);
    expect(keysOf(buffer.claim(() => undefined).buffered)).toBe('2');
  });

  it('swallows one late terminator after an automatic match, nothing else (row 9)', () => {
    const swallow = { keys: new Set(['#'] as const), forMs: 1000 };
    const late = bufferAt();
    late.buffer.claim(() => undefined).release({ swallow });
    late.pass(1000);
    late.buffer.press('##');
    expect(late.buffer.size).toBe(1);

    const tooLate = bufferAt();
    tooLate.buffer.claim(() => undefined).release({ swallow });
    tooLate.pass(1001);
    tooLate.buffer.press('#');
    expect(tooLate.buffer.size).toBe(1);

    const other = bufferAt();
    other.buffer.claim(() => undefined).release({ swallow });
    other.buffer.press('5#');
    expect(other.buffer.size).toBe(2);
  });

  it('serves one step at a time', () => {
    const { buffer } = bufferAt();
    const claim = buffer.claim(() => undefined);
    expect(() => buffer.claim(() => undefined)).toThrow('Another step');
    claim.release();
    claim.release();
    expect(() => buffer.claim(() => undefined)).not.toThrow();
  });

  it('loses no key and changes no order, however presses and steps interleave', () => {
    const action = fc.oneof(
      fc.record({ press: fc.stringMatching(/^[0-9*#A-D]{1,3}$/) }),
      fc.record({ take: fc.integer({ min: 0, max: 5 }) }),
    );
    fc.assert(
      fc.property(fc.array(action, { maxLength: 20 }), (actions) => {
        const { buffer } = bufferAt();
        let pressed = '';
        let used = '';
        for (const one of actions) {
          if ('press' in one) {
            // Fewer than the buffer holds, so that none is dropped for want of room.
            if (pressed.length - used.length > 20) continue;
            buffer.press(one.press);
            pressed += one.press;
          } else {
            const claim = buffer.claim(() => undefined);
            used += keysOf(claim.buffered.slice(0, one.take));
            claim.release({ leftover: claim.buffered.slice(one.take) });
          }
        }
        const rest = keysOf(buffer.claim(() => undefined).buffered);
        expect(used + rest).toBe(pressed);
      }),
    );
  });
});
