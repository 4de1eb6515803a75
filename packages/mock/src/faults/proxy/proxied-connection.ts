import { connect } from 'node:net';
import type { Socket } from 'node:net';
import { chanceOf, seededRandom } from '../seeded-random';
import { Link } from './link';
import type { Stage } from './stage';
import type { Toxic } from './toxic';
import { stageOf } from './toxics/stage-of';

export interface Target {
  readonly host: string;
  readonly port: number;
}

/** A client's connection, the one to the server behind it, and a link each way. */
export class ProxiedConnection {
  readonly #client: Socket;
  readonly #server: Socket;
  readonly #links: Readonly<Record<Toxic['stream'], Link>>;
  readonly #deadlines = new Map<Stage, NodeJS.Timeout>();
  readonly #seedOf: (toxic: Toxic) => string;
  readonly #seed: number;

  /** @param ordinal - which connection of the proxy this is: with the seed it decides who is struck. */
  constructor(client: Socket, target: Target, seed: number, ordinal: number, closed: () => void) {
    this.#client = client;
    this.#seed = seed;
    this.#seedOf = ({ name }) => `${name}#${ordinal}`;
    this.#server = connect({ ...target, allowHalfOpen: true, noDelay: true });
    client.setNoDelay(true);
    const close = (): void => {
      this.close();
    };
    this.#links = {
      upstream: new Link(client, this.#server, close),
      downstream: new Link(this.#server, client, close),
    };
    let open = 2;
    for (const [socket, other] of [
      [client, this.#server],
      [this.#server, client],
    ] as const) {
      // What becomes of one side becomes of the other: an error, a refused connection too, is a reset.
      socket.on('error', () => other.resetAndDestroy());
      socket.once('close', () => {
        open -= 1;
        if (open === 0) this.#ended(closed);
      });
    }
  }

  /** Applies a toxic from now on, in place of the one of the same name, if its toxicity strikes here. */
  strike(toxic: Toxic): void {
    this.heal(toxic.name);
    if (chanceOf(this.#seed, this.#seedOf(toxic)) >= toxic.toxicity) return;
    const random = seededRandom(Math.floor(chanceOf(this.#seed, `${this.#seedOf(toxic)} random`) * 2 ** 32));
    const stage = stageOf(toxic, random);
    this.#links[toxic.stream].stages.set(toxic.name, stage);
    const { deadline } = stage;
    if (!deadline) return;
    const end = (): void => {
      if (deadline.how === 'reset') this.reset();
      else this.close();
    };
    this.#deadlines.set(stage, setTimeout(end, deadline.afterMs));
  }

  /** Takes a toxic away. A connection that has lost bytes to it is closed: its stream makes no sense any more. */
  heal(name: string): void {
    for (const { stages } of Object.values(this.#links)) {
      const stage = stages.get(name);
      if (!stage) continue;
      stages.delete(name);
      clearTimeout(this.#deadlines.get(stage));
      this.#deadlines.delete(stage);
      if (stage.hasSwallowed) this.close();
    }
  }

  close(): void {
    this.#client.destroy();
    this.#server.destroy();
  }

  /** Both sides see a reset. */
  reset(): void {
    this.#client.resetAndDestroy();
    this.#server.resetAndDestroy();
  }

  #ended(closed: () => void): void {
    for (const link of Object.values(this.#links)) link.stop();
    for (const deadline of this.#deadlines.values()) clearTimeout(deadline);
    this.#deadlines.clear();
    closed();
  }
}
