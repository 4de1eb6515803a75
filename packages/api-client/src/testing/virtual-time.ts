interface Appointment {
  readonly at: number;
  readonly order: number;
  readonly run: () => void;
}

/** Time that passes only from one appointment to the next, as fast as they can be kept. */
export class VirtualTime {
  private readonly appointments: Appointment[] = [];
  private made = 0;
  now = 0;

  at(time: number, run: () => void): void {
    this.made += 1;
    this.appointments.push({ at: Math.max(time, this.now), order: this.made, run });
  }

  after(ms: number): Promise<void> {
    return new Promise((resolve) => {
      this.at(this.now + ms, resolve);
    });
  }

  /** Keeps all appointments, and those made meanwhile; between two, everything that can go on does. */
  async runAll(): Promise<void> {
    for (;;) {
      await new Promise((resolve) => setImmediate(resolve));
      this.appointments.sort((a, b) => a.at - b.at || a.order - b.order);
      const next = this.appointments.shift();
      if (next === undefined) return;
      this.now = next.at;
      next.run();
    }
  }
}
