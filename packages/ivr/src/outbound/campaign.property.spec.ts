import * as fc from 'fast-check';
import { FakeExchange, type Fate } from '../testing/fake-exchange';
import { MortalProcess } from '../testing/mortal-process';
import { VirtualClock } from '../testing/virtual-clock';
import { officeStateAt, officeHoursSchema } from '../flow/office-hours';
import { startCampaign } from './campaign';
import type { CampaignOptions, Conversation } from './campaign-options';
import { createMemoryCampaignStore } from './campaign-store';
import { isFinal } from './contact';

const RUNS = 150;
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DELAY = 10 * MINUTE;
const ZONES = ['Europe/Berlin', 'America/Chicago', 'Asia/Kolkata'] as const;
const OPEN = [
  { days: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'], from: '08:00', to: '20:00' },
] as const;
const HOURS = { open: OPEN.map(({ days, from, to }) => ({ days: [...days], from, to })) };
const STARTS_AT = Date.parse('2026-11-24T06:50:00Z');

const fate = fc.constantFrom<Fate>('answers', 'answers', 'rings', 'declines', 'refused', 'full', 'lost');

const plans = fc.record({
  people: fc.array(
    fc.record({
      zone: fc.constantFrom(...ZONES),
      fates: fc.array(fate, { minLength: 1, maxLength: 4 }),
      listed: fc.integer({ min: 0, max: 9 }),
    }),
    { minLength: 1, maxLength: 6 },
  ),
  concurrency: fc.integer({ min: 1, max: 3 }),
  attempts: fc.integer({ min: 1, max: 3 }),
  /** The step at which each process is killed; halves: just after it. */
  kills: fc.array(
    fc.integer({ min: 1, max: 40 }).map((half) => half / 2),
    { maxLength: 5 },
  ),
  /** How long nobody looks after the calls. Milliseconds. */
  downMs: fc.constantFrom(0, 100, 3_000, 120_000),
});

/** Says hello; a conversation that is gone on with says it again. */
const conversation: Conversation = {
  async talk(call, { signal }) {
    await call.play('/hello.wav', { signal });
    return { kind: 'done' };
  },
};

describe('whatever happens to the calls of a campaign and to its process', () => {
  it('nobody is called twice for one attempt, again once reached, too early, or against their will', async () => {
    let killed = 0;
    const property = fc.asyncProperty(plans, async ({ people, concurrency, attempts, kills, downMs }) => {
      const clock = new VirtualClock();
      const begin = clock.now();
      const wall = (at: number) => new Date(STARTS_AT + at - begin);
      const exchange = new FakeExchange(clock);
      const store = createMemoryCampaignStore();
      const contacts = people.map(({ zone, fates }, index) => {
        const number = `+1612555${String(index).padStart(4, '0')}`;
        // A phone system that is full for ever would never let the campaign end.
        exchange.expect(number, ...fates, fates.at(-1) === 'full' ? 'answers' : (fates.at(-1) ?? 'answers'));
        return { number, timeZone: zone };
      });
      const barred = contacts.filter((_, index) => people[index]?.listed === 0).map(({ number }) => number);
      const options: CampaignOptions = {
        name: 'test',
        ...{ contacts, conversation, concurrency, doNotCall: barred },
        hours: HOURS,
        retry: { attempts, delayMs: DELAY, factor: 1 },
        now: () => wall(clock.now()),
      };

      for (const lastStep of kills) {
        const process = new MortalProcess(lastStep);
        const campaign = startCampaign(process.phone(exchange), {
          ...options,
          store: process.store(store),
          clock: process.clock(clock),
        });
        void campaign.catch(() => undefined);
        await clock.advance(HOUR);
        if (process.dead) killed += 1;
        process.kill();
        await clock.advance(downMs);
      }
      const campaign = await startCampaign(exchange, { ...options, store, clock });
      await clock.advance(72 * HOUR);

      const { counts } = await campaign.done;
      expect(campaign.contacts.every(isFinal)).toBe(true);
      expect(counts.doNotCall).toBe(barred.length);
      expect(exchange.busiest).toBeLessThanOrEqual(concurrency);
      for (const { number, timeZone } of contacts) {
        const dials = exchange.dials.filter(({ to }) => to === number);
        const state = campaign.contacts.find((each) => each.number === number);
        expect(dials.length).toBeLessThanOrEqual(barred.includes(number) ? 0 : attempts);
        // Each dial is an attempt that was noted before.
        expect(dials.length).toBeLessThanOrEqual(state?.attempts ?? 0);
        const hours = officeHoursSchema.parse({ ...HOURS, timeZone });
        for (const { at } of dials) expect(officeStateAt(hours, wall(at))).toBe('open');
        dials.slice(1).forEach(({ at }, index) => {
          expect(at - (dials[index]?.at ?? 0)).toBeGreaterThanOrEqual(DELAY);
        });
        // Who has answered is not called any more.
        const answered = exchange.callsTo(number).map((call) => call.answered);
        expect(answered.slice(0, -1)).not.toContain(true);
        expect(exchange.callsTo(number).every(({ over }) => over)).toBe(true);
        if (state?.status === 'reached') expect(answered.at(-1)).toBe(true);
        if (state?.status === 'gaveUp') expect(answered).not.toContain(true);
      }
      expect(clock.openTimers).toBe(0);
    });
    await fc.assert(property, { numRuns: RUNS });
    expect(killed).toBeGreaterThan(RUNS / 4);
  }, 120_000);
});
