import type { ActionRequest } from '@org/3cx-api-client';
import type { DtmfTimes, PlaybackResult } from '@org/3cx-audio';
import type { Observable } from 'rxjs';
import type { CallDirection, CallStatus, EndReason } from './calls/call-state';
import type { DigitBuffer } from './calls/dtmf-buffer';
import type { CallEvent } from './events/call-event';
import type { CallDuplex } from './media/call-duplex';
import type { PromptSource } from './media/prompt-source';
import type { Recording, RecordOptions } from './media/recording';

export interface PlayOptions {
  /** Aborting it stops the prompt within a pacer tick; `play` then resolves with `interrupted: true`. */
  readonly signal?: AbortSignal;
  /** How often it is played: a whole number from 1, or Infinity until stopped. Default 1. */
  readonly repeat?: number;
  /** Louder or quieter, decibels, −60 to 20. Default 0. */
  readonly gainDb?: number;
  /**
   * Whether the caller may cut it short. When not, a second of it is sent ahead, so that even
   * a long stall isn't heard; `stopAudio` then leaves that second. Default true.
   */
  readonly interruptible?: boolean;
}

/** What every command that changes a call takes. */
export interface CommandOptions {
  /**
   * Names this command: a second one with the same key within 24 hours changes nothing
   * and gets the first one's result. For callers that may be run again.
   */
  readonly key?: string;
  /**
   * Stops waiting, and rejects with the signal's reason. What has not been asked of the PBX yet is
   * never asked; what has been can't be taken back and may still come about: its outcome is told
   * as events, and to a later command with the same key.
   */
  readonly signal?: AbortSignal;
}

export interface AnswerOptions extends CommandOptions {
  /** How long the connection may take, milliseconds. Default 10 000. */
  readonly timeoutMs?: number;
}

export interface HangUpOptions {
  /** First lets what plays be heard to its end. Default true. */
  readonly afterAudio?: boolean;
}

export interface AttachDataOptions extends CommandOptions {
  /** Our end of the call, or the other party. Default `participant`. */
  readonly to?: 'participant' | 'party';
}

/** Texts that travel with the call on the PBX; the API never shows them again. */
export type AttachedData = Readonly<Record<string, string>>;

export interface TransferOptions extends CommandOptions {
  /** Extension, queue, ring group or IVR number, or an outside number as one would dial it. */
  readonly to: string;
  /** How long the target may ring, in seconds. 1–120, default 30. */
  readonly timeoutSeconds?: number;
  /** To the voicemail of extension `to`; needs `voicemailDialCode` of `connect`. */
  readonly voicemail?: boolean;
  /** Given to the new leg. */
  readonly attachedData?: AttachedData;
}

export interface RouteOptions extends TransferOptions {
  /** Why the call goes elsewhere, for the call log and voicemail greeting. Default: a fresh path. */
  readonly reason?: DivertReason;
}

/** Reasons that 3CX knows for sending a call elsewhere (3CX facts 4.4). */
export type DivertReason = NonNullable<ActionRequest['reason']>;

/** `unknown`: the answer was lost and the state of the call didn't settle it either. */
export type TransferOutcome =
  | { readonly kind: 'succeeded' }
  | { readonly kind: 'failed'; readonly reason: string }
  | { readonly kind: 'unknown' };

export interface CallEnd {
  readonly reason: EndReason;
  readonly endedAt: Date;
}

/**
 * One conversation on one of our extensions, from first sight to its end and,
 * read-only, for 24 hours after. Instances are live: their fields change.
 */
export interface Call {
  /** `call-<callid>-<id of the participant first seen>`; the same for the life of the call. */
  readonly id: string;
  readonly fromNumber: string;
  readonly toNumber: string;
  /** The extension of ours that the call is on. */
  readonly extension: string;
  readonly direction: CallDirection;
  readonly callerName: string;
  readonly did: string;
  readonly status: CallStatus;
  readonly startedAt: Date;
  readonly answeredAt: Date | undefined;
  readonly endedAt: Date | undefined;
  readonly endReason: EndReason | undefined;
  /** This call's events from now on; completes when the call has ended. */
  readonly events$: Observable<CallEvent>;
  /** Keys the caller pressed that no step has used yet, from the first moment of the call. */
  readonly digits: DigitBuffer;
  /** Resolves when the call ends; never rejects. */
  readonly ended: Promise<CallEnd>;

  /**
   * Answers, and resolves once connected. At once when the PBX has connected the
   * call already, as it does by itself for a route point.
   * @throws CallEndedError, UnprocessableError (a phone without uaCSTA), TimeoutError
   */
  answer(options?: AnswerOptions): Promise<void>;

  /**
   * Hangs up once what is playing has been heard, unless `afterAudio` is false.
   * An ended call is left as it is.
   */
  hangUp(options?: HangUpOptions): Promise<void>;

  /**
   * Blind transfer, semi-attended as 3CX does it: the caller hears hold music
   * while the target rings and comes back when nobody answers. What is playing is
   * heard to its end first.
   * @throws CallEndedError, InvalidCallStateError (not answered yet), CommandKeyError
   */
  transfer(options: TransferOptions): Promise<TransferOutcome>;

  /**
   * Sends a call that still rings elsewhere, instead of here.
   * @throws CallEndedError, InvalidCallStateError (already answered: use `transfer`)
   */
  divert(options: RouteOptions): Promise<TransferOutcome>;

  /**
   * Rings the target while the call stays here, ringing or connected, and what plays
   * goes on; whoever answers takes the call over. Resolves once answered or given up.
   * @throws CallEndedError
   */
  route(options: RouteOptions): Promise<TransferOutcome>;

  /**
   * Parks the call at a shared parking number, e.g. `SP10`. Best effort: 3CX has no
   * verb for it, so this is a transfer to that number.
   * @throws what `transfer` throws
   */
  park(options: CommandOptions & { readonly slot: string }): Promise<TransferOutcome>;

  /**
   * Attaches texts to our end of the call, or to the other party (`party`), where apps
   * on the PBX can read them.
   * @throws CallEndedError, UnprocessableError
   */
  attachData(data: AttachedData, options?: AttachDataOptions): Promise<void>;

  /**
   * Plays to the caller; resolves when it has been heard to the end, or stopped.
   * Waits for the call to be answered. A second `play` waits for the first.
   * @throws CallEndedError, PromptNotFoundError, InvalidPromptError
   */
  play(source: PromptSource, options?: PlayOptions): Promise<PlaybackResult>;

  /** Stops what plays and drops what waits. Up to one lead (< 0.8 s) is already with the PBX and still heard. */
  stopAudio(): void;

  /**
   * What the caller says, from the first read on: telephone PCM, whole samples, as it arrives.
   * Waits for the call to be answered, ends with it, and throws when the sound has to be given
   * up while the call goes on. A reader more than ten seconds behind loses the oldest.
   */
  listen(signal?: AbortSignal): AsyncIterable<Uint8Array>;

  /** The same as a stream: cold, shared in the background, complete when the call ends. */
  readonly heard$: Observable<Uint8Array>;

  /**
   * Records the caller's side until something ends it; a hang-up returns what there is.
   * Waits for the call to be answered.
   * @throws RangeError, DigitsClaimedError (with `endOnKey`, while another step listens to the keys)
   */
  recordCaller(options?: RecordOptions): Promise<Recording>;

  /**
   * Sends keys as sound (ITU-T Q.23), after what plays already. A far end that waits for
   * signalled digits doesn't notice them: 3CX has no way to signal.
   * @throws RangeError, CallEndedError
   */
  sendDigits(digits: string, times?: DtmfTimes): Promise<PlaybackResult>;

  /**
   * Hold of our own making: the caller hears `music` over and over (default: a soft tone every
   * seven seconds) and what plays is pushed aside. Phones don't show it. Resolves when the
   * music has begun.
   * @throws CallEndedError, PromptNotFoundError, InvalidPromptError
   */
  hold(music?: PromptSource): Promise<void>;

  /** Ends the hold; what it pushed aside goes on where it was. */
  resume(): void;

  readonly onHold: boolean;

  /**
   * Also takes keys from the sound itself, for callers whose network doesn't signal them. Off
   * until called; over for good with the first key that 3CX reports itself, so that none counts
   * twice. Such keys arrive 600 ms late.
   * @returns what ends it
   */
  detectKeys(): () => void;

  /** Both directions of the sound as streams, for voice agents. */
  readonly audio: CallDuplex;
}
