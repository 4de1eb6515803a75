/** What a promise has come to, read without awaiting it. */
export interface Watched<T> {
  result: T | undefined;
  error: unknown;
}

/** Watches a promise, so that a test in virtual time can ask whether it has settled yet. */
export function watch<T>(promise: Promise<T>): Watched<T> {
  const watched: Watched<T> = { result: undefined, error: undefined };
  promise.then(
    (result) => {
      watched.result = result;
    },
    (error: unknown) => {
      watched.error = error;
    },
  );
  return watched;
}

/** Lets every reaction to promises that have settled run. */
export const reactions = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
