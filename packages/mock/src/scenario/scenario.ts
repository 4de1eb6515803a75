import { issuesOf } from './check-scenario';
import { ScenarioError } from './scenario-error';
import type {
  Actor,
  AgentStep,
  CallerStep,
  CommonStep,
  PersonStep,
  PhoneStep,
  Recording,
  Scenario,
  Step,
} from './steps';

/** How long an expectation may take to come true, milliseconds. */
export interface Within {
  readonly withinMs?: number;
}

const defaultWithinMs = 10_000;

/** An actor being written: every method is a step more, on an actor of its own. */
abstract class Script<Doing extends Step, Self> {
  readonly number: string;
  readonly name: string;
  readonly steps: readonly Doing[];

  constructor(number: string, name: string, steps: readonly Doing[]) {
    this.number = number;
    this.name = name;
    this.steps = steps;
  }

  abstract readonly kind: Actor['kind'];
  protected abstract and(step: Doing | PersonStep | CommonStep): Self;

  waits(ms: number): Self {
    return this.and({ does: 'waits', ms });
  }

  /** Goes on when everyone who has a meeting of that name has come to it. */
  meets(at: string, within: Within = {}): Self {
    return this.and({ does: 'meets', at, ...within });
  }

  /** Presses keys of `0-9 * # A-D`, one every `gapMs` (default 100). */
  presses(keys: string, more: { readonly gapMs?: number } = {}): Self {
    return this.and({ does: 'presses', keys, ...more });
  }

  /** Goes on as soon as the recording is recognised in what is heard, not at its end. */
  waitsUntilHeHears(recording: Recording, within: Within = {}): Self {
    return this.and({ does: 'waitsUntilHeHears', recording, ...within });
  }

  /** Says what is in a WAV file, and goes on when it has been said. */
  speaks(recording: Recording): Self {
    return this.and({ does: 'speaks', recording });
  }

  hangsUp(): Self {
    return this.and({ does: 'hangsUp' });
  }

  /** Expects to hear all of a recording, beginning within the time. */
  hears(recording: Recording, within: Within = {}): Self {
    return this.and({ does: 'hears', recording, ...within });
  }

  /** Expects the recording heard last to go on to its end without a hole. */
  isNotCut(): Self {
    return this.and({ does: 'isNotCut' });
  }

  isConnectedTo(number: string, within: Within = {}): Self {
    return this.and({ does: 'isConnectedTo', number, ...within });
  }

  /** Expects the call to end. `by` is `caller`, `callee`, `system`, `xapi` or a number. */
  ends(how: Within & { readonly by?: string } = {}): Self {
    return this.and({ does: 'ends', ...how });
  }
}

/** Someone who calls; made by `caller`. */
export class Caller extends Script<CallerStep, Caller> {
  readonly kind = 'caller';

  /** @param where a number of the PBX, a DID of it, or both. */
  dials(where: string | { readonly did: string; readonly to?: string }): Caller {
    return this.and(typeof where === 'string' ? { does: 'dials', to: where } : { does: 'dials', ...where });
  }

  protected and(step: CallerStep): Caller {
    return new Caller(this.number, this.name, [...this.steps, step]);
  }
}

abstract class Telephone<Doing extends Step, Self> extends Script<Doing, Self> {
  protected abstract override and(step: Doing | PhoneStep): Self;

  answers(when: { readonly afterMs?: number } = {}): Self {
    return this.and({ does: 'answers', ...when });
  }

  isBusy(): Self {
    return this.and({ does: 'isBusy' });
  }

  rejects(when: { readonly afterMs?: number } = {}): Self {
    return this.and({ does: 'rejects', ...when });
  }

  doesNotAnswer(): Self {
    return this.and({ does: 'doesNotAnswer' });
  }

  registers(): Self {
    return this.and({ does: 'registers' });
  }

  unregisters(): Self {
    return this.and({ does: 'unregisters' });
  }

  /** Expects to be rung. */
  rings(within: Within = {}): Self {
    return this.and({ does: 'rings', ...within });
  }
}

/** A telephone inside or outside; made by `phone`. */
export class Phone extends Telephone<PhoneStep, Phone> {
  readonly kind = 'phone';

  protected and(step: PhoneStep): Phone {
    return new Phone(this.number, this.name, [...this.steps, step]);
  }
}

/** A telephone whose owner works for queues; made by `agent`. */
export class Agent extends Telephone<AgentStep, Agent> {
  readonly kind = 'agent';

  logsIn(): Agent {
    return this.and({ does: 'logsIn' });
  }

  logsOut(): Agent {
    return this.and({ does: 'logsOut' });
  }

  protected and(step: AgentStep): Agent {
    return new Agent(this.number, this.name, [...this.steps, step]);
  }
}

interface Named {
  /** What the timeline calls it; default kind and number. */
  readonly as?: string;
}

/** Someone who calls, from outside (`+15550100`) or from an extension (`102`). */
export function caller(number: string, { as = `caller ${number}` }: Named = {}): Caller {
  return new Caller(number, as, []);
}

/** A telephone: an extension, or one outside. Its first steps are taken before anyone dials. */
export function phone(number: string, { as = `phone ${number}` }: Named = {}): Phone {
  return new Phone(number, as, []);
}

/** The telephone of someone who answers queues. */
export function agent(number: string, { as = `agent ${number}` }: Named = {}): Agent {
  return new Agent(number, as, []);
}

/**
 * A scenario: actors who act at the same time, each in order of its steps.
 * @param settings how long expectations may take to come true; default 10 000 ms.
 * @throws ScenarioError when it makes no sense, e.g. two actors of one name.
 */
export function scenario(
  name: string,
  first: Within | Caller | Phone | Agent,
  ...others: readonly (Caller | Phone | Agent)[]
): Scenario {
  const settings = 'kind' in first ? {} : first;
  const scripts = 'kind' in first ? [first, ...others] : others;
  const actors = scripts.map((script): Actor => {
    const { number, name: called } = script;
    if (script instanceof Caller) return { kind: 'caller', number, name: called, steps: script.steps };
    if (script instanceof Agent) return { kind: 'agent', number, name: called, steps: script.steps };
    return { kind: 'phone', number, name: called, steps: script.steps };
  });
  const written = { name, withinMs: settings.withinMs ?? defaultWithinMs, actors };
  const issues = issuesOf(written);
  if (issues.length > 0) {
    throw new ScenarioError('bad-scenario', issues.map(({ message }) => message).join('\n'));
  }
  return written;
}
