import { settled } from '../../src/spec-support';
import { ControlBench } from './control-bench';

describe('sound on a call', () => {
  let bench: ControlBench;

  beforeEach(() => {
    bench = new ControlBench();
  });

  describe('Play Audio', () => {
    const play = { operation: 'playAudio', audioFile: { __rl: true, mode: 'path', value: '/a.wav' } };

    it.each([
      [{ 'options.repeat': 3 }, 'play /a.wav x3'],
      [{ 'options.gainDb': -6.5 }, 'play /a.wav -6.5 dB'],
      [{ source: 'url', audioFile: 'https://example.com/a.mp3' }, 'play https://example.com/a.mp3'],
      [
        { source: 'playlist', 'playlist.files': [{ audioFile: '/a.wav' }, { audioFile: '/b.wav' }] },
        'play ["/a.wav","/b.wav"]',
      ],
    ])('plays with %j', async (parameters, played) => {
      await bench.runOne({ ...play, ...parameters });
      expect(bench.call.log[0]).toBe(played);
    });

    it('is stopped by a key if it may be, and the key counts for the next question', async () => {
      bench.call.playing = new Promise(() => undefined);
      const playing = bench.runOne({ ...play, 'options.interruptible': true });
      await settled();
      bench.call.press('5');
      expect((await playing)?.json).toMatchObject({ interrupted: true });
      const item = await bench.runOne({ operation: 'collectDTMF' });
      expect(item?.json).toMatchObject({ dtmfInput: '5' });
    });

    it('is not stopped by a key unless told so', async () => {
      let heard = (): void => undefined;
      bench.call.playing = new Promise((resolve) => {
        heard = resolve;
      });
      const playing = bench.runOne(play);
      await settled();
      bench.call.press('5');
      heard();
      expect((await playing)?.json).toMatchObject({ interrupted: false });
    });

    it.each([[{ 'options.waitForEnd': false }], [{ 'options.repeat': 0 }]])(
      'goes on at once with %j, and the call counts as acted on meanwhile',
      async (parameters) => {
        bench.call.playing = new Promise(() => undefined);
        const item = await bench.runOne({ ...play, ...parameters });
        expect(item?.json).toMatchObject({ success: true, playing: true });
        expect(bench.steps.idleSince(bench.call)).toBeUndefined();
        bench.call.end();
        await settled();
      },
    );

    it('forgets keys pressed before, if told so', async () => {
      bench.call.digits.press('1');
      await bench.runOne({ ...play, 'options.clearKeysFirst': true });
      expect(bench.call.digits.size).toBe(0);
    });

    it.each([
      [{ source: 'playlist', 'playlist.files': [] }, "'Playlist' is empty"],
      [{ source: 'playlist', 'playlist.files': [{ audioFile: 'a' }] }, "'Audio File' is neither a path"],
      [{ 'options.gainDb': 13 }, "'Gain (dB)' must be a number from -20 to 12"],
      [{ 'options.repeat': -1 }, "'Repeat' must be a whole number from 0 to 1000"],
    ])('refuses %j', async (parameters, message) => {
      await expect(bench.runOne({ ...play, ...parameters })).rejects.toThrow(message);
    });
  });

  it('stops what plays', async () => {
    await bench.runOne({ operation: 'stopAudio' });
    expect(bench.call.log).toEqual(['stop audio']);
  });

  it.each([
    [{}, 'hold'],
    [{ audioFile: '/prompts/hold-music.wav' }, 'hold /prompts/hold-music.wav'],
  ])('holds with %j, and resumes', async (parameters, held) => {
    const item = await bench.runOne({ operation: 'holdCall', ...parameters });
    expect(item?.json).toMatchObject({ onHold: true });
    const resumed = await bench.runOne({ operation: 'resumeCall' });
    expect(resumed?.json).toMatchObject({ onHold: false, wasOnHold: true });
    expect(bench.call.log).toEqual([held, 'resume']);
  });

  describe('Record Caller', () => {
    it('puts a WAV file beside the files of the item', async () => {
      const binary = { photo: { data: '', mimeType: 'image/png' } };
      const outputs = await bench.run({
        parameters: { operation: 'recordCall', binaryPropertyName: 'message' },
        items: [{ json: { callId: 'call-42-325' }, binary }],
      });
      expect(outputs).toMatchObject([
        [
          {
            json: { durationMs: 1500, endedBy: 'key', endKey: '#' },
            binary: {
              ...binary,
              message: { data: 'UklGRg==', fileName: 'call-42-325.wav', mimeType: 'audio/wav' },
            },
          },
        ],
      ]);
      expect(bench.call.log).toEqual(['record {"maxSeconds":60,"beep":false,"endOnKey":"#","trim":false}']);
    });

    it('records as it is told', async () => {
      await bench.runOne({
        operation: 'recordCall',
        maxSeconds: 5,
        'options.beep': true,
        'options.endOnKey': '',
        'options.endOnSilence': 1.5,
        'options.trim': true,
      });
      expect(bench.call.log).toEqual([
        'record {"maxSeconds":5,"beep":true,"endOnKey":"","endOnSilenceSeconds":1.5,"trim":true}',
      ]);
    });
  });

  it('sends keys as sound', async () => {
    const item = await bench.runOne({ operation: 'sendDTMF', digits: '12#', 'options.toneMs': 200 });
    expect(bench.call.log).toEqual(['send 12# {"toneMs":200,"gapMs":80}']);
    expect(item?.json).toMatchObject({ sent: 3 });
    await expect(bench.runOne({ operation: 'sendDTMF', digits: '1 2' })).rejects.toThrow(
      "'Digits' must be up to 128 keys from 0-9, *, # and A-D",
    );
  });
});
