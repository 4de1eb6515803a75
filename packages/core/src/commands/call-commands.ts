import { NotFoundError, TimeoutError, UnprocessableError, type CallControlClient } from '@org/3cx-api-client';
import type {
  AnswerOptions,
  AttachDataOptions,
  AttachedData,
  HangUpOptions,
  RouteOptions,
  TransferOptions,
  TransferOutcome,
} from '../call';
import type { CallLife } from '../calls/call-life';
import { actingParticipant, type CallRecord } from '../calls/call-record';
import type { EndReason } from '../calls/call-state';
import { raceSignal, waitFor } from '../calls/wait';
import type { Clock } from '../clock';
import { InvalidCallStateError } from '../errors';
import type { CallPlayback } from '../media/call-playback';
import type { CommandJournal } from './journal';
import { mayHaveActed } from './settled-by-state';
import { transferCall } from './transfer';

export interface CallCommandPorts {
  readonly api: CallControlClient;
  readonly clock: Clock;
  readonly journal: CommandJournal;
  /** The number of an extension's voicemail. @throws ConfigurationError when no dial code is known */
  voicemailOf(extension: string): string;
  /** Says why the call will have ended, if it ends next. */
  expectEnd(record: CallRecord, reason: EndReason | undefined): void;
  /** Holds the call's end back until the returned function is called. */
  holdEnd(record: CallRecord): () => void;
  /** Tells the world that the call was transferred. */
  transferred(record: CallRecord, target: string): void;
}

const ANSWER_TIMEOUT_MS = 10_000;
const END_TIMEOUT_MS = 5_000;

/** What can be asked of the PBX for one call. Each command is sent once, whatever becomes of its answer. */
export class CallCommands {
  constructor(
    private readonly life: CallLife,
    private readonly playback: CallPlayback,
    private readonly ports: CallCommandPorts,
  ) {}

  answer({ timeoutMs = ANSWER_TIMEOUT_MS, signal, key }: AnswerOptions = {}): Promise<void> {
    const { id, dn } = this.life.record;
    return this.ports.journal.run(key, `answer ${id}`, async (nothingCame) => {
      this.life.require('answered');
      if (this.life.record.status === 'answered') return;
      throwIfAborted(signal, nothingCame);
      const participantId = this.life.actingId();
      try {
        await this.ports.api.act(dn, participantId, 'answer');
      } catch (error) {
        // A route point may have connected the call in the meantime: then there is nothing to answer.
        if (error instanceof NotFoundError) throw this.life.endedError('answered', error);
        const isMoot = error instanceof UnprocessableError || mayHaveActed(error);
        if (!isMoot || !(await this.isConnected(participantId))) throw error;
      }
      const { clock } = this.ports;
      const signals = [this.life.endSignal, signal];
      if ((await waitFor(this.life.answered, { clock, timeoutMs, signals })) === 'done') return;
      signal?.throwIfAborted();
      this.life.require('answered');
      throw new TimeoutError(
        `${id} was told to answer but was not connected within ${String(timeoutMs / 1000)} s.`,
      );
    });
  }

  async hangUp({ afterAudio = true }: HangUpOptions = {}): Promise<void> {
    const { record } = this.life;
    if (record.status === 'ended') return;
    if (afterAudio) await this.playback.heard();
    else this.playback.stop();
    const participant = actingParticipant(record);
    if (this.life.isOver || participant === undefined) return;
    this.ports.expectEnd(record, 'hung-up-by-us');
    try {
      await this.ports.api.act(record.dn, participant.id, 'drop');
    } catch (error) {
      if (
        !(error instanceof NotFoundError) &&
        !(mayHaveActed(error) && (await this.isGone(participant.id)))
      ) {
        this.ports.expectEnd(record, undefined);
        throw error;
      }
    }
    await waitFor(this.life.ended, { clock: this.ports.clock, timeoutMs: END_TIMEOUT_MS });
  }

  transfer(options: TransferOptions): Promise<TransferOutcome> {
    const { record } = this.life;
    return this.once('transfer', options, async (nothingCame) => {
      this.life.require('transferred');
      if (record.status !== 'answered') {
        throw new InvalidCallStateError(
          `${record.id} is still ringing: only an answered call can be transferred. Answer it first.`,
        );
      }
      await this.playback.heard(options.signal);
      return this.send('transferto', options, nothingCame);
    });
  }

  divert(options: RouteOptions): Promise<TransferOutcome> {
    const { record } = this.life;
    return this.once('divert', options, async (nothingCame) => {
      this.life.require('diverted');
      if (record.status !== 'ringing') {
        throw new InvalidCallStateError(
          `${record.id} has been answered: only a ringing call can be diverted. Transfer it instead.`,
        );
      }
      return this.send('divert', options, nothingCame);
    });
  }

  route(options: RouteOptions): Promise<TransferOutcome> {
    return this.once('route', options, async (nothingCame) => {
      this.life.require('routed');
      return this.send('routeto', options, nothingCame);
    });
  }

  attachData(data: AttachedData, { key, signal, to = 'participant' }: AttachDataOptions = {}): Promise<void> {
    const { id, dn } = this.life.record;
    return this.ports.journal.run(key, `attach data to the ${to} of ${id}`, async (nothingCame) => {
      this.life.require('given data');
      throwIfAborted(signal, nothingCame);
      const action = to === 'party' ? 'attach_party_data' : 'attach_participant_data';
      await this.ports.api.act(
        dn,
        this.life.actingId(),
        action,
        { attacheddata: { ...data } },
        signal === undefined ? {} : { signal },
      );
    });
  }

  /** Once per key, and awaited until the signal. @throws the signal's reason */
  private async once(
    verb: string,
    { key, to, signal }: RouteOptions,
    command: (nothingCame: () => void) => Promise<TransferOutcome>,
  ): Promise<TransferOutcome> {
    const running = this.ports.journal.run(key, `${verb} ${this.life.record.id} to ${to}`, command);
    if (signal === undefined) return running;
    const outcome = await raceSignal(running, [signal]);
    if (outcome !== 'aborted') return outcome;
    running.catch(() => undefined);
    throw abortReason(signal);
  }

  /** Hands the call on, and tells why it ends when it does. */
  private async send(
    action: 'transferto' | 'routeto' | 'divert',
    options: RouteOptions,
    nothingCame: () => void,
  ): Promise<TransferOutcome> {
    const { record } = this.life;
    this.life.require('transferred');
    throwIfAborted(options.signal, nothingCame);
    const participantId = this.life.actingId();
    const to = options.voicemail === true ? this.ports.voicemailOf(options.to) : options.to;
    const release = this.ports.holdEnd(record);
    // During a transfer the PBX plays its own music, and what we send is lost; a call that is
    // routed keeps hearing us until somebody answers.
    const speaker = action === 'transferto' ? this.playback.current : undefined;
    speaker?.pause();
    try {
      const outcome = await transferCall(this.ports.api, {
        dn: record.dn,
        participantId,
        callid: record.callid,
        ...options,
        action,
        to,
      });
      if (outcome.kind === 'succeeded') {
        this.ports.expectEnd(record, 'transferred');
        this.ports.transferred(record, options.to);
      }
      return outcome;
    } catch (error) {
      if (error instanceof NotFoundError) throw this.life.endedError('transferred', error);
      throw error;
    } finally {
      release();
      speaker?.resume();
    }
  }

  private async isConnected(participantId: number): Promise<boolean> {
    const { status } = await this.ports.api.getParticipant(this.life.record.dn, participantId);
    return status === 'Connected';
  }

  private async isGone(participantId: number): Promise<boolean> {
    try {
      await this.ports.api.getParticipant(this.life.record.dn, participantId);
      return false;
    } catch (error) {
      return error instanceof NotFoundError;
    }
  }
}

/** @throws the signal's reason, saying before that nothing has come of the command */
function throwIfAborted(signal: AbortSignal | undefined, nothingCame: () => void): void {
  if (signal?.aborted === true) nothingCame();
  signal?.throwIfAborted();
}

const abortReason = ({ reason }: AbortSignal): Error =>
  reason instanceof Error ? reason : new Error(String(reason));
