import type { Execution, SavedWorkflow } from '@org/processes';
import { PhoneSystemWithN8n } from './src/phone-system-with-n8n';
import {
  branches,
  callControl,
  callData,
  callReceiver,
  manualTrigger,
  type Step,
  workflow,
} from './src/workflows';

type Parameters = Step['parameters'];

const ROUTE_POINT = '999';
const CALL = "={{ $('3CX Call Receiver').item.json.callId }}";
const MENU = '/prompts/press-1-sales-2-support.wav';
const RUN_MS = 60_000;

describe('the steps of Call Control and Call Data, in a real n8n', () => {
  let system: PhoneSystemWithN8n;
  let callers = 0;

  beforeAll(async () => {
    system = await PhoneSystemWithN8n.start();
  });

  afterAll(async () => {
    await (system as PhoneSystemWithN8n | undefined)?.dispose();
  });

  const control = (name: string, parameters: Parameters): Step =>
    callControl(name, system.credential, { callId: CALL, ...parameters });
  const data = (name: string, parameters: Parameters): Step => callData(name, system.credential, parameters);

  /** Lets a caller run through the steps, who does what `meanwhile` says. */
  const onCall = async (
    name: string,
    steps: readonly Step[],
    meanwhile: (callId: string) => Promise<unknown> = () => Promise.resolve(),
  ): Promise<{ readonly execution: Execution; readonly callId: string }> => {
    const { client, credential, mock } = system;
    const saved = await client.saveWorkflow(workflow(name, callReceiver(credential), ...steps));
    return during(saved, async () => {
      callers += 1;
      const callId = await mock.control.placeCall({
        from: `+1555010${String(1000 + callers)}`,
        to: ROUTE_POINT,
      });
      await mock.control.waitFor(callId, 'connected');
      await meanwhile(callId);
      return { execution: await client.findFinished(saved.id, () => true, RUN_MS), callId };
    });
  };

  const during = async <T>(saved: SavedWorkflow, act: () => Promise<T>): Promise<T> => {
    await system.client.activateOrFail(saved);
    try {
      return await act();
    } finally {
      await system.client.deactivate(saved.id);
    }
  };

  /** Runs one step by hand. */
  const byHand = async (step: Step): Promise<Execution> => {
    const saved = await system.client.saveWorkflow(workflow(step.name, manualTrigger(), step));
    return system.client.finishedExecution(await system.client.run(saved.id, 'Start'), RUN_MS);
  };

  const succeeded = (execution: Execution): void => {
    expect(execution).toMatchObject({ status: 'success', failure: undefined });
  };

  it('plays as told: again, quieter, a list, in the background; and stops', async () => {
    const { execution } = await onCall('sound', [
      control('List', {
        operation: 'playAudio',
        source: 'playlist',
        playlist: {
          files: [{ audioFile: '/system/default/beep.wav' }, { audioFile: '/system/default/beep.wav' }],
        },
        options: { gainDb: -6 },
      }),
      control('Music', {
        operation: 'playAudio',
        audioFile: '/prompts/hold-music.wav',
        options: { repeat: 0 },
      }),
      control('Stop', { operation: 'stopAudio' }),
      control('Beep', {
        operation: 'playAudio',
        audioFile: '/system/default/beep.wav',
        options: { repeat: 2 },
      }),
      control('Hold', { operation: 'holdCall' }),
      control('Resume', { operation: 'resumeCall' }),
      control('Keys', { operation: 'sendDTMF', digits: '12#' }),
      control('Hang Up', { operation: 'hangupCall' }),
    ]);
    succeeded(execution);
    expect(execution.output('Music')).toMatchObject([{ playing: true }]);
    const [once] = execution.output('List');
    expect(once).toMatchObject({ interrupted: false });
    expect(execution.output('Resume')).toMatchObject([{ onHold: false, wasOnHold: true }]);
    expect(execution.output('Keys')).toMatchObject([{ sent: 3 }]);
  });

  it('sends a call out by the output of the key that was pressed', async () => {
    const { client, credential, mock } = system;
    const keys = [
      { key: '1', label: 'Sales' },
      { key: '2', label: 'Support' },
    ];
    const menu = control('Menu', {
      operation: 'menu',
      prompt: MENU,
      menuKeys: { keys },
      options: { retries: 1 },
    });
    const ends = ['No Input', 'No Match', 'Hung Up', 'Sales', 'Support'].map((name) =>
      control(name, { operation: 'hangupCall' }),
    );
    const saved = await client.saveWorkflow(branches('menu', [callReceiver(credential), menu], ends));
    await during(saved, async () => {
      const cases = [
        { press: '2', leaves: 'Support' },
        { press: '9', leaves: 'No Match' },
        { press: '', leaves: 'Hung Up' },
      ];
      for (const { press, leaves } of cases) {
        const from = `+155501020${String(press === '' ? 0 : Number(press))}`;
        const callId = await mock.control.placeCall({ from, to: ROUTE_POINT });
        await mock.control.waitFor(callId, 'heardMs:1200');
        if (press === '') await mock.control.hangUp(callId);
        else await mock.control.press(callId, press);
        const execution = await client.findFinished(
          saved.id,
          (one) => one.output('3CX Call Receiver').some(({ fromNumber }) => fromNumber === from),
          RUN_MS,
        );
        succeeded(execution);
        expect(execution.nodes).toEqual(['3CX Call Receiver', 'Menu', leaves]);
      }
    });
  });

  it('asks for yes or no, and for digits by outputs of their own', async () => {
    const { mock } = system;
    const { execution } = await onCall(
      'questions',
      [
        control('Yes or No', { operation: 'confirm', prompt: MENU }),
        control('Digits', {
          operation: 'collectDTMF',
          maxDigits: 4,
          separateOutputs: true,
          options: { pattern: '4[0-9]{3}', maskDigits: true },
        }),
      ],
      async (callId) => {
        await mock.control.waitFor(callId, 'heardMs:1000');
        await mock.control.press(callId, '1');
        await mock.control.press(callId, '4711', 50);
      },
    );
    succeeded(execution);
    expect(execution.output('Yes or No')).toMatchObject([{ confirmed: true }]);
    expect(execution.output('Digits')).toMatchObject([{ dtmfInput: '••••', success: true }]);
  });

  it('records the caller until a key', async () => {
    const { mock } = system;
    const { execution } = await onCall(
      'recording',
      [control('Record', { operation: 'recordCall', maxSeconds: 20, options: { beep: true } })],
      async (callId) => {
        await mock.control.waitFor(callId, 'heardMs:2500');
        await mock.control.press(callId, '#');
      },
    );
    succeeded(execution);
    expect(execution.output('Record')).toMatchObject([{ endedBy: 'key', endKey: '#' }]);
  });

  it.each([
    ['transferCall', 'semiAttended', { transferType: 'semiAttended' }],
    ['transferCall', 'voicemail', { targetType: 'voicemail', options: { voicemailDialCode: '' } }],
    ['routeCall', 'ringback', { waitSound: 'ringback', timeout: 20 }],
  ])('passes a call on: %s, %s', async (operation, _, parameters) => {
    const { execution } = await onCall('passing on', [
      control('Pass On', { operation, target: '103', onFailure: 'continue', ...parameters }),
    ]);
    succeeded(execution);
    expect(execution.output('Pass On')).toMatchObject([{ target: '103', transferResult: 'connected' }]);
  });

  it('asks a colleague first, and joins both calls', async () => {
    const { mock } = system;
    const { execution, callId } = await onCall(
      'consultation',
      [
        control('Consult', {
          operation: 'transferCall',
          transferType: 'consultation',
          target: '103',
          options: { announcement: '/system/default/beep.wav' },
        }),
      ],
      async (id) => {
        await mock.control.waitFor(id, 'heardMs:6000');
        await mock.control.hangUp(id);
      },
    );
    succeeded(execution);
    expect(execution.output('Consult')).toMatchObject([{ transferResult: 'connected' }]);
    expect(await mock.control.call(callId)).toMatchObject({ endedBy: 'caller' });
  });

  it('makes calls: one that is answered, one that is not', async () => {
    const { credential, mock } = system;
    await mock.control.setPhone('105', { answer: 'busy' });
    const answered = await byHand(
      callControl('Make', credential, {
        operation: 'makeCall',
        target: '104',
        options: { announcement: '/system/default/beep.wav' },
      }),
    );
    succeeded(answered);
    const [made] = answered.output('Make');
    expect(made).toMatchObject({ success: true, outcome: 'answered', status: 'answered' });
    const refused = await byHand(
      callControl('Make', credential, { operation: 'makeCall', target: '105', timeout: 10 }),
    );
    succeeded(refused);
    expect(refused.output('Make')).toMatchObject([{ success: false }]);
    const ended = await byHand(
      callControl('End', credential, { operation: 'hangupCall', callId: String(made?.callId) }),
    );
    succeeded(ended);
  });

  it('parks a call and takes it back', async () => {
    const { credential, mock } = system;
    const { execution, callId } = await onCall('parking', [
      control('Park', { operation: 'parkCall', slot: 'SP0', onFailure: 'continue' }),
    ]);
    succeeded(execution);
    expect(execution.output('Park')).toMatchObject([{ slot: 'SP0', parkResult: 'connected' }]);
    const back = await byHand(callControl('Unpark', credential, { operation: 'unparkCall', slot: 'SP0' }));
    succeeded(back);
    expect(back.output('Unpark')).toMatchObject([{ success: true, slot: 'SP0', status: 'answered' }]);
    expect(await mock.control.call(callId)).toMatchObject({ state: 'connected', connectedTo: ROUTE_POINT });
    await mock.control.hangUp(callId);
  });

  it('attaches data, and leads a caller through a flow', async () => {
    const flow = {
      version: 1,
      name: 'hello',
      start: 'greet',
      steps: {
        greet: { do: 'play', prompt: '/system/default/beep.wav', next: 'bye' },
        bye: { do: 'hangUp' },
      },
    };
    const { execution } = await onCall('flow', [
      control('Attach', { operation: 'attachData', data: { entries: [{ name: 'customer', value: '42' }] } }),
      control('Flow', { operation: 'runFlow', flow: JSON.stringify(flow) }),
    ]);
    succeeded(execution);
    expect(execution.output('Flow')).toMatchObject([{ result: 'hungUp', trail: ['greet', 'bye'] }]);
  });

  it.each<[string, Parameters]>([
    ['getActiveCalls', {}],
    ['getActiveCalls', { scope: 'system' }],
    ['getCallHistory', { period: 'lastHour' }],
    ['getCallHistory', { startDate: '2026-01-01T00:00:00', returnAll: true }],
    ['getStatistics', { groupBy: 'day' }],
    ['getReport', { groupBy: 'extension' }],
    ['getQueueStats', { queueId: '800' }],
    ['getSystemStatus', {}],
    ['getExtensions', {}],
    ['getExtension', { extension: '101' }],
    ['setPresence', { extension: '102', presence: 'Away' }],
    ['setQueueLogin', { extension: '102', loggedIn: false }],
    ['getRecordings', { period: 'last30Days' }],
  ])('reads from 3CX: %s %j', async (operation, parameters) => {
    const execution = await byHand(data('Read', { operation, ...parameters }));
    succeeded(execution);
    for (const item of execution.output('Read')) expect(item).toMatchObject({ success: true });
  });
});
