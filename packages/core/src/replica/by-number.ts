/**
 * One thing per number of an extension: participants by id, calls by `callid`. Found
 * without making and comparing a key of text for each event, however many there are.
 */
export class ByNumber<T> {
  private readonly extensions = new Map<string, Map<number, T>>();

  get(dn: string, number: number): T | undefined {
    return this.extensions.get(dn)?.get(number);
  }

  set(dn: string, number: number, value: T): void {
    const numbers = this.extensions.get(dn);
    if (numbers === undefined) this.extensions.set(dn, new Map([[number, value]]));
    else numbers.set(number, value);
  }

  delete(dn: string, number: number): void {
    this.extensions.get(dn)?.delete(number);
  }

  *values(): Iterable<T> {
    for (const numbers of this.extensions.values()) yield* numbers.values();
  }
}
