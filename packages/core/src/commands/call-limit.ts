import { CallLimitError } from '../errors';
import type { Call } from '../call';

/** How many calls of our own making may be under way at once. */
export class CallLimit {
  private count = 0;

  constructor(private readonly most: number) {}

  /** Takes one place, kept until `release` or until the call that it was for has ended. @throws CallLimitError */
  take(): { release(): void; keepFor(call: Call): void } {
    if (this.count >= this.most) {
      throw new CallLimitError(
        `${String(this.count)} calls placed here are under way, and no more are allowed: wait for one to end, or raise maxOutboundCalls.`,
      );
    }
    this.count += 1;
    let held = true;
    const release = () => {
      if (held) this.count -= 1;
      held = false;
    };
    return {
      release,
      keepFor: (call) => {
        void call.ended.then(release);
      },
    };
  }
}
