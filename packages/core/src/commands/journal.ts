import { RateLimitError } from '@org/3cx-api-client';
import { CommandKeyError } from '../errors';

/** Results are kept for this long, and no more of them than this. */
const KEPT_MS = 24 * 3_600_000;
const KEPT_COMMANDS = 10_000;

interface Entry {
  readonly what: string;
  readonly at: number;
  readonly result: Promise<unknown>;
}

/**
 * Remembers commands by the key that their caller gave: a retry gets the result of
 * the first, also while that is still under way, instead of a second transfer or
 * call. A command that the PBX turned away unread (429) is forgotten, as nothing came of it.
 */
export class CommandJournal {
  private readonly entries = new Map<string, Entry>();

  constructor(private readonly now: () => number) {}

  /**
   * @param key undefined: the command is not remembered
   * @param command calls what it is handed when it fails without anything having been asked of the
   *   PBX: then it isn't remembered either
   * @param what the command and what it acts on; the same key for another one is a mistake
   * @throws CommandKeyError, and what `command` throws
   */
  async run<T>(
    key: string | undefined,
    what: string,
    command: (nothingCame: () => void) => Promise<T>,
  ): Promise<T> {
    if (key === undefined) return command(() => undefined);
    const known = this.entries.get(key);
    if (known !== undefined && this.now() - known.at < KEPT_MS) {
      if (known.what !== what) {
        throw new CommandKeyError(
          `The command key "${key}" belongs to another command (${known.what}): give each command its own key.`,
        );
      }
      // The entry was made by this very command: its result is of this type.
      return known.result as Promise<T>;
    }
    let cameToNothing = false;
    const result = command(() => {
      cameToNothing = true;
    });
    this.entries.delete(key);
    this.entries.set(key, { what, at: this.now(), result });
    this.forgetOld();
    result.catch((error: unknown) => {
      if (error instanceof RateLimitError || cameToNothing) this.entries.delete(key);
    });
    return result;
  }

  private forgetOld(): void {
    for (const [key, { at }] of this.entries) {
      if (this.entries.size <= KEPT_COMMANDS && this.now() - at < KEPT_MS) return;
      this.entries.delete(key);
    }
  }
}
