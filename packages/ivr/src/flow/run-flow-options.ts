import type { Call, Logger } from '@org/3cx-core';
import type { BufferCleared } from '../dtmf/collect-result';
import type { CollectingClock, ConnectionStates } from '../dtmf/collect-options';
import type { Lockout } from '../lockout';
import type { CallbackBook } from '../outbound/callback-book';
import type { ReadQueueFigures } from '../queue-figures';
import type { CallStore } from './call-store';
import type { Flow, FlowValue } from './definition';
import { FlowOptionsError } from './flow-errors';
import { nodesOf } from './graph';
import type { HttpHook } from './http-hook';
import type { RecordingStore } from './recording-store';

/** What a flow needs of its call. */
export type FlowCall = Pick<
  Call,
  | 'id'
  | 'fromNumber'
  | 'toNumber'
  | 'did'
  | 'callerName'
  | 'digits'
  | 'ended'
  | 'answer'
  | 'play'
  | 'recordCaller'
  | 'transfer'
  | 'hangUp'
>;

export interface RunFlowOptions {
  /** Keeps the call's place, for `resumeFlow` after a restart. */
  readonly store?: CallStore;
  /** Carries out `http` steps. Default: the platform's `fetch`. */
  readonly http?: HttpHook;
  /** Keeps what `record` steps record. A flow with such steps needs it. */
  readonly recordings?: RecordingStore;
  /** Tells `queueFigures` steps how a queue stands, e.g. `queueFiguresOf(pbx)`. */
  readonly queueFigures?: ReadQueueFigures;
  /** Takes what `bookCallback` steps book, e.g. a `CallbackDesk`. */
  readonly callbacks?: CallbackBook;
  /** Keeps the ids of `authenticate` steps from being tried without end. */
  readonly lockout?: Lockout;
  /** Variables to begin with, besides those of the flow. */
  readonly values?: Readonly<Record<string, FlowValue>>;
  /** How the voicemail box of an extension is dialled. Default: `*4` before the extension; see the dial codes of the PBX. */
  readonly voicemailNumber?: (extension: string) => string;
  /** Told whenever keys of the caller are dropped by rule. */
  readonly onBufferCleared?: (event: BufferCleared, callId: string) => void;
  /** The wall clock, for office hours. */
  readonly now?: () => Date;
  readonly clock?: CollectingClock;
  /** `phoneSystem.connection$`, so that questions allow for keys lost in a gap. */
  readonly connection$?: ConnectionStates;
  readonly logger?: Logger;
  /** Aborting it leaves the flow where it is, and the call as it is; its place stays in the store. */
  readonly signal?: AbortSignal;
}

/**
 * Makes sure that everything is there that the steps of the flow work with.
 * @throws FlowOptionsError
 */
export function requirePorts(flow: Flow, options: RunFlowOptions): void {
  const steps = nodesOf(flow);
  const needed = [
    ['record', 'recordings'],
    ['queueFigures', 'queueFigures'],
    ['bookCallback', 'callbacks'],
  ] as const;
  const missing = needed.flatMap(([does, option]) => {
    const user = options[option] === undefined ? steps.find(({ step }) => step.do === does) : undefined;
    return user === undefined ? [] : [`${option} (the step ${user.address} uses it)`];
  });
  if (missing.length > 0)
    throw new FlowOptionsError(`To run the flow ${flow.name}, give also ${missing.join(' and ')}.`);
}
