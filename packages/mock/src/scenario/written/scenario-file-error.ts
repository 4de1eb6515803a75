/** A mistake in a scenario file. */
export interface FileIssue {
  /** From 1. */
  readonly line: number;
  /** What is wrong, and the way out. */
  readonly message: string;
}

/** A scenario file that can't be understood; the message has a line for each mistake: file, line, way out. */
export class ScenarioFileError extends Error {
  override readonly name = 'ScenarioFileError';
  readonly code = 'bad-scenario-file';
  readonly file: string;
  readonly issues: readonly FileIssue[];

  constructor(file: string, issues: readonly FileIssue[]) {
    const sorted = [...issues].sort((a, b) => a.line - b.line);
    super(sorted.map(({ line, message }) => `${file}:${line}: ${message}`).join('\n'));
    this.file = file;
    this.issues = sorted;
  }
}
