import type { Target } from './target';

/** What a phone system shows for a fact. */
export type Finding =
  | { readonly kind: 'holds' }
  /** The phone system is otherwise; `seen` says how. */
  | { readonly kind: 'differs'; readonly seen: string }
  /** Can't be told now, e.g. because there is no call. */
  | { readonly kind: 'not-shown'; readonly because: string };

/** Something known of a phone system, with where it is known from. */
export interface Fact {
  /** Section of the facts, e.g. `3.1`. */
  readonly section: string;
  /**
   * Confidence and source: D documented, E official code, L observed live, T third
   * party, I inferred; then who says so.
   */
  readonly source: string;
  readonly says: string;
  /** Finds out with GET requests alone. */
  readonly look: (target: Target) => Promise<Finding>;
}

export const holds: Finding = { kind: 'holds' };

export function differs(seen: string): Finding {
  return { kind: 'differs', seen };
}

export function notShown(because: string): Finding {
  return { kind: 'not-shown', because };
}

/** Holds when the condition does. */
export function expecting(condition: boolean, seen: string): Finding {
  return condition ? holds : differs(seen);
}

/** `3.1 D:EP DnState has …` */
export function titleOf({ section, source, says }: Fact): string {
  return `${section} ${source} ${says}`;
}
