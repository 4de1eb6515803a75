import { ActorRun } from './actor-run';
import type { Stage } from './actor-run';
import type { ControlApiPort } from './control-api-port';
import { describeStep } from './describe-step';
import { UnmetExpectation } from './expectation';
import { failureReport } from './failure-report';
import { whatWasHeard } from './hearing/what-was-heard';
import { openControlApi } from './http-control-api';
import { Meetings } from './meetings';
import { Recordings } from './recordings';
import { ScenarioError } from './scenario-error';
import { ScenarioFailure } from './scenario-failure';
import type { FailureDetails } from './scenario-failure';
import type { Scenario } from './steps';
import { TelephoneDesk } from './telephone-desk';
import { pbxEntries } from './timeline';
import type { TimelineEntry } from './timeline';

export interface RunOptions {
  /** What paths of recordings on disk are relative to. Default: the working directory. */
  readonly folder?: string;
  /** Told of each step as it is taken. */
  readonly onStep?: (entry: TimelineEntry) => void;
}

/** How a scenario went that went as it should. */
export interface ScenarioResult {
  readonly name: string;
  readonly durationMs: number;
  /** Ids of the calls placed, by who placed them, in order. */
  readonly calls: readonly { readonly id: number; readonly actor: string }[];
  readonly timeline: readonly TimelineEntry[];
}

/** Longer than this and only the end of what was heard is analysed for a report, samples. */
const longestAnalysed = 60 * 8000;

/**
 * Runs a scenario on a mock in another process.
 * @param options.controlUrl origin of the mock's control API.
 * @throws ScenarioFailure when it does not go as it should, with a report as its message.
 * @throws ScenarioError when it can't be run.
 */
export async function runScenario(
  scenario: Scenario,
  { controlUrl, ...options }: RunOptions & { readonly controlUrl: string },
): Promise<ScenarioResult> {
  using api = await openControlApi(controlUrl);
  return await perform(scenario, api, options);
}

/** Runs a scenario by way of a control API. When it is over, the scenario's callers have hung up. */
export async function perform(
  scenario: Scenario,
  api: ControlApiPort,
  { folder = process.cwd(), onStep }: RunOptions = {},
): Promise<ScenarioResult> {
  const over = new AbortController();
  const desk = new TelephoneDesk(api, over.signal);
  const recordings = new Recordings(desk, folder);
  const beganAt = desk.now();
  const steps: TimelineEntry[] = [];
  const calls: { readonly id: number; readonly actor: string }[] = [];
  const stage: Stage = {
    desk,
    recordings,
    meetings: new Meetings(scenario),
    withinMs: scenario.withinMs,
    tell: (who, what) => {
      const entry = { atMs: Math.round(desk.now() - beganAt), who, what };
      steps.push(entry);
      onStep?.(entry);
    },
    placed: (id, actor) => calls.push({ id, actor }),
    over: () => over.signal.aborted,
  };
  const runs = scenario.actors.map((actor) => new ActorRun(actor, stage));
  const timeline = async (): Promise<readonly TimelineEntry[]> => {
    const names = new Map(calls.map(({ id, actor }) => [id, actor]));
    return [...steps, ...pbxEntries(await desk.log(beganAt), beganAt, names)].sort((a, b) => a.atMs - b.atMs);
  };

  try {
    for (const run of runs) await failing(run, () => run.prepare());
    await Promise.all(runs.map((run) => failing(run, () => run.perform())));
    const durationMs = Math.round(desk.now() - beganAt);
    await hangUpAll(desk, calls);
    return { name: scenario.name, durationMs, calls, timeline: await timeline() };
  } catch (error) {
    over.abort();
    if (!(error instanceof ActorFailure)) throw error;
    const { run, unmet } = error;
    const failedAt = { atMs: Math.round(desk.now() - beganAt), who: run.actor.name, failed: true };
    steps.push({ ...failedAt, what: `expected ${unmet.expected}; ${unmet.found}` });
    const call = run.call === undefined ? undefined : await desk.call(run.call);
    const details: FailureDetails = {
      scenario: scenario.name,
      actor: run.actor.name,
      step: run.step + 1,
      doing: run.upcoming === undefined ? '' : describeStep(run.upcoming),
      expected: unmet.expected,
      found: unmet.found,
      heard: run.call === undefined ? undefined : await heardBy(desk, run.call, recordings, scenario),
      timeline: await timeline(),
    };
    await hangUpAll(desk, calls);
    throw new ScenarioFailure(failureReport(details, call), details, { cause: unmet });
  }
}

/** What one of the actors did not find as expected. */
class ActorFailure extends Error {
  readonly run: ActorRun;
  readonly unmet: UnmetExpectation;

  constructor(run: ActorRun, unmet: UnmetExpectation) {
    super(unmet.message, { cause: unmet });
    this.run = run;
    this.unmet = unmet;
  }
}

async function failing(run: ActorRun, act: () => Promise<void>): Promise<void> {
  try {
    await act();
  } catch (error) {
    if (error instanceof UnmetExpectation) throw new ActorFailure(run, error);
    if (!(error instanceof ScenarioError) || error.code !== 'refused') throw error;
    const doing = run.upcoming === undefined ? 'go on' : describeStep(run.upcoming);
    throw new ActorFailure(run, new UnmetExpectation(`to be able to: ${doing}`, error.message));
  }
}

async function hangUpAll(desk: TelephoneDesk, calls: readonly { readonly id: number }[]): Promise<void> {
  for (const { id } of calls) await desk.hangUp(id);
}

async function heardBy(desk: TelephoneDesk, call: number, recordings: Recordings, scenario: Scenario) {
  const { samples } = await desk.heard(call);
  const skipped = Math.max(0, samples.length - longestAnalysed);
  const stretches = whatWasHeard(samples.subarray(skipped), await recordings.known(scenario));
  const skippedMs = Math.round(skipped / 8);
  return stretches.map((stretch) => ({
    ...stretch,
    fromMs: stretch.fromMs + skippedMs,
    toMs: stretch.toMs + skippedMs,
  }));
}
