import { variablesOf } from './condition';
import type { Flow, FlowAsking, FlowPrompt, FlowRequest, FlowStep, FlowValue } from './definition';
import { addressesOf } from './spoken-prompts';
import { variablesIn } from './template';

type StepOf<Do extends FlowStep['do']> = Extract<FlowStep, { do: Do }>;

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
  const unanswered = ({ noInput, noMatch, failed }: StepOf<'menu' | 'confirm' | 'collect'>) => [
    ...optional(noInput, 'no input'),
    ...optional(noMatch, 'no match'),
    edge(failed, 'failed'),
  ];
  switch (step.do) {
    case 'play':
    case 'set':
    case 'language':
      return [edge(step.next)];
    case 'menu':
      return [...Object.entries(step.choices).map(([key, target]) => edge(target, key)), ...unanswered(step)];
    case 'confirm':
      return [edge(step.yes, `${step.yesKey} yes`), edge(step.no, `${step.noKey} no`), ...unanswered(step)];
    case 'collect':
      return [edge(step.next), ...unanswered(step)];
    case 'authenticate':
      return [
        edge(step.next, 'verified'),
        edge(step.denied, 'denied'),
        ...optional(step.lockedOut, 'locked out'),
        edge(step.failed, 'failed'),
      ];
    case 'record':
      return [edge(step.next), ...optional(step.empty, 'empty'), edge(step.failed, 'failed')];
    case 'survey':
    case 'queueFigures':
    case 'bookCallback':
      return [edge(step.next), edge(step.failed, 'failed')];
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
  const spoken = promptsOf(step).flatMap(addressesOf).flatMap(variablesIn);
  return [...spoken, ...ownReadsOf(step)];
}

function ownReadsOf(step: FlowStep): readonly string[] {
  switch (step.do) {
    case 'set':
      return textsIn(Object.values(step.values)).flatMap(variablesIn);
    case 'if':
      return variablesOf(step.when);
    case 'transfer':
      return variablesIn(step.to);
    case 'queueFigures':
      return variablesIn(step.queue);
    case 'bookCallback':
      return [...variablesIn(step.number), ...variablesIn(step.queue)];
    case 'authenticate':
      return readsOfRequest(step.verify).filter((name) => name !== 'id' && name !== 'pin');
    case 'http':
      return readsOfRequest(step);
    default:
      return [];
  }
}

function readsOfRequest({ url, headers = {}, body = {} }: FlowRequest): readonly string[] {
  return textsIn([url, ...Object.values(headers), ...Object.values(body)]).flatMap(variablesIn);
}

function textsIn(values: readonly FlowValue[]): readonly string[] {
  return values.filter((value) => typeof value === 'string');
}

/** The variables that a step sets. */
export function writesOf(step: FlowStep): readonly string[] {
  switch (step.do) {
    case 'collect':
      return [step.saveAs];
    case 'authenticate':
      return [step.saveAs, ...Object.keys(step.saveAnswer ?? {})];
    case 'record':
      return [step.saveAs, `${step.saveAs}.seconds`];
    case 'survey':
      return step.questions.map(({ name }) => name);
    case 'set':
      return Object.keys(step.values);
    case 'http':
    case 'queueFigures':
      return Object.keys(step.saveAs ?? {});
    default:
      return [];
  }
}

/** The prompts of a step, as written. */
export function promptsOf(step: FlowStep): readonly FlowPrompt[] {
  switch (step.do) {
    case 'play':
    case 'record':
    case 'hangUp':
      return step.prompt === undefined ? [] : [step.prompt];
    case 'menu':
    case 'confirm':
    case 'collect':
      return promptsOfQuestion(step);
    case 'survey':
      return step.questions.flatMap(promptsOfQuestion);
    case 'authenticate': {
      const denied = step.deniedPrompt === undefined ? [] : [step.deniedPrompt];
      return [...promptsOfQuestion(step.id), ...promptsOfQuestion(step.pin), ...denied];
    }
    default:
      return [];
  }
}

function promptsOfQuestion(asking: FlowAsking): readonly FlowPrompt[] {
  const { prompt, retryPrompt, noInputPrompts = [], noMatchPrompts = [] } = asking;
  return [
    ...[prompt, retryPrompt].filter((each) => each !== undefined),
    ...noInputPrompts,
    ...noMatchPrompts,
  ];
}
