/** What a command may do with the terminal it was started from. */
export interface Terminal {
  /** A line on stdout. */
  out(line: string): void;
  /** A line on stderr. */
  err(line: string): void;
  /** Starts listening for the user, or the system, asking the command to end. Stop it when done. */
  listenForInterrupt(): Interrupt;
}

export interface Interrupt {
  readonly happened: Promise<void>;
  stop(): void;
}

/** The terminal of this process; SIGINT and SIGTERM interrupt. */
export const processTerminal: Terminal = {
  out(line) {
    process.stdout.write(`${line}\n`);
  },
  err(line) {
    process.stderr.write(`${line}\n`);
  },
  listenForInterrupt() {
    let end = (): void => undefined;
    const happened = new Promise<void>((resolve) => {
      end = resolve;
    });
    process.on('SIGINT', end);
    process.on('SIGTERM', end);
    return {
      happened,
      stop() {
        process.off('SIGINT', end);
        process.off('SIGTERM', end);
      },
    };
  },
};
