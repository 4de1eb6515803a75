import { FailedDependencyError, NotFoundError, type CallControlClient } from '@org/3cx-api-client';
import { waitFor } from '../calls/wait';
import type { Clock } from '../clock';
import type { Logger } from '../options';

export interface CallerSoundPorts {
  readonly api: Pick<CallControlClient, 'listen'>;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly dn: string;
  /** The participant to listen to; undefined once there is none. */
  participantId(): number | undefined;
  /** Resolves when the call is answered. */
  readonly answered: Promise<unknown>;
  /** Aborted when the call ends. */
  readonly ended: AbortSignal;
}

/** Who hears: whole samples as they arrive, then the end; `error` when the sound was given up. */
export interface Ear {
  hear(pcm: Uint8Array): void;
  end(error?: Error): void;
}

/** Shortly after the connection the PBX has no audio yet (3CX facts 14.13); after a break it is tried as long. */
const RETRY_FOR_MS = 5000;
const FIRST_RETRY_MS = 100;
const LAST_RETRY_MS = 500;

/**
 * What the caller says: one GET for all who listen, open while anybody does. It is opened
 * again when it breaks while the call goes on. There is no idle timeout: silence may be
 * silence.
 */
export class CallerSound {
  private readonly ears = new Set<Ear>();
  private listening: AbortController | undefined;

  constructor(private readonly ports: CallerSoundPorts) {}

  /** @returns what ends it */
  attach(ear: Ear): () => void {
    if (this.ports.ended.aborted) {
      ear.end();
      return () => undefined;
    }
    this.ears.add(ear);
    if (this.listening === undefined) {
      const listening = new AbortController();
      this.listening = listening;
      void this.listen(listening.signal);
    }
    return () => {
      this.ears.delete(ear);
      if (this.ears.size > 0) return;
      this.listening?.abort();
      this.listening = undefined;
    };
  }

  private async listen(unwanted: AbortSignal): Promise<void> {
    const { clock, ended, answered } = this.ports;
    const over = AbortSignal.any([unwanted, ended]);
    await waitFor(answered, { clock, signals: [over] });
    let retryMs = FIRST_RETRY_MS;
    let giveUpAt = clock.now() + RETRY_FOR_MS;
    let failure: Error | undefined;
    while (!over.aborted && clock.now() < giveUpAt) {
      try {
        if (await this.hearOnce(over)) {
          giveUpAt = clock.now() + RETRY_FOR_MS;
          retryMs = FIRST_RETRY_MS;
        }
        failure = undefined;
      } catch (error) {
        failure = error instanceof Error ? error : new Error(String(error));
        if (!isWorthRetrying(failure)) break;
      }
      await waitFor(undefined, { clock, timeoutMs: retryMs, signals: [over] });
      retryMs = Math.min(2 * retryMs, LAST_RETRY_MS);
    }
    if (unwanted.aborted) return;
    // What the end of the call did to the stream is no failure of the sound.
    this.finish(ended.aborted || failure instanceof NotFoundError ? undefined : failure);
  }

  /** @returns whether anything was heard */
  private async hearOnce(over: AbortSignal): Promise<boolean> {
    const { api, dn } = this.ports;
    const participantId = this.ports.participantId();
    if (participantId === undefined) return false;
    let heard = false;
    let spare: number | undefined;
    const stream = await api.listen(dn, participantId, over);
    try {
      for await (const chunk of stream) {
        if (over.aborted) break;
        // Chunks may end in the middle of a sample.
        const bytes = spare === undefined ? chunk : Uint8Array.of(spare, ...chunk);
        const whole = bytes.length - (bytes.length % 2);
        spare = bytes[whole];
        if (whole === 0) continue;
        heard = true;
        for (const ear of [...this.ears]) ear.hear(bytes.subarray(0, whole));
      }
    } catch (error) {
      if (!heard) throw error;
      this.ports.logger.debug('The sound of the caller broke; opening it again', {
        dn,
        participantId,
        why: error instanceof Error ? error.message : String(error),
      });
    }
    return heard;
  }

  private finish(error?: Error): void {
    this.listening = undefined;
    const ears = [...this.ears];
    this.ears.clear();
    if (error !== undefined) {
      this.ports.logger.warn('The sound of the caller is given up', {
        dn: this.ports.dn,
        error: error.message,
      });
    }
    for (const ear of ears) ear.end(error);
  }
}

const isWorthRetrying = (error: Error): boolean =>
  error instanceof NotFoundError ||
  error instanceof FailedDependencyError ||
  ('retryable' in error && error.retryable === true) ||
  !('retryable' in error);
