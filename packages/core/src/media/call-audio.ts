import type { Pacer, PacedStream, PlaybackResult, PlayOnStreamOptions } from '@org/3cx-audio';
import {
  errorOfResponse,
  FailedDependencyError,
  NotFoundError,
  type CallControlClient,
  type Upload,
} from '@org/3cx-api-client';
import { waitFor } from '../calls/wait';
import type { Clock } from '../clock';
import type { Logger } from '../options';
import type { CallAudioMetrics } from './call-duplex';

export interface CallAudioOptions {
  readonly api: Pick<CallControlClient, 'speak' | 'getParticipant'>;
  readonly pacer: Pacer;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly dn: string;
  readonly participantId: number;
}

/** An upload that breaks this often within a minute is given up. */
const MAX_REOPENED = 5;
const REOPENED_WITHIN_MS = 60_000;
const FIRST_RETRY_MS = 100;
/** The play-out clock begins with the write; the PBX, and the caller, a little later. */
const TRANSIT_MS = 50;
/**
 * More than this waiting in memory means that the PBX isn't reading: then nothing is added
 * until it does. One second of sound.
 */
const MAX_PENDING_BYTES = 16_000;

/**
 * The audio towards one caller: one POST that stays open for the whole call, fed by
 * the pacer. Opened with the first prompt; opened again when the connection breaks
 * while the call goes on.
 */
export class CallAudio {
  private readonly stream: PacedStream;
  private readonly closing = new AbortController();
  private upload: Upload | undefined;
  private opening: Promise<void> | undefined;
  private reopened = 0;
  private reopenedAt: number[] = [];
  private pauses = 0;
  /** Why the audio was given up, when it wasn't closed by its owner. */
  failure: Error | undefined;

  constructor(private readonly options: CallAudioOptions) {
    this.stream = options.pacer.open({
      write: (bytes) => {
        this.upload?.write(bytes);
      },
      canWrite: () => (this.upload?.pendingBytes ?? 0) <= MAX_PENDING_BYTES,
    });
  }

  get metrics(): CallAudioMetrics {
    return { ...this.stream.metrics, reopened: this.reopened };
  }

  /** @throws the error of an upload that can't be opened; AudioStreamClosedError once closed */
  async play(pcm: Uint8Array, options: PlayOnStreamOptions = {}): Promise<PlaybackResult> {
    // One request per participant, however many want to play at once.
    if (this.upload === undefined && !this.closing.signal.aborted) {
      this.opening ??= this.open().finally(() => {
        this.opening = undefined;
      });
      await this.opening;
    }
    const result = await this.stream.play(pcm, options);
    const signals = [this.closing.signal, options.signal];
    if (!result.interrupted)
      await waitFor(undefined, { clock: this.options.clock, timeoutMs: TRANSIT_MS, signals });
    return result;
  }

  stop(): void {
    this.stream.stop();
  }

  /** Resolves when everything sent has been heard and nothing waits; what has no end isn't waited for. */
  idle(): Promise<void> {
    return this.stream.idle();
  }

  /** Sends nothing until as many `resume`s. */
  pause(): void {
    this.pauses += 1;
    this.stream.pause();
  }

  /** Goes on with the first byte not sent before `pause`. */
  resume(): void {
    this.pauses -= 1;
    if (this.pauses === 0) this.stream.resume();
  }

  /** Ends it: what plays is interrupted, and the request is ended in good order. */
  close(): void {
    if (this.closing.signal.aborted) return;
    this.closing.abort();
    this.stream.close();
    this.upload?.end();
    this.upload?.abort();
    this.upload = undefined;
  }

  private async open(): Promise<void> {
    const { api, dn, participantId } = this.options;
    const upload = await api.speak(dn, participantId);
    // What is written before the connection is there leaves later than the play-out clock thinks.
    const abort = (): void => {
      upload.abort();
    };
    this.closing.signal.addEventListener('abort', abort, { once: true });
    await upload.opened;
    this.closing.signal.removeEventListener('abort', abort);
    if (this.isClosed()) {
      upload.abort();
      return;
    }
    this.upload = upload;
    void upload.closed.then((end) => {
      if (this.isClosed() || this.upload !== upload) return;
      this.upload = undefined;
      const reason =
        end.kind === 'broken'
          ? end.error
          : errorOfResponse(
              end.response,
              undefined,
              `the audio towards participant ${String(participantId)}`,
            );
      this.opening = this.reopen(reason).finally(() => {
        this.opening = undefined;
      });
    });
  }

  /** What has not been sent waits meanwhile; what was on its way is lost with the connection, not said twice. */
  private async reopen(broken: Error): Promise<void> {
    const { api, clock, logger, dn, participantId } = this.options;
    this.pause();
    this.reopened += 1;
    this.reopenedAt = [...this.reopenedAt, clock.now()].filter((at) => at > clock.now() - REOPENED_WITHIN_MS);
    const attempts = this.reopenedAt.length;
    if (attempts > MAX_REOPENED) {
      this.fail(broken);
      return;
    }
    logger.debug('The audio towards the caller broke; opening it again', {
      dn,
      participantId,
      why: broken.message,
    });
    // The first time at once; a participant that can't be spoken to yet needs a moment (3CX facts 14.13).
    const isEarly = broken instanceof FailedDependencyError || broken instanceof NotFoundError;
    if (attempts > 1 || isEarly) {
      const timeoutMs = FIRST_RETRY_MS * 2 ** (attempts - 1);
      await waitFor(undefined, { clock, timeoutMs, signals: [this.closing.signal] });
      if (this.isClosed()) return;
    }
    try {
      // Tells whether the participant is still there, and renews a token that was replaced.
      await api.getParticipant(dn, participantId);
      if (this.isClosed()) return;
      await this.open();
      this.resume();
    } catch (error) {
      this.fail(error instanceof Error ? error : broken);
    }
  }

  private fail(error: Error): void {
    if (this.isClosed()) return;
    const { logger, dn, participantId } = this.options;
    if (!(error instanceof NotFoundError)) {
      logger.warn('The audio towards the caller is given up', { dn, participantId, error: error.message });
    }
    this.failure = error;
    this.close();
  }

  private isClosed(): boolean {
    return this.closing.signal.aborted;
  }
}
