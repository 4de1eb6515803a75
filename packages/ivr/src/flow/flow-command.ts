import type { CollectOptions } from '../dtmf/collect-options';
import type { QueueFigures } from '../queue-figures';
import type { FlowStep } from './definition';
import type { FlowPosition } from './position';

/** What a flow may know of its call, as `{{call.from}}` and so on. */
export interface FlowCallFacts {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly did: string;
  readonly callerName: string;
}

export interface FlowContext {
  readonly call: FlowCallFacts;
  readonly now: Date;
}

type StepOf<Do extends FlowStep['do']> = Extract<FlowStep, { do: Do }>;

export interface HttpHookRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** JSON text; undefined without a body. */
  readonly body: string | undefined;
  readonly timeoutMs: number;
}

/** What is to be done next, outside of the flow. */
export type FlowCommand =
  | { readonly kind: 'play'; readonly prompts: readonly string[] }
  | { readonly kind: 'ask'; readonly options: CollectOptions }
  | {
      readonly kind: 'authenticate';
      readonly id: CollectOptions;
      readonly pin: CollectOptions;
      readonly attempts: number;
      readonly deniedPrompts: readonly string[];
      readonly verify: (id: string, pin: string) => HttpHookRequest;
    }
  | {
      readonly kind: 'record';
      readonly prompts: readonly string[];
      readonly step: StepOf<'record'>;
    }
  | {
      readonly kind: 'transfer';
      readonly to: string;
      /** To the box of the extension, not to the extension. */
      readonly voicemail: boolean;
      readonly timeoutSeconds: number | undefined;
    }
  | { readonly kind: 'http'; readonly request: HttpHookRequest; readonly idempotent: boolean }
  | { readonly kind: 'queueFigures'; readonly queue: string }
  | { readonly kind: 'bookCallback'; readonly number: string; readonly queue: string }
  | { readonly kind: 'hangUp'; readonly prompts: readonly string[] };

/** What became of it. `callEnded` can come of any. */
export type FlowOutcome =
  | { readonly kind: 'done' }
  | { readonly kind: 'answered'; readonly digits: string }
  | { readonly kind: 'unanswered'; readonly why: 'noInput' | 'noMatch' }
  | { readonly kind: 'authenticated'; readonly id: string; readonly json: unknown }
  | { readonly kind: 'denied' | 'lockedOut' }
  | {
      readonly kind: 'recorded';
      readonly place: string;
      readonly seconds: number;
      /** The caller ended the recording by hanging up. */
      readonly hungUp: boolean;
    }
  | { readonly kind: 'empty' }
  | { readonly kind: 'figures'; readonly figures: QueueFigures }
  | { readonly kind: 'received'; readonly json: unknown }
  | { readonly kind: 'failed' }
  | { readonly kind: 'error' }
  | { readonly kind: 'callEnded' };

export type FlowEndKind = 'hungUp' | 'transferred' | 'callEnded' | 'error' | 'tooManySteps';

export type FlowTurn =
  | { readonly kind: 'command'; readonly position: FlowPosition; readonly command: FlowCommand }
  | { readonly kind: 'end'; readonly position: FlowPosition; readonly end: FlowEndKind };

/** The kinds of commands, as stores name them. */
export const FLOW_COMMANDS = [
  ...(['play', 'ask', 'authenticate', 'record', 'transfer', 'http'] as const),
  ...(['queueFigures', 'bookCallback', 'hangUp'] as const),
] satisfies readonly FlowCommand['kind'][];
