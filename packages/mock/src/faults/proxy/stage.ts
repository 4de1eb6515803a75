/** What is on its way through one direction of a connection; `at` is when it leaves, milliseconds. */
export type Item =
  | { readonly kind: 'data'; readonly bytes: Buffer; readonly at: number }
  /** The sender has ended its half. */
  | { readonly kind: 'end'; readonly at: number }
  /** The whole connection is closed. */
  | { readonly kind: 'close'; readonly at: number };

/**
 * What one toxic does to one direction of one connection. It owns no timer and no socket: it only
 * says what leaves, and when. What goes in and what comes out is in the order of `at`.
 */
export interface Stage {
  pass(item: Item): readonly Item[];
  /** The connection ends this long after the toxic struck it, milliseconds. */
  readonly deadline?: { readonly afterMs: number; readonly how: 'close' | 'reset' };
  /** Whether bytes were swallowed, so that the stream makes no sense without them. */
  readonly hasSwallowed?: boolean;
}
