/** Fewer digits are an extension, a queue, a year… */
const fewestDigits = 7;
/** A number of this form is one of ours, and nobody's. */
const standIn = /^15550(\d{6})$/;

const candidates = new RegExp(
  [
    // Neither dates nor GUIDs are telephone numbers.
    String.raw`(?<kept>(?<!\d)(?:19|20)\d\d-(?:0\d|1[0-2])-(?:[0-2]\d|3[01])(?!\d)(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?`,
    String.raw`(?<![\da-f])[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}(?![\da-f]))`,
    String.raw`\+?(?:\d\d\.){4}\d\d(?!\.?\d)`,
    String.raw`\+?(?:\d{1,3}\.)?\d{3}\.\d{3}\.\d{4}(?!\.?\d)`,
    String.raw`\+?\(?\d[\d ()/\-]*\d`,
  ].join('|'),
  'gi',
);

/** Replaces telephone numbers by made-up ones, the same by the same. */
export class OutsideNumbers {
  readonly #known = new Map<string, string>();
  #last = 0;

  mask(text: string): string {
    return text.replace(candidates, (found: string, ...groups: unknown[]) => {
      const [named] = groups.slice(-1);
      const isKept =
        typeof named === 'object' && named !== null && 'kept' in named && named.kept !== undefined;
      return isKept ? found : this.#masked(found);
    });
  }

  #next(): string {
    this.#last += 1;
    return `15550${String(this.#last).padStart(6, '0')}`;
  }

  #masked(found: string): string {
    const digits = found.replace(/\D/g, '');
    if (digits.length < fewestDigits) return found;
    const [, ordinal] = standIn.exec(digits) ?? [];
    if (ordinal !== undefined) {
      // Of an earlier recording: nobody else may get it.
      this.#last = Math.max(this.#last, Number(ordinal));
      return found;
    }
    const number = this.#known.get(digits) ?? this.#next();
    this.#known.set(digits, number);
    return found.startsWith('+') ? `+${number}` : number;
  }
}
