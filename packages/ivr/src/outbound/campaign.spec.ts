import { PermissionError } from '@org/3cx-core';
import { FakeExchange } from '../testing/fake-exchange';
import { VirtualClock } from '../testing/virtual-clock';
import { startCampaign } from './campaign';
import type { CampaignOptions, Conversation } from './campaign-options';
import { createMemoryCampaignStore } from './campaign-store';
import type { CampaignEvent } from './progress';

const [ANN, BOB, CEM] = ['+16125550001', '+16125550002', '+16125550003'];
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** 2026-11-24 is a Tuesday; 15:00 UTC is 16:00 in Berlin and 09:00 in Chicago. */
const TUESDAY = Date.parse('2026-11-24T15:00:00Z');

const greeting: Conversation = {
  async talk(call, { signal }) {
    await call.play('/hello.wav', { signal });
    return { kind: 'done' };
  },
};

function setOffice(startsAt = TUESDAY) {
  const clock = new VirtualClock();
  const exchange = new FakeExchange(clock);
  const store = createMemoryCampaignStore();
  const begin = clock.now();
  const now = () => new Date(startsAt + clock.now() - begin);
  const start = (options: Partial<CampaignOptions>) =>
    startCampaign(exchange, { name: 'test', conversation: greeting, clock, now, store, ...options });
  const minutes = () => exchange.dials.map(({ to, at }) => [to, Math.round((at - begin) / MINUTE)]);
  return { clock, exchange, store, start, minutes, now };
}

const contacts = [{ number: ANN }, { number: BOB }, { number: CEM }];

describe('a campaign', () => {
  it('calls everybody once, so many at a time, and hangs up after the conversation', async () => {
    const { clock, exchange, start } = setOffice();
    const campaign = await start({ contacts, concurrency: 2 });
    await clock.advance(MINUTE);
    expect(exchange.dials.map(({ to }) => to)).toEqual([ANN, BOB, CEM]);
    expect(exchange.busiest).toBe(2);
    expect(exchange.placed.map(({ hungUp, heard }) => [hungUp, heard])).toEqual(
      Array.from({ length: 3 }, () => [true, ['/hello.wav']]),
    );
    expect(await campaign.done).toMatchObject({ total: 3, counts: { reached: 3 } });
    expect(clock.openTimers).toBe(0);
  });

  it('tries again by the reason, longer each time, and gives up', async () => {
    const { clock, exchange, start, minutes } = setOffice();
    exchange.expect(ANN, 'rings');
    exchange.expect(BOB, 'declines', 'answers');
    exchange.expect(CEM, 'refused');
    const campaign = await start({
      contacts,
      concurrency: 3,
      retry: {
        attempts: 4,
        delayMs: 10 * MINUTE,
        reasons: { declined: { delayMs: 2 * MINUTE }, refused: { attempts: 2 } },
      },
    });
    await clock.advance(24 * HOUR);
    expect(minutes().filter(([to]) => to === ANN)).toEqual([
      [ANN, 0],
      [ANN, 11],
      [ANN, 31],
      [ANN, 72],
    ]);
    expect(minutes().filter(([to]) => to === BOB)).toEqual([
      [BOB, 0],
      [BOB, 2],
    ]);
    expect(minutes().filter(([to]) => to === CEM)).toEqual([
      [CEM, 0],
      [CEM, 10],
    ]);
    expect((await campaign.done).counts).toMatchObject({ reached: 1, gaveUp: 2 });
    expect(campaign.contacts).toMatchObject([
      { status: 'gaveUp', attempts: 4, failures: { noAnswer: 4 }, lastFailure: 'noAnswer' },
      { status: 'reached', attempts: 2, failures: { declined: 1 } },
      { status: 'gaveUp', attempts: 2, failures: { refused: 2 } },
    ]);
  });

  it('calls in the hours of the contact only, by the clock on their wall', async () => {
    const { clock, start, minutes } = setOffice();
    const campaign = await start({
      contacts: [
        { number: ANN, timeZone: 'Europe/Berlin' },
        { number: BOB, timeZone: 'America/Chicago' },
        { number: CEM, timeZone: 'Asia/Tokyo' },
      ],
      concurrency: 3,
      hours: { open: [{ days: ['mon', 'tue', 'wed', 'thu', 'fri'], from: '10:00', to: '17:00' }] },
    });
    await clock.advance(48 * HOUR);
    // Berlin 16:00 now; Chicago in an hour; in Tokyo it is Wednesday 00:00, so in ten hours.
    expect(minutes()).toEqual([
      [ANN, 0],
      [BOB, 60],
      [CEM, 600],
    ]);
    expect((await campaign.done).counts.reached).toBe(3);
  });

  it('never calls who is on the do-not-call list, however it is written', async () => {
    const { clock, exchange, start } = setOffice();
    const campaign = await start({ contacts, doNotCall: ['+1 (612) 555-0002'] });
    await clock.advance(MINUTE);
    expect(exchange.dials.map(({ to }) => to)).toEqual([ANN, CEM]);
    expect((await campaign.done).counts).toMatchObject({ reached: 2, doNotCall: 1 });
  });

  it('asks a do-not-call service before each call', async () => {
    const { clock, exchange, start } = setOffice();
    exchange.expect(ANN, 'declines');
    const asked: string[] = [];
    const campaign = await start({
      contacts: [{ number: ANN }],
      retry: { delayMs: MINUTE },
      doNotCall: (number) => {
        asked.push(number);
        return Promise.resolve(asked.length > 1);
      },
    });
    await clock.advance(HOUR);
    expect(asked).toEqual([ANN, ANN]);
    expect(exchange.dials).toHaveLength(1);
    expect((await campaign.done).counts.doNotCall).toBe(1);
  });

  it('calls nobody while the do-not-call service can not be asked, and then goes on', async () => {
    const { clock, start, minutes } = setOffice();
    let down = true;
    const campaign = await start({
      contacts: [{ number: ANN }],
      gateMs: MINUTE,
      doNotCall: () => (down ? Promise.reject(new Error('down')) : Promise.resolve(false)),
    });
    await clock.advance(5.5 * MINUTE);
    expect([minutes(), campaign.progress.paused]).toEqual([[], false]);
    down = false;
    await clock.advance(MINUTE);
    expect(minutes()).toEqual([[ANN, 6]]);
  });

  it('never has two calls to one number at once', async () => {
    const { clock, exchange, start } = setOffice();
    await start({
      contacts: [
        { id: 'a', number: ANN },
        { id: 'b', number: '+1 612 555 0001' },
      ],
      concurrency: 2,
    });
    await clock.advance(MINUTE);
    expect(exchange.dials).toHaveLength(2);
    expect(exchange.busiest).toBe(1);
  });

  it('tells its progress, and never a number', async () => {
    const { clock, exchange, start } = setOffice();
    exchange.expect(ANN, 'declines', 'answers');
    const campaign = await start({ contacts: [{ id: 'ann', number: ANN }], retry: { delayMs: MINUTE } });
    await clock.advance(0);
    const events: (CampaignEvent | undefined)[] = [];
    let completed = false;
    campaign.progress$.subscribe({
      next: ({ latest }) => events.push(latest),
      complete: () => (completed = true),
    });
    await clock.advance(HOUR);
    expect(events.slice(1)).toEqual([
      { kind: 'failed', contact: 'ann', attempt: 1, failure: 'declined', againAt: TUESDAY + 2_000 + MINUTE },
      { kind: 'dialling', contact: 'ann', attempt: 2 },
      { kind: 'answered', contact: 'ann', attempt: 2 },
      { kind: 'reached', contact: 'ann', attempt: 2 },
    ]);
    expect(completed).toBe(true);
    expect(JSON.stringify(events)).not.toContain(ANN);
  });

  it('pauses without touching calls under way, and goes on; a pause survives a restart', async () => {
    const { clock, exchange, start } = setOffice();
    const campaign = await start({ contacts });
    await clock.advance(2_000);
    await campaign.pause();
    await clock.advance(HOUR);
    expect(exchange.dials).toHaveLength(1);
    expect(campaign.progress).toMatchObject({ paused: true, counts: { reached: 1, waiting: 2 } });
    await campaign.dispose();
    const again = await start({ contacts });
    await clock.advance(HOUR);
    expect(exchange.dials).toHaveLength(1);
    await again.resume();
    await clock.advance(HOUR);
    expect(exchange.dials).toHaveLength(3);
    expect((await again.done).counts.reached).toBe(3);
  });

  it('calls again when the conversation asks for it', async () => {
    const { clock, start, minutes } = setOffice();
    const campaign = await start({
      contacts: [{ number: ANN }],
      conversation: {
        talk: (_, { attempt }) =>
          Promise.resolve(
            attempt === 1 ? { kind: 'again', afterMs: 7 * MINUTE } : { kind: 'done', values: { ok: true } },
          ),
      },
    });
    await clock.advance(HOUR);
    expect(minutes()).toEqual([
      [ANN, 0],
      [ANN, 7],
    ]);
    expect(campaign.contacts).toMatchObject([{ status: 'reached', result: { ok: true } }]);
  });

  it('does not call again after a conversation that went wrong, and hangs up', async () => {
    const { clock, exchange, start } = setOffice();
    const campaign = await start({
      contacts: [{ number: ANN }],
      conversation: { talk: () => Promise.reject(new Error('broken')) },
    });
    await clock.advance(24 * HOUR);
    expect(exchange.placed.map(({ hungUp }) => hungUp)).toEqual([true]);
    expect(campaign.contacts).toMatchObject([{ status: 'gaveUp', lastFailure: 'conversation' }]);
  });

  it('counts who hangs up in the middle as reached', async () => {
    const { clock, exchange, start } = setOffice();
    const campaign = await start({ contacts: [{ number: ANN }] });
    await clock.advance(5_000);
    exchange.placed[0]?.callerHangsUp();
    await clock.advance(MINUTE);
    expect((await campaign.done).counts.reached).toBe(1);
  });

  it('waits while the phone system is full, which is no attempt', async () => {
    const { clock, exchange, start } = setOffice();
    exchange.expect(ANN, 'full', 'full', 'answers');
    const campaign = await start({ contacts: [{ number: ANN }], retry: { attempts: 1 } });
    await clock.advance(MINUTE);
    expect(campaign.contacts).toMatchObject([{ status: 'reached', attempts: 1 }]);
  });

  it('does not call while the connection is lost', async () => {
    const { clock, exchange, start } = setOffice();
    exchange.connection = 'lost';
    await start({ contacts });
    await clock.advance(5 * MINUTE);
    expect(exchange.dials).toEqual([]);
    exchange.connection = 'connected';
    exchange.connection$.next('connected');
    await clock.advance(MINUTE);
    expect(exchange.dials).toHaveLength(3);
  });

  it('pauses when the phone system refuses its calls, and keeps the contact', async () => {
    const { clock, exchange, start } = setOffice();
    jest.spyOn(exchange, 'makeCall').mockRejectedValueOnce(new PermissionError('not yours', { status: 403 }));
    const errors: string[] = [];
    const quiet = () => undefined;
    const logger = { debug: quiet, info: quiet, warn: quiet, error: (text: string) => errors.push(text) };
    const campaign = await start({ contacts: [{ number: ANN }], logger });
    await clock.advance(HOUR);
    expect(campaign.progress).toMatchObject({ paused: true, counts: { waiting: 1 } });
    expect(errors).toHaveLength(1);
    await campaign.resume();
    await clock.advance(MINUTE);
    expect(await campaign.done).toMatchObject({ counts: { reached: 1 } });
  });

  it('does not call what it can not note, and says so', async () => {
    const { clock, exchange, store, start } = setOffice();
    const campaign = await start({ contacts: [{ number: ANN }], store });
    await clock.advance(0);
    await campaign.pause();
    await clock.advance(MINUTE);
    const save = jest.spyOn(store, 'save').mockRejectedValueOnce(new Error('no room on the disk'));
    await expect(campaign.add({ number: BOB })).rejects.toThrow('no room');
    expect(campaign.progress.total).toBe(1);
    await Promise.all([campaign.add({ number: BOB }), campaign.add({ number: BOB })]);
    save.mockRejectedValueOnce(new Error('no room on the disk'));
    await campaign.resume();
    await clock.advance(MINUTE);
    expect(exchange.dials.map(({ to }) => to)).toEqual([ANN]);
    expect(campaign.progress).toMatchObject({ paused: true, counts: { reached: 1, waiting: 1 } });
    await campaign.resume();
    await clock.advance(MINUTE);
    expect(exchange.dials.map(({ to }) => to)).toEqual([ANN, BOB]);
  });

  it('looks for the call when its answer is lost, and does not place another', async () => {
    const { clock, exchange, start } = setOffice();
    exchange.expect(ANN, 'lost');
    const campaign = await start({ contacts: [{ number: ANN }] });
    await clock.advance(24 * HOUR);
    expect(exchange.dials).toHaveLength(1);
    expect((await campaign.done).counts.reached).toBe(1);
  });

  it('leaves calls as they are when disposed, and the next process goes on with them', async () => {
    const { clock, exchange, start } = setOffice();
    const first = await start({ contacts: [{ number: ANN }] });
    await clock.advance(4_500);
    await first.dispose();
    expect(exchange.placed.map(({ over }) => over)).toEqual([false]);
    const talked: boolean[] = [];
    const second = await start({
      conversation: {
        talk(_, { resumed }) {
          talked.push(resumed);
          return Promise.resolve({ kind: 'done' });
        },
      },
    });
    await clock.advance(MINUTE);
    expect(talked).toEqual([true]);
    expect(exchange.dials).toHaveLength(1);
    expect((await second.done).counts.reached).toBe(1);
  });

  it.each([
    [{ hours: { open: [] }, contacts }, 'timeZone'],
    [{ hours: { open: [] }, contacts, timeZone: 'Mars/Base' }, 'time zone'],
    [{ contacts: [{ number: ' ' }] }, 'no number'],
    [{ concurrency: 0 }, 'concurrency'],
    [{ retry: { factor: 0.5 } }, 'retry.factor'],
  ])('refuses options that can not be meant: %#', async (options, problem) => {
    const { start } = setOffice();
    await expect(start(options)).rejects.toThrow(problem);
  });
});
