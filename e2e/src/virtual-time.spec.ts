import { connect } from '@org/3cx-core';
import { caller, createMockPbx, scenario } from '@org/3cx-mock';

jest.setTimeout(60_000);
afterEach(() => jest.useRealTimers());

test("an application on jest's fake timers plays a prompt to the mock in virtual time", async () => {
  jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate', 'clearImmediate', 'queueMicrotask'] });
  await using pbx = await createMockPbx({ tls: false, time: 'virtual' });
  pbx.time.follow((ms) => {
    jest.advanceTimersByTime(ms);
  });
  const { url: serverUrl, clientId, clientSecret } = pbx;
  await using app = await connect({ serverUrl, clientId, clientSecret });
  app.incoming$.subscribe((call) => {
    void call.play(`${serverUrl}/prompts/welcome.wav`).then(() => call.hangUp());
  });
  const { durationMs } = await pbx.run(
    scenario(
      'welcome',
      caller('+15550100').dials('999').hears('/prompts/welcome.wav').isNotCut().ends({ by: '999' }),
      caller('+15550101').waits(30_000),
    ),
  );
  expect(durationMs).toBeGreaterThanOrEqual(30_000);
});
