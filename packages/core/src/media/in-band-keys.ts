import { DtmfDetector, samplesOfPcm } from '@org/3cx-audio';
import type { Clock, Timer } from '../clock';
import type { CallerSound } from './caller-sound';

/** The PBX's own report of the same key press comes within this of its sound. Milliseconds. */
const PBX_TELLS_WITHIN_MS = 600;

export interface InBandKeysPorts {
  readonly sound: CallerSound;
  readonly clock: Clock;
  /** Takes a key that only the sound told of. */
  press(key: string): void;
}

/**
 * Keys from the sound of a caller whose network doesn't signal them. The first key that the
 * PBX reports itself ends this for good: then it reports all, and none must count twice.
 */
export class InBandKeys {
  private stopListening: (() => void) | undefined;
  private readonly pending = new Set<Timer>();
  private isSignalled = false;

  constructor(private readonly ports: InBandKeysPorts) {}

  /** @returns what ends it */
  start(): () => void {
    if (this.stopListening === undefined && !this.isSignalled) {
      const detector = new DtmfDetector();
      this.stopListening = this.ports.sound.attach({
        hear: (pcm) => {
          for (const { key } of detector.push(samplesOfPcm(pcm))) this.onTone(key);
        },
        end: () => {
          this.stop();
        },
      });
    }
    return () => {
      this.stop();
    };
  }

  /** The PBX has reported a key of this call. */
  onSignalled(): void {
    this.isSignalled = true;
    this.stop();
  }

  private onTone(key: string): void {
    const timer = this.ports.clock.after(PBX_TELLS_WITHIN_MS, () => {
      this.pending.delete(timer);
      this.ports.press(key);
    });
    this.pending.add(timer);
  }

  stop(): void {
    this.stopListening?.();
    this.stopListening = undefined;
    for (const timer of this.pending) timer.cancel();
    this.pending.clear();
  }
}
