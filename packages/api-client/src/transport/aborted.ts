import { ThreeCxError } from '../errors';

/** The error of a request that its caller called off: an `AbortError`, the caller's reason as cause. */
export function abortErrorOf(signal: AbortSignal): Error {
  const reason: unknown = signal.reason;
  if (reason instanceof ThreeCxError) return reason;
  const error = new Error('The request was called off.', { cause: reason });
  error.name = 'AbortError';
  return error;
}

/** Waits; ends early with an AbortError when called off. */
export function pause(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted === true) {
      reject(abortErrorOf(signal));
      return;
    }
    const calledOff = () => {
      clearTimeout(timer);
      if (signal !== undefined) reject(abortErrorOf(signal));
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', calledOff);
      resolve();
    }, ms);
    signal?.addEventListener('abort', calledOff, { once: true });
  });
}

/** What the promise brings, unless the caller calls off first. The work itself goes on: others may share it. */
export function unlessCalledOff<T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (signal === undefined) return work;
  return new Promise((resolve, reject) => {
    if (signal.aborted) {
      reject(abortErrorOf(signal));
      return;
    }
    const calledOff = () => {
      reject(abortErrorOf(signal));
    };
    signal.addEventListener('abort', calledOff, { once: true });
    work.then(resolve, reject).finally(() => {
      signal.removeEventListener('abort', calledOff);
    });
  });
}
