import { describeStep } from './describe-step';
import type { Actor, Scenario, Step } from './steps';

/** Something about a scenario that makes no sense. */
export interface ScenarioIssue {
  /** Where: `['actors', 1, 'steps', 0]`. */
  readonly path: readonly (string | number)[];
  /** What is wrong, and the way out. */
  readonly message: string;
}

/** Steps that need a call, which a caller gets by dialling. */
const inACall = new Set<Step['does']>([
  'presses',
  'speaks',
  'hangsUp',
  'waitsUntilHeHears',
  'hears',
  'isNotCut',
  'isConnectedTo',
  'ends',
]);

/** What no schema can tell about a scenario. */
export function issuesOf({ actors }: Scenario): readonly ScenarioIssue[] {
  return [...twins(actors), ...actors.flatMap(premature), ...lonely(actors)];
}

function twins(actors: readonly Actor[]): readonly ScenarioIssue[] {
  return actors.flatMap(({ name }, index) =>
    actors.findIndex((other) => other.name === name) < index
      ? [
          {
            path: ['actors', index],
            message: `Two actors are called ${name}: give one another name with "as".`,
          },
        ]
      : [],
  );
}

function premature(actor: Actor, index: number): readonly ScenarioIssue[] {
  if (actor.kind !== 'caller') return [];
  const nowhere = actor.steps.flatMap((step, at) =>
    step.does === 'dials' && (step.to ?? '') === '' && (step.did ?? '') === ''
      ? [
          {
            path: ['actors', index, 'steps', at],
            message: `${actor.name} dials nothing: give a number or a DID.`,
          },
        ]
      : [],
  );
  const dials = actor.steps.findIndex(({ does }) => does === 'dials');
  const early = actor.steps.flatMap((step, at) =>
    inACall.has(step.does) && (dials === -1 || at < dials)
      ? [
          {
            path: ['actors', index, 'steps', at],
            message: `${actor.name} ${describeStep(step)} before any call: put a step "dials" before it.`,
          },
        ]
      : [],
  );
  return [...nowhere, ...early];
}

function lonely(actors: readonly Actor[]): readonly ScenarioIssue[] {
  const meetings = actors.flatMap(({ steps }, index) =>
    steps.flatMap((step, at) =>
      step.does === 'meets' ? [{ name: step.at, path: ['actors', index, 'steps', at] }] : [],
    ),
  );
  return meetings.flatMap(({ name, path }) =>
    meetings.filter((other) => other.name === name).length === 1
      ? [
          {
            path,
            message: `Nobody else meets "${name}": give another actor the same step, or leave this one out.`,
          },
        ]
      : [],
  );
}
