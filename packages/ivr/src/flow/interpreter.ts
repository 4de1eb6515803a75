import { namedFigures } from '../queue-figures';
import { officeStateAt } from './office-hours';
import { commandOf } from './command-of-step';
import { holds } from './condition';
import type { Flow, FlowStep, FlowSurveyQuestion, FlowValue } from './definition';
import type { FlowContext, FlowOutcome, FlowTurn } from './flow-command';
import { enter, keep, reader, setValues, valuesIn } from './flow-values';
import { addressOf, goTo, goToPart, leaveTo, partOf, stepAt, type FlowPosition } from './position';

type StepOf<Do extends FlowStep['do']> = Extract<FlowStep, { do: Do }>;

/** Goes on from a position, through all steps that need nothing from outside, up to one that does. Pure. */
export function nextCommand(flow: Flow, from: FlowPosition, context: FlowContext): FlowTurn {
  let position = from;
  for (;;) {
    const step = stepAt(flow, position);
    if (step === undefined) return { kind: 'end', position, end: 'error' };
    if (position.taken >= flow.maxSteps) return { kind: 'end', position, end: 'tooManySteps' };
    position = { ...position, taken: position.taken + 1 };
    const command = commandOf(flow, step, position, context);
    if (command !== undefined) {
      const audible =
        command.kind !== 'http' && command.kind !== 'bookCallback' && command.kind !== 'queueFigures';
      if (audible && position.handling === 'hangUp') return { kind: 'end', position, end: 'callEnded' };
      return { kind: 'command', position, command };
    }
    position = passThrough(flow, step, position, context);
  }
}

function passThrough(flow: Flow, step: FlowStep, position: FlowPosition, context: FlowContext): FlowPosition {
  switch (step.do) {
    case 'set':
      return goTo(setValues(position, step.values, context), step.next);
    case 'if':
      return goTo(position, holds(step.when, reader(position, context)) ? step.then : step.else);
    case 'hours': {
      const calendar = flow.calendars[step.calendar];
      const state = calendar === undefined ? 'closed' : officeStateAt(calendar, context.now);
      return goTo(position, step[state] ?? step.closed);
    }
    case 'language':
      return goTo({ ...position, language: step.language }, step.next);
    case 'limit': {
      const address = addressOf(position);
      const times = (position.passed[address] ?? 0) + 1;
      const counted = { ...position, passed: { ...position.passed, [address]: times } };
      return goTo(counted, times > step.times ? step.exceeded : step.next);
    }
    case 'subflow': {
      const after = goTo(position, step.next);
      const start = flow.subflows[step.flow]?.start ?? '';
      return { ...after, stack: [...after.stack, { subflow: step.flow, step: start }] };
    }
    case 'return':
      return { ...position, stack: position.stack.slice(0, -1) };
    default:
      return position;
  }
}

/** Takes what became of the command of the step at hand, and goes where that leads. Pure. */
export function afterOutcome(
  flow: Flow,
  position: FlowPosition,
  outcome: FlowOutcome,
): FlowTurn | FlowPosition {
  const step = stepAt(flow, position);
  if (outcome.kind === 'callEnded') return afterCallEnd(flow, position);
  if (step === undefined || outcome.kind === 'error') return afterError(flow, position);
  switch (step.do) {
    case 'play':
      return goTo(position, step.next);
    case 'confirm':
      if (outcome.kind !== 'answered') return goTo(position, wayAfterSilence(step, outcome));
      return goTo(position, outcome.digits === step.yesKey ? step.yes : step.no);
    case 'survey':
      return afterQuestion(step, position, outcome);
    case 'menu': {
      if (outcome.kind !== 'answered') return goTo(position, wayAfterSilence(step, outcome));
      const choice = step.choices[outcome.digits];
      return choice === undefined ? afterError(flow, position) : goTo(position, choice);
    }
    case 'collect':
      if (outcome.kind !== 'answered') return goTo(position, wayAfterSilence(step, outcome));
      return goTo(enter(position, step.saveAs, outcome.digits, step.secret), step.next);
    case 'authenticate':
      if (outcome.kind === 'authenticated') {
        const entered = enter(position, step.saveAs, outcome.id, step.secret);
        return goTo(keep(entered, valuesIn(outcome.json, step.saveAnswer)), step.next);
      }
      if (outcome.kind === 'lockedOut') return goTo(position, step.lockedOut ?? step.denied);
      return goTo(position, outcome.kind === 'denied' ? step.denied : step.failed);
    case 'record': {
      if (outcome.kind === 'empty') return goTo(position, step.empty ?? step.failed);
      if (outcome.kind !== 'recorded') return goTo(position, step.failed);
      const kept = keep(position, {
        [step.saveAs]: outcome.place,
        [`${step.saveAs}.seconds`]: outcome.seconds,
      });
      return outcome.hungUp ? afterCallEnd(flow, kept) : goTo(kept, step.next);
    }
    case 'queueFigures':
      if (outcome.kind !== 'figures') return goTo(position, step.failed);
      return goTo(keep(position, namedFigures(outcome.figures, step.saveAs)), step.next);
    case 'bookCallback':
      return goTo(position, outcome.kind === 'done' ? step.next : step.failed);
    case 'transfer':
      if (outcome.kind === 'done') return { kind: 'end', position, end: 'transferred' };
      return goTo(position, step.failed);
    case 'http':
      if (outcome.kind !== 'received') return goTo(position, step.failed);
      return goTo(keep(position, valuesIn(outcome.json, step.saveAs)), step.next);
    case 'hangUp':
      return { kind: 'end', position, end: 'hungUp' };
    default:
      return afterError(flow, position);
  }
}

function wayAfterSilence(step: StepOf<'menu' | 'confirm' | 'collect'>, outcome: FlowOutcome): string {
  const own = outcome.kind === 'unanswered' ? step[outcome.why] : undefined;
  return own ?? step.failed;
}

/** The next question of a survey, or what comes after it. */
function afterQuestion(step: StepOf<'survey'>, position: FlowPosition, outcome: FlowOutcome): FlowPosition {
  const part = partOf(position);
  const question = step.questions[part];
  if (question === undefined) return goTo(position, step.failed);
  if (outcome.kind !== 'answered' && !question.optional) return goTo(position, step.failed);
  const answered =
    outcome.kind === 'answered'
      ? keep(position, { [question.name]: answerOf(question, outcome.digits) })
      : position;
  return part + 1 < step.questions.length ? goToPart(answered, part + 1) : goTo(answered, step.next);
}

function answerOf(question: FlowSurveyQuestion, digits: string): FlowValue {
  return question.kind === 'yesNo' ? digits === question.yesKey : Number(digits);
}

function afterCallEnd(flow: Flow, position: FlowPosition): FlowTurn | FlowPosition {
  return flow.onHangUp === undefined || position.handling === 'hangUp'
    ? { kind: 'end', position, end: 'callEnded' }
    : leaveTo(position, flow.onHangUp, 'hangUp');
}

function afterError(flow: Flow, position: FlowPosition): FlowTurn | FlowPosition {
  return flow.onError === undefined || position.handling !== 'nothing'
    ? { kind: 'end', position, end: position.handling === 'hangUp' ? 'callEnded' : 'error' }
    : leaveTo(position, flow.onError, 'error');
}
