import { ConfigurationError } from './configuration-error';

export interface Entity {
  readonly id: number;
  readonly number?: string;
}

export type Change<E> =
  | { readonly kind: 'added'; readonly after: E }
  | { readonly kind: 'changed'; readonly before: E; readonly after: E }
  | { readonly kind: 'removed'; readonly before: E };

export interface CollectionRules<E extends Entity, N> {
  readonly make: (given: N) => E;
  /** @throws ConfigurationError when the entity can't be part of the configuration. */
  readonly check: (entity: E, before: E | undefined) => void;
  readonly mayRemove?: (entity: E) => void;
  readonly changed: (change: Change<E>) => void;
}

/** All entities of one kind, in the order they were made. Entities are values: a change makes a new one. */
export class Collection<E extends Entity, N> {
  readonly #name: string;
  readonly #rules: CollectionRules<E, N>;
  readonly #byId = new Map<number, E>();
  readonly #byNumber = new Map<string, E>();

  constructor(name: string, rules: CollectionRules<E, N>) {
    this.#name = name;
    this.#rules = rules;
  }

  get all(): readonly E[] {
    return [...this.#byId.values()];
  }

  find(number: string): E | undefined {
    return this.#byNumber.get(number);
  }

  byId(id: number): E | undefined {
    return this.#byId.get(id);
  }

  /** @throws ConfigurationError */
  add(given: N): E {
    const entity = this.#rules.make(given);
    this.#rules.check(entity, undefined);
    this.#keep(entity);
    this.#rules.changed({ kind: 'added', after: entity });
    return entity;
  }

  /** Id and number stay as they are. @throws ConfigurationError */
  change(id: number, change: Partial<Omit<E, 'id' | 'number'>>): E {
    const before = this.#existing(id);
    const after: E = { ...before, ...change, id: before.id };
    this.#rules.check(after, before);
    this.#keep(after);
    this.#rules.changed({ kind: 'changed', before, after });
    return after;
  }

  /** @throws ConfigurationError */
  remove(id: number): E {
    const before = this.#existing(id);
    this.#rules.mayRemove?.(before);
    this.#byId.delete(id);
    if (before.number !== undefined) this.#byNumber.delete(before.number);
    this.#rules.changed({ kind: 'removed', before });
    return before;
  }

  #existing(id: number): E {
    const entity = this.#byId.get(id);
    if (!entity) throw new ConfigurationError('no-such-entity', 'id', `${this.#name} has no entry ${id}.`);
    return entity;
  }

  #keep(entity: E): void {
    this.#byId.set(entity.id, entity);
    if (entity.number !== undefined) this.#byNumber.set(entity.number, entity);
  }
}
