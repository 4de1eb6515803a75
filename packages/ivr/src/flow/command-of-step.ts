import type { ReadVariable } from './condition';
import type { Flow, FlowPrompt, FlowRequest, FlowStep } from './definition';
import type { FlowCommand, FlowContext, HttpHookRequest } from './flow-command';
import { reader } from './flow-values';
import { partOf, type FlowPosition } from './position';
import { entryOptions, questionOptions, surveyOptions } from './question-options';
import { spoken } from './spoken-prompts';
import { fillIn, fillInUrl } from './template';

/** What a step wants done outside of the flow; undefined for one that only leads on. Pure. */
export function commandOf(
  flow: Flow,
  step: FlowStep,
  position: FlowPosition,
  context: FlowContext,
): FlowCommand | undefined {
  const read = reader(position, context);
  const speech = { language: position.language, fallback: flow.language, read };
  const prompts = (prompt: FlowPrompt | undefined) => spoken(prompt, speech);
  switch (step.do) {
    case 'play':
      return { kind: 'play', prompts: prompts(step.prompt) };
    case 'menu':
    case 'confirm':
    case 'collect':
      return { kind: 'ask', options: questionOptions(step, speech) };
    case 'survey': {
      const question = step.questions[partOf(position)];
      return question && { kind: 'ask', options: surveyOptions(question, speech) };
    }
    case 'authenticate':
      return {
        kind: 'authenticate',
        id: entryOptions(step.id, speech),
        pin: entryOptions(step.pin, speech),
        attempts: step.attempts,
        deniedPrompts: prompts(step.deniedPrompt),
        verify: (id, pin) => verification(step.verify, { id, pin }, read),
      };
    case 'record':
      return { kind: 'record', prompts: prompts(step.prompt), step };
    case 'transfer':
      return {
        kind: 'transfer',
        to: fillIn(step.to, read),
        voicemail: step.kind === 'voicemail',
        timeoutSeconds: step.timeoutSeconds,
      };
    case 'http':
      return { kind: 'http', request: requestOf(step, read), idempotent: step.idempotent };
    case 'queueFigures':
      return { kind: 'queueFigures', queue: fillIn(step.queue, read) };
    case 'bookCallback':
      return { kind: 'bookCallback', number: fillIn(step.number, read), queue: fillIn(step.queue, read) };
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

/** The request that verifies an id and a PIN: they stand in its texts, or are its body. */
function verification(
  request: FlowRequest,
  entered: Readonly<Record<'id' | 'pin', string>>,
  read: ReadVariable,
): HttpHookRequest {
  const body = request.body ?? { id: '{{id}}', pin: '{{pin}}' };
  return requestOf({ ...request, body }, (name) =>
    name === 'id' || name === 'pin' ? entered[name] : read(name),
  );
}

function requestOf(
  { method, url, headers, body, timeoutMs }: FlowRequest,
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
