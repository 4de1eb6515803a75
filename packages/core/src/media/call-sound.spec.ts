import { dtmfTones, encodeWav, samplesOfPcm } from '@org/3cx-audio';
import { createMockPbx, type MockPbx, type MockPbxOptions } from '@org/3cx-mock';
import { filter, firstValueFrom, scan } from 'rxjs';
import { bridgeCalls, CallEndedError, connect, type Call, type PhoneSystem } from '../index';
import { Caller, post } from '../testing/caller';
import { documentedExample } from '../testing/documented-example';
import { hears, hearsSound, placeOf, soundOfWav, withoutSilence } from '../testing/what-is-heard';

let mock: MockPbx;
let pbx: PhoneSystem;

async function start(options: MockPbxOptions = {}): Promise<void> {
  mock = await createMockPbx(options);
  pbx = await connect({
    serverUrl: mock.url,
    clientId: mock.clientId,
    clientSecret: mock.clientSecret,
    allowUnauthorizedCerts: true,
  });
}

afterEach(async () => {
  await pbx.dispose();
  await mock.dispose();
});

async function answeredCall(): Promise<{ call: Call; caller: Caller }> {
  const incoming = firstValueFrom(pbx.incoming$);
  const caller = await Caller.dials(mock, '999');
  const call = await incoming;
  await call.answer();
  return { call, caller };
}

/** A tone that starts and ends at full swing, so that a cut shows. */
const tone = (ms: number, hertz = 440, level = 12_000): Int16Array =>
  Int16Array.from({ length: ms * 8 }, (_, at) =>
    Math.round(level * Math.cos((2 * Math.PI * hertz * at) / 8000)),
  );

/** Something that is nowhere equal to itself: its place in what was heard is unmistakable. */
function words(ms: number, seed = 1): Int16Array {
  let state = seed;
  return Int16Array.from({ length: ms * 8 }, () => {
    state = (state * 16_807) % 2_147_483_647;
    return 1000 + (state % 9000);
  });
}

const pcmOf = (samples: Int16Array): Uint8Array => new Uint8Array(samples.buffer);

const says = async (caller: Caller, samples: Int16Array): Promise<void> => {
  const response = await fetch(`${mock.controlUrl}/calls/${caller.id}/speak`, {
    method: 'POST',
    headers: { 'content-type': 'audio/wav' },
    body: encodeWav(samples),
  });
  if (!response.ok) throw new Error(await response.text());
};

/** Resolves once the call has brought as much of what the caller says, silence not counted. */
const brings = (call: Call, samples: number): Promise<number> =>
  firstValueFrom(
    call.heard$.pipe(
      scan((sum, pcm) => sum + withoutSilence(samplesOfPcm(pcm)).length, 0),
      filter((sum) => sum >= samples),
    ),
  );

/** The same for a while of listening, be there sound or not. */
const bringsMs = (call: Call, ms: number): Promise<number> =>
  firstValueFrom(
    call.heard$.pipe(
      scan((sum, pcm) => sum + pcm.length / 16, 0),
      filter((sum) => sum >= ms),
    ),
  );

/** Whether some twentieth of a second of `words` is in what was heard, sample for sample. */
const holdsPartOf = (spoken: Int16Array, sound: number[]): boolean =>
  Array.from({ length: Math.floor(spoken.length / 400) }, (_, at) => at * 400).some(
    (at) => placeOf(spoken.subarray(at, at + 400), sound) >= 0,
  );

describe('what the caller says', () => {
  it('is heard sample for sample, as an iterable and as a stream, over one request', async () => {
    await start();
    const { call, caller } = await answeredCall();
    const chunks: Uint8Array[] = [];
    const streamed: Uint8Array[] = [];
    const listening = call.heard$.subscribe((pcm) => streamed.push(pcm));
    const reading = (async () => {
      for await (const pcm of call.listen()) chunks.push(pcm);
    })();
    await firstValueFrom(call.heard$);
    const spoken = words(700);
    const brought = brings(call, spoken.length);
    await says(caller, spoken);
    await brought;
    await caller.hangsUp();
    await reading;
    for (const heard of [chunks, streamed]) {
      expect(heard.every((pcm) => pcm.length % 2 === 0)).toBe(true);
      expect(placeOf(spoken, [...samplesOfPcm(Buffer.concat(heard))])).toBeGreaterThanOrEqual(0);
    }
    expect(listening.closed).toBe(true);
  });

  it('is asked for again when the PBX is not ready yet', async () => {
    await start();
    const { call, caller } = await answeredCall();
    await post(`${mock.controlUrl}/faults`, { failRequests: { path: '/stream', status: 424, count: 3 } });
    const first = firstValueFrom(call.heard$);
    expect((await first).length).toBeGreaterThan(0);
    await caller.hangsUp();
  });

  describe('is recorded', () => {
    it('until a key ends it, which is not left for the next step; others are', async () => {
      await start();
      const { call, caller } = await answeredCall();
      const recording = call.recordCaller({ endOnKey: '#' });
      await firstValueFrom(call.heard$);
      const spoken = words(500);
      const brought = brings(call, spoken.length);
      await says(caller, spoken);
      await brought;
      await caller.presses('5#');
      const { wav, endedBy, key, durationMs } = await recording;
      expect({ endedBy, key }).toEqual({ endedBy: 'key', key: '#' });
      expect(placeOf(spoken, soundOfWav(wav))).toBeGreaterThanOrEqual(0);
      expect(durationMs).toBeGreaterThanOrEqual(500);
      expect(call.digits.size).toBe(1);
    });

    it('up to its longest, after a beep that the caller hears', async () => {
      await start();
      const { call, caller } = await answeredCall();
      const { durationMs, endedBy } = await call.recordCaller({ maxSeconds: 0.5, beep: true });
      expect({ durationMs, endedBy }).toEqual({ durationMs: 500, endedBy: 'max-length' });
      await hears(caller, (sound) => sound.some((sample) => Math.abs(sample) > 1000));
    });

    it('until nothing more is said, and trimmed', async () => {
      await start();
      const { call, caller } = await answeredCall();
      const recording = call.recordCaller({ endOnSilenceSeconds: 4, trim: true });
      await firstValueFrom(call.heard$);
      const spoken = words(900);
      await says(caller, spoken);
      const { wav, endedBy, durationMs } = await recording;
      expect(endedBy).toBe('silence');
      expect(placeOf(spoken, soundOfWav(wav))).toBeGreaterThanOrEqual(0);
      expect(durationMs).toBeLessThan(900 + 450);
    });

    it('until the caller hangs up, with what there is; or until stopped', async () => {
      await start();
      const { call, caller } = await answeredCall();
      const stop = new AbortController();
      const stopped = call.recordCaller({ signal: stop.signal });
      const recording = call.recordCaller();
      await bringsMs(call, 300);
      stop.abort();
      await caller.hangsUp();
      expect((await stopped).endedBy).toBe('stopped');
      expect(await recording).toMatchObject({ endedBy: 'hang-up', key: undefined });
    });

    it.each([{ maxSeconds: 0 }, { maxSeconds: 4000 }, { endOnSilenceSeconds: 0.1 }, { endOnKey: 'x' }])(
      'not with %j',
      async (options) => {
        await start();
        const { call } = await answeredCall();
        await expect(call.recordCaller(options)).rejects.toThrow(RangeError);
      },
    );
  });

  describe('holds keys', () => {
    it('which count when 3CX does not report them, once each', async () => {
      await start();
      const { call, caller } = await answeredCall();
      call.detectKeys();
      const keys: string[] = [];
      const all = new Promise<void>((resolve) => {
        call.digits.claim(({ key }) => {
          if (keys.push(key) === 4) resolve();
        });
      });
      await says(caller, samplesOfPcm(dtmfTones('159#')));
      await all;
      await bringsMs(call, 1000);
      expect(keys.join('')).toBe('159#');
    });

    it('which never count once 3CX reports one itself', async () => {
      await start();
      const { call, caller } = await answeredCall();
      call.detectKeys();
      const reported = firstValueFrom(call.events$);
      await caller.presses('7');
      expect(await reported).toMatchObject({ eventType: 'dtmf_received', data: { digits: '7' } });
      const tones = samplesOfPcm(dtmfTones('78'));
      const brought = brings(call, withoutSilence(tones).length);
      await firstValueFrom(call.heard$);
      await says(caller, tones);
      await brought;
      await bringsMs(call, 1000);
      expect(call.digits.clear()).toBe(1);
    });
  });
});

describe('what the caller hears', () => {
  it('a prompt again and again, on end', async () => {
    await start();
    const { call, caller } = await answeredCall();
    const prompt = words(250);
    const { playedMs } = await call.play({ pcm: pcmOf(prompt) }, { repeat: 3 });
    expect(playedMs).toBe(750);
    const thrice = Int16Array.from([...prompt, ...prompt, ...prompt]);
    await hearsSound(caller, thrice);
  });

  it('keys as sound', async () => {
    await start();
    const { call, caller } = await answeredCall();
    await call.sendDigits('12#');
    await hearsSound(caller, samplesOfPcm(dtmfTones('12#')));
  });

  it('hold music in the middle of a prompt, then the rest of the prompt, nothing lost or repeated', async () => {
    await start();
    const { call, caller } = await answeredCall();
    const prompt = words(6000);
    const music = tone(1000, 1700).map((sample) => -Math.abs(sample));
    const playing = call.play({ pcm: pcmOf(prompt) });
    await hears(caller, (sound) => sound.length > 2000);
    await call.hold({ pcm: pcmOf(music) });
    expect(call.onHold).toBe(true);
    await hears(caller, (sound) => sound.filter((sample) => sample < 0).length > 8000);
    call.resume();
    expect(call.onHold).toBe(false);
    expect(await playing).toMatchObject({ playedMs: 6000, interrupted: false });
    // Words are above zero, this music is below.
    const heard = await hears(caller, (sound) => sound.at(-1) === prompt.at(-1));
    expect(heard.filter((sample) => sample > 0)).toEqual([...prompt]);
    expect(heard.findIndex((sample) => sample < 0)).toBeLessThan(prompt.length);
  });

  it('background music until a transfer is tried, and again when nobody answers there', async () => {
    await start();
    await post(`${mock.controlUrl}/extensions/101`, { answer: 'reject', afterMs: 400 });
    const { call, caller } = await answeredCall();
    void call.play({ pcm: pcmOf(tone(500, 300)) }, { repeat: Infinity }).catch(() => undefined);
    await hears(caller, (sound) => sound.length > 2000);
    expect(await call.transfer({ to: '101' })).toMatchObject({ kind: 'failed' });
    const before = soundOfWav(await caller.heard()).length;
    await hears(caller, (sound) => sound.length > before + 8000);
  });
});

describe('both directions as streams', () => {
  it('the echo of the page about audio: the caller hears himself, sample for sample, until he hangs up', async () => {
    await start();
    await documentedExample('docs/audio.md', 'An agent that echoes:')({ pbx, CallEndedError });
    const { call, caller } = await answeredCall();
    await firstValueFrom(call.heard$);
    const spoken = words(600);
    await says(caller, spoken);
    await hearsSound(caller, spoken);
    await caller.hangsUp();
    await expect(call.ended).resolves.toMatchObject({ reason: 'remote-hung-up' });
  });

  it('a write waits until its audio is on its way, in pieces of any size; clear drops the rest', async () => {
    await start();
    const { call, caller } = await answeredCall();
    const writer = call.audio.writable.getWriter();
    const speech = pcmOf(words(600, 3));
    for (let at = 0; at < speech.length; at += 999) await writer.write(speech.subarray(at, at + 999));
    const before = (await hearsSound(caller, words(600, 3))).length;

    const long = writer.write(pcmOf(tone(60_000, 1500)));
    await hears(caller, (sound) => sound.length > before + 2000);
    const staleMs = call.audio.clear();
    await long;
    expect(staleMs).toBeGreaterThan(0);
    expect(staleMs).toBeLessThan(800);
    await writer.write(pcmOf(words(200, 4)));
    await writer.close();
    const heard = await hearsSound(caller, words(200, 4));
    expect(heard.length).toBeLessThan(30_000 * 8);
  });
});

describe('joined calls', () => {
  it.each([2, 3])(
    '%i of them hear each other and not themselves, and a hang-up ends it when one is left',
    async (count) => {
      await start();
      const parties: { call: Call; caller: Caller }[] = [];
      for (let index = 0; index < count; index += 1) parties.push(await answeredCall());
      const bridge = bridgeCalls(parties.map(({ call }) => call));
      const [speaker, ...others] = parties;
      if (speaker === undefined) throw new Error('nobody');
      await firstValueFrom(speaker.call.heard$);
      // Where the machine stands still the bridge leaves out what is too late: not all has to pass.
      const spoken = words(1500);
      await says(speaker.caller, spoken);
      for (const { caller } of others) await hears(caller, (sound) => holdsPartOf(spoken, sound));
      expect(soundOfWav(await speaker.caller.heard())).toEqual([]);

      for (const { caller } of others) await caller.hangsUp();
      expect(await bridge.ended).toMatchObject({ reason: 'call-ended' });
      expect(speaker.call.status).toBe('answered');
      expect(await speaker.call.play({ tone: 'beep' })).toMatchObject({ interrupted: false });
    },
  );

  it('part when told to, and the calls go on', async () => {
    await start();
    const [one, other] = [await answeredCall(), await answeredCall()];
    const bridge = bridgeCalls([one.call, other.call]);
    bridge.stop();
    expect(await bridge.ended).toMatchObject({ reason: 'stopped' });
    expect(await other.call.play({ tone: 'beep' })).toMatchObject({ interrupted: false });
    expect(() => bridgeCalls([one.call])).toThrow(/two or three/);
    expect(() => bridgeCalls([one.call, one.call])).toThrow(/different/);
  });
});
