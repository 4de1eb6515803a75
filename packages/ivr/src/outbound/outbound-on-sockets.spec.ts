import { exampleFlow } from '../testing/example-flows';
import { FakeHooks } from '../testing/fake-flow-call';
import { PhoneLine } from '../testing/phone-line';
import { toneWav } from '../testing/tone-wav';
import { queueFiguresOf } from '../queue-figures';
import { openCallbackDesk } from './callback-desk';
import { startCampaign } from './campaign';
import type { Conversation } from './campaign-options';
import { createMemoryCampaignStore } from './campaign-store';
import { flowConversation } from './flow-conversation';
import { frontQueue } from './front-queue';
import { confirm } from '../confirm';

const [ANN, BOB, CEM] = ['+16125559001', '+16125559002', '+16125559003'];
const tone = toneWav(400);
const files = {
  '/prompts/appointment-confirm-move-cancel.wav': tone,
  '/prompts/goodbye.wav': tone,
};

let line: PhoneLine;

beforeEach(async () => {
  line = await PhoneLine.open(files);
});

afterEach(async () => {
  await line[Symbol.asyncDispose]();
});

/** Resolves once the campaign says so. */
function told(
  campaign: Awaited<ReturnType<typeof startCampaign>>,
  kind: string,
  contact: string,
): Promise<void> {
  return new Promise((resolve) => {
    campaign.progress$.subscribe(({ latest }) => {
      if (latest?.kind === kind && 'contact' in latest && latest.contact === contact) resolve();
    });
  });
}

describe('outbound calls of a mock 3CX, with real audio', () => {
  it('a campaign has appointments confirmed, and tries again who did not answer', async () => {
    await line.phone(BOB, { answer: 'busy' });
    await line.phone(CEM, { answer: 'never' });
    const server = new FakeHooks({ '/answers': {} });
    await using campaign = await startCampaign(line.pbx, {
      name: 'appointments',
      contacts: [
        { id: 'ann', number: ANN, values: { appointment: 'A-1' } },
        { id: 'bob', number: BOB },
        { id: 'cem', number: CEM },
      ],
      conversation: flowConversation(exampleFlow('appointment-confirm'), { http: server.hook }),
      concurrency: 3,
      timeoutSeconds: 2,
      retry: { attempts: 2, delayMs: 200 },
    });
    const answered = told(campaign, 'answered', 'ann');
    await answered;
    const ann = await line.called(ANN);
    await ann.view('heardMs:300');
    await ann.presses('1');
    await campaign.done;
    expect(server.bodies).toEqual([{ appointment: 'A-1', number: ANN, answer: 'confirmed' }]);
    expect(campaign.contacts).toMatchObject([
      { id: 'ann', status: 'reached', attempts: 1, result: { answer: 'confirmed' } },
      { id: 'bob', status: 'gaveUp', attempts: 2 },
      { id: 'cem', status: 'gaveUp', attempts: 2, failures: { noAnswer: 2 } },
    ]);
    expect((await line.callsTo(ANN)).length).toBe(1);
    expect((await line.callsTo(BOB)).length).toBe(2);
    expect((await line.callsTo(CEM)).length).toBe(2);
    expect(await ann.view('ended')).toMatchObject({ endedBy: '999' });
    expect(await ann.soundMs()).toBeGreaterThan(300);
  }, 40_000);

  it('a call goes on in the next process, and nobody is called twice', async () => {
    const store = createMemoryCampaignStore();
    const resumed: boolean[] = [];
    const conversation: Conversation = {
      async talk(call, context) {
        resumed.push(context.resumed);
        const { signal, connection$ } = context;
        const answer = await confirm(call, { prompt: tone, signal, connection$ });
        return { kind: 'done', values: { yes: answer.kind === 'confirmed' && answer.answer } };
      },
    };
    const options = { name: 'call', contacts: [{ id: 'ann', number: ANN }], conversation, store };
    const first = await startCampaign(line.pbx, options);
    await told(first, 'answered', 'ann');
    const ann = await line.called(ANN);
    await ann.view('heardMs:300');
    await first.dispose();
    await line.pbx.dispose();

    await using pbx = await line.connectAgain();
    await using second = await startCampaign(pbx, options);
    await told(second, 'answered', 'ann');
    await ann.presses('1');
    await second.done;
    expect(second.contacts).toMatchObject([{ status: 'reached', attempts: 1, result: { yes: true } }]);
    expect(resumed).toEqual([false, true]);
    expect(await line.callsTo(ANN)).toHaveLength(1);
  }, 40_000);

  it('a caller in front of a full queue is called back, and meets an agent', async () => {
    await line.phone('100', { answer: 'never' });
    await line.phone('101', { answer: 'never' });
    const figures = queueFiguresOf(line.pbx);
    const queue = { isFull: true };
    await using desk = await openCallbackDesk(line.pbx, {
      queue: '800',
      figures: async (number) => ({ waiting: (await figures(number)).waiting + (queue.isFull ? 1 : 0) }),
      offer: tone,
      gateMs: 200,
    });
    const { call, caller } = await line.callComes();
    const fronting = frontQueue(call, {
      queue: '800',
      figures: () => Promise.resolve({ waiting: 1 }),
      callbacks: desk,
      offer: tone,
      music: { tone: 'ringback' },
      booked: tone,
    });
    await caller.view('heardMs:800');
    await caller.presses('1');
    expect(await fronting).toEqual({ kind: 'booked' });
    await call.hangUp();
    expect(await line.callsTo(call.fromNumber)).toEqual([]);

    await line.phone('101', { answer: 'auto', afterMs: 100 });
    const reached = new Promise<void>((resolve) => {
      desk.progress$.subscribe(({ latest }) => {
        if (latest?.kind === 'answered') resolve();
      });
    });
    queue.isFull = false;
    await reached;
    const back = await line.called(call.fromNumber);
    await back.view('heardMs:500');
    await back.presses('1');
    expect(await back.view('connectedTo:101')).toMatchObject({ state: 'connected' });
    expect(await line.callsTo(call.fromNumber)).toHaveLength(1);
  }, 40_000);
});
