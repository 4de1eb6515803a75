import type { FlowCommand } from './flow-command';
import type { FlowPosition } from './position';

/** What is kept of a call in a flow. Secret values are never in it. */
export interface SavedFlow {
  readonly callId: string;
  /** The name of the flow. */
  readonly flow: string;
  readonly position: FlowPosition;
  /** The command that was being carried out. */
  readonly pending: FlowCommand['kind'];
  /** Names this step of this call: a request sent again carries the same key. */
  readonly key: string;
}

/** Keeps the calls that are in flows over a restart. */
export interface CallStore {
  /** Resolves once it would survive the end of the process. */
  save(saved: SavedFlow): Promise<void>;
  remove(callId: string): Promise<void>;
  list(): Promise<readonly SavedFlow[]>;
}

/** A store that lives as long as the process: for tests, and for flows that need not survive it. */
export function createMemoryCallStore(): CallStore {
  const calls = new Map<string, string>();
  return {
    save(saved) {
      // As text, so that what is kept is what a file or a database would keep.
      calls.set(saved.callId, JSON.stringify(saved));
      return Promise.resolve();
    },
    remove(callId) {
      calls.delete(callId);
      return Promise.resolve();
    },
    list: () => Promise.resolve([...calls.values()].map((text) => JSON.parse(text) as SavedFlow)),
  };
}
