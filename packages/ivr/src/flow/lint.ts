import type { Flow } from './definition';
import {
  edgesOf,
  nodesOf,
  promptsOf,
  reachable,
  readsOf,
  writesOf,
  type FlowEdge,
  type FlowNode,
} from './graph';
import { questionProblems } from './question-problems';
import { addressesOf } from './spoken-prompts';
import { variablesIn } from './template';

export type FindingCode =
  | 'unknown-target'
  | 'unknown-subflow'
  | 'unknown-calendar'
  | 'unreachable'
  | 'no-way-out'
  | 'uncapped-loop'
  | 'question'
  | 'missing-language'
  | 'missing-prompt'
  | 'unset-variable'
  | 'return-outside-subflow'
  | 'recursion'
  | 'audio-after-hang-up';

/** One thing wrong with a flow. */
export interface FlowFinding {
  /** An `error` keeps the flow from working; a `warning` keeps it from working well. */
  readonly severity: 'error' | 'warning';
  readonly code: FindingCode;
  /** The step, or an empty text for the flow as a whole. */
  readonly step: string;
  /** What is wrong and how to mend it. */
  readonly message: string;
}

export interface LintOptions {
  /** Whether there is an audio file at this path or URL. Without it, prompts aren't looked for. */
  readonly promptExists?: (source: string) => Promise<boolean>;
}

/** What is wrong with a flow, before anybody calls it. Empty: nothing that could be found. */
export async function lintFlow(
  flow: Flow,
  { promptExists }: LintOptions = {},
): Promise<readonly FlowFinding[]> {
  const nodes = nodesOf(flow);
  const known = new Set(nodes.map(({ address }) => address));
  const edges = nodes.flatMap((node) => edgesOf(flow, node));
  const sound = edges.filter(({ to }) => known.has(to));
  const entries = [flow.start, flow.onError, flow.onHangUp].filter((entry) => entry !== undefined);
  const met = reachable(
    sound,
    entries.filter((entry) => known.has(entry)),
  );
  const reached = nodes.filter(({ address }) => met.has(address));
  return [
    ...unknownTargets(flow, entries, known, edges),
    ...nodes.flatMap((node) => unknownNames(flow, node)),
    ...nodes.filter(({ address }) => !met.has(address)).map(unreachable),
    ...withoutWayOut(flow, reached, sound),
    ...uncappedLoops(reached, sound),
    ...recursions(flow),
    ...nodes.flatMap(({ address, step }) =>
      questionProblems(step).map((problem) => error('question', address, problem)),
    ),
    ...missingLanguages(flow, nodes),
    ...unsetVariables(flow, reached),
    ...audioAfterHangUp(flow, nodes, sound, known),
    ...(promptExists ? await missingPrompts(nodes, promptExists) : []),
  ];
}

function error(code: FindingCode, step: string, message: string): FlowFinding {
  return { severity: 'error', code, step, message };
}

function warning(code: FindingCode, step: string, message: string): FlowFinding {
  return { severity: 'warning', code, step, message };
}

function unknownTargets(
  flow: Flow,
  entries: readonly string[],
  known: ReadonlySet<string>,
  edges: readonly FlowEdge[],
): FlowFinding[] {
  const handlers = entries
    .filter((entry) => !known.has(entry))
    .map((entry) =>
      error(
        'unknown-target',
        '',
        `start, onError or onHangUp names "${entry}", and there is no such step: add it or name another.`,
      ),
    );
  const starts = Object.entries(flow.subflows)
    .filter(([, { start, steps }]) => !(start in steps))
    .map(([name, { start }]) =>
      error(
        'unknown-target',
        '',
        `The sub-flow ${name} starts at "${start}", and has no such step: add it or name another.`,
      ),
    );
  const ways = edges
    .filter(({ to, label }) => !known.has(to) && label !== 'into')
    .map(({ from, to, label }) =>
      error(
        'unknown-target',
        from,
        `${label === '' ? 'next' : label} leads to "${to}", and there is no such step: add it or name another.`,
      ),
    );
  return [...handlers, ...starts, ...ways];
}

function unknownNames(flow: Flow, { address, subflow, step }: FlowNode): FlowFinding[] {
  if (step.do === 'subflow' && !(step.flow in flow.subflows)) {
    return [error('unknown-subflow', address, `There is no sub-flow "${step.flow}": add it under subflows.`)];
  }
  if (step.do === 'hours' && !(step.calendar in flow.calendars)) {
    return [
      error('unknown-calendar', address, `There is no calendar "${step.calendar}": add it under calendars.`),
    ];
  }
  if (step.do === 'return' && subflow === undefined) {
    return [
      error('return-outside-subflow', address, 'Only a sub-flow can return: hang up or transfer here.'),
    ];
  }
  return [];
}

function unreachable({ address }: FlowNode): FlowFinding {
  return warning('unreachable', address, 'No way leads here: let a step lead to it, or remove it.');
}

/** A step from which the call can never come to an end. */
function withoutWayOut(flow: Flow, reached: readonly FlowNode[], edges: readonly FlowEdge[]): FlowFinding[] {
  const back = edges.map(({ from, to, label }) => ({ from: to, to: from, label }));
  // A `return` ends nothing by itself: it counts as leading to wherever its sub-flow was called from.
  const ends = reached
    .filter(({ step }) => step.do === 'hangUp' || step.do === 'transfer')
    .map(({ address }) => address);
  const returned = reached.filter(({ step }) => step.do === 'return').map(({ address }) => address);
  const leading = new Set(reachable(back, [...ends, ...returned]));
  const handler = flow.onHangUp === undefined ? new Set<string>() : reachable(edges, [flow.onHangUp]);
  return reached
    .filter(({ address }) => !leading.has(address) && !handler.has(address))
    .map(({ address }) =>
      error('no-way-out', address, 'From here no way leads to hangUp or transfer: let one do.'),
    );
}

/** A circle that a call can go round for ever. A caller can, too, by pressing the same key again. */
function uncappedLoops(reached: readonly FlowNode[], edges: readonly FlowEdge[]): FlowFinding[] {
  const limits = new Set(reached.filter(({ step }) => step.do === 'limit').map(({ address }) => address));
  const uncapped = edges.filter(({ from, to }) => !limits.has(from) && !limits.has(to));
  const inLoop = reached.filter(({ address }) => {
    const onward = uncapped.filter(({ from }) => from === address).map(({ to }) => to);
    return onward.length > 0 && reachable(uncapped, onward).has(address);
  });
  const [first] = inLoop;
  if (first === undefined) return [];
  const names = inLoop.map(({ address }) => address).join(', ');
  return [
    warning(
      'uncapped-loop',
      first.address,
      `A call can go round for ever through ${names}: put a limit step into the loop.`,
    ),
  ];
}

function recursions(flow: Flow): FlowFinding[] {
  const calls = Object.entries(flow.subflows).flatMap(([name, { steps }]) =>
    Object.values(steps).flatMap((step) =>
      step.do === 'subflow' ? [{ from: name, to: step.flow, label: '' }] : [],
    ),
  );
  return Object.keys(flow.subflows)
    .filter((name) =>
      reachable(
        calls,
        calls.filter(({ from }) => from === name).map(({ to }) => to),
      ).has(name),
    )
    .map((name) =>
      error('recursion', '', `The sub-flow ${name} calls itself: use a limit and a way back instead.`),
    );
}

function missingLanguages(flow: Flow, nodes: readonly FlowNode[]): FlowFinding[] {
  const spoken = new Set([
    flow.language,
    ...nodes.flatMap(({ step }) => (step.do === 'language' ? [step.language] : [])),
  ]);
  return nodes.flatMap(({ address, step }) =>
    promptsOf(step).flatMap((prompt) => {
      if (typeof prompt === 'string' || Array.isArray(prompt)) return [];
      const missing = [...spoken].filter((language) => !(language in prompt));
      if (missing.length === 0) return [];
      return missing.includes(flow.language)
        ? [
            error(
              'missing-language',
              address,
              `A prompt has no ${flow.language}, the language of the flow: add it.`,
            ),
          ]
        : [
            warning(
              'missing-language',
              address,
              `A prompt has no ${missing.join(', ')} and is then heard in ${flow.language}: add it.`,
            ),
          ];
    }),
  );
}

const BUILT_IN = new Set([
  'call.id',
  'call.from',
  'call.to',
  'call.did',
  'call.callerName',
  'language',
  'now',
]);

function unsetVariables(flow: Flow, reached: readonly FlowNode[]): FlowFinding[] {
  const set = new Set([...Object.keys(flow.variables), ...reached.flatMap(({ step }) => writesOf(step))]);
  return reached.flatMap(({ address, step }) =>
    [...new Set(readsOf(step))]
      .filter((name) => !set.has(name) && !BUILT_IN.has(name))
      .map((name) =>
        warning(
          'unset-variable',
          address,
          `Nothing sets ${name}: set it in variables or in a step, or mend the name.`,
        ),
      ),
  );
}

function audioAfterHangUp(
  { onHangUp }: Flow,
  nodes: readonly FlowNode[],
  edges: readonly FlowEdge[],
  known: ReadonlySet<string>,
): FlowFinding[] {
  if (onHangUp === undefined || !known.has(onHangUp)) return [];
  const after = reachable(edges, [onHangUp]);
  const audible = ['play', 'menu', 'confirm', 'collect', 'authenticate', 'survey', 'record', 'transfer'];
  return nodes
    .filter(({ address, step }) => after.has(address) && audible.includes(step.do))
    .map(({ address }) =>
      warning(
        'audio-after-hang-up',
        address,
        'onHangUp leads here, and nobody hears it any more: end there with hangUp.',
      ),
    );
}

async function missingPrompts(
  nodes: readonly FlowNode[],
  exists: (source: string) => Promise<boolean>,
): Promise<FlowFinding[]> {
  const uses = nodes.flatMap(({ address, step }) =>
    [...new Set(promptsOf(step).flatMap(addressesOf))]
      // Which file a variable leads to is known only in a call.
      .filter((source) => variablesIn(source).length === 0)
      .map((source) => ({ address, source })),
  );
  const known = new Map<string, boolean>();
  for (const { source } of uses) if (!known.has(source)) known.set(source, await exists(source));
  return uses
    .filter(({ source }) => known.get(source) === false)
    .map(({ address, source }) =>
      error('missing-prompt', address, `There is no audio at ${source}: upload it, or mend the path.`),
    );
}
