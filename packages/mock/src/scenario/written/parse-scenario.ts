import { isMap, isNode, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import type { Document, YAMLMap } from 'yaml';
import { ZodError } from 'zod';
import type * as z from 'zod';
import { issuesOf } from '../check-scenario';
import type { Actor, AgentStep, CallerStep, PhoneStep, Scenario, Step } from '../steps';
import { nearest } from './nearest';
import { ScenarioFileError } from './scenario-file-error';
import type { FileIssue } from './scenario-file-error';
import { writtenSteps } from './written-steps';
import { duration, telephoneNumber, word } from './written-values';

const defaultWithinMs = 10_000;
const kinds = ['caller', 'phone', 'agent'] as const;
type Kind = (typeof kinds)[number];
type Path = readonly (string | number)[];

/**
 * Reads a scenario written in YAML. Every value is taken as it is written, so that
 * numbers of telephones need no quotes: `0100` stays `0100`, `+15550100` keeps its plus.
 * @param file name used in messages.
 * @throws ScenarioFileError with every mistake, its line, and the way out.
 */
export function parseScenario(text: string, file: string): Scenario {
  const lines = new LineCounter();
  const document = parseDocument(text, { schema: 'failsafe', lineCounter: lines, prettyErrors: false });
  const [broken] = document.errors;
  if (broken) {
    const { line } = lines.linePos(broken.pos[0]);
    throw new ScenarioFileError(file, [{ line, message: `This is no YAML: ${broken.message}` }]);
  }
  return new Reading(document, lines, file).scenario();
}

class Reading {
  readonly #document: Document;
  readonly #lines: LineCounter;
  readonly #file: string;
  readonly #issues: FileIssue[] = [];

  constructor(document: Document, lines: LineCounter, file: string) {
    this.#document = document;
    this.#lines = lines;
    this.#file = file;
  }

  scenario(): Scenario {
    const root = this.#document.contents;
    if (!isMap(root)) {
      this.#note([], 'A scenario is a map with "scenario" (its name) and "actors" (a list).');
      throw new ScenarioFileError(this.#file, this.#issues);
    }
    this.#onlyKeys([], root, ['scenario', 'within', 'actors']);
    const name = this.#value(['scenario'], word, 'Name it: scenario: A caller reaches sales');
    const within = root.has('within') ? this.#value(['within'], duration) : defaultWithinMs;
    const scenario = { name: name ?? '', withinMs: within ?? defaultWithinMs, actors: this.#actors() };
    if (this.#issues.length === 0) {
      for (const { path, message } of issuesOf(scenario)) {
        this.#note(
          path.map((part) => (part === 'steps' ? 'does' : part)),
          message,
        );
      }
    }
    if (this.#issues.length > 0) throw new ScenarioFileError(this.#file, this.#issues);
    return scenario;
  }

  #actors(): readonly Actor[] {
    const list = this.#document.get('actors', true);
    if (!isSeq(list) || list.items.length === 0) {
      this.#note(['actors'], 'Give a list of actors, each with caller, phone or agent, and what it does.');
      return [];
    }
    return list.items.flatMap((_, index) => this.#actor(['actors', index]) ?? []);
  }

  #actor(path: Path): Actor | undefined {
    const node = this.#document.getIn(path, true);
    const named = isMap(node) ? kinds.filter((kind) => node.has(kind)) : [];
    const [kind] = named;
    if (!isMap(node) || kind === undefined || named.length > 1) {
      this.#note(path, "An actor is one of caller, phone and agent, with its number: caller: '+15550100'");
      return undefined;
    }
    this.#onlyKeys(path, node, [kind, 'as', 'does']);
    const number = this.#value([...path, kind], telephoneNumber) ?? '';
    const name = node.has('as') ? this.#value([...path, 'as'], word) : `${kind} ${number}`;
    const steps = this.#steps([...path, 'does'], kind);
    return actorOf(kind, number, name ?? '', steps);
  }

  #steps(path: Path, kind: Kind): readonly Step[] {
    const list = this.#document.getIn(path, true);
    if (!isSeq(list)) {
      this.#note(path, 'Give a list of steps: does: [hangsUp]');
      return [];
    }
    return list.items.flatMap((_, index) => this.#step([...path, index], kind) ?? []);
  }

  #step(path: Path, kind: Kind): Step | undefined {
    const node = this.#document.getIn(path, true);
    const name = isScalar(node) ? String(node.value) : isMap(node) ? this.#onlyKeyOf(path, node) : '';
    if (name === undefined) return undefined;
    const known = writtenSteps[kind];
    const step = known[name];
    if (!step) {
      const meant = nearest(name, Object.keys(known));
      this.#note(
        path,
        `${kind === 'agent' ? 'An' : 'A'} ${kind} has no step "${name}"` +
          `${meant === undefined ? '' : `; did you mean "${meant}"?`} There are: ${Object.keys(known).join(', ')}.`,
      );
      return undefined;
    }
    const argument = isMap(node) ? this.#plain(node.get(name, true)) : '';
    const given = typeof argument === 'string' ? this.#alone(argument, step.short) : argument;
    try {
      return step.parse(given);
    } catch (error) {
      if (!(error instanceof ZodError)) throw error;
      for (const issue of error.issues) this.#note([...path, name], inWords(issue, name));
      return undefined;
    }
  }

  /** A value that stands alone. */
  #alone(value: string, short: string | undefined): object {
    if (value === '') return {};
    return { [short ?? 'value']: value };
  }

  #plain(node: unknown): unknown {
    if (isMap(node) || isSeq(node)) return node.toJS(this.#document);
    if (!isScalar(node)) return '';
    return node.value === null ? '' : node.value;
  }

  #onlyKeyOf(path: Path, node: YAMLMap): string | undefined {
    const [first, ...others] = node.items;
    if (first && others.length === 0) return String(first.key);
    this.#note(path, 'A step has one key: begin the next step with a dash of its own.');
    return undefined;
  }

  #value<Schema extends z.ZodType>(
    path: Path,
    schema: Schema,
    wayOut?: string,
  ): z.output<Schema> | undefined {
    const parsed = schema.safeParse(this.#plain(this.#document.getIn(path, true)));
    if (parsed.success) return parsed.data;
    this.#note(path, wayOut ?? parsed.error.issues.map(({ message }) => message).join(' '));
    return undefined;
  }

  #onlyKeys(path: Path, node: YAMLMap, known: readonly string[]): void {
    for (const { key } of node.items) {
      const name = String(key);
      if (known.includes(name)) continue;
      const meant = nearest(name, known);
      const message =
        `"${name}" is not known here${meant === undefined ? '.' : `; did you mean "${meant}"?`}` +
        ` There are: ${known.join(', ')}.`;
      if (isNode(key) && key.range)
        this.#issues.push({ line: this.#lines.linePos(key.range[0]).line, message });
      else this.#note(path, message);
    }
  }

  /** Notes a mistake at the line of the nearest thing that is there. */
  #note(path: Path, message: string): void {
    for (let length = path.length; length >= 0; length -= 1) {
      const node = length === 0 ? this.#document.contents : this.#document.getIn(path.slice(0, length), true);
      if (!isNode(node) || !node.range) continue;
      this.#issues.push({ line: this.#lines.linePos(node.range[0]).line, message });
      return;
    }
    this.#issues.push({ line: 1, message });
  }
}

function inWords(issue: z.core.$ZodIssue, step: string): string {
  if (issue.code === 'unrecognized_keys') {
    return `"${step}" knows nothing of ${issue.keys.map((key) => `"${key}"`).join(', ')}.`;
  }
  const field = issue.path.join('.');
  if (issue.code === 'invalid_type' && issue.input === undefined) {
    return `"${step}" needs ${field}.`;
  }
  return field === '' ? issue.message : `${field}: ${issue.message}`;
}

/** Which steps there are was checked by name: the table of the kind holds no others. */
function actorOf(kind: Kind, number: string, name: string, steps: readonly Step[]): Actor {
  switch (kind) {
    case 'caller':
      return {
        kind,
        number,
        name,
        steps: steps.filter((step): step is CallerStep => step.does in writtenSteps.caller),
      };
    case 'phone':
      return {
        kind,
        number,
        name,
        steps: steps.filter((step): step is PhoneStep => step.does in writtenSteps.phone),
      };
    case 'agent':
      return {
        kind,
        number,
        name,
        steps: steps.filter((step): step is AgentStep => step.does in writtenSteps.agent),
      };
  }
}
