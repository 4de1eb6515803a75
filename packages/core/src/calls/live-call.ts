import type { CallControlClient } from '@org/3cx-api-client';
import type { DtmfTimes, Pacer, PlaybackResult } from '@org/3cx-audio';
import { EMPTY, Subject, type Observable } from 'rxjs';
import type {
  AnswerOptions,
  AttachDataOptions,
  AttachedData,
  Call,
  CallEnd,
  CommandOptions,
  HangUpOptions,
  PlayOptions,
  RouteOptions,
  TransferOptions,
  TransferOutcome,
} from '../call';
import type { Clock } from '../clock';
import { CallCommands, type CallCommandPorts } from '../commands/call-commands';
import type { CallEvent } from '../events/call-event';
import type { CallDuplex } from '../media/call-duplex';
import { CallMedia } from '../media/call-media';
import { CallPlayback, type PlaybackPorts } from '../media/call-playback';
import type { PromptSource } from '../media/prompt-source';
import type { Recording, RecordOptions } from '../media/recording';
import { CallLife } from './call-life';
import { actingParticipant, type CallRecord } from './call-record';
import type { CallDirection, CallStatus, EndReason } from './call-state';
import type { DigitBuffer } from './dtmf-buffer';
import { TypeAheadBuffer } from './type-ahead-buffer';

/** What a call needs from the phone system it is on. */
export interface CallPorts extends CallCommandPorts, PlaybackPorts {
  readonly api: CallControlClient;
  readonly pacer: Pacer;
  readonly clock: Clock;
  /** A key was heard in the caller's sound. */
  pressed(record: CallRecord, key: string): void;
}

/** A call as users have it in hand: its record to read, its commands, its sound and its keys. */
export class LiveCall implements Call {
  readonly digitBuffer: TypeAheadBuffer;
  /** Made when somebody wants it: most calls are followed by the events of all. */
  private events: Subject<CallEvent> | undefined;
  private isClosed = false;
  private readonly life: CallLife;
  private readonly playback: CallPlayback;
  private readonly commands: CallCommands;
  private readonly media: CallMedia;

  constructor(
    private readonly record: CallRecord,
    private readonly ports: CallPorts,
  ) {
    this.digitBuffer = new TypeAheadBuffer(() => ports.clock.now());
    this.life = new CallLife(record, ports.clock);
    this.playback = new CallPlayback(this.life, ports);
    this.commands = new CallCommands(this.life, this.playback, ports);
    this.media = new CallMedia({
      api: ports.api,
      clock: ports.clock,
      logger: ports.logger,
      dn: record.dn,
      digits: this.digitBuffer,
      answered: this.life.answered,
      ended: this.life.endSignal,
      participantId: () => actingParticipant(record)?.id,
      speaker: (signal) => this.playback.whenHeard(signal),
      currentSpeaker: () => this.playback.current,
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
    if (this.isClosed) return EMPTY;
    if (this.events === undefined) {
      const events = new Subject<CallEvent>();
      this.events = events;
      this.record.listener = (event) => {
        events.next(event);
      };
    }
    return this.events.asObservable();
  }
  get digits(): DigitBuffer {
    return this.digitBuffer;
  }
  get ended(): Promise<CallEnd> {
    return this.life.ended;
  }

  answer(options?: AnswerOptions): Promise<void> {
    return this.commands.answer(options);
  }
  hangUp(options?: HangUpOptions): Promise<void> {
    return this.commands.hangUp(options);
  }
  transfer(options: TransferOptions): Promise<TransferOutcome> {
    return this.commands.transfer(options);
  }
  divert(options: RouteOptions): Promise<TransferOutcome> {
    return this.commands.divert(options);
  }
  route(options: RouteOptions): Promise<TransferOutcome> {
    return this.commands.route(options);
  }
  park({ slot, ...options }: CommandOptions & { readonly slot: string }): Promise<TransferOutcome> {
    return this.commands.transfer({ ...options, to: slot });
  }
  attachData(data: AttachedData, options?: AttachDataOptions): Promise<void> {
    return this.commands.attachData(data, options);
  }

  play(source: PromptSource, options?: PlayOptions): Promise<PlaybackResult> {
    return this.playback.play(source, options);
  }
  stopAudio(): void {
    this.playback.stop();
  }
  listen(signal?: AbortSignal): AsyncIterable<Uint8Array> {
    return this.media.listen(signal);
  }
  get heard$(): Observable<Uint8Array> {
    return this.media.heard$;
  }
  async recordCaller(options: RecordOptions = {}): Promise<Recording> {
    this.life.require('recorded');
    return this.media.record(options);
  }
  sendDigits(digits: string, times: DtmfTimes = {}): Promise<PlaybackResult> {
    return this.play({ digits, ...times });
  }
  async hold(music?: PromptSource): Promise<void> {
    this.life.require('held');
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
    this.life.onAnswered();
  }

  /** The PBX reported a key itself. */
  onSignalledKey(): void {
    this.media.onSignalledKey();
  }

  onEnded(): void {
    this.close();
    this.life.onEnded();
  }

  /** The phone system is being disposed: the call goes on without us. */
  detach(): void {
    this.life.abandon();
    this.close();
  }

  private close(): void {
    this.isClosed = true;
    this.media.end();
    this.playback.close();
    this.record.listener = undefined;
    this.events?.complete();
  }
}
