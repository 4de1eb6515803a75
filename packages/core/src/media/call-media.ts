import { cadencePcm, type PlaybackResult } from '@org/3cx-audio';
import type { CallControlClient } from '@org/3cx-api-client';
import { Observable } from 'rxjs';
import type { DigitBuffer } from '../calls/dtmf-buffer';
import type { Clock } from '../clock';
import type { Logger } from '../options';
import type { CallAudio } from './call-audio';
import { createCallDuplex, type CallAudioMetrics, type CallDuplex } from './call-duplex';
import { CallerSound } from './caller-sound';
import { InBandKeys } from './in-band-keys';
import { recordCaller, requireRecordOptions, type Recording, type RecordOptions } from './recording';
import { soundFrom } from './sound-reader';

export interface CallMediaPorts {
  readonly api: Pick<CallControlClient, 'listen'>;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly dn: string;
  readonly digits: DigitBuffer;
  readonly answered: Promise<unknown>;
  readonly ended: AbortSignal;
  participantId(): number | undefined;
  /** The audio towards the caller, once it reaches him. @throws CallEndedError */
  speaker(signal: AbortSignal): Promise<CallAudio>;
  /** The same, if anything was played yet. */
  currentSpeaker(): CallAudio | undefined;
  beep(signal: AbortSignal | undefined): Promise<PlaybackResult>;
  /** A key told by its sound alone. */
  press(key: string): void;
}

/** A soft reminder every seven seconds that the line is still there. */
const holdTone = (): Uint8Array =>
  cadencePcm({ components: [{ hertz: 440, levelDb: -24 }], pattern: [300, 6700] });

const SILENT: CallAudioMetrics = {
  gaps: { count: 0, totalMs: 0 },
  leadMs: 0,
  staleMs: 0,
  blockedMs: 0,
  reopened: 0,
};

/** What can be done with the sound of one call beyond playing prompts. */
export class CallMedia {
  private readonly sound: CallerSound;
  private readonly inBandKeys: InBandKeys;
  private holding: AbortController | undefined;
  private bothWays: CallDuplex | undefined;

  constructor(private readonly ports: CallMediaPorts) {
    this.sound = new CallerSound(ports);
    this.inBandKeys = new InBandKeys({
      sound: this.sound,
      clock: ports.clock,
      press: (key) => {
        ports.press(key);
      },
    });
  }

  listen(signal?: AbortSignal): AsyncGenerator<Uint8Array, void> {
    return soundFrom(this.sound, signal);
  }

  get heard$(): Observable<Uint8Array> {
    return new Observable((subscriber) =>
      this.sound.attach({
        hear(pcm) {
          subscriber.next(pcm);
        },
        end(error) {
          if (error === undefined) subscriber.complete();
          else subscriber.error(error);
        },
      }),
    );
  }

  async record(options: RecordOptions): Promise<Recording> {
    requireRecordOptions(options);
    const { digits, clock } = this.ports;
    if (options.beep === true) await this.ports.beep(options.signal);
    return recordCaller({ sound: this.sound, digits, clock }, options);
  }

  detectKeys(): () => void {
    return this.inBandKeys.start();
  }

  onSignalledKey(): void {
    this.inBandKeys.onSignalled();
  }

  get onHold(): boolean {
    return this.holding !== undefined;
  }

  /** Holds until `resume`; what plays goes on then where it was. @throws CallEndedError */
  async hold(music?: Uint8Array): Promise<void> {
    if (this.holding !== undefined) return;
    const holding = new AbortController();
    this.holding = holding;
    const release = (): void => {
      if (this.holding === holding) this.holding = undefined;
    };
    try {
      const speaker = await this.ports.speaker(holding.signal);
      const { signal } = holding;
      const playing = speaker.play(music ?? holdTone(), { repeat: Infinity, layer: 'foreground', signal });
      // It ends by `resume`, by `stopAudio`, or with the call, none of which is an error here.
      void playing.then(release, release);
    } catch (error) {
      release();
      throw error;
    }
  }

  resume(): void {
    this.holding?.abort();
    this.holding = undefined;
  }

  get duplex(): CallDuplex {
    this.bothWays ??= createCallDuplex({
      listen: (signal) => this.listen(signal),
      speaker: (signal) => this.ports.speaker(signal),
      metrics: () => this.ports.currentSpeaker()?.metrics ?? SILENT,
    });
    return this.bothWays;
  }

  end(): void {
    this.inBandKeys.stop();
    this.holding?.abort();
  }
}
