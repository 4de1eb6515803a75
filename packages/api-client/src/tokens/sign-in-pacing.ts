/** A token that lived this long says that nobody is competing for the client id. */
const STABLE_MS = 30 * 60_000;
const CONTEST_WAIT_MS = 30_000;
const MAX_CONTEST_WAIT_MS = 10 * 60_000;
const FAILURE_WAIT_MS = 1_000;
const MAX_FAILURE_WAIT_MS = 60_000;

/**
 * When the next sign-in may be tried. 3CX keeps one sign-in per client id, so two
 * programs that share one end each other's for ever unless somebody holds back; and it
 * refuses sign-ins for minutes after too many in a row.
 */
export class SignInPacing {
  /** How often, in a row, a young token was ended by someone else. */
  private replacements = 0;
  private failures = 0;
  private notBefore = 0;

  /** @returns how many tokens in a row have been ended early by someone else */
  replaced(ageMs: number, now: number): number {
    this.replacements = ageMs >= STABLE_MS ? 1 : this.replacements + 1;
    if (this.replacements > 1) {
      const wait = CONTEST_WAIT_MS * 2 ** (this.replacements - 2);
      this.holdUntil(now + Math.min(wait, MAX_CONTEST_WAIT_MS));
    }
    return this.replacements;
  }

  /** @param askedWaitMs what the PBX asked us to wait */
  failed(now: number, askedWaitMs: number | undefined): void {
    this.failures += 1;
    const wait = this.failures === 1 ? 0 : FAILURE_WAIT_MS * 2 ** (this.failures - 2);
    this.holdUntil(now + Math.max(Math.min(wait, MAX_FAILURE_WAIT_MS), askedWaitMs ?? 0));
  }

  succeeded(): void {
    this.failures = 0;
  }

  /** Milliseconds until a sign-in may be tried; 0 for now. */
  waitMs(now: number): number {
    return Math.max(0, this.notBefore - now);
  }

  /** Whether the wait is for another program's sake, rather than for a failure. */
  get isContested(): boolean {
    return this.replacements > 1 && this.failures === 0;
  }

  private holdUntil(time: number): void {
    this.notBefore = Math.max(this.notBefore, time);
  }
}
