import { compareDescriptions } from './comparison.ts';
import { readDescription } from './description.ts';

const OURS = `
openapi: 3.0.3
paths:
  /Lamps:
    get:
      parameters:
        - { $ref: '#/components/parameters/top' }
        - { name: room, in: query, schema: { type: string, enum: [Hall, Attic] } }
      responses:
        '200': { content: { application/json: { schema: { $ref: '#/components/schemas/LampCollection' } } } }
        default: { $ref: '#/components/responses/Problem' }
    post:
      requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/Lamp' } } } }
      responses:
        '201': { content: { application/json: { schema: { $ref: '#/components/schemas/Lamp' } } } }
  /Lamps({Id}):
    get:
      parameters:
        - { name: Id, in: path, required: true, schema: { type: integer, format: int32 } }
      responses:
        '200': { content: { application/json: { schema: { $ref: '#/components/schemas/Lamp' } } } }
components:
  parameters:
    top: { name: $top, in: query, schema: { type: integer, format: int64 } }
  responses:
    Problem: { content: { application/json: { schema: { type: object, properties: { code: { type: string } } } } } }
  schemas:
    LampCollection:
      type: object
      required: [value]
      properties:
        value: { type: array, items: { $ref: '#/components/schemas/Lamp' } }
    Thing:
      type: object
      properties:
        Id: { type: integer, format: int32 }
    Lamp:
      allOf:
        - { $ref: '#/components/schemas/Thing' }
        - type: object
          properties:
            Colour: { nullable: true, allOf: [{ $ref: '#/components/schemas/Colour' }] }
            Dimmed: { type: number, format: double }
            Socket: { oneOf: [{ type: string }, { type: number }] }
            Next: { $ref: '#/components/schemas/Lamp' }
    Colour: { type: string, enum: [Red, Green] }
`;

/** The same facts as an official file writes them: other names, other structure, more of everything. */
const OFFICIAL = `
openapi: 3.0.4
paths:
  /Lamps:
    get:
      summary: All the lamps
      parameters:
        - { $ref: '#/components/parameters/room' }
        - { name: $top, in: query, schema: { type: integer, format: int64, minimum: 0 } }
      responses:
        '200': { $ref: '#/components/responses/LampCollectionResponse' }
        default: { content: { application/json: { schema: { type: object, properties: { code: { type: string } } } } } }
    post:
      requestBody: { $ref: '#/components/requestBodies/Lamp' }
      responses:
        '201': { content: { application/json: { schema: { $ref: '#/components/schemas/Pbx.Lamp' } } } }
  /Lamps({Id}):
    get:
      parameters:
        - { name: Id, in: path, required: true, schema: { type: integer, format: int32, maximum: 2147483647 } }
      responses:
        '200': { content: { application/json: { schema: { $ref: '#/components/schemas/Pbx.Lamp' } } } }
    delete:
      responses: { '204': { description: Success } }
  /Chairs:
    get:
      responses: { '200': { description: Success } }
components:
  parameters:
    room: { name: room, in: query, schema: { type: string, enum: [Attic, Hall] } }
  requestBodies:
    Lamp: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/Pbx.Lamp' } } } }
  responses:
    LampCollectionResponse:
      content:
        application/json:
          schema:
            type: object
            allOf:
              - type: object
              - { type: object, properties: { value: { type: array, items: { $ref: '#/components/schemas/Pbx.Lamp' } } } }
  schemas:
    Pbx.Lamp:
      title: Lamp
      type: object
      properties:
        Id: { type: integer, format: int32 }
        Colour: { allOf: [{ $ref: '#/components/schemas/Pbx.Colour' }], nullable: true }
        Dimmed: { type: number, format: double }
        Socket: { oneOf: [{ type: string }, { type: number }] }
        Next: { $ref: '#/components/schemas/Pbx.Lamp' }
        Weight: { type: number }
    Pbx.Colour: { type: string, enum: [Red, Green], x-enum-varnames: [RED, GREEN] }
`;

/** What is found after an edit of the official description. */
function differencesAfter(...edits: (readonly [from: string, to: string])[]) {
  let text = OFFICIAL;
  for (const [from, to] of edits) {
    expect(text).toContain(from);
    text = text.replaceAll(from, to);
  }
  return compareDescriptions(readDescription(OURS, 'ours'), readDescription(text, 'official'));
}

describe('comparing our description with an official one', () => {
  it('finds no difference where only names, order, words and limits differ', () => {
    expect(differencesAfter()).toEqual({
      compared: 3,
      differences: [],
      undescribedOperations: ['DELETE /Lamps({Id})', 'GET /Chairs'],
      undescribedProperties: ['Lamp.Weight'],
    });
  });

  it.each([
    [
      'an unknown path',
      '/Lamps({Id}):',
      '/Lights({Id}):',
      'GET /Lamps({Id}): there is no such path officially',
    ],
    ['an unknown method', '    post:', '    put:', 'POST /Lamps: the path has no such method officially'],
    [
      'a parameter that we miss',
      '- { name: Id, in: path',
      '- { name: size, in: query, schema: { type: string } }\n        - { name: Id, in: path',
      'GET /Lamps({Id}): missing parameter size (in query)',
    ],
    ['a parameter too many', 'name: $top', 'name: $skip', 'GET /Lamps: extra parameter $top (in query)'],
    [
      'a parameter that may be left out',
      'in: path, required: true',
      'in: path',
      'GET /Lamps({Id}), Id (in path): we say required, officially optional',
    ],
    [
      'a parameter of another type',
      'schema: { type: integer, format: int64, minimum: 0 }',
      'schema: { type: string }',
      'GET /Lamps, $top (in query): we say integer (int64), officially string',
    ],
    [
      'a value of a parameter that is unknown',
      'enum: [Attic, Hall]',
      'enum: [Attic]',
      'GET /Lamps, room (in query): the value Hall is unknown officially',
    ],
    [
      'another format',
      'Id: { type: integer, format: int32 }',
      'Id: { type: integer, format: int64 }',
      'Lamp.Id: we say integer (int32), officially integer (int64)',
    ],
    [
      'another type',
      'type: number, format: double',
      'type: boolean',
      'Lamp.Dimmed: we say number (double), officially boolean',
    ],
    [
      'null where we expect none',
      'format: double }',
      'format: double, nullable: true }',
      'Lamp.Dimmed: we say it is never null, officially it may be',
    ],
    [
      'no null where we expect it',
      ', nullable: true',
      '',
      'Lamp.Colour: we say it may be null, officially it may not',
    ],
    [
      'a value that we miss',
      'enum: [Red, Green]',
      'enum: [Red, Green, Blue]',
      'Colour: the official value Blue is missing',
    ],
    [
      'a value that is unknown',
      'enum: [Red, Green]',
      'enum: [Red]',
      'Colour: the value Green is unknown officially',
    ],
    [
      'any value',
      ', enum: [Red, Green]',
      '',
      'Colour: we allow only certain values, officially any is allowed',
    ],
    [
      'only certain values',
      'Dimmed: { type: number',
      'Dimmed: { enum: [1], type: number',
      'Lamp.Dimmed: officially only certain values are allowed, we allow any',
    ],
    ['a property that is unknown', 'Dimmed:', 'Lit:', 'Lamp.Dimmed: there is no such property officially'],
    [
      'a property that is required',
      'title: Lamp',
      'required: [Id]',
      'Lamp.Id: officially required, we say it may be left out',
    ],
    [
      'another number of types',
      '[{ type: string }, { type: number }]',
      '[{ type: string }]',
      'Lamp.Socket: we say one of 2 types, officially one of 1 types',
    ],
    [
      'another of several types',
      '[{ type: string }, { type: number }]',
      '[{ type: string }, { type: boolean }]',
      'Lamp.Socket, type 2: we say number, officially boolean',
    ],
    [
      'other items',
      "items: { $ref: '#/components/schemas/Pbx.Lamp' }",
      'items: { type: string }',
      'GET /Lamps, answer 200.value[]: we say object, officially string',
    ],
    [
      'no body',
      "      requestBody: { $ref: '#/components/requestBodies/Lamp' }\n",
      '',
      'POST /Lamps, body: we describe one, officially there is none',
    ],
    [
      'an optional body',
      'Lamp: { required: true, content',
      'Lamp: { content',
      'POST /Lamps, body: we say required, officially optional',
    ],
    [
      'a body that we miss',
      '    get:\n      parameters:\n        - { name: Id',
      '    get:\n      requestBody: { content: {} }\n      parameters:\n        - { name: Id',
      'GET /Lamps({Id}), body: missing, officially there is one',
    ],
    ['another status', "'201'", "'200'", 'POST /Lamps, answer 201: there is no such answer officially'],
    ['a status that we miss', "'201':", "'202': {}\n        '201':", 'POST /Lamps, answer 202: missing'],
    [
      'another content type',
      'default: { content: { application/json',
      'default: { content: { text/plain',
      'GET /Lamps, answer default: there is no application/json officially',
    ],
  ])('finds %s', (_, from, to, line) => {
    expect(differencesAfter([from, to]).differences).toContain(line);
  });

  it('says a difference in a schema once, however often the schema is used', () => {
    const { differences } = differencesAfter([
      'Dimmed: { type: number, format: double }',
      'Dimmed: { type: string }',
    ]);
    expect(differences).toEqual(['Lamp.Dimmed: we say number (double), officially string']);
  });

  it.each([
    ['swagger: "2.0"\npaths: {}', 'the file is no OpenAPI 3.0 description'],
    ['<html>', 'the file is no OpenAPI 3.0 description'],
    ['a: [', 'the file is neither YAML nor JSON'],
  ])('refuses %j by name', (text, message) => {
    expect(() => readDescription(text, 'the file')).toThrow(message);
  });

  it('refuses a reference that leads nowhere', () => {
    expect(() => differencesAfter(['    Pbx.Colour:', '    Pbx.Color:'])).toThrow(
      '#/components/schemas/Pbx.Colour leads nowhere',
    );
  });
});
