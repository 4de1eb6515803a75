/** The first of the texts that isn't empty; 3CX leaves a field empty, null or out. */
export function firstText(...texts: readonly (string | null | undefined)[]): string {
  return texts.find((text) => text !== undefined && text !== null && text !== '') ?? '';
}
