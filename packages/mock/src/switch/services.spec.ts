import { encodeWav } from '@org/3cx-audio';
import { forEveryone } from '../configuration/route-to';
import { PhoneSystem } from '../testing/phone-system';
import { noise, pcmOf } from '../testing/telephone-audio';
import { directPath } from './path';

let pbx: PhoneSystem;

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  pbx.dispose();
  expect(pbx.exchange.timers.size).toBe(0);
  jest.useRealTimers();
});

const samplesOf = (pcm: Buffer) => new Int16Array(pcm.buffer, pcm.byteOffset, pcm.length / 2);
const wavOf = (pcm: Buffer) => encodeWav(samplesOf(pcm), 8000);

describe('a parking place', () => {
  beforeEach(() => {
    pbx = new PhoneSystem({
      parkingSettings: { autoPickupEnabled: true, autoPickupSeconds: 60, autoPickup: 'TransferBack' },
    });
  });
  const parkFrom101 = () => {
    const call = pbx.call('+15550100', '101');
    jest.advanceTimersByTime(200);
    const destination = pbx.exchange.directory.resolve('SP3');
    if (!destination) throw new Error('no parking place');
    const [leg] = pbx.legs('101');
    pbx.exchange.offer(call, {
      end: 'target',
      destination,
      timeoutMs: 1000,
      ...(leg ? { referredBy: leg.self } : {}),
      path: { ...directPath, reason: 'transferto', via: '101' },
      settled: () => undefined,
    });
    return call;
  };

  test('takes a call that is sent to it; whoever dials it gets the call', () => {
    const parked = parkFrom101();
    expect(parked.counterpart?.dn).toMatchObject({ number: 'SP3', type: 'Wparking' });
    expect(pbx.legs('101')).toEqual([]);
    const fetching = pbx.call('102', 'SP3');
    jest.advanceTimersByTime(1);
    expect(fetching.ending).toMatchObject({ reason: 'unparked' });
    expect(parked.counterpart?.dn.number).toBe('102');
    expect(pbx.legs('SP3')).toEqual([]);
    expect(pbx.legs('102')).toMatchObject([
      { status: 'Connected', callId: parked.id, peer: { callerId: '+15550100' } },
    ]);
  });

  test('can be fetched by the unpark code, and only there is something to fetch', () => {
    const empty = pbx.call('102', '*13');
    jest.advanceTimersByTime(1);
    expect(empty.ending).toMatchObject({ reason: 'no answer' });
    const parked = parkFrom101();
    pbx.call('102', '*13');
    jest.advanceTimersByTime(1);
    expect(parked.counterpart?.dn.number).toBe('102');
  });

  test('holds one call at a time', () => {
    parkFrom101();
    const second = parkFrom101();
    jest.advanceTimersByTime(1);
    expect(second.counterpart?.dn.number).toBe('101');
  });

  test('gives the call back to whoever parked it when nobody fetched it', () => {
    const parked = parkFrom101();
    jest.advanceTimersByTime(60_000 + 200);
    expect(parked.counterpart?.dn.number).toBe('101');
  });

  test('is free again when the caller has hung up', () => {
    pbx.exchange.end(parkFrom101(), 'caller', 'hung up');
    expect(pbx.exchange.parking.size).toBe(0);
    jest.advanceTimersByTime(60_001);
    expect(pbx.ringing('101')).toEqual([]);
  });
});

describe('the pickup code', () => {
  beforeEach(() => {
    pbx = new PhoneSystem();
    pbx.exchange.phones.set('101', { answer: 'never' });
  });

  test('gives whoever dials it the call that rings at the extension', () => {
    const ringing = pbx.call('+15550100', '101');
    const taking = pbx.call('102', '*20*101');
    jest.advanceTimersByTime(1);
    expect(taking.ending).toMatchObject({ reason: 'picked up' });
    expect(ringing.counterpart?.dn.number).toBe('102');
    expect(pbx.legs('101')).toEqual([]);
    expect(pbx.history.calls[0]?.segments.at(-1)).toMatchObject({ reason: 'picked-up', via: '101' });
  });

  test('takes nothing when nothing rings there', () => {
    const taking = pbx.call('102', '*20*101');
    jest.advanceTimersByTime(1);
    expect(taking.ending).toMatchObject({ reason: 'no answer' });
  });
});

describe('the codes of the queues', () => {
  test('log the agent who dials them in and out', () => {
    pbx = new PhoneSystem();
    for (const [code, queueStatus] of [
      ['*63', 'LoggedOut'],
      ['*62', 'LoggedIn'],
    ] as const) {
      const call = pbx.call('100', code);
      jest.advanceTimersByTime(1000);
      expect(pbx.configuration.extensions.find('100')).toMatchObject({ queueStatus });
      expect(call.ending).toMatchObject({ by: code });
    }
    expect(pbx.history.agentStates.filter(({ agent }) => agent === '100').map(({ state }) => state)).toEqual([
      'logged-in',
      'logged-out',
      'logged-in',
    ]);
  });

  test('do nothing for a caller from outside', () => {
    pbx = new PhoneSystem();
    const call = pbx.call('+15550100', '*62');
    jest.advanceTimersByTime(1);
    expect(call.ending).toMatchObject({ reason: 'rejected' });
  });
});

describe('voicemail', () => {
  const beep = noise(500, 7);
  const message = noise(1000, 9);
  const withBox = (voicemailEnabled = true) =>
    new PhoneSystem(
      {
        extensions: [
          { number: '100' },
          {
            number: '101',
            voicemailEnabled,
            profiles: [{ name: 'Available', busy: forEveryone({ to: 'VoiceMail', number: '101' }) }],
          },
        ],
        queues: [],
        ringGroups: [],
        ivrs: [],
        servicePrincipals: [{ number: '999', peers: ['100'] }],
      },
      { files: { '/system/default/beep.wav': wavOf(beep) } },
    );

  test.each(['*4101', '101'])('reached by dialling %s beeps and keeps what the caller says', (dialled) => {
    pbx = withBox();
    pbx.exchange.phones.set('101', { answer: 'busy' });
    const call = pbx.call('+15550100', dialled);
    jest.advanceTimersByTime(1);
    expect(call.counterpart?.dn).toMatchObject({ number: '*4101', type: 'Wspecialmenu' });
    jest.advanceTimersByTime(500);
    call.speech.say(samplesOf(message), performance.now());
    jest.advanceTimersByTime(1000);
    const heard = call.playOuts[0]?.heard(performance.now());
    expect(heard?.subarray(0, 4000)).toEqual(samplesOf(beep));
    pbx.exchange.end(call, 'caller', 'hung up');

    const [voicemail] = pbx.history.voicemails;
    expect(voicemail).toMatchObject({ extension: '101', callId: call.id, caller: { number: '+15550100' } });
    const kept = pcmOf(voicemail?.wav ?? new Uint8Array());
    expect(kept.includes(message)).toBe(true);
    expect(voicemail?.durationMs).toBeGreaterThanOrEqual(1000);
  });

  test('keeps nothing when the caller hangs up at the beep', () => {
    pbx = withBox();
    const call = pbx.call('+15550100', '*4101');
    jest.advanceTimersByTime(400);
    pbx.exchange.end(call, 'caller', 'hung up');
    expect(pbx.history.voicemails).toEqual([]);
  });

  test('that is switched off takes no call', () => {
    pbx = withBox(false);
    const call = pbx.call('+15550100', '*4101');
    jest.advanceTimersByTime(1);
    expect(call.ending).toMatchObject({ reason: 'no answer' });
  });
});

describe('a digital receptionist', () => {
  const prompt = noise(2000);
  beforeEach(() => {
    pbx = new PhoneSystem(
      {
        ivrs: [
          {
            number: '820',
            promptFile: '/prompts/own.wav',
            keys: [{ key: '1', route: { to: 'Extension', number: '102' } }],
            timeoutSeconds: 5,
            timeout: { to: 'Extension', number: '103' },
          },
        ],
      },
      { files: { '/prompts/own.wav': wavOf(prompt) } },
    );
  });

  test('answers, plays its prompt and sends the caller on by key', () => {
    const call = pbx.call('+15550100', '820');
    jest.advanceTimersByTime(1000);
    expect(call.counterpart?.dn).toMatchObject({ number: '820', type: 'Wivr' });
    expect(call.playOuts[0]?.heard(performance.now())).toEqual(samplesOf(prompt).subarray(0, 8000));
    expect(pbx.exchange.pressKeys(call, '1')).toBe(true);
    jest.advanceTimersByTime(200);
    expect(call.counterpart?.dn.number).toBe('102');
    expect(pbx.history.calls[0]?.segments.at(-1)).toMatchObject({ reason: 'ivr', via: '820' });
  });

  test('plays its prompt again after a key that is not assigned', () => {
    const call = pbx.call('+15550100', '820');
    jest.advanceTimersByTime(1000);
    pbx.exchange.pressKeys(call, '9');
    jest.advanceTimersByTime(1000);
    const heard = call.playOuts[0]?.heard(performance.now());
    expect(heard?.subarray(8000)).toEqual(samplesOf(prompt).subarray(0, 8000));
  });

  test('sends a caller on who presses nothing', () => {
    const call = pbx.call('+15550100', '820');
    jest.advanceTimersByTime(7000 + 200);
    expect(call.counterpart?.dn.number).toBe('103');
  });

  test('asks again when the destination does not answer', () => {
    pbx.exchange.phones.set('102', { answer: 'busy' });
    const call = pbx.call('+15550100', '820');
    pbx.exchange.pressKeys(call, '1');
    jest.advanceTimersByTime(1);
    expect(call.counterpart?.dn.number).toBe('820');
    jest.advanceTimersByTime(7000 + 200);
    expect(call.counterpart?.dn.number).toBe('103');
  });
});
