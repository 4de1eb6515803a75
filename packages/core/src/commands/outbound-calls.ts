import type { Call } from '../call';
import { ExpectedCalls } from '../calls/expected-calls';
import type { MakeCallOptions, MakeCallOutcome } from '../phone-system';
import { participantKey } from '../replica/replica';
import { CallLimit } from './call-limit';
import type { CommandJournal } from './journal';
import { makeCall, type MakeCallPorts } from './make-call';

export interface OutboundCallsPorts extends Omit<MakeCallPorts, 'callOf'> {
  readonly journal: CommandJournal;
  /** Most calls under way at once. */
  readonly most: number;
  /** The call of a participant that has been seen. */
  callNow(dn: string, participantId: number): Call | undefined;
  /** Has the participant's state read. */
  look(dn: string, participantId: number): void;
}

/** Places calls: one per command key, and no more at once than allowed. */
export class OutboundCalls {
  private readonly limit: CallLimit;
  private readonly expected = new ExpectedCalls();
  /** Requests that are out, and who has gone meanwhile: perhaps before the answer that names them. */
  private out = 0;
  private readonly goneMeanwhile = new Set<string>();

  constructor(private readonly ports: OutboundCallsPorts) {
    this.limit = new CallLimit(ports.most);
  }

  make(dn: string, options: MakeCallOptions): Promise<MakeCallOutcome> {
    return this.ports.journal.run(options.key, `call ${options.to} from ${dn}`, async (nothingCame) => {
      if (options.signal?.aborted === true) nothingCame();
      options.signal?.throwIfAborted();
      const place = this.limit.take();
      let awaited: number | undefined;
      this.out += 1;
      const callOf = (_dn: string, participantId: number) => {
        awaited = participantId;
        return this.callOf(dn, participantId);
      };
      let outcome: MakeCallOutcome | undefined;
      try {
        outcome = await makeCall({ ...this.ports, callOf }, dn, options);
        return outcome;
      } finally {
        this.out -= 1;
        if (this.out === 0) this.goneMeanwhile.clear();
        if (awaited !== undefined) this.expected.forget(dn, awaited);
        if (outcome?.kind === 'succeeded') place.keepFor(outcome.call);
        else place.release();
      }
    });
  }

  /** A participant has been seen, whoever's it is. */
  seen(dn: string, participantId: number): void {
    this.expected.seen(dn, participantId, () => this.ports.callNow(dn, participantId));
  }

  /** The PBX has said that a participant is gone. */
  gone(dn: string, participantId: number): void {
    if (this.out === 0) return;
    this.goneMeanwhile.add(participantKey(dn, participantId));
    this.expected.gone(dn, participantId);
  }

  private callOf(dn: string, participantId: number): Promise<Call | 'gone'> {
    const known = this.ports.callNow(dn, participantId);
    if (known !== undefined) return Promise.resolve(known);
    if (this.goneMeanwhile.has(participantKey(dn, participantId))) return Promise.resolve('gone');
    const coming = this.expected.expect(dn, participantId);
    this.ports.look(dn, participantId);
    return coming;
  }
}
