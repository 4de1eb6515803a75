import * as z from 'zod';
import { writtenSteps } from './written-steps';
import type { WrittenStep } from './written-steps';
import { duration, telephoneNumber, word } from './written-values';

/** JSON Schema of a scenario file, for editors to complete and check as one writes. */
export function scenarioJsonSchema(): object {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Scenario for the mock 3CX',
    description: 'Callers and phones act at the same time, each in order of its steps.',
    type: 'object',
    required: ['scenario', 'actors'],
    additionalProperties: false,
    properties: {
      scenario: { ...schemaOf(word), description: 'Its name.' },
      within: {
        ...schemaOf(duration),
        description: 'How long an expectation may take to come true unless it says otherwise. Default 10s.',
      },
      actors: { type: 'array', minItems: 1, items: { anyOf: Object.entries(writtenSteps).map(actorSchema) } },
    },
  };
}

function actorSchema([kind, steps]: readonly [string, Readonly<Record<string, WrittenStep>>]): object {
  return {
    type: 'object',
    required: [kind, 'does'],
    additionalProperties: false,
    properties: {
      [kind]: schemaOf(telephoneNumber),
      as: { ...schemaOf(word), description: 'What the timeline calls it.' },
      does: { type: 'array', items: { anyOf: Object.entries(steps).flatMap(stepSchemas) } },
    },
  };
}

function stepSchemas([name, step]: readonly [string, WrittenStep]): object[] {
  const { description, fields, short } = step;
  const whole = schemaOf(fields);
  const alone = short === undefined ? [] : [propertyOf(whole, short)];
  const bare = fields.safeParse({}).success && name !== 'dials';
  return [
    ...(bare ? [{ const: name, description }] : []),
    {
      type: 'object',
      required: [name],
      additionalProperties: false,
      properties: { [name]: { description, anyOf: [...alone, whole, ...(bare ? [{ type: 'null' }] : [])] } },
    },
  ];
}

const withProperties = z.looseObject({ properties: z.record(z.string(), z.looseObject({})) });

function propertyOf(schema: object, name: string): object {
  return withProperties.parse(schema).properties[name] ?? {};
}

/** As it is written: what looks like a number may stand without quotes. */
function schemaOf(schema: z.core.$ZodType): object {
  const written = z.toJSONSchema(schema, {
    io: 'input',
    override: ({ jsonSchema }) => {
      if (jsonSchema.type === 'string') Object.assign(jsonSchema, { type: ['string', 'number'] });
    },
  });
  delete written.$schema;
  return written;
}
