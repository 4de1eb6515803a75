import type { Interrupt, Terminal } from '../terminal';

/** The fields of the line that `--json` prints. */
export function ready(line: string): Map<string, string> {
  const parsed: unknown = JSON.parse(line);
  if (typeof parsed !== 'object' || parsed === null) throw new Error('not an object');
  return new Map(Object.entries(parsed).map(([name, value]) => [name, String(value)]));
}

/** A terminal a test can read from and press Ctrl-C in. */
export class TestTerminal implements Terminal {
  readonly lines: string[] = [];
  readonly errors: string[] = [];
  readonly #waiting: (() => void)[] = [];
  readonly #pressed: Promise<void>;
  readonly firstLine: Promise<string>;
  #firstLine: (line: string) => void = () => undefined;
  pressCtrlC: () => void = () => undefined;

  constructor() {
    this.firstLine = new Promise((resolve) => (this.#firstLine = resolve));
    this.#pressed = new Promise((resolve) => (this.pressCtrlC = resolve));
  }

  out(line: string): void {
    this.lines.push(line);
    this.#firstLine(line);
    for (const tell of this.#waiting) tell();
  }

  /** Resolves with the first line like this, once it is there. */
  async lineLike(pattern: RegExp): Promise<string> {
    for (;;) {
      const found = this.lines.find((line) => pattern.test(line));
      if (found !== undefined) return found;
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    }
  }

  err(line: string): void {
    this.errors.push(line);
  }

  listenForInterrupt(): Interrupt {
    return { happened: this.#pressed, stop: () => undefined };
  }
}
