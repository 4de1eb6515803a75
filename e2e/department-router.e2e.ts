import { join } from 'node:path';
import { type Execution, type SavedWorkflow, readWorkflow } from '@org/processes';
import { type Prompt, howHeard, readPrompt } from './src/heard-prompts';
import { NODE_PACKAGE, PhoneSystemWithN8n } from './src/phone-system-with-n8n';
import { until } from './src/until';

/** The promise: a prompt is heard to within 20 ms of its length. */
const TOLERANCE_MS = 20;
/** From the end of one prompt to the beginning of the next: the PBX's play-out and one step of the workflow. */
const PAUSE_MS = 2_000;
const SECONDS_TO_END = 5;
const ROUTE_POINT = '999';

describe('the Department Router of the guide, in a real n8n', () => {
  let system: PhoneSystemWithN8n;
  let router: SavedWorkflow;
  let welcome: Prompt;
  let menu: Prompt;

  beforeAll(async () => {
    system = await PhoneSystemWithN8n.start();
    const file = join(NODE_PACKAGE, 'workflows', 'department-router.json');
    router = await system.client.saveWorkflow(await readWorkflow(file, system.credential));
    await system.client.activateOrFail(router);
    welcome = await readPrompt('welcome.wav');
    menu = await readPrompt('press-1-sales-2-support.wav');
  });

  afterAll(async () => {
    await (system as PhoneSystemWithN8n | undefined)?.dispose();
  });

  /** The execution that handled the call of this caller, when it has finished. */
  const executionOf = (from: string, timeoutMs = 30_000): Promise<Execution> =>
    system.client.findFinished(
      router.id,
      (execution) => execution.output('3CX Call Receiver').some(({ fromNumber }) => fromNumber === from),
      timeoutMs,
    );

  const keysIn = (execution: Execution): readonly unknown[] =>
    execution.nodes.flatMap((node) => execution.output(node)).flatMap(({ dtmfInput }) => dtmfInput ?? []);

  describe('two callers at the same time, each listening to the menu before pressing a key', () => {
    const callers = [
      { from: '+15550100001', key: '1', department: '101' },
      { from: '+15550100002', key: '2', department: '102' },
    ] as const;
    const ids = new Map<string, string>();
    const idOf = (from: string): string => ids.get(from) ?? 'no call was placed';

    beforeAll(async () => {
      const { control } = system.mock;
      await Promise.all(
        callers.map(async ({ from, key, department }) => {
          const id = await control.placeCall({ from, to: ROUTE_POINT });
          ids.set(from, id);
          await control.waitFor(id, 'connected');
          await control.waitFor(
            id,
            `heardMs:${Math.ceil(welcome.durationMs + menu.durationMs) + PAUSE_MS + 1_500}`,
          );
          await control.press(id, key);
          await control.waitFor(id, `connectedTo:${department}`);
        }),
      );
    });

    afterAll(async () => {
      await Promise.all([...ids.values()].map((id) => system.mock.control.hangUp(id)));
    });

    it.each(callers)('plays $from the whole greeting, then the whole menu', async ({ from }) => {
      const greeting = await howHeard(system.mock.control, idOf(from), welcome);
      const choice = await howHeard(system.mock.control, idOf(from), menu);
      for (const { similarity, missingMs, extraMs } of [greeting, choice]) {
        expect(similarity).toBeGreaterThan(0.97);
        expect(missingMs).toBeLessThanOrEqual(TOLERANCE_MS);
        expect(extraMs).toBeLessThanOrEqual(TOLERANCE_MS);
      }
      const endOfGreeting = greeting.offsetMs + welcome.durationMs;
      expect(choice.offsetMs).toBeGreaterThanOrEqual(endOfGreeting - TOLERANCE_MS);
      expect(choice.offsetMs).toBeLessThanOrEqual(endOfGreeting + PAUSE_MS);
    });

    it.each(callers)('connects $from, who pressed $key, to $department', async ({ from, department }) => {
      const call = await system.mock.control.call(idOf(from));
      expect(call).toMatchObject({ state: 'connected', connectedTo: department });
    });

    it.each(callers)('shows the run for $from as a success with the key', async ({ from, key }) => {
      const execution = await executionOf(from);
      expect(execution).toMatchObject({ status: 'success', failure: undefined });
      expect(new Set(keysIn(execution))).toEqual(new Set([key]));
    });
  });

  it('ends the run of a caller who hangs up during the greeting, and says so', async () => {
    const { control } = system.mock;
    const from = '+15550100003';
    const id = await control.placeCall({ from, to: ROUTE_POINT });
    await control.waitFor(id, 'heardMs:1200');
    await control.hangUp(id);
    const hungUpAt = Date.now();
    const execution = await executionOf(from, SECONDS_TO_END * 1_000);
    expect(Date.now() - hungUpAt).toBeLessThan(SECONDS_TO_END * 1_000);
    expect(execution.status).toBe('error');
    expect(execution.failure?.message).toMatch(/404 Call not found.*ended/);
    expect(execution.failure?.description).toBeTruthy();
  });

  it('counts a key that is pressed during the greeting, and plays that to its end before the transfer', async () => {
    const { control } = system.mock;
    const from = '+15550100004';
    const id = await control.placeCall({ from, to: ROUTE_POINT });
    await control.waitFor(id, 'heardMs:800');
    await control.press(id, '1');
    await control.waitFor(id, 'connectedTo:101', Math.ceil(welcome.durationMs) + 5_000);
    const execution = await executionOf(from);
    expect(execution).toMatchObject({ status: 'success', failure: undefined });
    expect(new Set(keysIn(execution))).toEqual(new Set(['1']));
    const { missingMs, extraMs } = await howHeard(control, id, welcome);
    expect(missingMs).toBeLessThanOrEqual(TOLERANCE_MS);
    expect(extraMs).toBeLessThanOrEqual(TOLERANCE_MS);
    await control.hangUp(id);
  });

  // The last two take the system down step by step.
  it('leaves no socket and no stream open at the PBX when the workflow is deactivated', async () => {
    await system.client.deactivate(router.id);
    const openAt = async (): Promise<object> => {
      const { openSockets, openStreams } = await system.mock.control.metrics();
      return { openSockets, openStreams };
    };
    await until(async () => Object.values(await openAt()).every((open) => open === 0), 20_000);
    expect(await openAt()).toEqual({ openSockets: 0, openStreams: 0 });
  });

  it('leaves no process behind when n8n is stopped', async () => {
    expect(await system.stopN8n()).toEqual({ forced: false });
    expect(system.n8n.isAlive).toBe(false);
  });
});
