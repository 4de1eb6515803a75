import {
  AuthenticationError,
  RateLimitError,
  SignInContestedError,
  type ThreeCxError,
  type TokenSource,
} from '@org/3cx-api-client';
import type { Clock, Timer } from '../clock';
import type { Logger } from '../options';
import { Backoff } from './backoff';
import { meaningOfClose } from './close-codes';
import { isFinal, type EventSocket, type OpenEventSocket } from './event-socket';

export interface SupervisorHandlers {
  /** The socket is open: from now on messages come. */
  onOpen(): void;
  onMessage(text: string): void;
  /** Messages have stopped; the supervisor is trying again by itself. */
  onLost(reason: string): void;
  /** The PBX refuses us; no further attempt is made. */
  onFailed(error: ThreeCxError): void;
}

export interface SupervisorOptions {
  readonly open: OpenEventSocket;
  readonly tokens: TokenSource;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly handlers: SupervisorHandlers;
  readonly backoff?: Backoff;
}

/** A connection that lasted this long was a good one: the next wait begins short again. */
const HELD_MS = 10_000;
const NO_CODE = { renewToken: false, waitAtLeastMs: 0 };

/**
 * Keeps one event socket open: one attempt at a time, waiting longer after each
 * failure, for ever, unless the PBX refuses our sign-in or permission.
 */
export class SocketSupervisor {
  private socket: EventSocket | undefined;
  /** Which attempt the present socket came from. */
  private current: symbol | undefined;
  private retry: Timer | undefined;
  private openedAt = 0;
  private stopped = false;
  private readonly backoff: Backoff;

  constructor(private readonly options: SupervisorOptions) {
    this.backoff = options.backoff ?? new Backoff();
  }

  /** The first attempt. @throws the typed error of a connection that can't be made */
  async start(): Promise<void> {
    await this.attempt();
  }

  /** Drops the socket as if it had been lost, to come back with a fresh one. */
  reconnect(): void {
    this.socket?.close();
  }

  stop(): void {
    this.stopped = true;
    this.retry?.cancel();
    this.socket?.close();
    this.socket = undefined;
  }

  private async attempt(): Promise<void> {
    const socket = await this.openOnceMoreOn401();
    if (this.isStopped()) {
      socket.close();
      return;
    }
    this.socket = socket;
    this.options.handlers.onOpen();
  }

  /** The token may have been replaced since it was issued: a refused one is renewed once. */
  private async openOnceMoreOn401(): Promise<EventSocket> {
    const token = await this.options.tokens.get();
    try {
      return await this.openWith(token);
    } catch (error) {
      if (!(error instanceof AuthenticationError)) throw error;
      this.options.tokens.invalidate(token);
      return this.openWith(await this.options.tokens.get());
    }
  }

  private async openWith(token: string): Promise<EventSocket> {
    const { open, handlers, logger, clock } = this.options;
    const attempt = Symbol('attempt');
    const socket = await open(token, {
      onMessage: (text) => {
        handlers.onMessage(text);
      },
      onClosed: (reason, code) => {
        // A socket that never opened, or that another has replaced, is nobody's loss.
        if (this.stopped || this.current !== attempt) return;
        this.socket = undefined;
        logger.warn('The event socket was lost; reconnecting', { reason });
        handlers.onLost(reason);
        const { renewToken, waitAtLeastMs } = code === undefined ? NO_CODE : meaningOfClose(code);
        if (renewToken) this.options.tokens.invalidate(token);
        if (clock.now() - this.openedAt >= HELD_MS) this.backoff.reset();
        this.tryLater(Math.max(waitAtLeastMs, this.backoff.next()));
      },
    });
    this.current = attempt;
    this.openedAt = clock.now();
    return socket;
  }

  private tryLater(ms: number): void {
    if (this.stopped) return;
    this.retry = this.options.clock.after(ms, () => {
      this.attempt().catch((error: unknown) => {
        this.afterFailure(error);
      });
    });
  }

  private afterFailure(error: unknown): void {
    if (this.stopped) return;
    const { logger, handlers } = this.options;
    if (isFinal(error)) {
      this.stopped = true;
      handlers.onFailed(error);
      return;
    }
    const asked =
      error instanceof RateLimitError || error instanceof SignInContestedError
        ? (error.retryAfterMs ?? 0)
        : 0;
    const wait = Math.max(asked, this.backoff.next());
    logger.debug('The event socket could not be opened; trying again', {
      error: String(error),
      waitMs: Math.round(wait),
    });
    this.tryLater(wait);
  }

  private isStopped(): boolean {
    return this.stopped;
  }
}
