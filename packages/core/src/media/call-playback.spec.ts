import { NotFoundError, type Upload, type UploadEnd } from '@org/3cx-api-client';
import { deferred } from '../deferred';
import { participant } from '../testing/participants';
import { toldByHand } from '../testing/told-by-hand';
import { VirtualClock } from '../testing/virtual-clock';

const prompt = { pcm: new Uint8Array(16_000) };

/** An answered call whose audio request stays unanswered until the test says so. */
async function opening(speak: () => Promise<Upload>) {
  const clock = new VirtualClock();
  const participants = new Map([[325, participant()]]);
  const scene = await toldByHand({ clock, api: { speak } }, participants);
  const [call] = scene.pbx.calls;
  if (call === undefined) throw new Error('There is no call.');
  const outcome = call.play(prompt).catch((error: unknown) => error);
  await clock.advance(1_000);
  return { ...scene, clock, outcome };
}

function unanswered(): Upload {
  const opened = deferred<undefined>();
  const closed = deferred<UploadEnd>();
  return {
    pendingBytes: 0,
    opened: opened.promise,
    closed: closed.promise,
    write() {},
    end() {},
    abort() {
      opened.resolve(undefined);
    },
  };
}

describe('a prompt whose audio is still being opened', () => {
  it('ends with the call when the phone system is disposed', async () => {
    const { pbx, outcome, clock } = await opening(() => Promise.resolve(unanswered()));
    await pbx.dispose();
    await clock.advance(0);
    expect(await outcome).toMatchObject({ code: 'CALL_ENDED' });
    expect(clock.pending).toBe(0);
  });

  it('ends with the call when the caller hangs up', async () => {
    const { pbx, participants, tell, outcome } = await opening(() => Promise.resolve(unanswered()));
    participants.delete(325);
    tell('remove', 325);
    expect(await outcome).toMatchObject({ code: 'CALL_ENDED' });
    await pbx.dispose();
  });

  it('ends with the call when 3CX knows the caller no more', async () => {
    const { pbx, outcome } = await opening(() => Promise.reject(new NotFoundError('gone')));
    expect(await outcome).toMatchObject({ code: 'CALL_ENDED' });
    await pbx.dispose();
  });
});
