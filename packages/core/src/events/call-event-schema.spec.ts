import fc from 'fast-check';
import * as z from 'zod';
import { runSchedule } from '../testing/fault-schedules/run-schedule';
import { CALL_EVENT_TYPES, type CallEvent } from './call-event';
import { callEventJsonSchema, isCallEvent } from './call-event-schema';

/** The JSON Schema as another program would use it: as plain data. */
const validator = z.fromJSONSchema({ ...structuredClone(callEventJsonSchema()) });
const byJsonSchema = (value: unknown): boolean => validator.safeParse(value).success;

const asJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

/** Events of every type that the schedules bring about. */
async function toldEvents(): Promise<CallEvent[]> {
  const events: CallEvent[] = [];
  for (const seed of [3, 4, 5]) events.push(...(await runSchedule(seed)).told.map(({ event }) => event));
  return events;
}

describe('the schema of call events', () => {
  it('knows every type, and is a JSON Schema of 2020-12', () => {
    const schema = callEventJsonSchema();
    expect(schema).toMatchObject({ $schema: 'https://json-schema.org/draft/2020-12/schema' });
    for (const type of CALL_EVENT_TYPES) expect(JSON.stringify(schema)).toContain(`"${type}"`);
  });

  it('takes what the core tells, as the guard does', async () => {
    const events = await toldEvents();
    expect(new Set(events.map(({ eventType }) => eventType)).size).toBeGreaterThan(6);
    for (const event of events)
      expect([isCallEvent(asJson(event)), byJsonSchema(asJson(event))]).toEqual([true, true]);
  });

  it('takes no event that lacks a field, or has another type of value in one', async () => {
    const events = await toldEvents();
    fc.assert(
      fc.property(
        fc.constantFrom(...events),
        fc.nat(),
        fc.constantFrom(undefined, null, 7.5, {}, ['x']),
        (event, at, value) => {
          const fields = Object.keys(event);
          const damaged = asJson({ ...event, [fields[at % fields.length] ?? '']: value });
          expect([isCallEvent(damaged), byJsonSchema(damaged)]).toEqual([false, false]);
        },
      ),
    );
  });

  it.each([
    ['nothing', undefined],
    ['an unknown type', { eventType: 'call_whistled' }],
    ['a type without its data', { eventType: 'call_started' }],
  ])('does not take %s', (_what, value) => {
    expect([isCallEvent(value), byJsonSchema(value)]).toEqual([false, false]);
  });
});
