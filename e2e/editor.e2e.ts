import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { readWorkflow } from '@org/processes';
import { EditorBrowser } from './src/editor-browser';
import { NODE_PACKAGE, PhoneSystemWithN8n, ROOT } from './src/phone-system-with-n8n';

/** Set it to make the picture of the README anew. */
const picturesWanted = process.env.UPDATE_PICTURES === '1';

describe('the editor of a real n8n, in a real browser', () => {
  let system: PhoneSystemWithN8n;

  beforeAll(async () => {
    system = await PhoneSystemWithN8n.start();
  });

  afterAll(async () => {
    await (system as PhoneSystemWithN8n | undefined)?.dispose();
  });

  it('shows what became of a call: each step that ran, and the way it took', async () => {
    const { client, mock } = system;
    const file = join(NODE_PACKAGE, 'workflows', 'department-router.json');
    const router = await client.saveWorkflow(await readWorkflow(file, system.credential));
    await client.activateOrFail(router);
    const call = await mock.control.placeCall({ from: '+16125551234', to: '999' });
    await mock.control.waitFor(call, 'heardMs:1000');
    await mock.control.press(call, '1');
    await mock.control.waitFor(call, 'connectedTo:101');
    const execution = await client.findFinished(router.id, ({ status }) => status === 'success', 30_000);

    await using editor = await EditorBrowser.signIn(system.n8n.url, system.owner);
    await editor.openExecution(router.id, execution.id);
    const step = (name: string) =>
      editor.page.locator(`[data-test-id="canvas-node"][data-node-name="${name}"]`);
    const succeeded = '[data-test-id="canvas-node-status-success"]';
    for (const name of [
      '3CX Call Receiver',
      'Play Greeting',
      'Collect Choice',
      'Route Call',
      'Transfer to Sales',
    ]) {
      await step(name).locator(succeeded).waitFor();
    }
    expect(await step('Transfer to Support').locator(succeeded).count()).toBe(0);
    expect(await step('Hang Up').locator(succeeded).count()).toBe(0);
    if (picturesWanted) {
      // n8n's own advice on going to production lies over the workflow.
      await editor.page.keyboard.press('Escape');
      await mkdir(join(ROOT, 'docs', 'images'), { recursive: true });
      await editor.page.screenshot({ path: join(ROOT, 'docs', 'images', 'department-router.png') });
    }
  });
});
