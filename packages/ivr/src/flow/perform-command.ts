import { authenticate } from '../authenticate';
import { collectDigits } from '../dtmf/collect-digits';
import type { CollectOptions } from '../dtmf/collect-options';
import type { BufferCleared } from '../dtmf/collect-result';
import { record } from '../record';
import type { FlowCommand, FlowOutcome } from './flow-command';
import { FlowOptionsError, VerificationError } from './flow-errors';
import { fetchHook } from './http-hook';
import type { FlowCall, RunFlowOptions } from './run-flow-options';

/** Which call, of which flow, at which step; `key` is the same when it is carried out again. */
export interface CommandPlace {
  readonly flow: string;
  readonly step: string;
  readonly key: string;
}

/**
 * Carries out one command of a flow on its call.
 * @throws CallEndedError, and whatever goes wrong where the flow names no way for it
 */
export async function performCommand(
  call: FlowCall,
  command: FlowCommand,
  place: CommandPlace,
  options: RunFlowOptions,
): Promise<FlowOutcome> {
  switch (command.kind) {
    case 'play':
      await playAll(call, command.prompts, options);
      return { kind: 'done' };
    case 'ask':
      return ask(call, command.options, options);
    case 'authenticate':
      return signIn(call, command, place, options);
    case 'record':
      return recordAndKeep(call, command, place, options);
    case 'transfer':
      return transfer(call, command, options);
    case 'http': {
      const hook = options.http ?? fetchHook;
      const answer = await hook(command.request, { key: place.key, ...signalOf(options) });
      return answer.ok ? { kind: 'received', json: answer.json } : { kind: 'failed' };
    }
    case 'queueFigures':
      return { kind: 'figures', figures: await required(options.queueFigures)(command.queue) };
    case 'bookCallback':
      await required(options.callbacks).book({
        id: place.key,
        number: command.number,
        queue: command.queue,
        callId: call.id,
      });
      return { kind: 'done' };
    case 'hangUp':
      await playAll(call, command.prompts, options);
      await call.hangUp();
      return { kind: 'done' };
  }
}

/** Whether the step names a way for what goes wrong, so that it isn't for the error handler. */
export function failsByItself({ kind }: FlowCommand, error: unknown): boolean {
  if (kind === 'authenticate') return error instanceof VerificationError;
  return kind === 'record' || kind === 'queueFigures' || kind === 'bookCallback';
}

async function playAll(call: FlowCall, prompts: readonly string[], options: RunFlowOptions): Promise<void> {
  for (const prompt of prompts) await call.play(prompt, signalOf(options));
}

async function ask(call: FlowCall, question: CollectOptions, options: RunFlowOptions): Promise<FlowOutcome> {
  const result = await collectDigits(call, { ...question, ...collecting(call, options) });
  switch (result.kind) {
    case 'match':
      return { kind: 'answered', digits: result.digits };
    case 'callEnded':
      return { kind: 'callEnded' };
    case 'error':
      return { kind: 'error' };
    case 'noInput':
    case 'noMatch':
      return { kind: 'unanswered', why: result.kind };
    case 'failed':
      return { kind: 'unanswered', why: result.reason === 'noInput' ? 'noInput' : 'noMatch' };
  }
}

async function signIn(
  call: FlowCall,
  command: Extract<FlowCommand, { kind: 'authenticate' }>,
  { key }: CommandPlace,
  options: RunFlowOptions,
): Promise<FlowOutcome> {
  let tries = 0;
  let json: unknown;
  const result = await authenticate(call, {
    id: { ...command.id, ...collecting(call, options) },
    pin: { ...command.pin, ...collecting(call, options) },
    attempts: command.attempts,
    ...(command.deniedPrompts.length > 0 && { deniedPrompt: command.deniedPrompts }),
    ...(options.lockout && { lockout: options.lockout }),
    async verify(id, pin) {
      tries += 1;
      const context = { key: `${key}:${String(tries)}`, ...signalOf(options) };
      const answer = await (options.http ?? fetchHook)(command.verify(id, pin), context);
      json = answer.json;
      if (answer.ok) return true;
      const { status = 0 } = answer;
      if (status >= 400 && status < 500 && status !== 429) return false;
      throw new VerificationError('What verifies ids and PINs did not answer with 2xx or 4xx: look there.');
    },
  });
  switch (result.kind) {
    case 'authenticated':
      return { kind: 'authenticated', id: result.id, json };
    case 'denied':
    case 'lockedOut':
      return { kind: result.kind };
    case 'unanswered': {
      const { kind } = result.result;
      return { kind: kind === 'callEnded' || kind === 'error' ? kind : 'failed' };
    }
  }
}

async function recordAndKeep(
  call: FlowCall,
  { prompts, step }: Extract<FlowCommand, { kind: 'record' }>,
  place: CommandPlace,
  options: RunFlowOptions,
): Promise<FlowOutcome> {
  const { beep, maxSeconds, minSeconds, endOnSilenceSeconds, endOnKey } = step;
  const result = await record(call, {
    prompt: prompts,
    ...{ beep, maxSeconds, minSeconds, endOnKey },
    ...(endOnSilenceSeconds !== undefined && { endOnSilenceSeconds }),
    ...signalOf(options),
    ...clearingOf(call, options),
  });
  if (result.kind !== 'recorded') return { kind: result.kind };
  const { wav, durationMs, endedBy } = result.recording;
  const kept = await required(options.recordings).save({ callId: call.id, ...place, wav, durationMs });
  return {
    kind: 'recorded',
    place: kept,
    seconds: Math.round(durationMs / 100) / 10,
    hungUp: endedBy === 'hang-up',
  };
}

async function transfer(
  call: FlowCall,
  { to, voicemail, timeoutSeconds }: Extract<FlowCommand, { kind: 'transfer' }>,
  { voicemailNumber = voicemailByDialCode, onBufferCleared }: RunFlowOptions,
): Promise<FlowOutcome> {
  const outcome = await call.transfer({
    to: voicemail ? voicemailNumber(to) : to,
    ...(timeoutSeconds !== undefined && { timeoutSeconds }),
  });
  if (outcome.kind === 'succeeded') return { kind: 'done' };
  // What was keyed before, or while it rang, was not meant for what comes now (B.4, row 16).
  const count = call.digits.clear();
  if (count > 0) onBufferCleared?.({ reason: 'transfer', count }, call.id);
  return { kind: 'failed' };
}

/** The dial code that 3CX comes with. */
function voicemailByDialCode(extension: string): string {
  return `*4${extension}`;
}

function collecting(call: FlowCall, options: RunFlowOptions) {
  const { clock, connection$ } = options;
  return {
    ...(clock && { clock }),
    ...(connection$ && { connection$ }),
    ...signalOf(options),
    ...clearingOf(call, options),
  };
}

function clearingOf(call: FlowCall, { onBufferCleared }: RunFlowOptions) {
  if (onBufferCleared === undefined) return {};
  return {
    onBufferCleared: (event: BufferCleared) => {
      onBufferCleared(event, call.id);
    },
  };
}

function signalOf({ signal }: RunFlowOptions): { readonly signal?: AbortSignal } {
  return signal === undefined ? {} : { signal };
}

/** `requirePorts` has made sure of it before the flow began. */
function required<Port>(port: Port | undefined): Port {
  if (port === undefined) throw new FlowOptionsError('This step needs an option that was not given.');
  return port;
}
