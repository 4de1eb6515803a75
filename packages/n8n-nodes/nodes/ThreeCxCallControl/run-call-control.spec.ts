import { ServerError } from '@org/3cx-core';
import type { CallSteps } from '../../src/shared';
import { deferred, FakeCall, type FakePhoneSystem, settled } from '../../src/spec-support';
import { ControlBench } from './control-bench';
import { callControlDescription } from './description';

describe('3CX Call Control', () => {
  let bench: ControlBench;
  let pbx: FakePhoneSystem;
  let call: FakeCall;
  let steps: CallSteps;

  beforeEach(() => {
    bench = new ControlBench();
    ({ pbx, call, steps } = bench);
  });

  const run: ControlBench['run'] = (options) => bench.run(options);
  const runOne: ControlBench['runOne'] = (parameters) => bench.runOne(parameters);

  it('gates every field by its operation alone, without a resource', () => {
    const { properties } = callControlDescription;
    expect(properties.map(({ name }) => name)).not.toContain('resource');
    const gated = properties.slice(2);
    expect(gated.length).toBeGreaterThan(0);
    for (const { displayOptions } of gated) expect(displayOptions?.show).toHaveProperty('operation');
  });

  it('passes the fields of its item through, adds its own, and pairs them', async () => {
    const binary = { data: { data: '', mimeType: 'audio/wav' } };
    const [items] = await run({
      parameters: { operation: 'playAudio', audioFile: '/prompts/welcome.wav' },
      items: [{ json: { callId: 'call-42-325', note: 'kept' }, binary }],
    });
    expect(items).toEqual([
      {
        json: {
          callId: 'call-42-325',
          note: 'kept',
          success: true,
          playedMs: 1200,
          durationMs: 1200,
          interrupted: false,
        },
        binary,
        pairedItem: { item: 0 },
      },
    ]);
  });

  it('refuses an operation it doesn’t know', async () => {
    await expect(runOne({ operation: 'muteCall' })).rejects.toThrow("'Operation' doesn't know \"muteCall\"");
  });

  describe('Answer Call', () => {
    it('answers and tells the status', async () => {
      call.status = 'ringing';
      const item = await runOne({ operation: 'answerCall', timeout: 7 });
      expect(call.log).toEqual(['answer 7000']);
      expect(item?.json).toMatchObject({ success: true, status: 'answered' });
    });
  });

  describe('Play Audio', () => {
    it('plays a file that the item carries', async () => {
      await run({ parameters: { operation: 'playAudio', source: 'binary' }, binary: new Uint8Array(44) });
      expect(call.log).toEqual(['play 44 bytes', 'heard 44 bytes']);
    });

    it('is done when the caller has heard it', async () => {
      const heard = deferred<undefined>();
      call.playing = heard.promise;
      const done = jest.fn();
      const playing = runOne({ operation: 'playAudio', audioFile: '/a.wav' }).then(done);
      await settled();
      expect(done).not.toHaveBeenCalled();
      heard.resolve(undefined);
      await playing;
      expect(done).toHaveBeenCalled();
    });

    it('fails at once, saying so, when the caller hangs up', async () => {
      call.playing = new Promise(() => undefined);
      const playing = runOne({ operation: 'playAudio', audioFile: '/a.wav' });
      await settled();
      call.end();
      await expect(playing).rejects.toMatchObject({
        message: '404 Call not found: call-42-325 ended 0 s ago (the caller hung up)',
        httpCode: '404',
      });
    });

    it.each([
      ['', "'Audio File' is empty"],
      ['welcome.wav', "'Audio File' is neither a path beginning with / nor a web address"],
    ])('refuses %j', async (audioFile, message) => {
      await expect(runOne({ operation: 'playAudio', audioFile })).rejects.toThrow(message);
    });
  });

  describe('Collect Digits', () => {
    it('gives the digits as text', async () => {
      const collecting = runOne({
        operation: 'collectDTMF',
        prompt: '/prompts/pin.wav',
        maxDigits: 4,
      });
      await settled();
      call.digits.press('0071');
      const item = await collecting;
      expect(item?.json).toMatchObject({
        callId: 'call-42-325',
        note: 'kept',
        success: true,
        dtmfInput: '0071',
        terminator: null,
        reason: 'match',
        attempts: 1,
      });
    });

    it('takes keys that were pressed before, and names the key that ended the entry', async () => {
      call.digits.press('1#');
      const item = await runOne({ operation: 'collectDTMF', maxDigits: 2 });
      expect(item?.json).toMatchObject({ dtmfInput: '1', terminator: '#', reason: 'match' });
    });

    it('drops keys that were pressed before, if told so', async () => {
      call.digits.press('1');
      const collecting = runOne({ operation: 'collectDTMF', 'options.typeAhead': false });
      await settled();
      call.digits.press('2');
      expect((await collecting)?.json).toMatchObject({ dtmfInput: '2' });
    });

    it('has a result, not a failure, for a caller who hangs up', async () => {
      const collecting = runOne({ operation: 'collectDTMF' });
      await settled();
      call.end();
      expect((await collecting)?.json).toMatchObject({ success: false, reason: 'hungUp', dtmfInput: '' });
    });

    it.each([
      ['noInput', ''],
      ['noMatch', '9'],
    ])('has a result for no valid entry: %s', async (reason, pressed) => {
      jest.useFakeTimers({ doNotFake: ['setImmediate'] });
      const collecting = runOne({
        operation: 'collectDTMF',
        'options.retries': 1,
        'options.validDigits': '12',
      });
      await settled();
      call.digits.press(pressed);
      await jest.advanceTimersByTimeAsync(10_000);
      expect((await collecting)?.json).toMatchObject({ success: false, reason, dtmfInput: '', attempts: 1 });
      jest.useRealTimers();
    });

    it('asks three times unless told otherwise, and waits ten seconds each time', async () => {
      jest.useFakeTimers({ doNotFake: ['setImmediate'] });
      const done = jest.fn();
      const collecting = runOne({ operation: 'collectDTMF', prompt: '/m.wav' }).then((item) => {
        done();
        return item;
      });
      await settled();
      for (const waitMs of [10_000, 10_000, 9_999]) {
        await jest.advanceTimersByTimeAsync(waitMs);
        await settled();
      }
      expect(done).not.toHaveBeenCalled();
      await jest.advanceTimersByTimeAsync(1);
      expect((await collecting)?.json).toMatchObject({ reason: 'noInput', attempts: 3 });
      expect(call.log.filter((line) => line === 'play /m.wav')).toHaveLength(3);
      jest.useRealTimers();
    });

    it.each([
      [{ maxDigits: 2, 'options.minDigits': 3 }, "'Min Digits' is greater than 'Max Digits'"],
      [{ 'options.validDigits': '123#' }, "'Terminators' and 'Valid Digits' have a key in common"],
      [{ 'options.validDigits': '0-9' }, "'Valid Digits' must be keys from 0-9, *, # and A-D"],
      [{ maxDigits: 0 }, "'Max Digits' must be a whole number from 1 to 128"],
    ])('refuses %j', async (parameters, message) => {
      await expect(runOne({ operation: 'collectDTMF', ...parameters })).rejects.toThrow(message);
    });
  });

  describe('Transfer Call', () => {
    it('passes the caller on, so that the end of the workflow doesn’t hang up', async () => {
      const item = await runOne({ operation: 'transferCall', target: '101' });
      expect(call.log).toEqual(['transfer 101 30']);
      expect(item?.json).toMatchObject({ success: true, target: '101', transferResult: 'connected' });
      expect(steps.isHandedOver(call)).toBe(true);
    });

    it('takes an outside number as people write it', async () => {
      const target = { __rl: true, mode: 'number', value: '+1 (612) 555-1234' };
      await runOne({ operation: 'transferCall', targetType: 'external', target, timeout: 20 });
      expect(call.log).toEqual(['transfer +16125551234 20']);
    });

    it.each([
      ['No answer', 'noAnswer', '101 did not answer'],
      ['PhoneBusy', 'busy', '101 is busy'],
      ['PhoneNotRegistered', 'rejected', '101 did not take the call'],
    ])('tells why it failed: %s', async (reason, transferResult, message) => {
      call.transferring = Promise.resolve({ kind: 'failed', reason });
      const parameters = { operation: 'transferCall', target: '101' };
      await expect(runOne(parameters)).rejects.toThrow(`409 Operation conflict: ${message} (call-42-325)`);
      const item = await runOne({ ...parameters, onFailure: 'continue' });
      expect(item?.json).toMatchObject({ success: false, transferResult, transferReason: reason });
      expect(steps.isHandedOver(call)).toBe(false);
    });

    it('doesn’t claim to know what became of it when the answer was lost', async () => {
      call.transferring = Promise.resolve({ kind: 'unknown' });
      const item = await runOne({ operation: 'transferCall', target: '101', onFailure: 'continue' });
      expect(item?.json).toMatchObject({ success: false, transferResult: 'unknown' });
    });

    it('has a result for a caller who hangs up while the target rings', async () => {
      const ringing = deferred<{ readonly kind: 'failed'; readonly reason: string }>();
      call.transferring = ringing.promise;
      const transfer = runOne({ operation: 'transferCall', target: '101', onFailure: 'continue' });
      await settled();
      call.end();
      ringing.resolve({ kind: 'failed', reason: 'NoAnswer' });
      expect((await transfer)?.json).toMatchObject({ transferResult: 'hungUp' });
    });

    it.each([
      [{ target: '' }, "'Target' is empty"],
      [{ target: 'Sales dept' }, "'Target' must be a number inside 3CX"],
      [{ target: '101', targetType: 'fax' }, "'Target Type' doesn't know \"fax\""],
      [{ target: '101', timeout: 121 }, "'Timeout (Seconds)' must be a whole number from 1 to 120"],
    ])('refuses %j', async (parameters, message) => {
      await expect(runOne({ operation: 'transferCall', ...parameters })).rejects.toThrow(message);
    });
  });

  describe('Hang Up Call', () => {
    it.each([
      [{}, 'hang up'],
      [{ 'options.afterAudio': false }, 'hang up at once'],
    ])('ends the call: %j', async (options, done) => {
      const item = await runOne({ operation: 'hangupCall', ...options });
      expect(call.log).toEqual([done]);
      expect(item?.json).toMatchObject({ success: true, status: 'ended', alreadyEnded: false });
    });

    it('is a success for a call that has ended already', async () => {
      call.end();
      const item = await runOne({ operation: 'hangupCall' });
      expect(item?.json).toMatchObject({ success: true, status: 'ended', alreadyEnded: true });
      expect(call.log).toEqual([]);
    });
  });

  describe('with several items', () => {
    const audio = { operation: 'playAudio', audioFile: '/a.wav' };

    it('runs those of one call one after another, and those of different calls at once', async () => {
      const other = new FakeCall('call-43-1');
      pbx.calls.push(other);
      const heard = deferred<undefined>();
      call.playing = heard.promise;
      const items = ['call-42-325', 'call-43-1', 'call-42-325'].map((callId) => ({ json: { callId } }));
      const running = run({ parameters: audio, items });
      await settled();
      expect(call.log).toEqual(['play /a.wav']);
      expect(other.log).toEqual(['play /a.wav', 'heard /a.wav']);
      heard.resolve(undefined);
      const [results = []] = await running;
      expect(call.log).toEqual(['play /a.wav', 'heard /a.wav', 'play /a.wav', 'heard /a.wav']);
      expect(results.map(({ json, pairedItem }) => [json.callId, pairedItem])).toEqual([
        ['call-42-325', { item: 0 }],
        ['call-43-1', { item: 1 }],
        ['call-42-325', { item: 2 }],
      ]);
    });

    it('stops the node at the first item that fails', async () => {
      const items = [{ json: { callId: 'call-42-325' } }, { json: { callId: '12345' } }];
      await expect(run({ parameters: audio, items })).rejects.toMatchObject({
        message: 'Call ID invalid: "12345" has no call- prefix',
        context: { itemIndex: 1 },
      });
    });

    it.each([
      [
        'on the regular output',
        'continueRegularOutput' as const,
        { callId: 'call-1-1', success: false, errorCode: 'CALL_NOT_FOUND' },
      ],
      [
        'for the error output',
        'continueErrorOutput' as const,
        {
          error: expect.stringMatching('404 Call not found: call-1-1') as string,
          details: { code: 'CALL_NOT_FOUND' },
        },
      ],
    ])('goes on with the others if set so, %s', async (_, onError, failed) => {
      const items = [{ json: { callId: 'call-1-1' } }, { json: { callId: 'call-42-325' } }];
      const [results] = await run({ parameters: audio, items, continueOnFail: true, node: { onError } });
      expect(results).toMatchObject([
        { json: failed, pairedItem: { item: 0 } },
        { json: { callId: 'call-42-325', success: true }, pairedItem: { item: 1 } },
      ]);
    });
  });

  it('stops waiting when the execution is stopped', async () => {
    const stop = new AbortController();
    call.transferring = new Promise(() => undefined);
    const transfer = run({
      parameters: { operation: 'transferCall', target: '101' },
      continueOnFail: true,
      cancelSignal: stop.signal,
    });
    await settled();
    stop.abort();
    await expect(transfer).rejects.toThrow('aborted');
  });

  it('says when the Call ID was taken from the Receiver', async () => {
    const [items] = await run({
      parameters: { operation: 'hangupCall' },
      items: [{ json: {} }],
      parents: [
        {
          name: '3CX Call Receiver',
          type: 'n8n-nodes-3cx-call-control.threeCxCallReceiver',
          typeVersion: 1,
          disabled: false,
        },
      ],
      evaluate: () => 'call-42-325',
    });
    expect(items).toMatchObject([{ json: { callId: 'call-42-325', callIdFrom: '3CX Call Receiver' } }]);
  });

  it('keeps what 3CX said', async () => {
    jest
      .spyOn(call, 'answer')
      .mockRejectedValue(new ServerError('failed', { status: 500, detail: 'Switch is busy' }));
    await expect(runOne({ operation: 'answerCall' })).rejects.toMatchObject({
      message: '500 Server error: 3CX could not carry it out',
      description: '3CX may be restarting. Try again in a minute. 3CX said: Switch is busy',
    });
  });
});
