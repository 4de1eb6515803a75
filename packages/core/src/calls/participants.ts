import type { Participant } from '@org/3cx-api-client';

/** The few participants of one call, in the order they were seen; nearly always there is one. */
export class Participants implements Iterable<Participant> {
  private only: Participant | undefined;
  /** All of them, once there has been more than one. */
  private several: Participant[] | undefined;

  constructor(participants: Iterable<Participant>) {
    for (const participant of participants) this.put(participant);
  }

  get size(): number {
    return this.several?.length ?? (this.only === undefined ? 0 : 1);
  }

  /** Takes a participant's state. @returns whether it was not there before */
  put(participant: Participant): boolean {
    const { only, several } = this;
    if (several === undefined) {
      if (only === undefined || only.id === participant.id) {
        this.only = participant;
        return only === undefined;
      }
      this.several = [only, participant];
      return true;
    }
    const at = several.findIndex(({ id }) => id === participant.id);
    if (at < 0) several.push(participant);
    else several[at] = participant;
    return at < 0;
  }

  delete(id: number): void {
    if (this.several !== undefined) this.several = this.several.filter((one) => one.id !== id);
    else if (this.only?.id === id) this.only = undefined;
  }

  /** The one that there is; undefined when there are none or several. */
  get single(): Participant | undefined {
    return this.several === undefined ? this.only : undefined;
  }

  [Symbol.iterator](): Iterator<Participant> {
    return (this.several ?? (this.only === undefined ? [] : [this.only]))[Symbol.iterator]();
  }
}
