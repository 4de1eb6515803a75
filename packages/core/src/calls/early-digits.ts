/** Keys of participants that nobody has seen yet wait until their GET is in; for no more of them than this. */
const MAX_PARTICIPANTS = 100;

/** A key may overtake the GET that introduces its participant: here it waits for that. */
export class EarlyDigits {
  private readonly waiting = new Map<string, string>();

  keep(participant: string, digits: string): void {
    this.waiting.set(participant, (this.waiting.get(participant) ?? '') + digits);
    const [oldest] = this.waiting.keys();
    if (this.waiting.size > MAX_PARTICIPANTS && oldest !== undefined) this.waiting.delete(oldest);
  }

  /** What waits for a participant; it waits no longer. */
  take(participant: string): string | undefined {
    const digits = this.waiting.get(participant);
    if (digits !== undefined) this.waiting.delete(participant);
    return digits;
  }

  clear(): void {
    this.waiting.clear();
  }
}
