import { NotFoundError, type CallControlClient } from '@org/3cx-api-client';
import { durationMs, type Pacer, type PlaybackResult } from '@org/3cx-audio';
import type { PlayOptions } from '../call';
import type { CallLife } from '../calls/call-life';
import { Turns, type Turn } from '../calls/turns';
import { raceSignal, waitFor } from '../calls/wait';
import type { Clock } from '../clock';
import type { Logger } from '../options';
import { CallAudio } from './call-audio';
import type { PromptSource } from './prompt-source';
import type { PromptLoader } from './prompts';

export interface PlaybackPorts {
  readonly api: CallControlClient;
  readonly pacer: Pacer;
  readonly prompts: PromptLoader;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** Audio written in the first moments after the connection is lost (3CX facts 14.12). */
const SETTLE_AFTER_CONNECT_MS = 400;
/** What is still on its way when the play-out clock says the end: cut off by a drop or transfer otherwise. */
const SETTLE_AFTER_AUDIO_MS = 300;
/** Sent ahead of a prompt that nobody may interrupt. */
const UNINTERRUPTIBLE_LEAD_MS = 1000;

/** Prompts towards one caller: one after the other, from the answer to the end of the call. */
export class CallPlayback {
  private speaker: CallAudio | undefined;
  /** Aborted by `stop`, so that prompts still loading or waiting are dropped too. */
  private stopping = new AbortController();
  private readonly turns = new Turns();

  constructor(
    private readonly life: CallLife,
    private readonly ports: PlaybackPorts,
  ) {}

  /** The sound towards the caller, if there has been any. */
  get current(): CallAudio | undefined {
    return this.speaker;
  }

  async play(source: PromptSource, options: PlayOptions = {}): Promise<PlaybackResult> {
    this.life.require('played to');
    const stop = AbortSignal.any([
      this.stopping.signal,
      ...(options.signal === undefined ? [] : [options.signal]),
    ]);
    const turn = this.turns.take();
    try {
      return await this.playInTurn(source, options, stop, turn);
    } finally {
      turn.pass();
    }
  }

  /** Stops what plays and drops what waits. */
  stop(): void {
    this.stopping.abort();
    this.stopping = new AbortController();
    this.speaker?.stop();
  }

  close(): void {
    this.speaker?.close();
  }

  /** The sound towards the caller, once it reaches him. @throws CallEndedError */
  async whenHeard(signal: AbortSignal): Promise<CallAudio> {
    this.life.require('played to');
    await this.canSpeak(signal);
    return this.open();
  }

  /** Waits until what plays has been heard, plus what is still on its way; at most until a signal. */
  async heard(signal?: AbortSignal): Promise<void> {
    if (this.speaker === undefined) return;
    const { clock } = this.ports;
    const signals = [this.life.endSignal, signal];
    await waitFor(this.speaker.idle(), { clock, signals });
    await waitFor(undefined, { clock, timeoutMs: SETTLE_AFTER_AUDIO_MS, signals });
  }

  private async playInTurn(
    source: PromptSource,
    { repeat = 1, gainDb, interruptible = true }: PlayOptions,
    stop: AbortSignal,
    turn: Turn,
  ): Promise<PlaybackResult> {
    const { endSignal } = this.life;
    const pcm = await raceSignal(this.ports.prompts.load(source, gainDb), [stop, endSignal]);
    if (pcm === 'aborted') return this.interrupted(0);
    const ready = await this.canSpeak(stop);
    if (!ready) return this.interrupted(durationMs(pcm) * repeat);
    const isMyTurn = await raceSignal(turn.comes, [stop, endSignal]);
    if (isMyTurn === 'aborted') return this.interrupted(durationMs(pcm) * repeat);
    const speaker = this.open();
    const playing = speaker.play(pcm, {
      signal: stop,
      repeat,
      ...(interruptible ? {} : { leadMs: UNINTERRUPTIBLE_LEAD_MS }),
    });
    turn.pass();
    const result = await playing.catch((error: unknown) => {
      // The call ended while its audio was being opened.
      if (this.life.isOver || error instanceof NotFoundError) throw this.life.endedError('played to', error);
      throw error;
    });
    if (!result.interrupted || stop.aborted) return result;
    // Interrupted by no one who asked for it: the call or its audio has come to an end.
    const failure = speaker.failure;
    if (failure !== undefined && !(failure instanceof NotFoundError)) throw failure;
    throw this.life.endedError('played to', failure);
  }

  /** Waits until audio reaches the caller; false when stopped meanwhile. @throws CallEndedError */
  private async canSpeak(stop: AbortSignal): Promise<boolean> {
    const signals = [stop, this.life.endSignal];
    const { clock } = this.ports;
    if ((await waitFor(this.life.answered, { clock, signals })) === 'done') {
      const settled = (this.life.connectedAt ?? clock.now()) + SETTLE_AFTER_CONNECT_MS - clock.now();
      if (settled > 0) await waitFor(undefined, { clock, timeoutMs: settled, signals });
    }
    this.life.require('played to');
    return !stop.aborted;
  }

  private open(): CallAudio {
    this.speaker ??= new CallAudio({
      api: this.ports.api,
      pacer: this.ports.pacer,
      clock: this.ports.clock,
      logger: this.ports.logger,
      dn: this.life.record.dn,
      participantId: this.life.actingId(),
    });
    return this.speaker;
  }

  private interrupted(durationMs: number): PlaybackResult {
    this.life.require('played to');
    return { durationMs, playedMs: 0, interrupted: true, staleMs: 0 };
  }
}
