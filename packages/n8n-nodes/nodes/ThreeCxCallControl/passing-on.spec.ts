import { PermissionError } from '@org/3cx-core';
import { FakeCall, settled } from '../../src/spec-support';
import { ControlBench } from './control-bench';

describe('passing a call on', () => {
  let bench: ControlBench;

  beforeEach(() => {
    bench = new ControlBench();
  });

  it('rings the target while the caller stays, for a semi-attended transfer', async () => {
    await bench.runOne({ operation: 'transferCall', target: '101', transferType: 'semiAttended' });
    expect(bench.call.log).toEqual(['route 101 30']);
    expect(bench.steps.isHandedOver(bench.call)).toBe(true);
  });

  describe('to voicemail', () => {
    const parameters = { operation: 'transferCall', targetType: 'voicemail', target: '101' };

    it('dials the code that 3CX has in its settings', async () => {
      bench.pbx.xapi.answers = () => ({ DialCodeVMail: '*4' });
      const item = await bench.runOne(parameters);
      expect(bench.pbx.xapi.requests).toMatchObject([{ method: 'get', path: '/DialCodeSettings' }]);
      expect(bench.call.log).toEqual(['transfer *4101 30']);
      expect(item?.json).toMatchObject({ target: '101', transferResult: 'connected' });
    });

    it('dials the code it is given, without asking', async () => {
      await bench.runOne({ ...parameters, 'options.voicemailDialCode': '*77' });
      expect(bench.call.log).toEqual(['transfer *77101 30']);
      expect(bench.pbx.xapi.requests).toEqual([]);
    });

    it('asks for the code when 3CX may not be asked', async () => {
      bench.pbx.xapi.answers = () => {
        throw new PermissionError('no');
      };
      await expect(bench.runOne(parameters)).rejects.toMatchObject({
        message: 'The voicemail dial code is not known: 3CX has none, or this client may not ask for it',
        description: expect.stringContaining("'Voicemail Dial Code'") as string,
      });
    });
  });

  describe('with a consultation', () => {
    const parameters = {
      operation: 'transferCall',
      target: '101',
      transferType: 'consultation',
      timeout: 20,
      'options.announcement': '/prompts/incoming.wav',
      'options.holdAudio': '/prompts/hold-music.wav',
    };
    let target: FakeCall;

    beforeEach(() => {
      target = new FakeCall('call-50-1', { direction: 'outbound' });
      bench.pbx.making = Promise.resolve({ kind: 'succeeded', call: target });
    });

    it('tells the target while the caller holds, then joins both until one hangs up', async () => {
      const running = bench.runOne(parameters);
      await settled();
      target.pickUp();
      await settled();
      await settled();
      expect(bench.pbx.made).toEqual(['999 calls 101 for 20 s']);
      expect(bench.call.log).toEqual(['hold /prompts/hold-music.wav', 'resume']);
      expect(target.log).toEqual(['play /prompts/incoming.wav', 'heard /prompts/incoming.wav']);
      bench.call.end();
      const item = await running;
      expect(item?.json).toMatchObject({ success: true, transferResult: 'connected', bridgedSeconds: 0 });
      expect(target.log.at(-1)).toBe('hang up');
    });

    it('gives the caller back when nobody answers', async () => {
      const running = bench.runOne({ ...parameters, onFailure: 'continue' });
      await settled();
      target.end('not-answered');
      expect((await running)?.json).toMatchObject({ success: false, transferResult: 'noAnswer' });
      expect(bench.call.log.at(-1)).toBe('resume');
      expect(bench.steps.isHandedOver(bench.call)).toBe(false);
    });

    it('stops ringing the target when the caller hangs up', async () => {
      const running = bench.runOne({ ...parameters, onFailure: 'continue' });
      await settled();
      bench.call.end();
      expect((await running)?.json).toMatchObject({ success: false, transferResult: 'hungUp' });
      expect(target.log).toEqual(['hang up']);
    });

    it('fails when told to, and says who did not answer', async () => {
      bench.pbx.making = Promise.resolve({ kind: 'failed', reason: 'Busy here' });
      await expect(bench.runOne(parameters)).rejects.toThrow(
        '409 Operation conflict: 101 is busy (call-42-325)',
      );
    });

    it('is not for a voicemail box', async () => {
      await expect(bench.runOne({ ...parameters, targetType: 'voicemail' })).rejects.toThrow(
        "'Transfer Type' Consultation is not for a voicemail box",
      );
    });
  });

  it('diverts a call that still rings, with a reason', async () => {
    bench.call.status = 'ringing';
    const parameters = { operation: 'divertCall', target: '101', 'options.reason': 'PhoneBusy' };
    const item = await bench.runOne(parameters);
    expect(bench.call.log).toEqual(['divert 101 PhoneBusy']);
    expect(item?.json).toMatchObject({ success: true, target: '101', transferResult: 'connected' });
  });

  describe('Ring Target While Caller Waits', () => {
    it.each([
      [{}, 'play {"tone":"ringback"} xInfinity'],
      [
        { waitSound: 'audio', waitAudio: '/prompts/hold-music.wav' },
        'play /prompts/hold-music.wav xInfinity',
      ],
    ])('plays until somebody answers: %j', async (sound, played) => {
      bench.call.playing = new Promise(() => undefined);
      const item = await bench.runOne({ operation: 'routeCall', target: '101', timeout: 12, ...sound });
      await settled();
      expect(bench.call.log[0]).toBe(played);
      expect(bench.call.log[1]).toBe('route 101 12');
      expect(bench.call.log[2]).toMatch(/^stopped /);
      expect(item?.json).toMatchObject({ transferResult: 'connected' });
    });

    it('leaves the caller in silence if told so', async () => {
      await bench.runOne({ operation: 'routeCall', target: '101', waitSound: 'silence' });
      expect(bench.call.log).toEqual(['route 101 30']);
    });
  });

  it('parks at a shared place, after which the call is not ours to end', async () => {
    const item = await bench.runOne({ operation: 'parkCall', slot: 'SP10' });
    expect(bench.call.log).toEqual(['park SP10']);
    expect(item?.json).toMatchObject({ success: true, slot: 'SP10', parkResult: 'connected' });
    expect(bench.steps.isHandedOver(bench.call)).toBe(true);
  });

  describe('by an AI agent', () => {
    const node = { type: 'n8n-nodes-3cx-call-control.threeCxCallControlTool' };
    const transfer = (parameters: object) =>
      bench.run({ node, parameters: { operation: 'transferCall', ...parameters } });

    it('goes inside 3CX only, unless targets are allowed by number', async () => {
      await expect(transfer({ targetType: 'external', target: '+16125550000' })).rejects.toThrow(
        '+16125550000 is none of the targets that an AI agent may choose here',
      );
      await transfer({ target: '101' });
      await transfer({ targetType: 'external', target: '+16125550000', allowedTargets: '1*, +1612*' });
      await expect(transfer({ target: '201', allowedTargets: '1*' })).rejects.toThrow('201 is none of');
      expect(bench.call.log).toEqual(['transfer 101 30', 'transfer +16125550000 30']);
    });

    it('gets every result on the one output it sees', async () => {
      bench.call.digits.press('2');
      const outputs = await bench.run({ node, parameters: { operation: 'confirm' } });
      expect(outputs).toMatchObject([[{ json: { confirmed: false } }]]);
    });

    it('can not do what is not offered to agents', async () => {
      const parameters = { operation: 'bridgeCalls', otherCallId: 'call-1-1' };
      await expect(bench.run({ node, parameters })).rejects.toThrow(
        'bridgeCalls is not offered to AI agents',
      );
    });
  });
});
