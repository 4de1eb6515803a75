import { PhoneSystemWithN8n } from './src/phone-system-with-n8n';
import { until } from './src/until';
import { callControl, callReceiver, workflow } from './src/workflows';

const ROUTE_POINT = '999';
const CALLS = Number(process.env.RECOVERY_CALLS ?? 5);
const MINUTES_MS = 180_000;

describe.each(['TERM', 'KILL'] as const)('when n8n is ended by %s in the middle of calls', (how) => {
  let system: PhoneSystemWithN8n;

  beforeAll(async () => {
    system = await PhoneSystemWithN8n.start();
  }, MINUTES_MS);

  afterAll(async () => {
    await (system as PhoneSystemWithN8n | undefined)?.dispose();
  }, MINUTES_MS);

  it(
    `takes each of ${String(CALLS)} calls up again once, marked as recovered, and brings it to its end`,
    async () => {
      const { mock, credential } = system;
      const { control } = mock;
      const callId = "={{ $('3CX Call Receiver').item.json.callId }}";
      const saved = await system.client.saveWorkflow(
        workflow(
          'long calls',
          callReceiver(credential),
          callControl('Music', credential, {
            operation: 'playAudio',
            callId,
            audioFile: '/prompts/hold-music.wav',
            // Nobody listens to music twice: a recovered call is thanked and ended.
            options: { repeat: '={{ $json.recovered ? 1 : 1000 }}' },
          }),
          callControl('Hang Up', credential, { operation: 'hangupCall', callId }),
        ),
      );
      await system.client.activateOrFail(saved);
      const callers = Array.from({ length: CALLS }, (_, index) => `+1555030${String(1000 + index)}`);
      const ids = await Promise.all(callers.map((from) => control.placeCall({ from, to: ROUTE_POINT })));
      await Promise.all(ids.map((id) => control.waitFor(id, 'heardMs:800')));

      await system.restartN8n(how);

      for (const id of ids) await control.waitFor(id, 'ended', MINUTES_MS);
      const recovered = async () => {
        const { client } = system;
        const finished = (await client.executions(saved.id)).filter(({ status }) => status === 'success');
        const executions = await Promise.all(finished.map(({ id }) => client.execution(id)));
        return executions.flatMap((execution) => execution.output('3CX Call Receiver'));
      };
      await until(async () => (await recovered()).length >= CALLS, MINUTES_MS);
      const received = await recovered();
      expect(received.map(({ fromNumber }) => fromNumber).toSorted()).toEqual(callers);
      expect(received.every((call) => call.recovered === true)).toBe(true);
      await system.client.deactivate(saved.id);
      await until(async () => (await control.metrics()).openSockets === 0, 20_000);
      expect(await control.metrics()).toMatchObject({ openSockets: 0, openStreams: 0 });
    },
    2 * MINUTES_MS,
  );
});
