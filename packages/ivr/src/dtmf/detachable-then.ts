/**
 * Calls `fn` when `promise` resolves, unless detached before. A promise can't be
 * unsubscribed from; detached, it keeps nothing of `fn` alive, however long it lives.
 */
export function detachableThen(promise: Promise<unknown>, fn: () => void): () => void {
  let listener: (() => void) | undefined = fn;
  void promise.then(() => {
    listener?.();
  });
  return () => {
    listener = undefined;
  };
}
