import type { Scenario } from './steps';

interface Meeting {
  readonly expected: number;
  readonly come: string[];
  readonly begin: () => void;
  readonly begun: Promise<void>;
}

/** Named points at which actors wait for one another. A meeting of one name begins once. */
export class Meetings {
  readonly #meetings = new Map<string, Meeting>();

  constructor(scenario: Scenario) {
    const names = scenario.actors.flatMap(({ steps }) =>
      steps.flatMap((step) => (step.does === 'meets' ? [step.at] : [])),
    );
    for (const name of new Set(names)) {
      let begin = (): void => undefined;
      const begun = new Promise<void>((resolve) => (begin = resolve));
      const expected = names.filter((other) => other === name).length;
      this.#meetings.set(name, { expected, come: [], begin, begun });
    }
  }

  /** @returns when everyone has come. */
  join(name: string, who: string): Promise<void> {
    const meeting = this.#meetings.get(name);
    if (!meeting) return Promise.resolve();
    meeting.come.push(who);
    if (meeting.come.length === meeting.expected) meeting.begin();
    return meeting.begun;
  }

  /** Who has come so far, of how many. */
  attendance(name: string): string {
    const meeting = this.#meetings.get(name);
    return `${meeting?.come.join(', ') ?? ''} of ${meeting?.expected ?? 0} had come`;
  }
}
