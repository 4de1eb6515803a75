import * as z from 'zod';
import type { Step } from '../steps';
import { duration, keys, recording, telephoneNumber, word } from './written-values';

/**
 * A step as it is written in YAML: its name alone (`hangsUp`), with one value
 * (`dials: '999'`), or with several (`presses: { keys: '1#', gap: 200ms }`).
 */
export interface WrittenStep {
  readonly description: string;
  /** What may be said about it. */
  readonly fields: z.ZodObject;
  /** The field that a value standing alone is for. */
  readonly short: string | undefined;
  /** @throws ZodError when `given` does not fit. */
  readonly parse: (given: unknown) => Step;
}

function written<Shape extends z.ZodRawShape>(
  description: string,
  shape: Shape,
  short: (keyof Shape & string) | undefined,
  step: (given: z.output<z.ZodObject<Shape, z.core.$strict>>) => Step,
): WrittenStep {
  const fields = z.strictObject(shape);
  return { description, fields, short, parse: (given) => step(fields.parse(given)) };
}

const within = duration.optional();
const timely = ({ within: withinMs }: { readonly within?: number | undefined }) =>
  withinMs === undefined ? {} : { withinMs };
const afterwards = ({ after }: { readonly after?: number | undefined }) =>
  after === undefined ? {} : { afterMs: after };

const common = {
  waits: written('Lets time pass.', { time: duration }, 'time', ({ time }) => ({ does: 'waits', ms: time })),
  meets: written(
    'Waits for everyone who has a meeting of that name to come to it.',
    { at: word, within },
    'at',
    (given) => ({ does: 'meets', at: given.at, ...timely(given) }),
  ),
};

const person = {
  ...common,
  presses: written(
    'Presses keys, one every `gap` (100ms).',
    { keys, gap: duration.optional() },
    'keys',
    (given) => ({
      does: 'presses',
      keys: given.keys,
      ...(given.gap === undefined ? {} : { gapMs: given.gap }),
    }),
  ),
  waitsUntilHeHears: written(
    'Goes on as soon as the recording is recognised, not at its end.',
    { recording, within },
    'recording',
    (given) => ({ does: 'waitsUntilHeHears', recording: given.recording, ...timely(given) }),
  ),
  speaks: written('Says what is in a WAV file.', { recording }, 'recording', (given) => ({
    does: 'speaks',
    recording: given.recording,
  })),
  hangsUp: written('Hangs up.', {}, undefined, () => ({ does: 'hangsUp' })),
  hears: written(
    'Expects to hear all of a recording, beginning within the time.',
    { recording, within },
    'recording',
    (given) => ({ does: 'hears', recording: given.recording, ...timely(given) }),
  ),
  isNotCut: written(
    'Expects the recording heard last to go on to its end without a hole.',
    {},
    undefined,
    () => ({
      does: 'isNotCut',
    }),
  ),
  isConnectedTo: written(
    'Expects to be connected to a number.',
    { number: telephoneNumber, within },
    'number',
    (given) => ({ does: 'isConnectedTo', number: given.number, ...timely(given) }),
  ),
  ends: written(
    'Expects the call to end, by `caller`, `callee`, `system`, `xapi` or a number.',
    { by: word.optional(), within },
    'by',
    (given) => ({ does: 'ends', ...(given.by === undefined ? {} : { by: given.by }), ...timely(given) }),
  ),
};

const telephone = {
  ...person,
  answers: written('Answers when rung.', { after: duration.optional() }, 'after', (given) => ({
    does: 'answers',
    ...afterwards(given),
  })),
  isBusy: written('Is busy when rung.', {}, undefined, () => ({ does: 'isBusy' })),
  rejects: written('Declines when rung.', { after: duration.optional() }, 'after', (given) => ({
    does: 'rejects',
    ...afterwards(given),
  })),
  doesNotAnswer: written('Lets it ring.', {}, undefined, () => ({ does: 'doesNotAnswer' })),
  registers: written('Becomes reachable.', {}, undefined, () => ({ does: 'registers' })),
  unregisters: written('Becomes unreachable.', {}, undefined, () => ({ does: 'unregisters' })),
  rings: written('Expects to be rung.', { within }, 'within', (given) => ({
    does: 'rings',
    ...timely(given),
  })),
};

/** Which steps who may take. */
export const writtenSteps: Readonly<
  Record<'caller' | 'phone' | 'agent', Readonly<Record<string, WrittenStep>>>
> = {
  caller: {
    dials: written(
      'Calls a number of the PBX, or a DID of it.',
      { to: telephoneNumber.optional(), did: telephoneNumber.optional() },
      'to',
      ({ to, did }) =>
        did === undefined
          ? { does: 'dials', to: to ?? '' }
          : { does: 'dials', ...(to === undefined ? {} : { to }), did },
    ),
    ...person,
  },
  phone: telephone,
  agent: {
    logsIn: written('Begins to work for its queues.', {}, undefined, () => ({ does: 'logsIn' })),
    logsOut: written('Stops working for its queues.', {}, undefined, () => ({ does: 'logsOut' })),
    ...telephone,
  },
};
