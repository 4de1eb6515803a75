import type { Clock } from './clock';
import type { PbxConfiguration } from './configuration/pbx-configuration';
import type { FaultBoard } from './faults/fault-board';
import type { History } from './history/history';
import type { Settings } from './settings';
import type { Directory } from './switch/directory';
import type { Exchange } from './switch/exchange';
import type { Timers } from './timers';
import type { TokenDesk } from './tokens/token-desk';
import type { RequestMetrics } from './trace/request-metrics';
import type { Trace } from './trace/trace';

/** What the parts of one mock share. */
export interface MockContext {
  readonly settings: Settings;
  readonly configuration: PbxConfiguration;
  readonly history: History;
  readonly directory: Directory;
  readonly exchange: Exchange;
  readonly tokens: TokenDesk;
  readonly timers: Timers;
  readonly faults: FaultBoard;
  readonly metrics: RequestMetrics;
  readonly trace: Trace;
  /** What the web server offers, by path. */
  readonly files: Map<string, Uint8Array>;
  readonly clock: Clock;
  /** Monotonic, milliseconds. */
  readonly now: () => number;
  /** Wall clock, epoch milliseconds. */
  readonly wallNow: () => number;
}
