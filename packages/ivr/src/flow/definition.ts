import * as z from 'zod';
import { flowConditionSchema } from './condition';
import { officeHoursSchema } from './office-hours';

/** A name of a step, a sub-flow, a variable or a calendar: a letter, then letters, digits, `_` and `-`. */
const name = z.string().regex(/^[A-Za-z][A-Za-z0-9_-]{0,63}$/, 'use a letter, then letters, digits, _ and -');
const target = name.describe('The step that comes next.');
const template = z.string().max(2_000).describe('Text in which {{variable}} stands for a value.');
const milliseconds = z.number().int().min(0).max(86_400_000);
const value = z.union([z.string(), z.number(), z.boolean()]);

const address = z.string().min(1).max(1_000);
const addresses = z.union([address, z.array(address)]);
const prompt = z
  .union([addresses, z.record(z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/), addresses)])
  .describe('Path or URL of an audio file, several in a row, or one such per language.');

/** What a question can be told; the meanings and defaults are those of `collectDigits`. */
const question = {
  prompt: prompt.optional(),
  retryPrompt: prompt.optional(),
  noInputPrompts: z.array(prompt).optional(),
  noMatchPrompts: z.array(prompt).optional(),
  profile: z.enum(['3cx', 'voicexml']).optional(),
  attempts: z.number().int().min(1).max(100).optional(),
  firstDigitTimeoutMs: milliseconds.optional(),
  terminators: z.string().optional(),
  bargeIn: z.union([z.boolean(), z.literal('valid-only')]).optional(),
  typeAhead: z.enum(['keep', 'clear']).optional(),
  maxDurationMs: milliseconds.optional(),
  noInput: target.optional().describe('Where to go when nothing was pressed. Default: failed.'),
  noMatch: target.optional().describe('Where to go when what was pressed was no answer. Default: failed.'),
  failed: target.describe('Where to go when the attempts are used up.'),
};

const note = z.string().max(500).optional().describe('For people; shown in the picture.');

const steps = [
  z.strictObject({ do: z.literal('play'), note, prompt, next: target }),
  z.strictObject({
    do: z.literal('menu'),
    note,
    ...question,
    choices: z.record(z.string().regex(/^[0-9*#A-D]$/, 'a choice is one key of 0-9 * # A-D'), target),
  }),
  z.strictObject({
    do: z.literal('collect'),
    note,
    ...question,
    saveAs: name,
    secret: z.boolean().default(true).describe('Kept out of stores, logs and results unless false.'),
    maxDigits: z.number().int().min(1).max(128),
    minDigits: z.number().int().min(0).max(128).optional(),
    interDigitTimeoutMs: milliseconds.optional(),
    finalDigitTimeoutMs: milliseconds.optional(),
    termTimeoutMs: milliseconds.optional(),
    requireTerminator: z.boolean().optional(),
    validDigits: z.string().optional(),
    onInvalidDigit: z.enum(['end', 'ignore']).optional(),
    pattern: z.string().optional(),
    next: target,
  }),
  z.strictObject({ do: z.literal('set'), note, values: z.record(name, value), next: target }),
  z.strictObject({ do: z.literal('if'), note, when: flowConditionSchema, then: target, else: target }),
  z.strictObject({
    do: z.literal('hours'),
    note,
    calendar: name,
    open: target,
    closed: target,
    holiday: target.optional().describe('Default: closed.'),
  }),
  z.strictObject({ do: z.literal('language'), note, language: z.string(), next: target }),
  z.strictObject({
    do: z.literal('limit'),
    note,
    times: z.number().int().min(1).max(1_000).describe('How often a call may pass here.'),
    next: target,
    exceeded: target,
  }),
  z.strictObject({ do: z.literal('subflow'), note, flow: name, next: target }),
  z.strictObject({ do: z.literal('return'), note }),
  z.strictObject({
    do: z.literal('transfer'),
    note,
    kind: z.enum(['extension', 'queue', 'ringGroup', 'ivr', 'voicemail', 'external']),
    to: template,
    timeoutSeconds: z.number().int().min(1).max(120).optional(),
    failed: target.describe('Where to go when nobody took the call, which is back then.'),
  }),
  z.strictObject({
    do: z.literal('http'),
    note,
    method: z.enum(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']).default('POST'),
    url: template,
    headers: z.record(z.string(), template).optional(),
    body: z.record(z.string(), value).optional().describe('Sent as JSON.'),
    saveAs: z
      .record(name, z.string())
      .optional()
      .describe('Variables, and the path in the answer to read each from, e.g. customer.name.'),
    timeoutMs: z.number().int().min(1).max(60_000).default(5_000),
    idempotent: z
      .boolean()
      .default(false)
      .describe('Whether it may be sent again when a restart came in between.'),
    next: target,
    failed: target.describe('Where to go when the answer is not 2xx, late or lost.'),
  }),
  z.strictObject({ do: z.literal('hangUp'), note, prompt: prompt.optional() }),
] as const;

const stepSchema = z.discriminatedUnion('do', steps);
const stepsSchema = z.record(name, stepSchema);

/** A call flow as data. Whatever fits can be linted, drawn and run. */
export const flowSchema = z
  .strictObject({
    $schema: z.string().optional(),
    version: z.literal(1),
    name,
    note,
    start: target,
    language: z.string().default('en').describe('The language to begin with, and the one to fall back on.'),
    variables: z.record(name, value).default({}),
    calendars: z.record(name, officeHoursSchema).default({}),
    onError: target
      .optional()
      .describe('Where to go when a step fails that names no way itself. Default: hang up.'),
    onHangUp: target
      .optional()
      .describe('What is still to be done when the caller has hung up; no step with audio.'),
    maxSteps: z
      .number()
      .int()
      .min(1)
      .max(10_000)
      .default(500)
      .describe('A call that takes more steps is hung up.'),
    steps: stepsSchema,
    subflows: z.record(name, z.strictObject({ start: target, steps: stepsSchema })).default({}),
  })
  .meta({ id: 'flow', title: 'A call flow of @org/3cx-ivr' });

/** A flow as one writes it; what has a default may be left out. */
export type FlowInput = z.input<typeof flowSchema>;
/** A checked flow, defaults filled in. */
export type Flow = z.output<typeof flowSchema>;
export type FlowStep = z.output<typeof stepSchema>;
export type FlowStepInput = z.input<typeof stepSchema>;
export type FlowPrompt = z.output<typeof prompt>;
export type FlowValue = z.output<typeof value>;

/** The JSON Schema (draft 2020-12) of a flow, for editors and for others to check with. */
export function flowJsonSchema(): object {
  return z.toJSONSchema(flowSchema, { io: 'input', target: 'draft-2020-12' });
}
