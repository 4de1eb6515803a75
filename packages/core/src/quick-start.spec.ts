import { createMockPbx } from '@org/3cx-mock';
import * as core from './index';
import { Caller } from './testing/caller';
import { documentedExample } from './testing/documented-example';

it('the quick start of the README answers, plays, hangs up and leaves nothing open', async () => {
  const mock = await createMockPbx({ tls: false });
  const printed: unknown[] = [];
  await documentedExample(
    'packages/core/README.md',
    '## Quick start',
  )({
    process: {
      env: {
        THREECX_URL: mock.url,
        THREECX_CLIENT_ID: mock.clientId,
        THREECX_CLIENT_SECRET: mock.clientSecret,
      },
    },
    console: { log: (type: unknown) => printed.push(type) },
    load: () => core,
  });
  const caller = await Caller.dials(mock, '999');
  const view = await caller.until('ended');
  expect(view.heardMs).toBeGreaterThan(1_000);
  expect(printed).toEqual(expect.arrayContaining(['call_started', 'call_answered', 'call_ended']));
  await mock.dispose();
});
