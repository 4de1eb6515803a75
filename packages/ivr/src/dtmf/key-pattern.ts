/**
 * A pattern of telephone keys: the part of regular expressions that an entry of
 * digits needs, and that can't run away. Every quantifier is worked out over sets of
 * positions, without going back, and a budget of steps ends what still takes too long.
 */
export interface KeyPattern {
  /**
   * Whether the pattern fits the whole entry.
   * @throws Error when the budget of steps is spent: then the entry is neither refused nor taken
   */
  fits(entry: string): boolean;
}

/** The pattern can't be read; the message says where and why. */
export class KeyPatternSyntaxError extends SyntaxError {
  override readonly name = 'KeyPatternSyntaxError';
}

const MAX_SOURCE_LENGTH = 256;
const MAX_REPEAT = 128;
/** Comparisons of one key with one place of the pattern. Some milliseconds on any machine. */
const MAX_STEPS = 1_000_000;
const KEYS = '0123456789*#ABCD';

/** Given where it may begin in `entry`, where it may end. */
type Matcher = (starts: ReadonlySet<number>, run: Run) => ReadonlySet<number>;

interface Run {
  readonly entry: string;
  steps: number;
}

/**
 * Reads a pattern: keys, `.`, `\d`, `[1-5]`, `[^0]`, groups, `|`, `?`, `+`, `*`, `{2}`,
 * `{2,}`, `{2,4}`. The key `*` is written `\*` or `[*]`. The pattern is for the whole
 * entry; `^` in front and `$` at the end are allowed and change nothing.
 * @throws KeyPatternSyntaxError
 */
export function parseKeyPattern(source: string): KeyPattern {
  if (source.length > MAX_SOURCE_LENGTH) {
    throw new KeyPatternSyntaxError(`it is longer than ${String(MAX_SOURCE_LENGTH)} characters`);
  }
  const text = source.replace(/^\^/, '').replace(/(?<!\\)\$$/, '');
  const matcher = new PatternReader(text).read();
  return {
    fits: (entry) => matcher(new Set([0]), { entry, steps: 0 }).has(entry.length),
  };
}

class PatternReader {
  #at = 0;

  constructor(private readonly text: string) {}

  read(): Matcher {
    const matcher = this.#alternatives();
    if (this.#at < this.text.length) throw this.#wrong('unexpected )');
    return matcher;
  }

  #alternatives(): Matcher {
    const branches = [this.#sequence()];
    while (this.#take('|')) branches.push(this.#sequence());
    return (starts, run) => new Set(branches.flatMap((branch) => [...branch(starts, run)]));
  }

  #sequence(): Matcher {
    const parts: Matcher[] = [];
    while (this.#at < this.text.length && !'|)'.includes(this.#peek())) parts.push(this.#repeated());
    return (starts, run) => parts.reduce((ends, part) => part(ends, run), starts);
  }

  #repeated(): Matcher {
    const part = this.#atom();
    const bounds = this.#quantifier();
    return bounds === undefined ? part : repeat(part, bounds.min, bounds.max);
  }

  #atom(): Matcher {
    if (this.#take('(')) {
      this.#take('?:');
      const inside = this.#alternatives();
      if (!this.#take(')')) throw this.#wrong('a ( is never closed');
      return inside;
    }
    if (this.#take('[')) return oneOf(this.#keyClass());
    if (this.#take('.')) return oneOf(KEYS);
    if (this.#take('\\d')) return oneOf('0123456789');
    return oneOf(this.#key());
  }

  #keyClass(): string {
    const negated = this.#take('^');
    let keys = '';
    while (!this.#take(']')) {
      if (this.#take('\\d')) {
        keys += '0123456789';
        continue;
      }
      // Within brackets every key stands for itself, * too.
      const first = this.#take('*') ? '*' : this.#key();
      keys += this.#take('-') ? this.#range(first, this.#key()) : first;
    }
    return negated
      ? Array.from(KEYS)
          .filter((key) => !keys.includes(key))
          .join('')
      : keys;
  }

  #range(first: string, last: string): string {
    const keys = KEYS.slice(KEYS.indexOf(first), KEYS.indexOf(last) + 1);
    if (keys === '' || !/^(\d+|[A-D]+)$/.test(keys)) {
      throw this.#wrong('a range goes from a lower digit or letter to a higher one');
    }
    return keys;
  }

  #key(): string {
    this.#take('\\');
    const key = this.#peek();
    const escaped = this.text[this.#at - 1] === '\\';
    if (key === '' || !KEYS.includes(key) || (key === '*' && !escaped)) {
      throw this.#wrong(key === '' ? 'it ends too early' : `${key} is neither a key nor understood here`);
    }
    this.#at += 1;
    return key;
  }

  #quantifier(): { min: number; max: number } | undefined {
    if (this.#take('?')) return { min: 0, max: 1 };
    if (this.#take('*')) return { min: 0, max: Infinity };
    if (this.#take('+')) return { min: 1, max: Infinity };
    const [whole, least, comma, most] = /^\{(\d+)(,?)(\d*)\}/.exec(this.text.slice(this.#at)) ?? [];
    if (whole === undefined) return undefined;
    const min = Number(least);
    const max = most ? Number(most) : comma ? Infinity : min;
    if (min > max || min > MAX_REPEAT || (max !== Infinity && max > MAX_REPEAT)) {
      throw this.#wrong(`{min,max} needs min <= max <= ${String(MAX_REPEAT)}`);
    }
    this.#at += whole.length;
    return { min, max };
  }

  #peek(): string {
    return this.text.charAt(this.#at);
  }

  #take(expected: string): boolean {
    const found = this.text.startsWith(expected, this.#at);
    if (found) this.#at += expected.length;
    return found;
  }

  #wrong(why: string): KeyPatternSyntaxError {
    return new KeyPatternSyntaxError(`at character ${String(this.#at + 1)}, ${why}`);
  }
}

function oneOf(keys: string): Matcher {
  return (starts, run) => {
    run.steps += starts.size;
    if (run.steps > MAX_STEPS) throw new Error('The pattern takes too long on this entry: simplify it.');
    const ends = new Set<number>();
    for (const at of starts)
      if (at < run.entry.length && keys.includes(run.entry.charAt(at))) ends.add(at + 1);
    return ends;
  };
}

/** Ends as soon as another round leads nowhere new, so an empty repetition is no endless one. */
function repeat(part: Matcher, min: number, max: number): Matcher {
  return (starts, run) => {
    let current = starts;
    for (let round = 0; round < min && current.size > 0; round += 1) current = part(current, run);
    const ends = new Set(current);
    for (let round = min; round < max && current.size > 0; round += 1) {
      const next = part(current, run);
      current = new Set([...next].filter((at) => !ends.has(at)));
      for (const at of current) ends.add(at);
    }
    return ends;
  };
}
