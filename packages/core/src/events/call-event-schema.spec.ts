import { runSchedule } from '../testing/fault-schedules/run-schedule';
import { CALL_EVENT_TYPES } from './call-event';
import { callEventJsonSchema, isCallEvent } from './call-event-schema';

describe('the schema of call events', () => {
  it('knows every type', () => {
    const schema = JSON.stringify(callEventJsonSchema());
    for (const type of CALL_EVENT_TYPES) expect(schema).toContain(`"${type}"`);
  });

  it('takes what the core tells', async () => {
    const { told } = await runSchedule(3);
    expect(told.length).toBeGreaterThan(20);
    for (const { event } of told) expect(isCallEvent(JSON.parse(JSON.stringify(event)))).toBe(true);
  });

  it.each([
    ['nothing', undefined],
    ['an unknown type', { eventType: 'call_whistled' }],
    ['a type without its data', { eventType: 'call_started' }],
  ])('does not take %s', (_what, value) => {
    expect(isCallEvent(value)).toBe(false);
  });
});
