import { PhoneSystemWithN8n } from './src/phone-system-with-n8n';
import { type Step, callReceiver, doNothing, stopWithError, workflow } from './src/workflows';

describe('a workflow that ends without hanging up or transferring', () => {
  let system: PhoneSystemWithN8n;

  beforeAll(async () => {
    system = await PhoneSystemWithN8n.start();
  });

  afterAll(async () => {
    await (system as PhoneSystemWithN8n | undefined)?.dispose();
  });

  it.each<[string, Step]>([
    ['ends', doNothing()],
    ['fails', stopWithError('The customer table is not there')],
  ])("doesn't leave the caller in silence when it %s", async (how, step) => {
    const { client, mock, credential } = system;
    const saved = await client.saveWorkflow(
      workflow(`A workflow that ${how}`, callReceiver(credential), step),
    );
    await client.activateOrFail(saved);
    const id = await mock.control.placeCall({ from: '+15550100011', to: '999' });
    const call = await mock.control.waitFor(id, 'ended', 10_000);
    expect(call.endedBy).not.toBe('caller');
    const { status } = await client.findFinished(saved.id, () => true, 10_000);
    expect(status).toBe(how === 'fails' ? 'error' : 'success');
    await client.deactivate(saved.id);
  });
});
