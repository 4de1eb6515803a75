import { decodeWav, dtmfTones, encodeWav, levelOf, samplesOfPcm } from '@org/3cx-audio';
import { createMockPbx, type MockPbx, type MockPbxOptions } from '@org/3cx-mock';
import { firstValueFrom } from 'rxjs';
import { bridgeCalls, connect, type Call, type PhoneSystem } from '../index';
import { Caller, post } from '../testing/caller';

jest.setTimeout(30_000);

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

const samplesOfWav = (wav: Uint8Array): number[] =>
  Array.from(decodeWav(wav).channels[0] ?? [], (sample) => Math.round(sample * 32_768));

/** Where `part` lies in `whole`, sample for sample; −1 when it doesn't. */
function placeOf(part: Int16Array, whole: readonly number[]): number {
  for (let start = 0; start + part.length <= whole.length; start += 1) {
    let index = 0;
    while (index < part.length && whole[start + index] === part[index]) index += 1;
    if (index === part.length) return start;
  }
  return -1;
}

/** What has been heard a moment from now: the last bytes are still on their way. */
async function heardBy(caller: Caller): Promise<number[]> {
  const { heardMs } = await caller.until('heardMs:0');
  await caller.until(`heardMs:${String(Math.round(heardMs) + 200)}`);
  return samplesOfWav(await caller.heard());
}

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
    await says(caller, spoken);
    await caller.until('heardMs:2000');
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
      await says(caller, spoken);
      await caller.until('heardMs:1500');
      await caller.presses('5#');
      const { wav, endedBy, key, durationMs } = await recording;
      expect({ endedBy, key }).toEqual({ endedBy: 'key', key: '#' });
      expect(placeOf(spoken, samplesOfWav(wav))).toBeGreaterThanOrEqual(0);
      expect(durationMs).toBeGreaterThan(500);
      expect(call.digits.size).toBe(1);
    });

    it('up to its longest, after a beep that the caller hears', async () => {
      await start();
      const { call, caller } = await answeredCall();
      const { durationMs, endedBy } = await call.recordCaller({ maxSeconds: 0.5, beep: true });
      expect({ durationMs, endedBy }).toEqual({ durationMs: 500, endedBy: 'max-length' });
      expect((await heardBy(caller)).some((sample) => Math.abs(sample) > 1000)).toBe(true);
    });

    it('until nothing more is said, and trimmed', async () => {
      await start();
      const { call, caller } = await answeredCall();
      const recording = call.recordCaller({ endOnSilenceSeconds: 1, trim: true });
      await firstValueFrom(call.heard$);
      const spoken = words(900);
      await says(caller, spoken);
      const { wav, endedBy, durationMs } = await recording;
      expect(endedBy).toBe('silence');
      expect(placeOf(spoken, samplesOfWav(wav))).toBeGreaterThanOrEqual(0);
      expect(durationMs).toBeLessThan(900 + 450);
    });

    it('until the caller hangs up, with what there is; or until stopped', async () => {
      await start();
      const { call, caller } = await answeredCall();
      const stop = new AbortController();
      const stopped = call.recordCaller({ signal: stop.signal });
      const recording = call.recordCaller();
      await caller.until('heardMs:800');
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
      await says(caller, samplesOfPcm(dtmfTones('159#')));
      await caller.until('heardMs:3500');
      const claim = call.digits.claim(() => undefined);
      expect(claim.buffered.map(({ key }) => key).join('')).toBe('159#');
      claim.release();
    });

    it('which never count beside those that 3CX reports', async () => {
      await start();
      const { call, caller } = await answeredCall();
      call.detectKeys();
      await says(caller, samplesOfPcm(dtmfTones('7')));
      await caller.presses('7');
      await caller.until('heardMs:1500');
      await says(caller, samplesOfPcm(dtmfTones('8')));
      await caller.until('heardMs:3500');
      expect(call.digits.clear()).toBe(1);
    });
  });
});

describe('what the caller hears', () => {
  it('a prompt again and again, gapless, until stopped', async () => {
    await start();
    const { call, caller } = await answeredCall();
    const prompt = words(250);
    const { playedMs } = await call.play({ pcm: pcmOf(prompt) }, { repeat: 3 });
    expect(playedMs).toBe(750);
    const thrice = Int16Array.from([...prompt, ...prompt, ...prompt]);
    expect(placeOf(thrice, await heardBy(caller))).toBeGreaterThanOrEqual(0);
  });

  it('keys as sound', async () => {
    await start();
    const { call, caller } = await answeredCall();
    await call.sendDigits('12#');
    expect(placeOf(samplesOfPcm(dtmfTones('12#')), await heardBy(caller))).toBeGreaterThanOrEqual(0);
  });

  it('hold music in the middle of a prompt, then the rest of the prompt, nothing lost or repeated', async () => {
    await start();
    const { call, caller } = await answeredCall();
    const prompt = words(1500);
    const playing = call.play({ pcm: pcmOf(prompt) });
    await caller.until('heardMs:900');
    await call.hold({ pcm: pcmOf(tone(1000, 1700)) });
    expect(call.onHold).toBe(true);
    await caller.until('heardMs:2000');
    call.resume();
    expect(call.onHold).toBe(false);
    expect(await playing).toMatchObject({ playedMs: 1500, interrupted: false });
    const heard = await heardBy(caller);
    const begin = placeOf(prompt.subarray(0, 1600), heard);
    const end = placeOf(prompt.subarray(-1600), heard);
    let same = 0;
    while (heard[begin + same] === prompt[same]) same += 1;
    let sameAtEnd = 0;
    while (heard[end + 1599 - sameAtEnd] === prompt[prompt.length - 1 - sameAtEnd]) sameAtEnd += 1;
    expect(same + sameAtEnd).toBeGreaterThanOrEqual(prompt.length);
    expect(same + sameAtEnd).toBeLessThan(prompt.length + 60);
    expect((await caller.until('connected')).gaps).toBe(0);
  });

  it('background music until a transfer is tried, and again when nobody answers there', async () => {
    await start();
    await post(`${mock.controlUrl}/extensions/101`, { answer: 'reject', afterMs: 400 });
    const { call, caller } = await answeredCall();
    void call.play({ pcm: pcmOf(tone(500, 300)) }, { repeat: Infinity }).catch(() => undefined);
    await caller.until('heardMs:1000');
    expect(await call.transfer({ to: '101' })).toMatchObject({ kind: 'failed' });
    const before = (await heardBy(caller)).length;
    await caller.until(`heardMs:${String(Math.round(before / 8) + 600)}`);
    const after = (await heardBy(caller)).slice(-2400);
    expect(levelOf(Int16Array.from(after))).toBeGreaterThan(-20);
  });
});

describe('both directions as streams', () => {
  it('an echo is one pipe: the caller hears himself, sample for sample', async () => {
    await start();
    const { call, caller } = await answeredCall();
    const echo = call.audio.readable.pipeTo(call.audio.writable).catch(() => undefined);
    await caller.until('heardMs:600');
    const spoken = words(600);
    await says(caller, spoken);
    await caller.until('heardMs:3000');
    expect(placeOf(spoken, await heardBy(caller))).toBeGreaterThanOrEqual(0);
    await caller.hangsUp();
    await echo;
  });

  it('a write waits until its audio is on its way, in pieces of any size; clear drops the rest', async () => {
    await start();
    const { call, caller } = await answeredCall();
    const writer = call.audio.writable.getWriter();
    const speech = pcmOf(words(600, 3));
    for (let at = 0; at < speech.length; at += 999) await writer.write(speech.subarray(at, at + 999));
    await caller.until('heardMs:1800');
    expect(placeOf(words(600, 3), await heardBy(caller))).toBeGreaterThanOrEqual(0);

    const long = writer.write(pcmOf(tone(20_000, 1500)));
    await caller.until('heardMs:2300');
    const staleMs = call.audio.clear();
    await long;
    expect(staleMs).toBeGreaterThan(0);
    expect(staleMs).toBeLessThan(800);
    expect(call.audio.metrics.gaps.count).toBe(0);
    await writer.write(pcmOf(words(200, 4)));
    await writer.close();
    expect(placeOf(words(200, 4), await heardBy(caller))).toBeGreaterThanOrEqual(0);
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
      await Promise.all(parties.map(({ caller }) => caller.until('heardMs:1000')));
      const spoken = words(800);
      if (speaker === undefined) throw new Error('nobody');
      await says(speaker.caller, spoken);
      await Promise.all(parties.map(({ caller }) => caller.until('heardMs:3500')));
      for (const { caller } of others) {
        expect(placeOf(spoken, await heardBy(caller))).toBeGreaterThanOrEqual(0);
      }
      expect((await heardBy(speaker.caller)).every((sample) => sample === 0)).toBe(true);

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
