import type { Flow, FlowStep, FlowValue } from './definition';

export interface FlowFrame {
  /** Absent in the flow itself. */
  readonly subflow?: string;
  readonly step: string;
  /** Which of the step's questions comes next, from 0, where it has several. */
  readonly part?: number;
}

/** Where a call is in a flow, as plain data: what a store keeps and a restart begins with. */
export interface FlowPosition {
  /** The step to take, innermost sub-flow last. */
  readonly stack: readonly FlowFrame[];
  readonly values: Readonly<Record<string, FlowValue>>;
  /** Names of values that no store, log or result may show, and the step that asked for each. */
  readonly secrets: Readonly<Record<string, string>>;
  readonly language: string;
  /** How often each `limit` has been passed. */
  readonly passed: Readonly<Record<string, number>>;
  readonly taken: number;
  /** Whether a handler is at work: it isn't called in again for its own failure. */
  readonly handling: 'nothing' | 'error' | 'hangUp';
}

export function startOf(flow: Flow): FlowPosition {
  return {
    stack: [{ step: flow.start }],
    values: flow.variables,
    secrets: {},
    language: flow.language,
    passed: {},
    taken: 0,
    handling: 'nothing',
  };
}

/** A step's name for people and stores: `step`, or `subflow/step`. */
export function addressOf({ stack }: FlowPosition): string {
  const { subflow, step } = stack.at(-1) ?? { step: '' };
  return subflow === undefined ? step : `${subflow}/${step}`;
}

export function stepAt(flow: Flow, { stack }: FlowPosition): FlowStep | undefined {
  const { subflow, step } = stack.at(-1) ?? { step: '' };
  const steps = subflow === undefined ? flow.steps : flow.subflows[subflow]?.steps;
  return steps?.[step];
}

/** The step of the same flow or sub-flow. */
export function goTo(position: FlowPosition, step: string): FlowPosition {
  const { stack } = position;
  const subflow = stack.at(-1)?.subflow;
  const frame = subflow === undefined ? { step } : { subflow, step };
  return { ...position, stack: [...stack.slice(0, -1), frame] };
}

/** Another question of the same step. */
export function goToPart(position: FlowPosition, part: number): FlowPosition {
  const here = position.stack.at(-1) ?? { step: '' };
  return { ...position, stack: [...position.stack.slice(0, -1), { ...here, part }] };
}

export function partOf({ stack }: FlowPosition): number {
  return stack.at(-1)?.part ?? 0;
}

/** A step of the flow itself, whatever sub-flow the call is in: for handlers. */
export function leaveTo(
  position: FlowPosition,
  step: string,
  handling: FlowPosition['handling'],
): FlowPosition {
  return { ...position, stack: [{ step }], handling };
}

/** The position as a store may have it: without secret values, back at the step that asks for the first of them. */
export function withoutSecrets(position: FlowPosition): FlowPosition {
  const lost = Object.keys(position.secrets).filter((name) => name in position.values);
  if (lost.length === 0) return position;
  const values = Object.fromEntries(Object.entries(position.values).filter(([name]) => !lost.includes(name)));
  return { ...position, values };
}
