import { dtmfTones } from '@org/3cx-audio';
import { deferred } from '../deferred';
import { settle, VirtualClock } from '../testing/virtual-clock';
import { CallerSound } from './caller-sound';
import { InBandKeys } from './in-band-keys';

/** Keys of a caller whose sound the test gives. */
async function listening() {
  const clock = new VirtualClock();
  const ended = new AbortController();
  const pressed: string[] = [];
  let more = deferred<Uint8Array | undefined>();
  const give = async (pcm?: Uint8Array) => {
    const last = more;
    more = deferred();
    last.resolve(pcm);
    await settle();
  };
  const sound = new CallerSound({
    api: {
      listen: () =>
        Promise.resolve(
          new ReadableStream<Uint8Array>({
            async pull(controller) {
              const pcm = await more.promise;
              if (pcm === undefined) controller.close();
              else controller.enqueue(pcm);
            },
          }),
        ),
    },
    clock,
    logger: { debug() {}, info() {}, warn() {}, error() {} },
    dn: '999',
    participantId: () => 325,
    answered: Promise.resolve(),
    ended: ended.signal,
  });
  const keys = new InBandKeys({ sound, clock, press: (key) => pressed.push(key) });
  const stop = keys.start();
  await settle();
  return { clock, keys, pressed, stop, give, ended };
}

describe('keys in the sound', () => {
  it('count once 3CX has had its time to report them', async () => {
    const { clock, pressed, give } = await listening();
    await give(dtmfTones('15#'));
    await clock.advance(599);
    expect(pressed).toEqual([]);
    await clock.advance(1);
    expect(pressed.join('')).toBe('15#');
  });

  it('do not count when 3CX reports one of them, nor do later ones', async () => {
    const { clock, keys, pressed, give } = await listening();
    await give(dtmfTones('7'));
    await clock.advance(500);
    keys.onSignalled();
    await give(dtmfTones('8'));
    await clock.advance(5_000);
    expect(pressed).toEqual([]);
    expect(clock.pending).toBe(0);
  });

  it('do not count once nobody looks for them any more', async () => {
    const { clock, pressed, give, stop } = await listening();
    await give(dtmfTones('7'));
    stop();
    await clock.advance(5_000);
    expect([pressed, clock.pending]).toEqual([[], 0]);
  });
});
