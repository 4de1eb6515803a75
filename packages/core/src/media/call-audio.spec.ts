import { FailedDependencyError, NotFoundError, type Upload, type UploadEnd } from '@org/3cx-api-client';
import { Pacer } from '@org/3cx-audio';
import { deferred } from '../deferred';
import { participant } from '../testing/participants';
import { VirtualClock } from '../testing/virtual-clock';
import { CallAudio } from './call-audio';

/** A request towards the PBX whose fate the test decides. */
class FakeUpload implements Upload {
  readonly written: Uint8Array[] = [];
  pendingBytes = 0;
  reads = true;
  ended = false;
  private readonly over = deferred<UploadEnd>();
  readonly closed = this.over.promise;
  readonly opened: Promise<void>;
  constructor(connection: Promise<void>) {
    this.opened = Promise.race([connection, this.closed.then(() => undefined)]);
  }

  write(bytes: Uint8Array): void {
    this.written.push(bytes);
    if (!this.reads) this.pendingBytes += bytes.length;
  }
  end(): void {
    this.ended = true;
  }
  abort(): void {
    this.ended = true;
  }
  breaks(error = new Error('ECONNRESET')): void {
    this.over.resolve({ kind: 'broken', error });
  }
  answers(status: number): void {
    this.over.resolve({ kind: 'answered', response: new Response(null, { status }) });
  }
  get bytes(): Buffer {
    return Buffer.concat(this.written);
  }
}

const logger = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
const speech = (ms: number): Uint8Array =>
  new Uint8Array(Int16Array.from({ length: ms * 8 }, (_, index) => index * 7919).buffer);

describe('the audio towards a caller', () => {
  let clock: VirtualClock;
  let pacer: Pacer;
  let uploads: FakeUpload[];
  let isThere: boolean;
  let audio: CallAudio;
  let connection: Promise<void>;

  beforeEach(() => {
    clock = new VirtualClock();
    uploads = [];
    connection = Promise.resolve();
    isThere = true;
    const every = (intervalMs: number, tick: () => void): (() => void) => {
      let timer = clock.after(intervalMs, again);
      function again(): void {
        timer = clock.after(intervalMs, again);
        tick();
      }
      return () => {
        timer.cancel();
      };
    };
    pacer = new Pacer({ clock: { now: () => clock.now(), every } });
    audio = new CallAudio({
      api: {
        speak: () => {
          const upload = new FakeUpload(connection);
          uploads.push(upload);
          return Promise.resolve(upload);
        },
        getParticipant: () =>
          isThere ? Promise.resolve(participant()) : Promise.reject(new NotFoundError('gone')),
      },
      pacer,
      clock,
      logger,
      dn: '999',
      participantId: 325,
    });
  });

  afterEach(() => {
    audio.close();
    expect(clock.pending).toBe(0);
  });

  const settledBy = async (playing: Promise<unknown>, ms: number): Promise<unknown> => {
    let outcome: unknown = 'pending';
    playing.then(
      (result) => (outcome = result),
      (error: unknown) => (outcome = error),
    );
    await clock.advance(ms);
    return outcome;
  };

  it('begins when the connection is there: what is reported as heard has been on its way for so long', async () => {
    const connected = deferred<undefined>();
    connection = connected.promise;
    const playing = audio.play(speech(500));
    await settledBy(playing, 3_000);
    expect(uploads[0]?.written).toEqual([]);
    connected.resolve(undefined);
    expect(await settledBy(playing, 480)).toBe('pending');
    expect(await settledBy(playing, 100)).toMatchObject({ interrupted: false, playedMs: 500 });
  });

  it('gives up a connection that never comes when the call is over', async () => {
    connection = new Promise(() => undefined);
    const playing = audio.play(speech(500));
    const outcome = expect(playing).rejects.toMatchObject({ code: 'AUDIO_STREAM_CLOSED' });
    await clock.advance(10);
    audio.close();
    expect(uploads[0]?.ended).toBe(true);
    uploads[0]?.breaks();
    await outcome;
  });

  it('is one request, however many want to play at once', async () => {
    const playing = Promise.all([audio.play(speech(200)), audio.play(speech(200)), audio.play(speech(200))]);
    await settledBy(playing, 700);
    expect(uploads).toHaveLength(1);
    expect(uploads[0]?.bytes).toHaveLength(600 * 16);
  });

  describe('a PBX that stops reading', () => {
    it('gets nothing more within 100 ms, memory stays bounded, and what waited follows when it reads again', async () => {
      const playing = audio.play(speech(60_000));
      await clock.advance(1000);
      const [upload] = uploads;
      if (upload === undefined) throw new Error('No request was made.');
      upload.reads = false;
      await clock.advance(30_000);
      const held = upload.pendingBytes;
      // Lead × 16 bytes per millisecond, and 64 KB.
      expect(held).toBeLessThanOrEqual(290 * 16 + 65_536);
      await clock.advance(5000);
      expect(upload.pendingBytes).toBe(held);
      expect(audio.metrics.blockedMs).toBeGreaterThan(30_000);

      upload.reads = true;
      upload.pendingBytes = 0;
      expect(await settledBy(playing, 60_000)).toMatchObject({ playedMs: 60_000, interrupted: false });
      expect(upload.bytes.equals(speech(60_000))).toBe(true);
      expect(audio.metrics.gaps).toEqual({ count: 0, totalMs: 0 });
    });

    it('can still be stopped at once', async () => {
      const playing = audio.play(speech(60_000));
      await clock.advance(100);
      for (const upload of uploads) upload.pendingBytes = 1_000_000;
      await clock.advance(1000);
      audio.stop();
      expect(await settledBy(playing, 0)).toMatchObject({ interrupted: true });
    });
  });

  it('a reset connection is opened again, and nothing is said twice or left out of what was not sent', async () => {
    const playing = audio.play(speech(2000));
    await clock.advance(500);
    uploads[0]?.breaks();
    expect(await settledBy(playing, 3000)).toMatchObject({ playedMs: 2000, interrupted: false });
    expect(uploads).toHaveLength(2);
    expect(Buffer.concat(uploads.map(({ bytes }) => bytes)).equals(speech(2000))).toBe(true);
    expect(audio.metrics.reopened).toBe(1);
  });

  it.each([404, 424])('opened too early (%i), it is opened again after a moment', async (status) => {
    const playing = audio.play(speech(500));
    await clock.advance(0);
    uploads[0]?.answers(status);
    await clock.advance(50);
    expect(uploads).toHaveLength(1);
    expect(await settledBy(playing, 1000)).toMatchObject({ interrupted: false });
    expect(uploads).toHaveLength(2);
  });

  it('is over when the participant has left in the middle of a prompt', async () => {
    const playing = audio.play(speech(2000));
    await clock.advance(500);
    isThere = false;
    uploads[0]?.breaks();
    expect(await settledBy(playing, 100)).toMatchObject({ interrupted: true });
    expect(audio.failure).toBeInstanceOf(NotFoundError);
  });

  it('that breaks again and again is given up, after growing pauses', async () => {
    const playing = audio.play(speech(60_000));
    for (let round = 0; round < 6; round += 1) {
      await clock.advance(2000);
      uploads.at(-1)?.breaks(new FailedDependencyError('not now'));
    }
    expect(await settledBy(playing, 10_000)).toMatchObject({ interrupted: true });
    expect(uploads).toHaveLength(6);
    expect(audio.failure).toBeInstanceOf(FailedDependencyError);
  });

  it('that breaks now and then in a long call is not given up', async () => {
    void audio.play(speech(1000), { repeat: Infinity });
    for (let round = 0; round < 20; round += 1) {
      await clock.advance(61_000);
      uploads.at(-1)?.breaks();
    }
    await clock.advance(1000);
    expect(audio.failure).toBeUndefined();
    expect(audio.metrics.reopened).toBe(20);
  });

  it('paused by two, it goes on when both have resumed', async () => {
    const playing = audio.play(speech(1000));
    await clock.advance(100);
    audio.pause();
    audio.pause();
    audio.resume();
    expect(await settledBy(playing, 5000)).toBe('pending');
    audio.resume();
    expect(await settledBy(playing, 1500)).toMatchObject({ playedMs: 1000, interrupted: false });
  });
});
