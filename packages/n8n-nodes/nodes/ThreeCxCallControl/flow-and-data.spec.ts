import { ControlBench } from './control-bench';

describe('Run IVR Flow', () => {
  let bench: ControlBench;

  beforeEach(() => {
    bench = new ControlBench();
  });

  const flow = {
    version: 1,
    name: 'hello',
    start: 'greet',
    variables: { department: '101' },
    steps: {
      greet: { do: 'play', prompt: '/prompts/welcome.wav', next: 'pass' },
      pass: { do: 'transfer', kind: 'extension', to: '{{department}}', failed: 'end' },
      end: { do: 'hangUp' },
    },
  };

  it('leads the caller through it, with the values it is given', async () => {
    const item = await bench.runOne({
      operation: 'runFlow',
      flow: JSON.stringify(flow),
      'options.variables': '{"department": "102"}',
    });
    expect(bench.call.log).toEqual([
      'answer default',
      'play /prompts/welcome.wav',
      'heard /prompts/welcome.wav',
      'transfer 102',
    ]);
    expect(item?.json).toMatchObject({
      success: true,
      result: 'transferred',
      lastStep: 'pass',
      variables: { department: '102' },
      trail: ['greet', 'pass'],
    });
    expect(bench.steps.isHandedOver(bench.call)).toBe(true);
  });

  it('is a result, not a failure, when the caller hangs up', async () => {
    bench.call.end();
    const item = await bench.runOne({ operation: 'runFlow', flow });
    expect(item?.json).toMatchObject({ success: true, result: 'callEnded' });
  });

  it.each([
    ['', "'Flow' is empty"],
    ['{', "'Flow' is not valid JSON"],
    [{ version: 1 }, "'Flow' is no call flow"],
    [{ ...flow, start: 'nowhere' }, "'Flow' can not work: "],
  ])('refuses %j before the call is touched', async (wrong, message) => {
    await expect(bench.runOne({ operation: 'runFlow', flow: wrong })).rejects.toThrow(message);
    expect(bench.call.log).toEqual([]);
  });
});

describe('Attach Data', () => {
  let bench: ControlBench;

  beforeEach(() => {
    bench = new ControlBench();
  });

  const entries = [
    { name: 'customer', value: '42' },
    { name: 'tier', value: 'gold' },
  ];

  it.each(['participant', 'party'])('attaches texts to this end or the other: %s', async (attachTo) => {
    const item = await bench.runOne({ operation: 'attachData', 'data.entries': entries, attachTo });
    expect(bench.call.log).toEqual([`attach {"customer":"42","tier":"gold"} to ${attachTo}`]);
    expect(item?.json).toMatchObject({ attached: ['customer', 'tier'] });
  });

  it('refuses an entry without a name', async () => {
    const nameless = [{ name: '', value: '1' }];
    await expect(bench.runOne({ operation: 'attachData', 'data.entries': nameless })).rejects.toThrow(
      "'Name' is empty",
    );
  });
});
