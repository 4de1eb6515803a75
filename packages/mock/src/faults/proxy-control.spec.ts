import { anyString, containing } from '../testing/any-value';
import { rawRequest } from '../testing/raw-http';
import { RawClient } from '../testing/raw-client';

// A safety net for busy machines; nothing here waits that long.
jest.setTimeout(60_000);

describe('the proxy in front, by control API', () => {
  let client: RawClient;
  let proxied: string;
  beforeEach(async () => {
    client = await RawClient.start({ proxyPort: 0 });
    proxied = client.pbx.proxyUrl ?? '';
  });
  afterEach(() => client.pbx.dispose());

  const welcome = async (): Promise<number> => {
    const { bytes } = await rawRequest(`${proxied}/prompts/welcome.wav`, { ca: client.pbx.certificate });
    return bytes.length;
  };

  test('serves what the PBX serves, and breaks it alone', async () => {
    const whole = await welcome();
    await client.control('POST', '/faults', {
      proxy: [{ type: 'limit_data', attributes: { bytes: 5000 } }],
    });
    await expect(welcome()).rejects.toThrow();
    expect((await client.get('/callcontrol')).status).toBe(200);
    expect((await client.control('GET', '/state')).json).toMatchObject({
      faults: {
        proxy: { url: proxied, enabled: true, toxics: containing({ name: 'limit_data_downstream' }) },
      },
    });
    await client.control('DELETE', '/faults');
    expect(await welcome()).toBe(whole);
  });

  test('goes down and comes up again', async () => {
    await client.control('POST', '/faults', { proxy: [{ type: 'down' }] });
    await expect(welcome()).rejects.toMatchObject({ code: 'ECONNREFUSED' });
    await client.control('DELETE', '/faults');
    expect(await welcome()).toBeGreaterThan(0);
  });

  test('the same seed strikes the same connections again', async () => {
    const struck = async (): Promise<boolean[]> => {
      await client.control('POST', '/faults', {
        seed: 9,
        proxy: [{ type: 'limit_data', toxicity: 0.5, attributes: { bytes: 5000 } }],
      });
      const outcomes: boolean[] = [];
      for (let turn = 0; turn < 12; turn += 1) {
        outcomes.push(
          await welcome().then(
            () => false,
            () => true,
          ),
        );
      }
      return outcomes;
    };
    const first = await struck();
    expect(new Set(first)).toEqual(new Set([true, false]));
    expect(await struck()).toEqual(first);
  });

  test.each([[[]], [[{ type: 'latency', attributes: { lateness: 5 } }]], [[{ type: 'up' }]]])(
    'refuses %j with what to do',
    async (proxy) => {
      expect(await client.control('POST', '/faults', { proxy })).toMatchObject({
        status: 400,
        json: { error: 'bad-request', message: anyString },
      });
    },
  );
});

test('without a proxy port there is none, and toxics are a 409 that says so', async () => {
  await using client = await RawClient.start({ tls: false });
  expect(client.pbx.proxyUrl).toBeUndefined();
  expect(await client.control('POST', '/faults', { proxy: [{ type: 'down' }] })).toMatchObject({
    status: 409,
    json: { error: 'no-proxy', message: anyString },
  });
});
