import { createMockPbx } from '@org/3cx-mock';
import { firstValueFrom } from 'rxjs';
import * as core from './index';
import { Caller, post } from './testing/caller';
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

it.each([
  ['auto', 'transferred'],
  ['busy', 'hung-up-by-us'],
])('the transfer of the README, to a phone that is %s', async (answer, reason) => {
  const mock = await createMockPbx();
  await post(`${mock.controlUrl}/extensions/101`, { answer });
  const pbx = await core.connect({
    serverUrl: mock.url,
    clientId: mock.clientId,
    clientSecret: mock.clientSecret,
    allowUnauthorizedCerts: true,
  });
  const coming = firstValueFrom(pbx.incoming$);
  await Caller.dials(mock, '999');
  const call = await coming;
  await documentedExample(
    'packages/core/README.md',
    'not by asking again.',
  )({ call, AbortSignal: { timeout: () => new AbortController().signal }, console });
  await expect(call.ended).resolves.toMatchObject({ reason });
  await pbx.dispose();
  await mock.dispose();
});
