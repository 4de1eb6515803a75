import { NodeHelpers, Workflow, type INodeTypes } from 'n8n-workflow';
import { fakeNode, settled } from '../../src/spec-support';
import { ControlBench } from './control-bench';
import { callControlDescription } from './description';
import { outputsOf } from './outputs';

describe('asking the caller', () => {
  let bench: ControlBench;

  beforeEach(() => {
    bench = new ControlBench();
  });

  afterEach(() => {
    jest.useRealTimers();
  });

  const keys = [
    { key: '1', label: 'Sales' },
    { key: '2', label: '' },
  ];
  const menu = { operation: 'menu', 'menuKeys.keys': keys };

  describe('Offer Menu', () => {
    it.each([
      ['1', [0, 0, 0, 1, 0], 'Sales'],
      ['2', [0, 0, 0, 0, 1], '2'],
    ])('sends the item out by the output of the key %s', async (key, outputs, choice) => {
      bench.call.digits.press(key);
      const results = await bench.run({ parameters: { ...menu, prompt: '/m.wav' } });
      expect(results.map(({ length }) => length)).toEqual(outputs);
      expect(results.flat()[0]?.json).toMatchObject({ success: true, dtmfInput: key, choice });
    });

    it('has outputs of their own for a wrong key, silence and a hang-up', async () => {
      bench.call.digits.press('9');
      await expect(bench.leavingBy({ ...menu, 'options.retries': 1 })).resolves.toEqual([0, 1, 0, 0, 0]);
      const asking = bench.leavingBy(menu);
      await settled();
      bench.call.end();
      await expect(asking).resolves.toEqual([0, 0, 1, 0, 0]);
    });

    it('asks again with the prompts for it', async () => {
      const asking = bench.runOne({
        ...menu,
        prompt: '/m.wav',
        'options.retryPrompt': '/again.wav',
        'options.noMatchPrompt': '/wrong.wav',
      });
      await settled();
      bench.call.digits.press('9');
      await settled();
      bench.call.digits.press('1');
      expect((await asking)?.json).toMatchObject({ success: true, attempts: 2 });
      expect(bench.call.log.filter((line) => line.startsWith('play'))).toEqual([
        'play /m.wav',
        'play /wrong.wav',
        'play /again.wav',
      ]);
    });

    it('has two keys to begin with', async () => {
      bench.call.digits.press('2');
      await expect(bench.leavingBy({ operation: 'menu' })).resolves.toEqual([0, 0, 0, 0, 1]);
    });

    it('sends an item that fails out by Hung Up when the node goes on', async () => {
      const parameters = { ...menu, callId: 'call-1-1' };
      const outputs = await bench.run({ parameters, continueOnFail: true });
      expect(outputs.map(({ length }) => length)).toEqual([0, 0, 1, 0, 0]);
    });

    it.each([
      [[], "'Menu Keys' is empty"],
      [[{ key: '12' }], "'Key' must be one key from 0-9, *, # and A-D"],
      [[{ key: '1' }, { key: '1' }], "'Menu Keys' holds the key 1 twice"],
    ])('refuses the keys %j', async (rows, message) => {
      await expect(bench.runOne({ operation: 'menu', 'menuKeys.keys': rows })).rejects.toThrow(message);
    });
  });

  describe('Ask for Confirmation', () => {
    it.each([
      ['1', [1, 0, 0], true],
      ['2', [0, 1, 0], false],
    ])('takes the key %s for an answer', async (key, outputs, confirmed) => {
      bench.call.digits.press(key);
      const results = await bench.run({ parameters: { operation: 'confirm' } });
      expect(results.map(({ length }) => length)).toEqual(outputs);
      expect(results.flat()[0]?.json).toMatchObject({ success: true, confirmed });
    });

    it('takes other keys if told so', async () => {
      bench.call.digits.press('*');
      const item = await bench.runOne({ operation: 'confirm', yesKey: '*', noKey: '#' });
      expect(item?.json).toMatchObject({ confirmed: true });
    });

    it('has an output for no answer', async () => {
      const asking = bench.run({ parameters: { operation: 'confirm' } });
      await settled();
      bench.call.end();
      await expect(asking).resolves.toMatchObject([[], [], [{ json: { success: false, reason: 'hungUp' } }]]);
    });

    it('needs two different keys', async () => {
      await expect(bench.runOne({ operation: 'confirm', noKey: '1' })).rejects.toThrow(
        "'Yes Key' and 'No Key' are the same",
      );
    });
  });

  describe('Collect Digits', () => {
    const collect = { operation: 'collectDTMF', maxDigits: 4, separateOutputs: true };

    it('has four outputs when they are to be separate', async () => {
      bench.call.digits.press('1234');
      await expect(bench.leavingBy(collect)).resolves.toEqual([1, 0, 0, 0]);
      bench.call.digits.press('123*');
      await expect(bench.leavingBy({ ...collect, 'options.retries': 1 })).resolves.toEqual([0, 0, 1, 0]);
      const asking = bench.leavingBy(collect);
      await settled();
      bench.call.end();
      await expect(asking).resolves.toEqual([0, 0, 0, 1]);
    });

    it('checks the entry against a pattern', async () => {
      bench.call.digits.press('9999');
      const item = await bench.runOne({
        ...collect,
        'options.pattern': '4[0-9]{3}',
        'options.retries': 1,
      });
      expect(item?.json).toMatchObject({ success: false, reason: 'noMatch' });
    });

    it('shows an entry as dots if told so', async () => {
      bench.call.digits.press('1234');
      const item = await bench.runOne({ ...collect, 'options.maskDigits': true });
      expect(item?.json).toMatchObject({ success: true, dtmfInput: '••••' });
    });
  });

  describe('the outputs that the editor draws', () => {
    it.each([
      [{ operation: 'playAudio' }, [undefined]],
      [{ operation: 'collectDTMF' }, [undefined]],
      [{ operation: 'collectDTMF', separateOutputs: true }, ['Digits', 'No Input', 'No Match', 'Hung Up']],
      [{ operation: 'confirm' }, ['Yes', 'No', 'No Answer']],
      [{ operation: 'makeCall' }, ['Answered', 'Not Answered', 'Failed']],
      [{ operation: 'menu', menuKeys: { keys } }, ['No Input', 'No Match', 'Hung Up', '1 – Sales', '2']],
      [{ operation: 'menu', menuKeys: {} }, ['No Input', 'No Match', 'Hung Up']],
    ])('are those of %j', (parameters, names) => {
      expect(outputsOf(parameters).map(({ displayName }) => displayName)).toEqual(names);
    });

    it.each([
      [{ operation: 'confirm' }, ['Yes', 'No', 'No Answer']],
      [{ operation: 'menu', menuKeys: { keys } }, ['No Input', 'No Match', 'Hung Up', '1 – Sales', '2']],
      [{ operation: 'playAudio' }, [undefined]],
    ])('are what n8n makes of their description, for %j', (parameters, names) => {
      const type = { description: callControlDescription };
      const nodeTypes: INodeTypes = {
        getByName: () => type,
        getByNameAndVersion: () => type,
        getKnownTypes: () => ({}),
      };
      const node = fakeNode({ parameters });
      const workflow = new Workflow({ nodes: [node], connections: {}, active: false, nodeTypes });
      const outputs = NodeHelpers.getNodeOutputs(workflow, node, callControlDescription);
      expect(outputs.map((output) => (typeof output === 'string' ? output : output.displayName))).toEqual(
        names,
      );
      const withErrors = NodeHelpers.getNodeOutputs(
        workflow,
        { ...node, onError: 'continueErrorOutput' },
        callControlDescription,
      );
      expect(withErrors).toHaveLength(names.length + 1);
    });
  });
});
