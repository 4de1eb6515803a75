import type { Pacer, PacedStream, PlaybackResult } from '@org/3cx-audio';
import { errorOfResponse, NotFoundError, type CallControlClient, type Upload } from '@org/3cx-api-client';
import type { Logger } from '../options';

export interface CallAudioOptions {
  readonly api: Pick<CallControlClient, 'speak' | 'getParticipant'>;
  readonly pacer: Pacer;
  readonly logger: Logger;
  readonly dn: string;
  readonly participantId: number;
}

/** How often an upload that broke is opened again before the audio of the call is given up. */
const MAX_REOPENED = 3;

/**
 * The audio towards one caller: one POST that stays open for the whole call, fed by
 * the pacer. Opened with the first prompt; opened again when the connection breaks
 * while the call goes on.
 */
export class CallAudio {
  private readonly stream: PacedStream;
  private upload: Upload | undefined;
  private reopened = 0;
  private closed = false;
  /** Why the audio was given up, when it wasn't closed by its owner. */
  failure: Error | undefined;

  constructor(private readonly options: CallAudioOptions) {
    this.stream = options.pacer.open({
      write: (bytes) => {
        this.upload?.write(bytes);
      },
    });
  }

  /** @throws the error of an upload that can't be opened; AudioStreamClosedError once closed */
  async play(pcm: Uint8Array, signal?: AbortSignal): Promise<PlaybackResult> {
    if (this.upload === undefined && !this.closed) await this.open();
    return this.stream.play(pcm, signal === undefined ? {} : { signal });
  }

  stop(): void {
    this.stream.stop();
  }

  /** Resolves when everything sent has been heard and nothing waits. */
  idle(): Promise<void> {
    return this.stream.idle();
  }

  /** Ends it: what plays is interrupted, and the request is ended in good order. */
  close(): void {
    if (this.closed) return;
    this.closed = true;
    this.stream.close();
    this.upload?.end();
    this.upload?.abort();
    this.upload = undefined;
  }

  private async open(): Promise<void> {
    const { api, dn, participantId } = this.options;
    const upload = await api.speak(dn, participantId);
    if (this.isClosed()) {
      upload.abort();
      return;
    }
    this.upload = upload;
    void upload.closed.then((end) => {
      if (this.closed || this.upload !== upload) return;
      this.upload = undefined;
      void this.reopen(
        end.kind === 'broken'
          ? end.error
          : errorOfResponse(
              end.response,
              undefined,
              `the audio towards participant ${String(participantId)}`,
            ),
      );
    });
  }

  /** What has not been sent waits meanwhile; what was on its way is lost with the connection. */
  private async reopen(broken: Error): Promise<void> {
    const { api, logger, dn, participantId } = this.options;
    this.stream.pause();
    this.reopened += 1;
    if (this.reopened > MAX_REOPENED) {
      this.fail(broken);
      return;
    }
    logger.debug('The audio towards the caller broke; opening it again', {
      dn,
      participantId,
      why: broken.message,
    });
    try {
      // Tells whether the participant is still there, and renews a token that was replaced.
      await api.getParticipant(dn, participantId);
      if (this.isClosed()) return;
      await this.open();
      this.stream.resume();
    } catch (error) {
      this.fail(error instanceof Error ? error : broken);
    }
  }

  private fail(error: Error): void {
    if (this.closed) return;
    const { logger, dn, participantId } = this.options;
    if (!(error instanceof NotFoundError)) {
      logger.warn('The audio towards the caller is given up', { dn, participantId, error: error.message });
    }
    this.failure = error;
    this.close();
  }

  private isClosed(): boolean {
    return this.closed;
  }
}
