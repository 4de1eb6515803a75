import { variablesOf } from './condition';
import type { Flow, FlowPrompt, FlowStep } from './definition';
import { variablesIn } from './template';

/** One way from a step to another. Addresses are `step`, or `subflow/step`. */
export interface FlowEdge {
  readonly from: string;
  readonly to: string;
  readonly label: string;
}

export interface FlowNode {
  readonly address: string;
  readonly subflow: string | undefined;
  readonly step: FlowStep;
}

export function nodesOf(flow: Flow): readonly FlowNode[] {
  const main = Object.entries(flow.steps).map(([name, step]) => ({
    address: name,
    subflow: undefined,
    step,
  }));
  const inner = Object.entries(flow.subflows).flatMap(([subflow, { steps }]) =>
    Object.entries(steps).map(([name, step]) => ({ address: `${subflow}/${name}`, subflow, step })),
  );
  return [...main, ...inner];
}

/** The ways that lead on from a step. A sub-flow leads into itself, and on when it returns. */
export function edgesOf(flow: Flow, { address, subflow, step }: FlowNode): readonly FlowEdge[] {
  const edge = (target: string, label = ''): FlowEdge => ({
    from: address,
    to: subflow === undefined ? target : `${subflow}/${target}`,
    label,
  });
  const optional = (target: string | undefined, label: string) =>
    target === undefined ? [] : [edge(target, label)];
  switch (step.do) {
    case 'play':
    case 'set':
    case 'language':
      return [edge(step.next)];
    case 'menu':
      return [
        ...Object.entries(step.choices).map(([key, target]) => edge(target, key)),
        ...optional(step.noInput, 'no input'),
        ...optional(step.noMatch, 'no match'),
        edge(step.failed, 'failed'),
      ];
    case 'collect':
      return [
        edge(step.next),
        ...optional(step.noInput, 'no input'),
        ...optional(step.noMatch, 'no match'),
        edge(step.failed, 'failed'),
      ];
    case 'if':
      return [edge(step.then, 'yes'), edge(step.else, 'no')];
    case 'hours':
      return [edge(step.open, 'open'), edge(step.closed, 'closed'), ...optional(step.holiday, 'holiday')];
    case 'limit':
      return [edge(step.next), edge(step.exceeded, `after ${String(step.times)}`)];
    case 'subflow': {
      const start = flow.subflows[step.flow]?.start ?? '';
      return [{ from: address, to: `${step.flow}/${start}`, label: 'into' }, edge(step.next, 'returned')];
    }
    case 'transfer':
      return [edge(step.failed, 'not taken')];
    case 'http':
      return [edge(step.next), edge(step.failed, 'failed')];
    case 'return':
    case 'hangUp':
      return [];
  }
}

/** Everything that can be reached from these addresses, themselves included. */
export function reachable(edges: readonly FlowEdge[], from: readonly string[]): ReadonlySet<string> {
  const next = new Map<string, string[]>();
  for (const edge of edges) next.set(edge.from, [...(next.get(edge.from) ?? []), edge.to]);
  const seen = new Set(from);
  // A set can be added to while it is gone through.
  for (const address of seen) for (const target of next.get(address) ?? []) seen.add(target);
  return seen;
}

/** The variables that a step reads. */
export function readsOf(step: FlowStep): readonly string[] {
  switch (step.do) {
    case 'set':
      return Object.values(step.values).flatMap((value) =>
        typeof value === 'string' ? variablesIn(value) : [],
      );
    case 'if':
      return variablesOf(step.when);
    case 'transfer':
      return variablesIn(step.to);
    case 'http': {
      const texts = [step.url, ...Object.values(step.headers ?? {}), ...Object.values(step.body ?? {})];
      return texts.flatMap((text) => (typeof text === 'string' ? variablesIn(text) : []));
    }
    default:
      return [];
  }
}

/** The variables that a step sets. */
export function writesOf(step: FlowStep): readonly string[] {
  if (step.do === 'collect') return [step.saveAs];
  if (step.do === 'set') return Object.keys(step.values);
  return step.do === 'http' ? Object.keys(step.saveAs ?? {}) : [];
}

/** The prompts of a step, as written. */
export function promptsOf(step: FlowStep): readonly FlowPrompt[] {
  if (step.do === 'play') return [step.prompt];
  if (step.do === 'hangUp') return step.prompt === undefined ? [] : [step.prompt];
  if (step.do !== 'menu' && step.do !== 'collect') return [];
  const { prompt, retryPrompt, noInputPrompts = [], noMatchPrompts = [] } = step;
  return [
    ...[prompt, retryPrompt].filter((each) => each !== undefined),
    ...noInputPrompts,
    ...noMatchPrompts,
  ];
}
