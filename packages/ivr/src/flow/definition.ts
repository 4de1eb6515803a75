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

/** How one asks for keys; the meanings and defaults are those of `collectDigits`. */
const asking = {
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
};

/** What an entry of digits can be told besides. */
const entry = {
  maxDigits: z.number().int().min(1).max(128),
  minDigits: z.number().int().min(0).max(128).optional(),
  interDigitTimeoutMs: milliseconds.optional(),
  finalDigitTimeoutMs: milliseconds.optional(),
  termTimeoutMs: milliseconds.optional(),
  requireTerminator: z.boolean().optional(),
  validDigits: z.string().optional(),
  onInvalidDigit: z.enum(['end', 'ignore']).optional(),
  pattern: z.string().optional(),
};

/** Where an unanswered question leads. */
const unanswered = {
  noInput: target.optional().describe('Where to go when nothing was pressed. Default: failed.'),
  noMatch: target.optional().describe('Where to go when what was pressed was no answer. Default: failed.'),
  failed: target.describe('Where to go when the attempts are used up.'),
};

const key = z.string().regex(/^[0-9*#A-D]$/, 'a choice is one key of 0-9 * # A-D');
const yesAndNo = { yesKey: key.default('1'), noKey: key.default('2') };
const secret = z.boolean().default(true).describe('Kept out of stores, logs and results unless false.');

const surveyQuestion = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('yesNo'),
    name,
    optional: z.boolean().default(false).describe('Go on with the next question without an answer.'),
    ...asking,
    ...yesAndNo,
  }),
  z.strictObject({
    kind: z.literal('range'),
    name,
    optional: z.boolean().default(false).describe('Go on with the next question without an answer.'),
    ...asking,
    min: z.number().int().min(0).max(999_999_999),
    max: z.number().int().min(0).max(999_999_999),
  }),
]);

/** An HTTP request, its texts with `{{variable}}`. */
const request = {
  method: z.enum(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']).default('POST'),
  url: template,
  headers: z.record(z.string(), template).optional(),
  body: z.record(z.string(), value).optional().describe('Sent as JSON.'),
  timeoutMs: z.number().int().min(1).max(60_000).default(5_000),
};

const paths = z
  .record(name, z.string())
  .describe('Variables, and the path in the answer to read each from, e.g. customer.name.');

const note = z.string().max(500).optional().describe('For people; shown in the picture.');

const steps = [
  z.strictObject({ do: z.literal('play'), note, prompt, next: target }),
  z.strictObject({
    do: z.literal('menu'),
    note,
    ...asking,
    choices: z.record(key, target),
    ...unanswered,
  }),
  z.strictObject({
    do: z.literal('confirm'),
    note,
    ...asking,
    ...yesAndNo,
    yes: target,
    no: target,
    ...unanswered,
  }),
  z.strictObject({
    do: z.literal('collect'),
    note,
    ...asking,
    ...entry,
    saveAs: name,
    secret,
    next: target,
    ...unanswered,
  }),
  z.strictObject({
    do: z.literal('authenticate'),
    note,
    id: z.strictObject({ ...asking, ...entry }).describe('How to ask for the id.'),
    pin: z.strictObject({ ...asking, ...entry }).describe('How to ask for the PIN, which is kept nowhere.'),
    verify: z
      .strictObject(request)
      .describe(
        'Says whether the two belong together: 2xx for yes, 4xx for no. {{id}} and {{pin}} stand for what was keyed; without a body it gets both.',
      ),
    saveAs: name.describe('The variable for the id.'),
    secret,
    saveAnswer: paths.optional(),
    attempts: z.number().int().min(1).max(100).default(3).describe('Tries of id and PIN together.'),
    deniedPrompt: prompt.optional().describe('Played after a wrong try, before the next.'),
    next: target,
    denied: target.describe('Where to go when the tries are used up.'),
    lockedOut: target.optional().describe('Where to go when the id is locked. Default: denied.'),
    failed: target.describe('Where to go when one of the two was not entered, or nothing could verify it.'),
  }),
  z.strictObject({
    do: z.literal('survey'),
    note,
    questions: z
      .array(surveyQuestion)
      .min(1)
      .max(50)
      .describe('Each answer goes into a variable by its name.'),
    next: target,
    failed: target.describe('Where to go when a question that is not optional has no answer.'),
  }),
  z.strictObject({
    do: z.literal('record'),
    note,
    prompt: prompt.optional(),
    saveAs: name.describe(
      'The variable for the place of the recording; its length is in NAME.seconds. Set also when the caller hangs up at the end.',
    ),
    beep: z.boolean().default(true),
    maxSeconds: z.number().min(1).max(3_600).default(120),
    minSeconds: z.number().min(0).max(60).default(1).describe('Less than that is no recording.'),
    endOnSilenceSeconds: z.number().min(0.5).max(60).optional(),
    endOnKey: z
      .string()
      .regex(/^[0-9*#A-D]*$/, 'keys are 0-9 * # A-D')
      .default('#'),
    next: target,
    empty: target.optional().describe('Where to go when nothing was said. Default: failed.'),
    failed: target.describe('Where to go when it could not be recorded or kept.'),
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
    ...request,
    saveAs: paths.optional(),
    idempotent: z
      .boolean()
      .default(false)
      .describe('Whether it may be sent again when a restart came in between.'),
    next: target,
    failed: target.describe('Where to go when the answer is not 2xx, late or lost.'),
  }),
  z.strictObject({
    do: z.literal('queueFigures'),
    note,
    queue: template,
    saveAs: z
      .record(name, z.enum(['waiting', 'position', 'agentsFree', 'averageWaitSeconds']))
      .describe('Variables, and the figure for each. One that the source does not tell stays as it was.'),
    next: target,
    failed: target.describe('Where to go when there are no figures.'),
  }),
  z.strictObject({
    do: z.literal('bookCallback'),
    note,
    number: template.default('{{call.from}}'),
    queue: template,
    next: target,
    failed: target.describe('Where to go when it could not be booked.'),
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
export type FlowAsking = z.output<z.ZodObject<typeof asking>>;
export type FlowEntry = z.output<z.ZodObject<typeof asking & typeof entry>>;
export type FlowRequest = z.output<z.ZodObject<typeof request>>;
export type FlowSurveyQuestion = z.output<typeof surveyQuestion>;
export type FlowPrompt = z.output<typeof prompt>;
export type FlowValue = z.output<typeof value>;

/** The JSON Schema (draft 2020-12) of a flow, for editors and for others to check with. */
export function flowJsonSchema(): object {
  return z.toJSONSchema(flowSchema, { io: 'input', target: 'draft-2020-12' });
}
