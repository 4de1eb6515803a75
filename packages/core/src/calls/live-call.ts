import { NotFoundError, TimeoutError, UnprocessableError, type CallControlClient } from '@org/3cx-api-client';
import { durationMs, type DtmfTimes, type Pacer, type PlaybackResult } from '@org/3cx-audio';
import { Subject, type Observable } from 'rxjs';
import type {
  AttachedData,
  Call,
  CallDirection,
  CallEnd,
  CallStatus,
  CommandOptions,
  EndReason,
  PlayOptions,
  RouteOptions,
  TransferOptions,
  TransferOutcome,
} from '../call';
import type { Clock } from '../clock';
import type { CommandJournal } from '../commands/journal';
import { transferCall } from '../commands/transfer';
import { deferred } from '../deferred';
import { CallEndedError, InvalidCallStateError } from '../errors';
import type { CallEvent } from '../events/call-event';
import { CallAudio } from '../media/call-audio';
import type { CallDuplex } from '../media/call-duplex';
import { CallMedia } from '../media/call-media';
import type { PromptSource } from '../media/prompt-source';
import type { PromptLoader } from '../media/prompts';
import type { Recording, RecordOptions } from '../media/recording';
import type { Logger } from '../options';
import { actingParticipant, type CallRecord } from './call-record';
import type { DigitBuffer } from './dtmf-buffer';
import { raceSignal, waitFor } from './wait';
import { Turns, type Turn } from './turns';
import { TypeAheadBuffer } from './type-ahead-buffer';

/** What a call needs from the phone system it is on. */
export interface CallPorts {
  readonly api: CallControlClient;
  readonly pacer: Pacer;
  readonly prompts: PromptLoader;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly journal: CommandJournal;
  /** The number of an extension's voicemail. @throws ConfigurationError when no dial code is known */
  voicemailOf(extension: string): string;
  /** Says why the call will have ended, if it ends next. */
  expectEnd(record: CallRecord, reason: EndReason | undefined): void;
  /** Holds the call's end back until the returned function is called. */
  holdEnd(record: CallRecord): () => void;
  /** A key was heard in the caller's sound. */
  pressed(record: CallRecord, key: string): void;
  /** Tells the world that the call was transferred. */
  transferred(record: CallRecord, target: string): void;
}

/** Audio written in the first moments after the connection is lost (3CX facts 14.12). */
const SETTLE_AFTER_CONNECT_MS = 400;
/** What is still on its way when the play-out clock says the end: cut off by a drop or transfer otherwise. */
const SETTLE_AFTER_AUDIO_MS = 300;
const ANSWER_TIMEOUT_MS = 10_000;
const END_TIMEOUT_MS = 5_000;
/** Sent ahead of a prompt that nobody may interrupt. */
const UNINTERRUPTIBLE_LEAD_MS = 1000;

export class LiveCall implements Call {
  readonly digitBuffer: TypeAheadBuffer;
  private readonly events = new Subject<CallEvent>();
  private readonly answered = deferred<undefined>();
  private readonly over = deferred<CallEnd>();
  private readonly ending = new AbortController();
  private readonly media: CallMedia;
  private speaker: CallAudio | undefined;
  private connectedAt: number | undefined;
  /** Aborted by `stopAudio`, so that prompts still loading or waiting are dropped too. */
  private stopping = new AbortController();
  private dropped = false;
  private readonly turns = new Turns();

  constructor(
    private readonly record: CallRecord,
    private readonly ports: CallPorts,
  ) {
    this.digitBuffer = new TypeAheadBuffer(() => ports.clock.now());
    this.media = new CallMedia({
      api: ports.api,
      clock: ports.clock,
      logger: ports.logger,
      dn: record.dn,
      digits: this.digitBuffer,
      answered: this.answered.promise,
      ended: this.ending.signal,
      participantId: () => actingParticipant(record)?.id,
      speaker: (signal) => this.speakerWhenHeard(signal),
      currentSpeaker: () => this.speaker,
      beep: (signal) => this.play({ tone: 'beep' }, signal === undefined ? {} : { signal }),
      press: (key) => {
        ports.pressed(record, key);
      },
    });
  }

  get id(): string {
    return this.record.id;
  }
  get fromNumber(): string {
    return this.record.fromNumber;
  }
  get toNumber(): string {
    return this.record.toNumber;
  }
  get extension(): string {
    return this.record.dn;
  }
  get direction(): CallDirection {
    return this.record.direction;
  }
  get callerName(): string {
    return this.record.callerName;
  }
  get did(): string {
    return this.record.did;
  }
  get status(): CallStatus {
    return this.record.status;
  }
  get startedAt(): Date {
    return this.record.startedAt;
  }
  get answeredAt(): Date | undefined {
    return this.record.answeredAt;
  }
  get endedAt(): Date | undefined {
    return this.record.endedAt;
  }
  get endReason(): EndReason | undefined {
    return this.record.endReason;
  }
  get events$(): Observable<CallEvent> {
    return this.events.asObservable();
  }
  get digits(): DigitBuffer {
    return this.digitBuffer;
  }
  get ended(): Promise<CallEnd> {
    return this.over.promise;
  }

  async answer(options: { readonly timeoutMs?: number; readonly signal?: AbortSignal } = {}): Promise<void> {
    this.requireLive('answered');
    if (this.status === 'answered') return;
    const { id, api } = this.acting();
    try {
      await api.act(this.extension, id, 'answer');
    } catch (error) {
      // A route point may have connected the call in the meantime: then there is nothing to answer.
      if (error instanceof NotFoundError) throw this.endedError('answered', error);
      if (!(error instanceof UnprocessableError) || !(await this.isConnectedByNow(id))) throw error;
    }
    const timeoutMs = options.timeoutMs ?? ANSWER_TIMEOUT_MS;
    const outcome = await waitFor(this.answered.promise, {
      clock: this.ports.clock,
      timeoutMs,
      signals: [this.ending.signal, options.signal],
    });
    if (outcome === 'done') return;
    options.signal?.throwIfAborted();
    this.requireLive('answered');
    throw new TimeoutError(
      `${this.id} was told to answer but was not connected within ${String(timeoutMs / 1000)} s.`,
    );
  }

  async hangUp(options: { readonly afterAudio?: boolean } = {}): Promise<void> {
    if (this.status === 'ended') return;
    if (options.afterAudio !== false) await this.audioHeard();
    else this.stopAudio();
    const participant = actingParticipant(this.record);
    if (this.isEnded() || participant === undefined) return;
    this.ports.expectEnd(this.record, 'hung-up-by-us');
    try {
      await this.ports.api.act(this.extension, participant.id, 'drop');
    } catch (error) {
      if (!(error instanceof NotFoundError)) {
        this.ports.expectEnd(this.record, undefined);
        throw error;
      }
    }
    await waitFor(this.ended, { clock: this.ports.clock, timeoutMs: END_TIMEOUT_MS });
  }

  transfer(options: TransferOptions): Promise<TransferOutcome> {
    return this.ports.journal.run(options.key, `transfer ${this.id} to ${options.to}`, async () => {
      this.requireLive('transferred');
      if (this.status !== 'answered') {
        throw new InvalidCallStateError(
          `${this.id} is still ringing: only an answered call can be transferred. Answer it first.`,
        );
      }
      await this.audioHeard();
      return this.send('transferto', options);
    });
  }

  divert(options: RouteOptions): Promise<TransferOutcome> {
    return this.ports.journal.run(options.key, `divert ${this.id} to ${options.to}`, async () => {
      this.requireLive('diverted');
      if (this.status !== 'ringing') {
        throw new InvalidCallStateError(
          `${this.id} has been answered: only a ringing call can be diverted. Transfer it instead.`,
        );
      }
      return this.send('divert', options);
    });
  }

  route(options: RouteOptions): Promise<TransferOutcome> {
    return this.ports.journal.run(options.key, `route ${this.id} to ${options.to}`, () => {
      this.requireLive('routed');
      return this.send('routeto', options);
    });
  }

  park({ slot, ...options }: CommandOptions & { readonly slot: string }): Promise<TransferOutcome> {
    return this.transfer({ ...options, to: slot });
  }

  attachData(
    data: AttachedData,
    { key, to = 'participant' }: CommandOptions & { readonly to?: 'participant' | 'party' } = {},
  ): Promise<void> {
    return this.ports.journal.run(key, `attach data to the ${to} of ${this.id}`, async () => {
      this.requireLive('given data');
      const { id, api } = this.acting();
      const action = to === 'party' ? 'attach_party_data' : 'attach_participant_data';
      await api.act(this.extension, id, action, { attacheddata: { ...data } });
    });
  }

  /** Hands the call on, and tells why it ends when it does. */
  private async send(
    action: 'transferto' | 'routeto' | 'divert',
    options: RouteOptions,
  ): Promise<TransferOutcome> {
    this.requireLive('transferred');
    const { id, api } = this.acting();
    const to = options.voicemail === true ? this.ports.voicemailOf(options.to) : options.to;
    const release = this.ports.holdEnd(this.record);
    // During a transfer the PBX plays its own music, and what we send is lost; a call that is
    // routed keeps hearing us until somebody answers.
    const speaker = action === 'transferto' ? this.speaker : undefined;
    speaker?.pause();
    try {
      const outcome = await transferCall(api, {
        dn: this.extension,
        participantId: id,
        ...options,
        action,
        to,
      });
      if (outcome.kind === 'succeeded') {
        this.ports.expectEnd(this.record, 'transferred');
        this.ports.transferred(this.record, options.to);
      }
      return outcome;
    } catch (error) {
      if (error instanceof NotFoundError) throw this.endedError('transferred', error);
      throw error;
    } finally {
      release();
      speaker?.resume();
    }
  }

  async play(source: PromptSource, options: PlayOptions = {}): Promise<PlaybackResult> {
    this.requireLive('played to');
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

  private async playInTurn(
    source: PromptSource,
    { repeat = 1, gainDb, interruptible = true }: PlayOptions,
    stop: AbortSignal,
    turn: Turn,
  ): Promise<PlaybackResult> {
    const pcm = await raceSignal(this.ports.prompts.load(source, gainDb), [stop, this.ending.signal]);
    if (pcm === 'aborted') return this.interrupted(0);
    const ready = await this.canSpeak(stop);
    if (!ready) return this.interrupted(durationMs(pcm) * repeat);
    const isMyTurn = await raceSignal(turn.comes, [stop, this.ending.signal]);
    if (isMyTurn === 'aborted') return this.interrupted(durationMs(pcm) * repeat);
    const speaker = this.openSpeaker();
    const playing = speaker.play(pcm, {
      signal: stop,
      repeat,
      ...(interruptible ? {} : { leadMs: UNINTERRUPTIBLE_LEAD_MS }),
    });
    turn.pass();
    const result = await playing;
    if (!result.interrupted || stop.aborted) return result;
    // Interrupted by no one who asked for it: the call or its audio has come to an end.
    const failure = speaker.failure;
    if (failure !== undefined && !(failure instanceof NotFoundError)) throw failure;
    throw this.endedError('played to', failure);
  }

  stopAudio(): void {
    this.stopping.abort();
    this.stopping = new AbortController();
    this.speaker?.stop();
  }

  listen(signal?: AbortSignal): AsyncIterable<Uint8Array> {
    return this.media.listen(signal);
  }
  get heard$(): Observable<Uint8Array> {
    return this.media.heard$;
  }
  async recordCaller(options: RecordOptions = {}): Promise<Recording> {
    this.requireLive('recorded');
    return this.media.record(options);
  }
  sendDigits(digits: string, times: DtmfTimes = {}): Promise<PlaybackResult> {
    return this.play({ digits, ...times });
  }
  async hold(music?: PromptSource): Promise<void> {
    this.requireLive('held');
    return this.media.hold(music === undefined ? undefined : await this.ports.prompts.load(music));
  }
  resume(): void {
    this.media.resume();
  }
  get onHold(): boolean {
    return this.media.onHold;
  }
  detectKeys(): () => void {
    return this.media.detectKeys();
  }
  get audio(): CallDuplex {
    return this.media.duplex;
  }

  // What follows is for the phone system, which tells a call what has become of it.

  /** A fact of this call, told before its event goes out. */
  onAnswered(): void {
    this.connectedAt = this.ports.clock.now();
    this.answered.resolve(undefined);
  }

  /** The PBX reported a key itself. */
  onSignalledKey(): void {
    this.media.onSignalledKey();
  }

  onEvent(event: CallEvent): void {
    this.events.next(event);
  }

  onEnded(): void {
    this.ending.abort();
    this.media.end();
    this.speaker?.close();
    this.events.complete();
    this.over.resolve({
      reason: this.record.endReason ?? 'lost-in-gap',
      endedAt: this.record.endedAt ?? this.ports.clock.date(),
    });
  }

  /** The phone system is being disposed: the call goes on without us. */
  detach(): void {
    this.dropped = true;
    this.ending.abort();
    this.media.end();
    this.speaker?.close();
    this.events.complete();
  }

  private acting(): { id: number; api: CallControlClient } {
    const participant = actingParticipant(this.record);
    if (participant === undefined) throw this.endedError('acted on');
    return { id: participant.id, api: this.ports.api };
  }

  private async isConnectedByNow(participantId: number): Promise<boolean> {
    const { status } = await this.ports.api.getParticipant(this.extension, participantId);
    return status === 'Connected';
  }

  /** Waits until audio reaches the caller; false when stopped meanwhile. @throws CallEndedError */
  private async canSpeak(stop: AbortSignal): Promise<boolean> {
    const signals = [stop, this.ending.signal];
    const { clock } = this.ports;
    if ((await waitFor(this.answered.promise, { clock, signals })) === 'done') {
      const settled = (this.connectedAt ?? clock.now()) + SETTLE_AFTER_CONNECT_MS - clock.now();
      if (settled > 0) await waitFor(undefined, { clock, timeoutMs: settled, signals });
    }
    this.requireLive('played to');
    return !stop.aborted;
  }

  private openSpeaker(): CallAudio {
    this.speaker ??= new CallAudio({
      api: this.ports.api,
      pacer: this.ports.pacer,
      clock: this.ports.clock,
      logger: this.ports.logger,
      dn: this.extension,
      participantId: this.acting().id,
    });
    return this.speaker;
  }

  private async speakerWhenHeard(signal: AbortSignal): Promise<CallAudio> {
    this.requireLive('played to');
    await this.canSpeak(signal);
    return this.openSpeaker();
  }

  private interrupted(durationMs: number): PlaybackResult {
    this.requireLive('played to');
    return { durationMs, playedMs: 0, interrupted: true, staleMs: 0 };
  }

  /** Waits until what plays has been heard, plus what is still on its way. */
  private async audioHeard(): Promise<void> {
    if (this.speaker === undefined) return;
    const { clock } = this.ports;
    const signals = [this.ending.signal];
    await waitFor(this.speaker.idle(), { clock, signals });
    await waitFor(undefined, { clock, timeoutMs: SETTLE_AFTER_AUDIO_MS, signals });
  }

  private isEnded(): boolean {
    return this.record.status === 'ended' || this.dropped;
  }

  /** @throws CallEndedError */
  private requireLive(done: string): void {
    if (this.isEnded()) throw this.endedError(done);
  }

  private endedError(done: string, cause?: unknown): CallEndedError {
    const { endedAt, endReason } = this.record;
    const ago =
      endedAt === undefined
        ? ''
        : ` ${String(Math.round((this.ports.clock.date().getTime() - endedAt.getTime()) / 1000))} s ago`;
    const why = endReason === undefined ? '' : ` (${endReason})`;
    return new CallEndedError(`${this.id} ended${ago}${why}: it can't be ${done} any more.`, { cause });
  }
}
