import { officeStateAt } from './office-hours';
import { holds, type ReadVariable } from './condition';
import type { Flow, FlowPrompt, FlowStep, FlowValue } from './definition';
import { addressOf, goTo, leaveTo, stepAt, type FlowPosition } from './position';
import { fillIn, fillInUrl, variablesIn } from './template';

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
  | { readonly kind: 'ask'; readonly step: StepOf<'menu' | 'collect'>; readonly language: string }
  | {
      readonly kind: 'transfer';
      readonly to: string;
      /** To the box of the extension, not to the extension. */
      readonly voicemail: boolean;
      readonly timeoutSeconds: number | undefined;
    }
  | { readonly kind: 'http'; readonly request: HttpHookRequest; readonly idempotent: boolean }
  | { readonly kind: 'hangUp'; readonly prompts: readonly string[] };

/** What became of it. `callEnded` can come of any. */
export type FlowOutcome =
  | { readonly kind: 'done' }
  | { readonly kind: 'answered'; readonly digits: string }
  | { readonly kind: 'unanswered'; readonly why: 'noInput' | 'noMatch' }
  | { readonly kind: 'received'; readonly json: unknown }
  | { readonly kind: 'failed' }
  | { readonly kind: 'error' }
  | { readonly kind: 'callEnded' };

export type FlowEndKind = 'hungUp' | 'transferred' | 'callEnded' | 'error' | 'tooManySteps';

export type FlowTurn =
  | { readonly kind: 'command'; readonly position: FlowPosition; readonly command: FlowCommand }
  | { readonly kind: 'end'; readonly position: FlowPosition; readonly end: FlowEndKind };

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
      const audible = command.kind !== 'http';
      if (audible && position.handling === 'hangUp') return { kind: 'end', position, end: 'callEnded' };
      return { kind: 'command', position, command };
    }
    position = passThrough(flow, step, position, context);
  }
}

function commandOf(
  flow: Flow,
  step: FlowStep,
  position: FlowPosition,
  context: FlowContext,
): FlowCommand | undefined {
  const read = reader(position, context);
  const prompts = (prompt: FlowPrompt | undefined) => promptsIn(prompt, position.language, flow.language);
  switch (step.do) {
    case 'play':
      return { kind: 'play', prompts: prompts(step.prompt) };
    case 'menu':
    case 'collect':
      return { kind: 'ask', step, language: position.language };
    case 'transfer':
      return {
        kind: 'transfer',
        to: fillIn(step.to, read),
        voicemail: step.kind === 'voicemail',
        timeoutSeconds: step.timeoutSeconds,
      };
    case 'http':
      return { kind: 'http', request: requestOf(step, read), idempotent: step.idempotent };
    case 'hangUp':
      return { kind: 'hangUp', prompts: prompts(step.prompt) };
    case 'set':
    case 'if':
    case 'hours':
    case 'language':
    case 'limit':
    case 'subflow':
    case 'return':
      return undefined;
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
    case 'menu': {
      if (outcome.kind !== 'answered') return goTo(position, wayAfterSilence(step, outcome));
      const choice = step.choices[outcome.digits];
      return choice === undefined ? afterError(flow, position) : goTo(position, choice);
    }
    case 'collect': {
      if (outcome.kind !== 'answered') return goTo(position, wayAfterSilence(step, outcome));
      const values = { ...position.values, [step.saveAs]: outcome.digits };
      const others = without(position.secrets, step.saveAs);
      const secrets = step.secret ? { ...others, [step.saveAs]: addressOf(position) } : others;
      return goTo({ ...position, values, secrets }, step.next);
    }
    case 'transfer':
      if (outcome.kind === 'done') return { kind: 'end', position, end: 'transferred' };
      return goTo(position, step.failed);
    case 'http':
      if (outcome.kind !== 'received') return goTo(position, step.failed);
      return goTo(
        { ...position, values: { ...position.values, ...valuesIn(outcome.json, step.saveAs) } },
        step.next,
      );
    case 'hangUp':
      return { kind: 'end', position, end: 'hungUp' };
    default:
      return afterError(flow, position);
  }
}

function wayAfterSilence(step: StepOf<'menu' | 'collect'>, outcome: FlowOutcome): string {
  const own = outcome.kind === 'unanswered' ? step[outcome.why] : undefined;
  return own ?? step.failed;
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

/** The prompts in a language, or in the flow's own where that one has none. */
export function promptsIn(
  prompt: FlowPrompt | undefined,
  language: string,
  fallback: string,
): readonly string[] {
  if (prompt === undefined) return [];
  if (typeof prompt === 'string') return [prompt];
  if (Array.isArray(prompt)) return prompt;
  const spoken = prompt[language] ?? prompt[fallback] ?? [];
  return typeof spoken === 'string' ? [spoken] : spoken;
}

export function reader(position: FlowPosition, { call, now }: FlowContext): ReadVariable {
  const builtIn: Readonly<Record<string, string>> = {
    'call.id': call.id,
    'call.from': call.from,
    'call.to': call.to,
    'call.did': call.did,
    'call.callerName': call.callerName,
    language: position.language,
    now: now.toISOString(),
  };
  return (name) => position.values[name] ?? builtIn[name];
}

/** A value made of a secret one is secret too. */
function setValues(
  position: FlowPosition,
  values: Readonly<Record<string, FlowValue>>,
  context: FlowContext,
): FlowPosition {
  return Object.entries(values).reduce((before, [name, value]) => {
    const from =
      typeof value === 'string' ? variablesIn(value).find((each) => each in before.secrets) : undefined;
    const others = without(before.secrets, name);
    const origin = from === undefined ? undefined : before.secrets[from];
    return {
      ...before,
      values: {
        ...before.values,
        [name]: typeof value === 'string' ? fillIn(value, reader(before, context)) : value,
      },
      secrets: origin === undefined ? others : { ...others, [name]: origin },
    };
  }, position);
}

function requestOf(
  { method, url, headers, body, timeoutMs }: StepOf<'http'>,
  read: ReadVariable,
): HttpHookRequest {
  const filled = Object.entries(body ?? {}).map(([name, value]) => [
    name,
    typeof value === 'string' ? fillIn(value, read) : value,
  ]);
  return {
    method,
    url: fillInUrl(url, read),
    headers: Object.fromEntries(
      Object.entries(headers ?? {}).map(([name, value]) => [name, fillIn(value, read)]),
    ),
    body: body === undefined ? undefined : JSON.stringify(Object.fromEntries(filled)),
    timeoutMs,
  };
}

function valuesIn(json: unknown, paths: Readonly<Record<string, string>> = {}): Record<string, FlowValue> {
  return Object.fromEntries(
    Object.entries(paths).flatMap(([name, path]) => {
      const found = path
        .split('.')
        .reduce<unknown>(
          (value, key) => (isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined),
          json,
        );
      const plain = typeof found === 'string' || typeof found === 'number' || typeof found === 'boolean';
      return plain ? [[name, found] as const] : [];
    }),
  );
}

function without(secrets: FlowPosition['secrets'], name: string): FlowPosition['secrets'] {
  return Object.fromEntries(Object.entries(secrets).filter(([each]) => each !== name));
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
