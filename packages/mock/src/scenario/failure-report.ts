import { seconds } from './describe-step';
import type { HeardStretch } from './hearing/what-was-heard';
import type { FailureDetails } from './scenario-failure';
import type { CallView } from './telephone-desk';
import { timelineLines } from './timeline';

/** A part of a recording counts as all of it when no more than this is missing at an end, milliseconds. */
const untoldMs = 60;

/** The report of a failure, a paragraph for each question it raises. */
export function failureReport(details: FailureDetails, call: CallView | undefined): string {
  const { scenario, actor, step, doing, expected, found, heard, timeline } = details;
  return [
    `Scenario "${scenario}" failed: ${actor}, step ${step} (${doing}).`,
    '',
    `  Expected  ${expected}`,
    `  Found     ${found}`,
    ...(heard === undefined ? [] : ['', `What ${actor} heard:`, '', ...heardLines(heard)]),
    ...(call === undefined ? [] : ['', 'What became of the call:', '', `  ${callLine(call)}`]),
    '',
    'What happened, in seconds since the scenario began:',
    '',
    ...timelineLines(timeline),
  ].join('\n');
}

function heardLines(heard: readonly HeardStretch[]): readonly string[] {
  if (heard.length === 0) return ['  nothing: the call was never connected to a route point'];
  return heard.map((stretch) => `  ${at(stretch.fromMs)} – ${at(stretch.toMs)}  ${stretchName(stretch)}`);
}

function stretchName({ kind, name, part }: HeardStretch): string {
  if (kind === 'silence') return 'silence';
  if (kind === 'other' || part === undefined) return 'something else';
  const { fromMs, toMs, ofMs } = part;
  const whole = fromMs <= untoldMs && ofMs - toMs <= untoldMs;
  if (whole) return `${name ?? ''}, all of it`;
  return `${name ?? ''}, from ${seconds(fromMs)} to ${seconds(toMs)} of ${seconds(ofMs)}`;
}

function callLine({ id, from, to, state, connectedTo, gaps, endedBy, endReason }: CallView): string {
  const now =
    state === 'ended'
      ? `ended by ${endedBy ?? 'nobody'} (${endReason ?? 'no reason'})`
      : state === 'connected'
        ? `connected to ${connectedTo ?? 'nobody'}`
        : 'ringing';
  const holes = gaps === 0 ? '' : `; ${gaps} ${gaps === 1 ? 'gap' : 'gaps'} in what was heard`;
  return `call ${id} from ${from} to ${to}: ${now}${holes}`;
}

function at(ms: number): string {
  return `${(ms / 1000).toFixed(2).padStart(7)} s`;
}
