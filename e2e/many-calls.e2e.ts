import { join } from 'node:path';
import { readWorkflow, type Execution } from '@org/processes';
import { NODE_PACKAGE, PhoneSystemWithN8n } from './src/phone-system-with-n8n';
import { until } from './src/until';

const ROUTE_POINT = '999';
/** The promise is a hundred; a busy machine is asked for fewer. */
const CALLS = Number(process.env.MANY_CALLS ?? 20);
const MINUTES_MS = 300_000;
const AGAIN_MS = 8_000;

describe(`${String(CALLS)} callers at the same time`, () => {
  let system: PhoneSystemWithN8n;

  beforeAll(async () => {
    system = await PhoneSystemWithN8n.start();
  }, MINUTES_MS);

  afterAll(async () => {
    await (system as PhoneSystemWithN8n | undefined)?.dispose();
  }, MINUTES_MS);

  it(
    'each get the department they pressed the key for, in one execution each',
    async () => {
      const { client, mock, credential } = system;
      const { control } = mock;
      const file = join(NODE_PACKAGE, 'workflows', 'department-router.json');
      const router = await client.saveWorkflow(await readWorkflow(file, credential));
      await client.activateOrFail(router);
      const callers = Array.from({ length: CALLS }, (_, index) => ({
        from: `+1555040${String(1000 + index)}`,
        key: index % 2 === 0 ? ('1' as const) : ('2' as const),
      }));
      const departments = { '1': '101', '2': '102' } as const;

      // A key counts for ten seconds. Where the menu takes longer to come, a caller presses again.
      const pressUntilConnected = async (id: string, key: string, department: string): Promise<void> => {
        await control.press(id, key);
        try {
          await control.waitFor(id, `connectedTo:${department}`, AGAIN_MS);
        } catch (error) {
          const { state, connectedTo } = await control.call(id);
          if (state === 'ended') throw error;
          if (connectedTo !== department) await pressUntilConnected(id, key, department);
        }
      };
      const lost = await Promise.all(
        callers.map(async ({ from, key }) => {
          const id = await control.placeCall({ from, to: ROUTE_POINT });
          try {
            await control.waitFor(id, 'heardMs:1000', MINUTES_MS);
            await pressUntilConnected(id, key, departments[key]);
            await control.hangUp(id);
            return [];
          } catch (error) {
            return [{ from, error: String(error), call: await control.call(id) }];
          }
        }),
      );
      const failures = await Promise.all(
        (await client.executions(router.id))
          .filter(({ status }) => status === 'error')
          .map(async ({ id }) => (await client.execution(id)).failure),
      );
      expect({ lost: lost.flat(), failures }).toEqual({ lost: [], failures: [] });

      const finished = async (): Promise<readonly Execution[]> => {
        const done = (await client.executions(router.id)).filter(({ status }) => status === 'success');
        return Promise.all(done.map(({ id }) => client.execution(id)));
      };
      await until(async () => (await finished()).length >= CALLS, MINUTES_MS);
      const seen = (await finished()).map((execution) => ({
        from: execution.output('3CX Call Receiver')[0]?.fromNumber,
        key: execution.output('Collect Choice')[0]?.dtmfInput,
      }));
      const byCaller = (one: { readonly from?: unknown }, other: { readonly from?: unknown }) =>
        String(one.from).localeCompare(String(other.from));
      expect(seen.toSorted(byCaller)).toEqual(callers);
      expect(await client.executions(router.id)).toHaveLength(CALLS);
    },
    2 * MINUTES_MS,
  );
});
