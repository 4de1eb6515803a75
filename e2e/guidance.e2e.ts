import type { Execution } from '@org/processes';
import { PhoneSystemWithN8n } from './src/phone-system-with-n8n';
import { callControl, callReceiver, manualTrigger, workflow } from './src/workflows';

describe('what n8n shows when something is set up wrongly', () => {
  let system: PhoneSystemWithN8n;

  beforeAll(async () => {
    system = await PhoneSystemWithN8n.start();
  });

  afterAll(async () => {
    await (system as PhoneSystemWithN8n | undefined)?.dispose();
  });

  /** Runs one Call Control step by hand. */
  const runByHand = async (
    name: string,
    parameters: Record<string, unknown>,
    changes = {},
  ): Promise<Execution> => {
    const { client } = system;
    const data = system.credentialWith(name, changes);
    const credential = { ...(await client.saveCredential(data)), type: data.type };
    const saved = await client.saveWorkflow(
      workflow(name, manualTrigger(), callControl('Step', credential, parameters)),
    );
    return client.finishedExecution(await client.run(saved.id, 'Start'), 30_000);
  };

  /** Lets a call run into a workflow of Receiver and one Call Control step. */
  const runOnCall = async (name: string, parameters: Record<string, unknown>): Promise<Execution> => {
    const { client, mock, credential } = system;
    const saved = await client.saveWorkflow(
      workflow(name, callReceiver(credential), callControl('Step', credential, parameters)),
    );
    await client.activateOrFail(saved);
    const id = await mock.control.placeCall({ from: '+15550100021', to: '999' });
    const execution = await client.findFinished(saved.id, () => true, 30_000);
    await mock.control.waitFor(id, 'ended', 10_000);
    await client.deactivate(saved.id);
    return execution;
  };

  describe('the credential test', () => {
    it('tells who it is connected as', async () => {
      const data = system.credentialWith('good', {});
      const { id } = await system.client.saveCredential(data);
      const result = await system.client.testCredential({ ...data, id });
      expect(result.status).toBe('OK');
      expect(result.message).toContain('Connected to 127.0.0.1');
      expect(result.message).toContain('as 999');
    });

    it.each<[string, (url: string) => Record<string, unknown>, RegExp]>([
      ['a wrong secret', () => ({ clientSecret: 'wrong' }), /401 Authentication failed.*999.*API key/s],
      [
        'a server that is not there',
        () => ({ serverUrl: 'https://127.0.0.1:9' }),
        /Connection Failed.*127\.0\.0\.1/s,
      ],
      [
        'a name that is not known',
        () => ({ serverUrl: 'https://pbx.invalid' }),
        /Connection Failed.*pbx\.invalid/s,
      ],
      [
        'http for https',
        (url) => ({ serverUrl: url.replace(/^https:/, 'http:'), allowUnauthorizedCerts: false }),
        /https/,
      ],
      [
        'a self-signed certificate',
        () => ({ allowUnauthorizedCerts: false }),
        /certificate.*(CA Certificate|Ignore SSL)/s,
      ],
    ])('says what to do about %s', async (name, changes, advice) => {
      const data = system.credentialWith(name, changes(system.mock.url));
      const { id } = await system.client.saveCredential(data);
      const result = await system.client.testCredential({ ...data, id });
      expect(result.status).toBe('Error');
      expect(result.message).toMatch(advice);
    });
  });

  it.each([
    ['a wrong secret', { clientSecret: 'wrong' }, /401 Authentication failed/, /API key/],
    [
      'a self-signed certificate',
      { allowUnauthorizedCerts: false },
      /certificate/i,
      /Ignore SSL|CA Certificate/,
    ],
    ['a server that is not there', { serverUrl: 'https://127.0.0.1:9' }, /Connection Failed/, /./],
  ])('a step with %s fails with advice', async (name, changes, message, description) => {
    const parameters = { operation: 'hangupCall', callId: 'call-1-1' };
    const { status, failure } = await runByHand(`step: ${name}`, parameters, changes);
    expect(status).toBe('error');
    expect(failure?.message).toMatch(message);
    expect(failure?.description).toMatch(description);
  });

  it('refuses a call id without its prefix and says what ids look like', async () => {
    const parameters = { operation: 'playAudio', callId: '12345', audioFile: '/prompts/welcome.wav' };
    const { failure } = await runByHand('call id', parameters);
    expect(failure?.message).toMatch(/Call ID invalid: "12345" has no call- prefix/);
    expect(failure?.description).toMatch(/call-42-325/);
  });

  it('refuses to activate a Receiver for an extension the PBX does not know', async () => {
    const { client, credential } = system;
    const receiver = callReceiver(credential, { extension: { __rl: true, mode: 'number', value: '555' } });
    const saved = await client.saveWorkflow(workflow('unknown extension', receiver));
    const { status, triggers } = await client.activate(saved);
    expect(status).not.toBe('published');
    expect(triggers.map(({ errorMessage }) => errorMessage).join()).toMatch(
      /Extension 555 not found or not configured/,
    );
    await client.deactivate(saved.id);
  });

  it('names the prompt that the PBX does not have', async () => {
    const { status, failure } = await runOnCall('no such prompt', {
      operation: 'playAudio',
      callId: '={{ $json.callId }}',
      audioFile: '/prompts/absent.wav',
    });
    expect(status).toBe('error');
    expect(failure?.message).toMatch(/Audio file not found or invalid format: \/prompts\/absent\.wav/);
    expect(failure?.description).toMatch(/3CX web server/);
  });

  it('tells that a prompt is no audio', async () => {
    const { status, failure } = await runOnCall('not audio', {
      operation: 'playAudio',
      callId: '={{ $json.callId }}',
      audioFile: `${system.mock.control.url}/state`,
    });
    expect(status).toBe('error');
    expect(failure?.message).toMatch(/Audio file not found or invalid format/);
    expect(failure?.description).toMatch(/WAV|MP3|GSM/);
  });
});
