import { encodeWav } from '@org/3cx-audio';
import { createMockPbx, type MockPbx, type MockPbxOptions } from '@org/3cx-mock';
import { firstValueFrom, filter, take, toArray } from 'rxjs';
import { checkConnection, connect, type Call, type CallEvent, type PhoneSystem } from './index';
import { deferred } from './deferred';
import { Caller, post } from './testing/caller';
import { countTimers } from './testing/running-timers';
import { soundOfWav, withoutSilence } from './testing/what-is-heard';

let mock: MockPbx;
let pbx: PhoneSystem;

async function start(options: MockPbxOptions = {}): Promise<void> {
  mock = await createMockPbx(options);
  pbx = await connect(settings());
}

const settings = () => ({
  serverUrl: mock.url,
  clientId: mock.clientId,
  clientSecret: mock.clientSecret,
  allowUnauthorizedCerts: true,
});

afterEach(async () => {
  await pbx.dispose();
  await mock.dispose();
});

const nextCall = (): Promise<Call> => firstValueFrom(pbx.incoming$);
const nextEvents = (count: number): Promise<CallEvent[]> =>
  firstValueFrom(pbx.events$.pipe(take(count), toArray()));
const nextEvent = (type: CallEvent['eventType']): Promise<CallEvent> =>
  firstValueFrom(pbx.events$.pipe(filter(({ eventType }) => eventType === type)));

/** A tone that starts and ends at full swing, so that a cut shows. */
function tone(ms: number, hertz = 440): Int16Array {
  return Int16Array.from({ length: ms * 8 }, (_, at) =>
    Math.round(12_000 * Math.cos((2 * Math.PI * hertz * at) / 8000)),
  );
}

describe('a call that reaches the route point', () => {
  it('is handed out once, answered, with who calls', async () => {
    await start();
    const incoming = nextCall();
    const events = nextEvents(2);
    await Caller.dials(mock, '999');
    const call = await incoming;
    await call.answer();
    expect(call).toMatchObject({
      fromNumber: '+16125551234',
      toNumber: '999',
      extension: '999',
      direction: 'inbound',
      status: 'answered',
    });
    expect(call.id).toMatch(/^call-\d+-\d+$/);
    expect((await events).map(({ eventType }) => eventType)).toEqual(['call_started', 'call_answered']);
    expect(pbx.call(call.id)).toBe(call);
    expect(pbx.calls).toEqual([call]);
  });

  it('is handed to a subscriber that comes late', async () => {
    await start();
    const started = nextEvent('call_started');
    await Caller.dials(mock, '999');
    await started;
    await expect(nextCall()).resolves.toMatchObject({ extension: '999' });
  });

  it('is handed to who listens on its extension, and waits for it there', async () => {
    await start();
    const started = nextEvent('call_started');
    await Caller.dials(mock, '999');
    await started;
    const elsewhere: Call[] = [];
    pbx.incomingTo('101').subscribe((call) => elsewhere.push(call));
    await expect(firstValueFrom(pbx.incomingTo('999'))).resolves.toMatchObject({ extension: '999' });
    expect(elsewhere).toEqual([]);
  });

  it('at a phone is seen there, but is none of the route point', async () => {
    await start();
    const atRoutePoint: Call[] = [];
    pbx.incoming$.subscribe((call) => atRoutePoint.push(call));
    const atPhone = firstValueFrom(pbx.incomingTo('101'));
    await Caller.dials(mock, '101');
    await expect(atPhone).resolves.toMatchObject({ extension: '101', direction: 'inbound' });
    expect(atRoutePoint).toEqual([]);
  });

  it('is there after connecting, when it had come before', async () => {
    await start();
    await Caller.dials(mock, '999');
    await pbx.dispose();
    pbx = await connect(settings());
    await expect(nextCall()).resolves.toMatchObject({ extension: '999', status: 'answered' });
  });

  it('rings until it is answered, where the PBX does not connect it by itself', async () => {
    await start({ firstInboundStatus: 'Ringing' });
    const incoming = nextCall();
    const caller = await Caller.dials(mock, '999');
    const call = await incoming;
    expect(call.status).toBe('ringing');
    await call.answer();
    expect(call.status).toBe('answered');
    await expect(caller.until('connected')).resolves.toMatchObject({ state: 'connected' });
  });

  it('ends when the caller hangs up', async () => {
    await start();
    const incoming = nextCall();
    const caller = await Caller.dials(mock, '999');
    const call = await incoming;
    const ended = nextEvent('call_ended');
    await caller.hangsUp();
    await expect(call.ended).resolves.toMatchObject({ reason: 'remote-hung-up' });
    expect(await ended).toMatchObject({
      callId: call.id,
      status: 'ended',
      data: { endReason: 'remote-hung-up', endReasonInferred: true },
    });
    expect(pbx.call(call.id).status).toBe('ended');
    expect(pbx.calls).toEqual([]);
    await expect(call.play('/prompts/welcome.wav')).rejects.toMatchObject({ code: 'CALL_ENDED' });
    await expect(call.transfer({ to: '101' })).rejects.toMatchObject({ code: 'CALL_ENDED' });
    await expect(call.hangUp()).resolves.toBeUndefined();
  });

  it('ends when we hang up', async () => {
    await start();
    const incoming = nextCall();
    const caller = await Caller.dials(mock, '999');
    const call = await incoming;
    await call.hangUp();
    expect(call).toMatchObject({ status: 'ended', endReason: 'hung-up-by-us' });
    await caller.until('ended');
  });

  it('brings its keys, those pressed before anyone listens too', async () => {
    await start();
    const incoming = nextCall();
    const caller = await Caller.dials(mock, '999');
    const call = await incoming;
    const pressed = nextEvent('dtmf_received');
    await caller.presses('7');
    expect(await pressed).toMatchObject({ callId: call.id, data: { digits: '7' } });
    const later = deferred<string>();
    const claim = call.digits.claim(({ key }) => {
      later.resolve(key);
    });
    expect(claim.buffered.map(({ key }) => key)).toEqual(['7']);
    await caller.presses('#');
    await expect(later.promise).resolves.toBe('#');
    claim.release();
  });
});

describe('playing to the caller', () => {
  it.each([0, 400])(
    'is heard whole, sample for sample, on a PBX that loses the first %d ms',
    async (discardFirstMs) => {
      await start({ discardFirstMs });
      const incoming = nextCall();
      const caller = await Caller.dials(mock, '999');
      const call = await incoming;
      const first = tone(500);
      const second = tone(300, 700);
      const results = await Promise.all([call.play(encodeWav(first)), call.play(encodeWav(second))]);
      expect(results).toMatchObject([
        { durationMs: 500, playedMs: 500, interrupted: false },
        { durationMs: 300, playedMs: 300, interrupted: false },
      ]);
      // Hanging up waits for what is still on its way, so that nothing is cut off.
      await call.hangUp();
      expect(soundOfWav(await caller.heard())).toEqual(withoutSilence([...first, ...second]));
    },
  );

  it('takes files from the PBX web server', async () => {
    await start();
    const incoming = nextCall();
    await Caller.dials(mock, '999');
    const call = await incoming;
    const result = await call.play('/system/default/beep.wav');
    expect(result.durationMs).toBeGreaterThan(0);
    expect(result.interrupted).toBe(false);
  });

  it('resolves no sooner than the caller has heard it', async () => {
    await start();
    const incoming = nextCall();
    const caller = await Caller.dials(mock, '999');
    const call = await incoming;
    await call.play(encodeWav(tone(600)));
    const { heardMs } = await caller.until('connected');
    expect(heardMs).toBeGreaterThanOrEqual(600);
  });

  it('stops at once when told, and says how far it came', async () => {
    await start();
    const incoming = nextCall();
    const caller = await Caller.dials(mock, '999');
    const call = await incoming;
    const controller = new AbortController();
    const playing = call.play(encodeWav(tone(30_000)), { signal: controller.signal });
    await caller.until('heardMs:900');
    controller.abort();
    const result = await playing;
    expect(result.interrupted).toBe(true);
    expect(result.playedMs).toBeLessThan(20_000);
    await call.hangUp({ afterAudio: false });
    expect(soundOfWav(await caller.heard()).length / 8).toBeLessThan(20_000);
  });

  it('rejects when the caller hangs up during a prompt', async () => {
    await start();
    const incoming = nextCall();
    const caller = await Caller.dials(mock, '999');
    const call = await incoming;
    const playing = call.play(encodeWav(tone(30_000)));
    const outcome = playing.catch((error: unknown) => error);
    await caller.until('heardMs:600');
    await caller.hangsUp();
    expect(await outcome).toMatchObject({
      code: 'CALL_ENDED',
      message: expect.stringContaining(call.id) as string,
    });
  });

  it.each([
    ['/prompts/nowhere.wav', 'PROMPT_NOT_FOUND'],
    ['welcome.wav', 'PROMPT_NOT_FOUND'],
    ['', 'PROMPT_NOT_FOUND'],
    ['/prompts/page.wav', 'PROMPT_INVALID'],
  ])('refuses %j, and the call goes on', async (path, code) => {
    await start({ files: { '/prompts/page.wav': Buffer.from('<!doctype html><title>Sign in</title>') } });
    const incoming = nextCall();
    await Caller.dials(mock, '999');
    const call = await incoming;
    await expect(call.play(path)).rejects.toMatchObject({
      code,
      message: expect.stringContaining('Audio file not found or invalid format') as string,
    });
    expect(call.status).toBe('answered');
  });
});

describe('transferring', () => {
  it('connects the caller to the target, after the prompt has been heard', async () => {
    await start();
    const incoming = nextCall();
    const caller = await Caller.dials(mock, '999');
    const call = await incoming;
    const prompt = tone(700);
    const playing = call.play(encodeWav(prompt));
    await caller.until('heardMs:500');
    const transferred = nextEvent('call_transferred');
    await expect(call.transfer({ to: '101' })).resolves.toEqual({ kind: 'succeeded' });
    await expect(playing).resolves.toMatchObject({ interrupted: false });
    await expect(caller.until('connectedTo:101')).resolves.toMatchObject({ state: 'connected' });
    await expect(call.ended).resolves.toMatchObject({ reason: 'transferred' });
    expect(await transferred).toMatchObject({ callId: call.id, data: { target: '101' } });
    expect(soundOfWav(await caller.heard())).toEqual(withoutSilence(prompt));
  });

  it.each(['busy', 'reject', 'never'] as const)(
    'gives the caller back when the target is %s',
    async (answer) => {
      await start();
      await post(`${mock.controlUrl}/extensions/101`, { answer });
      const incoming = nextCall();
      await Caller.dials(mock, '999');
      const call = await incoming;
      await expect(call.transfer({ to: '101', timeoutSeconds: 1 })).resolves.toMatchObject({
        kind: 'failed',
      });
      expect(call.status).toBe('answered');
      await expect(call.play('/system/default/beep.wav')).resolves.toMatchObject({ interrupted: false });
    },
  );

  it('to a number that does not exist fails with a reason', async () => {
    await start();
    const incoming = nextCall();
    await Caller.dials(mock, '999');
    const call = await incoming;
    const outcome = await call.transfer({ to: '666' });
    expect(outcome).toMatchObject({ kind: 'failed', reason: expect.stringMatching(/\w/) as string });
  });

  it('of a caller who hangs up meanwhile is told as ended', async () => {
    await start();
    await post(`${mock.controlUrl}/extensions/101`, { answer: 'never' });
    const incoming = nextCall();
    const caller = await Caller.dials(mock, '999');
    const call = await incoming;
    const ringing = firstValueFrom(
      pbx.events$.pipe(
        filter(({ eventType, extension }) => eventType === 'call_ringing' && extension === '101'),
      ),
    );
    const transferring = call.transfer({ to: '101', timeoutSeconds: 20 }).catch((error: unknown) => error);
    await ringing;
    await caller.hangsUp();
    const outcome = await transferring;
    expect(JSON.stringify(outcome)).toMatch(/CALL_ENDED|failed|unknown/);
    await expect(call.ended).resolves.toMatchObject({ reason: 'remote-hung-up' });
  });

  it('needs an answered call', async () => {
    await start({ firstInboundStatus: 'Ringing' });
    const incoming = nextCall();
    await Caller.dials(mock, '999');
    await expect((await incoming).transfer({ to: '101' })).rejects.toMatchObject({ code: 'CALL_STATE' });
  });
});

describe('when the socket is lost', () => {
  it('comes back by itself and tells what happened in between, within brackets', async () => {
    await start();
    const incoming = nextCall();
    const caller = await Caller.dials(mock, '999');
    const call = await incoming;
    const told: string[] = [];
    const restored = nextEvent('connection_restored');
    pbx.events$.subscribe(({ eventType, callId }) => told.push(`${eventType} ${callId}`.trim()));
    await post(`${mock.controlUrl}/faults`, { dropSockets: true });
    await caller.hangsUp();
    expect(await restored).toMatchObject({ data: { gapMs: expect.any(Number) as number } });
    expect(told).toEqual(['connection_lost', `call_ended ${call.id}`, 'connection_restored']);
    expect(call.endReason).toBe('lost-in-gap');
    expect(pbx.connection).toBe('connected');
  });

  it('renews a token that another program has replaced', async () => {
    await start();
    await post(`${mock.controlUrl}/faults`, { revokeToken: true, dropSockets: true });
    await nextEvent('connection_restored');
    const incoming = nextCall();
    await Caller.dials(mock, '999');
    await expect(incoming).resolves.toMatchObject({ extension: '999' });
  });
});

describe('what can be asked', () => {
  it('the calls of the whole PBX, with our ids where they are ours', async () => {
    await start();
    const incoming = nextCall();
    await Caller.dials(mock, '999');
    const call = await incoming;
    await expect(pbx.getActiveCalls()).resolves.toMatchObject([{ callId: call.id }]);
  });

  it('is anything else of the Configuration API, over the one sign-in', async () => {
    await start();
    const incoming = nextCall();
    await Caller.dials(mock, '999');
    await incoming;
    const { rows } = await pbx.xapi.list('/ActiveCalls', { select: ['Id', 'Status'] });
    expect(rows).toEqual([expect.objectContaining({ Status: 'Talking' })]);
    const metrics: unknown = await (await fetch(`${mock.controlUrl}/metrics`)).json();
    expect(metrics).toMatchObject({ tokensMinted: 1 });
  });

  it('how the PBX is, and down when it does not answer', async () => {
    await start();
    await expect(pbx.getSystemStatus()).resolves.toMatchObject({
      status: 'healthy',
      reasons: [],
      activeCalls: 0,
    });
    await mock.dispose();
    await expect(pbx.getSystemStatus()).resolves.toMatchObject({
      status: 'down',
      reasons: [expect.stringContaining('127.0.0.1') as string],
    });
  });

  it('an extension that is not ours, and ids that are none', async () => {
    await start();
    expect(pbx.extensions).toEqual(expect.arrayContaining(['999', '100', '105']));
    expect(() => {
      pbx.requireExtension('999');
    }).not.toThrow();
    expect(() => {
      pbx.requireExtension('777');
    }).toThrow('Extension 777 not found or not configured');
    expect(() => pbx.call('12345')).toThrow('Call ID invalid: "12345" has no call- prefix');
    expect(() => pbx.call('')).toThrow('Call ID invalid: it is empty');
    expect(() => pbx.call('call-9-9')).toThrow('Call not found');
  });
});

describe('settings that can not work', () => {
  beforeEach(async () => {
    await start();
  });

  it.each([
    ['a wrong secret', { clientSecret: 'wrong' }, 'AUTHENTICATION', 'API key'],
    [
      'a certificate that nobody vouches for',
      { allowUnauthorizedCerts: false },
      'CERTIFICATE',
      'self-signed',
    ],
    [
      'a server that is not there',
      { serverUrl: 'https://127.0.0.1:9' },
      'CONNECTION_FAILED',
      'Nothing answers',
    ],
    ['no server', { serverUrl: ' ' }, 'CONFIGURATION', 'empty'],
  ])('%s', async (_what, wrong, code, says) => {
    const options = { ...settings(), ...wrong };
    await expect(connect(options)).rejects.toMatchObject({
      code,
      message: expect.stringContaining(says) as string,
    });
    await expect(checkConnection(options)).rejects.toMatchObject({ code });
  });

  it('http where https is spoken', async () => {
    const options = { ...settings(), serverUrl: mock.url.replace('https', 'http') };
    await expect(connect(options)).rejects.toMatchObject({
      code: 'CONNECTION_FAILED',
      message: expect.stringContaining('https://') as string,
    });
  });

  it('and right ones are reported', async () => {
    await expect(checkConnection(settings())).resolves.toMatchObject({
      host: new URL(mock.url).host,
      clientId: '999',
      version: expect.stringMatching(/^20\./) as string,
      extensions: expect.arrayContaining(['999', '101']) as string[],
    });
  });

  it('a certificate authority of one’s own is enough', async () => {
    const trusting = await connect({
      ...settings(),
      allowUnauthorizedCerts: false,
      caCertificate: mock.certificate ?? '',
    });
    expect(trusting.connection).toBe('connected');
    await trusting.dispose();
  });
});

describe('dispose', () => {
  it('closes every socket, stream and timer, in the middle of a prompt', async () => {
    const timers = countTimers();
    await start();
    const incoming = nextCall();
    const caller = await Caller.dials(mock, '999');
    const call = await incoming;
    const playing = call.play(encodeWav(tone(30_000))).catch((error: unknown) => error);
    await caller.until('heardMs:600');
    await pbx.dispose();
    expect(await playing).toMatchObject({ code: 'CALL_ENDED' });
    expect(pbx.connection).toBe('disposed');
    await expect(pbx.getActiveCalls()).rejects.toMatchObject({ code: 'DISPOSED' });
    await mock.dispose();
    expect(timers.running()).toBe(0);
    timers.restore();
  });
});
