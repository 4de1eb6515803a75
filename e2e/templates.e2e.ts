import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CredentialReference, Execution, SavedWorkflow } from '@org/processes';
import { NetworkEdge } from './src/network-edge';
import { PhoneSystemWithN8n } from './src/phone-system-with-n8n';
import { adaptedTemplate, type Adaptations } from './src/templates';
import { until } from './src/until';

const ROUTE_POINT = '999';
const RUN_MS = 90_000;
const SLACK = 'slack.com/api/chat.postMessage';

describe('the templates, in a real n8n', () => {
  let edge: NetworkEdge;
  let system: PhoneSystemWithN8n;
  let credentials: readonly CredentialReference[];
  let callers = 0;

  beforeAll(async () => {
    edge = await NetworkEdge.open(['slack.com', 'api.pagerduty.com'], ({ address }) =>
      address.startsWith('slack.com')
        ? { ok: true, channel: 'C1', ts: '1.1', message: { text: 'ok' } }
        : { incident: { id: 'P1', status: 'triggered' } },
    );
    const trusted = join(tmpdir(), `network-edge-${String(process.pid)}.pem`);
    await writeFile(trusted, edge.certificate);
    system = await PhoneSystemWithN8n.start({
      HTTPS_PROXY: edge.url,
      NO_PROXY: '127.0.0.1,localhost',
      NODE_EXTRA_CA_CERTS: trusted,
      N8N_METRICS: 'true',
    });
    const save = async (type: string, data: Readonly<Record<string, unknown>>) => ({
      ...(await system.client.saveCredential({ name: type, type, data })),
      type,
    });
    credentials = [
      system.credential,
      await save('slackApi', { accessToken: 'xoxb-test' }),
      await save('pagerDutyApi', { apiToken: 'test' }),
      // Nobody answers there: the template goes on without the database.
      await save('mySql', { host: '127.0.0.1', port: 9, database: 'crm', user: 'n8n', password: 'n8n' }),
    ];
  });

  afterAll(async () => {
    await (system as PhoneSystemWithN8n | undefined)?.dispose();
    await (edge as NetworkEdge | undefined)?.[Symbol.asyncDispose]();
  });

  const imported = async (
    file: string,
    adaptations: Adaptations = {},
    texts: Readonly<Record<string, string>> = {},
  ): Promise<SavedWorkflow> =>
    system.client.saveWorkflow(await adaptedTemplate(file, credentials, adaptations, texts));

  const active = async (workflow: SavedWorkflow, act: () => Promise<void>): Promise<void> => {
    await system.client.activateOrFail(workflow);
    try {
      await act();
    } finally {
      await system.client.deactivate(workflow.id);
    }
  };

  const dial = async (to = ROUTE_POINT): Promise<string> => {
    callers += 1;
    return system.mock.control.placeCall({ from: `+1555020${String(1000 + callers)}`, to });
  };

  const finished = (workflow: SavedWorkflow): Promise<Execution> =>
    system.client.findFinished(workflow.id, () => true, RUN_MS);

  const byHand = async (workflow: SavedWorkflow, trigger: string): Promise<Execution> =>
    system.client.finishedExecution(await system.client.run(workflow.id, trigger), RUN_MS);

  const succeeded = (execution: Execution): void => {
    expect(execution).toMatchObject({ status: 'success', failure: undefined });
  };

  it('the test workflow answers, greets and hangs up', async () => {
    const workflow = await imported('test-workflow.json');
    await active(workflow, async () => {
      const call = await dial();
      expect(await system.mock.control.waitFor(call, 'ended')).not.toMatchObject({ endedBy: 'caller' });
      succeeded(await finished(workflow));
    });
  });

  it('the call monitor sends an alert for a call that keeps ringing', async () => {
    await system.mock.control.setPhone('104', { answer: 'never' });
    const workflow = await imported('call-monitor.json', { 'Wait 5 Minutes': { amount: 2 } });
    await active(workflow, async () => {
      const call = await dial('104');
      await until(() => Promise.resolve(edge.sentTo(SLACK).some((body) => body.includes('ringing'))), RUN_MS);
      expect(edge.sentTo(SLACK).join()).toContain('has been ringing for 5+ minutes');
      await system.mock.control.hangUp(call);
    });
  });

  it('the smart callback sends callers to the queue, and calls back who wants it', async () => {
    const { control } = system.mock;
    const direct = await imported('smart-callback.json');
    await active(direct, async () => {
      const call = await dial();
      await control.waitFor(call, 'connectedTo:800');
      await control.hangUp(call);
      succeeded(await finished(direct));
    });
    const offering = await imported(
      'smart-callback.json',
      { 'Wait 10 Minutes': { amount: 1, unit: 'seconds' } },
      { '"rightValue": 300': '"rightValue": -1' },
    );
    await active(offering, async () => {
      const call = await dial();
      await control.waitFor(call, 'heardMs:2500');
      await control.press(call, '1');
      await control.waitFor(call, 'ended');
      const execution = await finished(offering);
      succeeded(execution);
      expect(execution.nodes).toContain('Call Back');
      expect(execution.output('Ask for Callback')).toMatchObject([{ confirmed: true }]);
    });
  });

  it('the CRM lookup goes on to the queue without the database', async () => {
    const workflow = await imported('crm-lookup.json');
    await active(workflow, async () => {
      const call = await dial();
      await system.mock.control.waitFor(call, 'connectedTo:800');
      await system.mock.control.hangUp(call);
      succeeded(await finished(workflow));
    });
  });

  it('the robust call handler transfers, and hangs up where nobody answers', async () => {
    const { control } = system.mock;
    const workflow = await imported('robust-error-handling.json');
    await active(workflow, async () => {
      const call = await dial();
      await control.waitFor(call, 'connectedTo:101');
      await control.hangUp(call);
      succeeded(await finished(workflow));
    });
    await control.setPhone('101', { answer: 'busy' });
    // and where nobody does
    const refused = await imported('robust-error-handling.json');
    await active(refused, async () => {
      const call = await dial();
      await control.waitFor(call, 'ended', RUN_MS);
      const execution = await finished(refused);
      succeeded(execution);
      expect(execution.nodes).toContain('Fallback Hang Up');
    });
    await control.setPhone('101', { answer: 'auto' });
  });

  it('the health monitor is silent while all is well, and speaks when 3CX is down', async () => {
    const well = await byHand(await imported('health-monitor.json'), 'Every 5 Minutes');
    succeeded(well);
    expect(well.nodes).toContain('All Is Well');
    const data = system.credentialWith('down', { serverUrl: 'https://127.0.0.1:9' });
    const down = { ...(await system.client.saveCredential(data)), type: data.type };
    const others = credentials.filter(({ type }) => type !== down.type);
    const workflow = await system.client.saveWorkflow(
      await adaptedTemplate('health-monitor.json', [down, ...others]),
    );
    succeeded(await byHand(workflow, 'Every 5 Minutes'));
    expect(edge.sentTo(SLACK).join()).toContain('health check failed: down');
  });

  it('production monitoring stores its figures and raises an alarm', async () => {
    const workflow = await imported(
      'production-monitoring.json',
      { 'Alert High Memory': { serviceId: 'P1', email: 'owner@example.com' } },
      {
        'http://127.0.0.1:5678/metrics': `${system.n8n.url}/metrics`,
        'http://127.0.0.1:8086': edge.url,
        '1073741824': '1',
      },
    );
    await active(workflow, async () => {
      const response = await fetch(`${system.n8n.url}/webhook/3cx-monitor`, { method: 'POST' });
      expect(response.status).toBe(200);
      await finished(workflow);
      const [line = ''] = edge.requests
        .filter(({ address }) => address.includes('/write'))
        .map(({ body }) => body);
      expect(line).toMatch(
        /^3cx_n8n_metrics heapUsed=[1-9]\d+,activeCalls=\d+,callVolume=\d+,healthy=1 \d+$/,
      );
      expect(edge.sentTo('api.pagerduty.com').join()).toContain('High memory usage');
    });
  });

  it('the smart IVR leads through both menus', async () => {
    const { control } = system.mock;
    const workflow = await imported('smart-ivr.json');
    await active(workflow, async () => {
      const call = await dial();
      await control.waitFor(call, 'heardMs:1000');
      await control.press(call, '21', 300);
      await control.waitFor(call, 'connectedTo:800');
      await control.hangUp(call);
      const execution = await finished(workflow);
      succeeded(execution);
      expect(execution.nodes).toContain('Transfer to Technical');
    });
  });

  it('the survey takes a mark and a comment', async () => {
    const { control } = system.mock;
    const workflow = await imported('post-call-survey.json');
    await active(workflow, async () => {
      const call = await dial();
      await control.waitFor(call, 'heardMs:1000');
      await control.press(call, '1');
      await control.press(call, '5');
      await control.waitFor(call, 'heardMs:4000');
      await control.press(call, '#');
      await control.waitFor(call, 'ended', RUN_MS);
      const execution = await finished(workflow);
      succeeded(execution);
      expect(execution.output('Survey Result')).toMatchObject([{ mark: 5 }]);
    });
  });

  it('the escalation calls one after the other, and tells when nobody confirms', async () => {
    const confirm = { timeout: 1, options: { retries: 1 } };
    const workflow = await imported('emergency-escalation.json', {
      'First Person Confirms?': confirm,
      'Second Person Confirms?': confirm,
    });
    await active(workflow, async () => {
      const response = await fetch(`${system.n8n.url}/webhook/3cx-emergency`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ message: 'Water in the server room' }),
      });
      expect(response.status).toBe(200);
      const execution = await finished(workflow);
      succeeded(execution);
      expect(execution.nodes).toEqual(
        expect.arrayContaining(['First Person Confirms?', 'Call Second Person', 'Nobody Confirmed']),
      );
      expect(edge.sentTo(SLACK).join()).toContain('Water in the server room');
    });
  });

  it('the analytics sum up a day', async () => {
    const execution = await byHand(await imported('call-analytics.json'), 'Every Morning');
    succeeded(execution);
    expect(edge.sentTo(SLACK).at(-1)).toMatch(/calls.*answered.*missed/);
  });
});
