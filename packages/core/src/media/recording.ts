import { BYTES_PER_MS, encodeWav, reportOn, samplesOfPcm, VoiceActivity } from '@org/3cx-audio';
import type { DigitBuffer, DtmfKey, KeyPress } from '../calls/dtmf-buffer';
import type { Clock, Timer } from '../clock';
import type { CallerSound } from './caller-sound';

export interface RecordOptions {
  /** Longest recording, seconds, above 0 up to 3600. Default 60. */
  readonly maxSeconds?: number;
  /** Plays a beep first. Default false. */
  readonly beep?: boolean;
  /** Ends after so much silence, seconds, 0.5–60; also when nothing is said at all. Default: it doesn't. */
  readonly endOnSilenceSeconds?: number;
  /** Keys that end it, e.g. `#` or `0123456789*#`. Others wait for the next step. Default: none. */
  readonly endOnKey?: string;
  /** Cuts silence off at both ends, up to a fifth of a second. Default false. */
  readonly trim?: boolean;
  /** Ends it; what was recorded until then is returned. */
  readonly signal?: AbortSignal;
}

export type RecordingEnd = 'max-length' | 'silence' | 'key' | 'hang-up' | 'stopped';

export interface Recording {
  /** A WAV file: 8 kHz, 16 bit, mono. */
  readonly wav: Uint8Array;
  /** Milliseconds. */
  readonly durationMs: number;
  readonly endedBy: RecordingEnd;
  /** The key that ended it. */
  readonly key: DtmfKey | undefined;
}

export interface RecorderPorts {
  readonly sound: CallerSound;
  readonly digits: DigitBuffer;
  readonly clock: Clock;
}

const CHECK_MS = 100;
/** The PBX may send nothing during silence: what is missing for longer than this is filled with silence. */
const LATE_MS = 500;
const KEPT_WHEN_TRIMMED_MS = 200;

/** @throws RangeError */
export function requireRecordOptions({
  maxSeconds = 60,
  endOnSilenceSeconds,
  endOnKey = '',
}: RecordOptions): void {
  if (!(maxSeconds > 0 && maxSeconds <= 3600)) {
    throw new RangeError(`maxSeconds is ${String(maxSeconds)}: a recording lasts above 0 up to 3600 s.`);
  }
  if (endOnSilenceSeconds !== undefined && !(endOnSilenceSeconds >= 0.5 && endOnSilenceSeconds <= 60)) {
    throw new RangeError(`endOnSilenceSeconds is ${String(endOnSilenceSeconds)}: use 0.5 to 60 s.`);
  }
  if (!/^[0-9*#A-D]*$/.test(endOnKey)) throw new RangeError('endOnKey holds keys: 0–9, *, #, A–D.');
}

/**
 * Records the caller from now on, until something ends it.
 * @throws DigitsClaimedError when another step listens to the keys; what the sound is given up with
 */
export function recordCaller(
  { sound, digits, clock }: RecorderPorts,
  { maxSeconds = 60, endOnSilenceSeconds, endOnKey = '', trim = false, signal }: RecordOptions,
): Promise<Recording> {
  const maxBytes = Math.round(maxSeconds * 1000) * BYTES_PER_MS;
  const silenceMs = endOnSilenceSeconds === undefined ? Infinity : endOnSilenceSeconds * 1000;
  const voice = new VoiceActivity();
  const began = clock.now();
  const parts: Uint8Array[] = [];
  const others: KeyPress[] = [];
  let bytes = 0;
  let lastVoiceMs = 0;

  return new Promise<Recording>((resolve, reject) => {
    let timer: Timer | undefined;
    let isOver = false;
    const cleanUps: (() => void)[] = [];
    const stop = (): boolean => {
      if (isOver) return false;
      isOver = true;
      timer?.cancel();
      for (const cleanUp of cleanUps) cleanUp();
      return true;
    };
    const finish = (endedBy: RecordingEnd, key?: DtmfKey): void => {
      if (!stop()) return;
      const pcm = trim ? trimmed(joined(parts, bytes)) : joined(parts, bytes);
      resolve({ wav: encodeWav(samplesOfPcm(pcm)), durationMs: pcm.length / BYTES_PER_MS, endedBy, key });
    };
    const add = (pcm: Uint8Array): void => {
      const taken = pcm.subarray(0, maxBytes - bytes);
      parts.push(taken);
      bytes += taken.length;
      voice.push(samplesOfPcm(taken));
      if (voice.speaking) lastVoiceMs = bytes / BYTES_PER_MS;
      if (bytes >= maxBytes) finish('max-length');
      else if (bytes / BYTES_PER_MS - lastVoiceMs >= silenceMs) finish('silence');
    };
    let wasLate = false;
    const check = (): void => {
      const missingMs = clock.now() - began - bytes / BYTES_PER_MS;
      // After a stall of this process what seems to be missing may just not be read yet: it is by the next check.
      if (missingMs > LATE_MS && wasLate)
        add(new Uint8Array(Math.floor(missingMs - LATE_MS / 2) * BYTES_PER_MS));
      wasLate = missingMs > LATE_MS;
      if (!isOver) timer = clock.after(CHECK_MS, check);
    };

    if (endOnKey !== '') {
      const claim = digits.claim((press) => {
        if (endOnKey.includes(press.key)) finish('key', press.key);
        else others.push(press);
      });
      cleanUps.push(() => {
        claim.release({ leftover: [...claim.buffered, ...others] });
      });
    }
    const onAbort = (): void => {
      finish('stopped');
    };
    signal?.addEventListener('abort', onAbort, { once: true });
    cleanUps.push(() => signal?.removeEventListener('abort', onAbort));
    timer = clock.after(CHECK_MS, check);
    const detach = sound.attach({
      hear: add,
      end(error) {
        if (error === undefined) finish('hang-up');
        else if (stop()) reject(error);
      },
    });
    cleanUps.push(detach);
    if (signal?.aborted === true) onAbort();
  });
}

function joined(parts: readonly Uint8Array[], bytes: number): Uint8Array {
  const whole = new Uint8Array(bytes);
  let end = 0;
  for (const part of parts) {
    whole.set(part, end);
    end += part.length;
  }
  return whole;
}

function trimmed(pcm: Uint8Array): Uint8Array {
  const { leadingSilenceMs, trailingSilenceMs, durationMs } = reportOn(pcm);
  const from = Math.max(0, leadingSilenceMs - KEPT_WHEN_TRIMMED_MS);
  const to = durationMs - Math.max(0, trailingSilenceMs - KEPT_WHEN_TRIMMED_MS);
  return pcm.subarray(Math.round(from) * BYTES_PER_MS, Math.round(to) * BYTES_PER_MS);
}
